// Where reference data lies that is not part of the project: runs with the figures of other tools, public collections.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace saegin::eval::testing {

/// $SAEGIN_SHARED, or `shared` beside the source folder. It need not exist.
inline std::filesystem::path shared_folder() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): tests read the environment in one thread
    const char* const named = std::getenv("SAEGIN_SHARED");
    return named != nullptr ? std::filesystem::path{named}
                            : std::filesystem::path{SAEGIN_SOURCE_DIR}.parent_path() / "shared";
}

}  // namespace saegin::eval::testing
