#!/usr/bin/env bash
# Saegin in one command: installs what is missing, builds, indexes an archive, and shows a search and related papers.
#
#   ./demo.sh           the sample archive that ships with the project
#   ./demo.sh PATH      an archive of your own: a folder of digests, a digest file, or a .jsonl file
set -euo pipefail
root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=scripts/lib.sh
source "$root/scripts/lib.sh"

usage() {
    sed -n 's/^#   \(.*\)/\1/p' "$root/demo.sh"
}

# The archive, and where its index goes: one index for each archive, so that a second run only updates it.
case $#:${1-} in
    0:)
        archive=$root/tests/data/archive
        index=$root/build/demo-index
        ;;
    1:-h | 1:--help)
        usage
        exit 0
        ;;
    1:-* | 1:)
        usage >&2
        exit 2
        ;;
    1:*)
        archive=$(realpath -- "$1")
        index=$root/build/demo-index-$(cksum <<<"$archive" | cut -d ' ' -f 1)
        ;;
    *)
        usage >&2
        exit 2
        ;;
esac
if [[ ! -r $archive ]]; then
    echo "There is no archive at $archive, or it may not be read." >&2
    exit 2
fi

# shown COMMAND...: prints the command as one would type it, and runs it. Exit code 1 of a search is an answer.
shown() {
    local word line='$'
    for word; do
        if [[ $word == *[[:space:]]* ]]; then
            word="\"$word\""
        fi
        line+=" $word"
    done
    printf '\n%s\n' "$line"
    local status=0
    "$@" || status=$?
    if [[ $status -eq 1 ]]; then
        echo "(nothing found)"
    elif [[ $status -ne 0 ]]; then
        exit "$status"
    fi
}

# first_hit QUERY: id of the best paper, or nothing.
first_hit() {
    local answer
    answer=$(saegin-query --db "$index" search "$1" -n 1 --json) || return 0
    if [[ $answer =~ \"id\":\ *\"([^\"\\]+)\" ]]; then
        echo "${BASH_REMATCH[1]}"
    fi
}

use_utf8
install_packages build
# The demo needs no tests; their packages may be missing. Where they are there, the tree stays as test.sh made it.
if "$root/scripts/install-packages.sh" --check test; then
    configure
else
    configure -DBUILD_TESTING=OFF
fi
build saegin-index saegin-query
export PATH="$build_dir/indexer:$build_dir/query:$PATH"

say "Indexing $archive"
printf '\n$ saegin-index --db %s %s\n' "$index" "$archive"
if ! saegin-index --db "$index" "$archive"; then
    # An index that an older version of the programs left here is of no use to anybody: it is the demo's own.
    echo "Trying once more from the beginning (--rebuild)."
    saegin-index --rebuild --db "$index" "$archive"
fi

if [[ $# -eq 0 ]]; then
    echo "(The sample holds a few malformed entries on purpose: what cannot be read is reported and costs nothing else.)"
fi

say "Searching"
shown saegin-query --db "$index" search "확산 모델" -n 3

id=
for query in "확산 모델" model "학습"; do
    id=$(first_hit "$query")
    if [[ -n $id ]]; then
        break
    fi
done
if [[ -n $id ]]; then
    say "Papers like $id"
    shown saegin-query --db "$index" related "$id" -n 3
fi

say "How to go on"
cat <<END
export PATH="$build_dir/indexer:$build_dir/query:\$PATH"
export SAEGIN_DB="$index"
saegin-query search "LLM의 환각"     # ranked papers; --help tells of order, dates and votes
saegin-query related ${id:-ID}      # papers like this one, and why
saegin-query show ${id:-ID}         # one paper whole
saegin-query stats                  # what is in the index
END
if [[ $# -eq 0 ]]; then
    cat <<END

With an archive of your own:
$root/demo.sh PATH                  # this tour of it
saegin-index --db FOLDER PATH       # an index of it in a folder of your choice; again, and it is brought up to date
END
fi
