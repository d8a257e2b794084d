#!/usr/bin/env bash
# Installs the Debian packages that a task needs, as far as they are missing. This file is the one place that lists
# them.
#
#   scripts/install-packages.sh build|test|lint|coverage|fuzz    installs what is missing
#   scripts/install-packages.sh --check TASK                     only tells: exit 0 if nothing is missing, else 1
#
# Where nothing is missing, apt is not called at all. Exit 2: something is missing and could not be installed.
set -euo pipefail

build_packages=(
    g++ cmake ninja-build pkg-config
    libxapian-dev libicu-dev libcmark-dev nlohmann-json3-dev libboost-program-options-dev libfmt-dev libxxhash-dev
    libspectra-dev
)
test_packages=("${build_packages[@]}" libgtest-dev libgmock-dev clang-format xapian-tools)
lint_packages=("${test_packages[@]}" clang-tidy shellcheck)
coverage_packages=("${test_packages[@]}" gcovr)
fuzz_packages=("${test_packages[@]}" clang)

usage() {
    echo "usage: $0 [--check] build|test|lint|coverage|fuzz" >&2
    exit 2
}

check=false
if [[ ${1-} == --check ]]; then
    check=true
    shift
fi
[[ $# -eq 1 ]] || usage
case $1 in
    build) wanted=("${build_packages[@]}") ;;
    test) wanted=("${test_packages[@]}") ;;
    lint) wanted=("${lint_packages[@]}") ;;
    coverage) wanted=("${coverage_packages[@]}") ;;
    fuzz) wanted=("${fuzz_packages[@]}") ;;
    *) usage ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    if $check; then
        exit 1
    fi
    echo "This is not a Debian system: nothing is installed. The build needs what Debian calls" >&2
    echo "  ${wanted[*]}" >&2
    exit 0
fi

# dpkg-query fails for a package it has never heard of, and names the state of the others.
installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    grep -qxF "installed $package" <<<"$installed" || missing+=("$package")
done

if $check; then
    [[ ${#missing[@]} -eq 0 ]]
    exit
fi
if [[ ${#missing[@]} -eq 0 ]]; then
    echo "All ${#wanted[@]} packages are there."
    exit 0
fi
echo "Missing: ${missing[*]}"

give_up() {
    echo >&2
    echo "$1 Install them like this, then run this again:" >&2
    echo "  apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}" >&2
    exit 2
}

as_root=()
if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || give_up "Packages are missing, and installing them needs root or sudo."
    # Without a terminal sudo must not ask for a password; with one, that is between sudo and its user.
    as_root=(sudo)
    [[ -t 0 ]] || as_root+=(--non-interactive)
fi

apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq --yes -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

apt_get update || give_up "'apt-get update' failed: are the network and the package sources in order?"
apt_get install --no-install-recommends "${missing[@]}" || give_up "Packages are missing and could not be installed."
