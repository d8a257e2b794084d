# What the scripts of this project share. Sourced, not run; needs $root, the top folder of the checkout.
# shellcheck shell=bash

# demo.sh and test.sh share this build tree, and all they compile has the same flags: whichever runs second finds the
# objects of the first. That is why both build with warnings as errors, although the preset itself leaves them off for
# people with other compilers than the supported ones; for these, SAEGIN_WERROR=OFF in the environment does the same.
preset=release
# shellcheck disable=SC2154  # root
build_dir=$root/build/$preset

# A heading for what comes next.
say() {
    printf '\n==> %s\n' "$*"
}

# Korean text needs UTF-8; a bare system has no language set at all.
use_utf8() {
    if [[ $(locale charmap 2>/dev/null) != UTF-8 ]]; then
        export LC_ALL=C.UTF-8
    fi
}

# install_packages TASK: see install-packages.sh.
install_packages() {
    say "Packages for: $1"
    "$root/scripts/install-packages.sh" "$1"
}

# configure [CMAKE_ARGUMENT...]: makes the build tree, or brings it up to date.
configure() {
    say "Configuring build/$preset"
    local fresh=() cache=$build_dir/CMakeCache.txt
    # A checkout that was moved or copied brings a tree along that CMake refuses.
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        fresh=(--fresh)
    fi
    (cd "$root" && cmake --preset "$preset" "${fresh[@]}" --log-level=WARNING \
        -DSAEGIN_WERROR="${SAEGIN_WERROR:-ON}" "$@")
}

# build TARGET...: compiles the targets; "all" is everything.
build() {
    say "Building $*"
    (cd "$root" && cmake --build --preset "$preset" --parallel "$(nproc)" --target "$@")
}
