#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, and runs all tests.
#
#   ./test.sh                   everything
#   ./test.sh -R digest         arguments go on to ctest: here, tests whose name holds "digest"
#
# The last lines are ctest's summary. Exit code 0: all tests passed; a run without any test fails.
set -euo pipefail
root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=scripts/lib.sh
source "$root/scripts/lib.sh"

use_utf8
install_packages test
configure -DBUILD_TESTING=ON
build all
say "Testing"
cd "$root"
exec ctest --preset "$preset" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
