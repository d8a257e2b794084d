#!/usr/bin/env bash
# Looks for defects without running anything: format, clang-tidy over all C++ files, shellcheck over the scripts.
#
#   scripts/lint.sh                     everything
#   scripts/lint.sh common/paper.cc     clang-tidy for these files only
#
# LINT_JOBS sets how many clang-tidy run at a time (2).
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/lib.sh
source "$root/scripts/lib.sh"

use_utf8
install_packages lint
configure -DBUILD_TESTING=ON
cd "$root"
failed=()

if [[ $# -eq 0 ]]; then
    say "Format"
    scripts/check-format.sh || failed+=(format)

    say "Shell scripts"
    shellcheck --external-sources demo.sh test.sh .ci/run scripts/*.sh || failed+=(shellcheck)

    patterns=("^$root/(common|indexer|query|benchmarks|tests)/.*\\.cc\$")
else
    patterns=()
    for file; do
        patterns+=("/${file//./\\.}\$")
    done
fi

say "clang-tidy"
# What gcc alone understands is no finding, and neither are clang's own ideas of what gcc lets pass without a word.
run-clang-tidy -quiet -p "$build_dir" -j "${LINT_JOBS:-2}" -extra-arg=-Wno-unknown-warning-option \
    -extra-arg=-Wno-error "${patterns[@]}" || failed+=(clang-tidy)

if [[ ${#failed[@]} -gt 0 ]]; then
    say "Findings: ${failed[*]}"
    exit 1
fi
say "No findings"
