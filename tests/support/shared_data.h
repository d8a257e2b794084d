// Finds the folder of real data, which is not part of the project: the environment variable SAEGIN_SHARED names it,
// else it is looked for beside the source tree. Tests that need it are skipped where it is absent.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace saegin::test {

/// The folder; it may not exist.
inline std::filesystem::path shared_folder() {
    if (const char* const named = std::getenv("SAEGIN_SHARED"); named != nullptr && *named != '\0') {
        return named;
    }
    return std::filesystem::path(SAEGIN_SOURCE_DIR) / ".." / "shared";
}

}  // namespace saegin::test

/// The path of `name` in the folder of real data. Ends the test as skipped where it is not there.
#define SAEGIN_REQUIRE_SHARED(variable, name)                                                      \
    const std::filesystem::path variable = ::saegin::test::shared_folder() / (name);               \
    if (!std::filesystem::exists(variable)) {                                                      \
        GTEST_SKIP() << "no real data at " << (variable) << ": set SAEGIN_SHARED to their folder"; \
    }
