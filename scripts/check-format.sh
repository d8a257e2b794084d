#!/usr/bin/env bash
# Checks that every C++ file is formatted as .clang-format says, and lists those that are not.
#
#   scripts/check-format.sh           checks; exit code 1 if a file is not formatted
#   scripts/check-format.sh --fix     formats them
#
# Other versions of clang-format lay out some lines differently, so that only version 14 counts; exit code 77 ("skipped"
# to ctest) where another one is installed.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
readonly version=14

tool=$(command -v clang-format-$version || command -v clang-format || true)
if [[ -z $tool ]]; then
    echo "clang-format is missing; scripts/install-packages.sh test installs it" >&2
    exit 2
fi
if ! "$tool" --version | grep --quiet "version $version\\."; then
    echo "skipped: this is $("$tool" --version), and the layout is defined by version $version" >&2
    exit 77
fi

cd "$root"
mapfile -d '' -t files < <(find common indexer query benchmarks tests -name '*.h' -print0 -o -name '*.cc' -print0 |
    sort -z)
if [[ ${#files[@]} -eq 0 ]]; then
    echo "no C++ files found below $root" >&2
    exit 2
fi

if [[ ${1-} == --fix ]]; then
    exec "$tool" -i "${files[@]}"
fi
# One line for each place that differs; the file names are what matters here.
bad=$("$tool" --dry-run "${files[@]}" 2>&1 | sed -n 's/^\([^:]*\):[0-9].*-Wclang-format-violations.*/\1/p' | sort -u)
if [[ -n $bad ]]; then
    echo "Not formatted (scripts/check-format.sh --fix mends it):"
    printf '%s\n' "$bad"
    exit 1
fi
echo "${#files[@]} files are formatted."
