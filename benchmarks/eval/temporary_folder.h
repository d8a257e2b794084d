// A folder for what is only needed while the program runs.
#pragma once

#include <filesystem>

#include "common/result.h"

namespace saegin::eval {

/// A new, empty folder, below $TMPDIR where that is set. It goes away with this object, whatever is in it then.
class TemporaryFolder {
public:
    /// Error kIo where none can be made.
    [[nodiscard]] static Result<TemporaryFolder> make();

    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;  ///< empty once it was moved from
};

}  // namespace saegin::eval
