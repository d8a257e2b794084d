#!/usr/bin/env bash
# Index time, peak memory, the first search and warm queries of Saegin beside other engines, in one run on one machine.
#
#   benchmarks/speed/beside_peers.sh [REPEAT]        how often each timing is taken (default 3); medians are printed
#
# Looks for the real archive, its collection and the programs that run the other engines below $SAEGIN_SHARED (else
# ../shared beside the checkout). Needs a release build (./test.sh makes one), GNU time, and for the peers: Debian's
# openjdk-17-jdk-headless liblucene8-java libicu4j-java libgoogle-gson-java python3-xapian. Peers that cannot be run are
# said to be missing. Whole processes are timed, start included; "first search" of a peer is the first query as its own
# program reports it, inside a process that is already running, so there Saegin is the only one that pays for its start.
# "median ms" and "99% ms" are of warm queries inside one process, the collection's topics with 100 ids each, as the
# engines' own programs report them and as saegin-query-time does (20 rounds) with and without lexicon and second look.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
shared=$(cd "${SAEGIN_SHARED:-$root/../shared}" && pwd)
repeat=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
collection=$shared/testsets/archive/docs.jsonl
index_program=$root/build/release/indexer/saegin-index
query_program=$root/build/release/query/saegin-query
topics=$shared/testsets/archive/topics.tsv
printf '1\t확산 모델\n' >"$work/topics.tsv"

median() { sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

# timed NAME COMMAND...: seconds, processor seconds and peak kilobytes of a whole process, appended to $work/NAME
timed() {
    local name=$1
    shift
    /usr/bin/time --append --output "$work/$name" --format '%e %U %S %M' "$@" >/dev/null 2>"$work/$name.err"
}

row() {  # row LABEL NAME FIRST-SEARCH WARM-QUERIES
    local wall cpu memory
    wall=$(cut -d ' ' -f 1 "$work/$2" | median)
    cpu=$(awk '{ print $2 + $3 }' "$work/$2" | median)
    memory=$(awk '{ print $4 / 1024 }' "$work/$2" | median)
    printf '| %s | %.2f | %.2f | %.0f | %s | %s |\n' "$1" "$wall" "$cpu" "$memory" "$3" "$4"
}

# peer LABEL INDEX-OPTIONS SEARCH-OPTIONS COMMAND...: COMMAND index DOCS INDEX ..., COMMAND search INDEX TOPICS RUN ...
peer() {
    local label=$1 options=$2 search_options=$3
    shift 3
    for ((i = 0; i < repeat; i++)); do
        rm -rf "$work/peer-index"
        # shellcheck disable=SC2086  # options are several words
        if ! timed "$label" "$@" index "$collection" "$work/peer-index" $options --fields title,body,authors; then
            printf '| %s | missing: %s | | | | | |\n' "$label" "$(tail -n 1 "$work/$label.err")"
            return
        fi
        # shellcheck disable=SC2086
        "$@" search "$work/peer-index" "$work/topics.tsv" "$work/run" $search_options --k 10 --tag x 2>/dev/null |
            sed -n 's/.*"first_mean_ms": *\([0-9.]*\).*/\1/p' >>"$work/$label.first"
    done
    # shellcheck disable=SC2086
    "$@" search "$work/peer-index" "$topics" "$work/run" $search_options --k 100 --tag x 2>/dev/null >"$work/warm"
    row "$label" "$label" "$(median <"$work/$label.first") ms (query alone)" \
        "$(sed -n 's/.*"p50_ms": *\([0-9.]*\).*"p99_ms": *\([0-9.]*\).*/\1 | \2/p' "$work/warm" |
            awk '{ printf "%.2f | %.2f", $1, $3 }')"
}

jars=/usr/share/java
classpath=$work/classes:$jars/icu4j.jar:$jars/gson.jar
for jar in core analyzers-common analyzers-icu analyzers-nori queries; do
    classpath+=:$(compgen -G "$jars/lucene-$jar-8.*.jar" | head -n 1 || true)
done
mkdir "$work/classes"
javac -cp "$classpath" -d "$work/classes" "$shared/peers/lucene/LuceneBench.java" 2>"$work/javac.err" || true

echo "| engine | index s | processor s | peak MB | first search | median ms | 99% ms |"
echo "|---|---:|---:|---:|---:|---:|---:|"
for threads in "$(nproc)" 1; do
    for ((i = 0; i < repeat; i++)); do
        rm -rf "$work/index"
        timed "saegin-$threads" "$index_program" --db "$work/index" --threads "$threads" "$shared/archive"
        timed "saegin-search-$threads" "$query_program" --db "$work/index" search "확산 모델"
    done
    row "saegin, $threads threads" "saegin-$threads" \
        "$(cut -d ' ' -f 1 "$work/saegin-search-$threads" | median) s (whole process)" " | "
done
"$root/build/release/benchmarks/speed/saegin-query-time" --db "$work/index" --topics "$topics" |
    sed -n 's/^100 ids  *\(.*[a-z]\)  *\([0-9.]*\)  *\([0-9.]*\)  *[0-9.]*  *[0-9.]*$/| saegin, \1 | | | | | \2 | \3 |/p'
python=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1
peer lucene-nori-mixed-stop "--analyzer nori-mixed-stop" "--analyzer nori-mixed-stop" java -Xmx1g -cp "$classpath" LuceneBench
peer lucene-cjk "--analyzer cjk" "--analyzer cjk" java -Xmx1g -cp "$classpath" LuceneBench
peer xapian-stock "" "" $python "$shared/peers/xapian-stock/stock.py"
peer sqlite-unicode61 "--tokenizer unicode61" "" $python "$shared/peers/sqlite/fts5.py"
