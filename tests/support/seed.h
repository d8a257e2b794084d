// The seed of tests that draw at random: the same in every run, unless SAEGIN_TEST_SEED says otherwise.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

namespace saegin::test {

/// The seed to use, which is printed, so that a failing run can be repeated.
inline std::uint32_t test_seed(std::uint32_t fallback) {
    const char* const given = std::getenv("SAEGIN_TEST_SEED");
    const std::uint32_t seed =
        given == nullptr || *given == '\0' ? fallback : static_cast<std::uint32_t>(std::stoul(given));
    std::cout << "seed " << seed << " (another one: SAEGIN_TEST_SEED)\n";
    return seed;
}

}  // namespace saegin::test
