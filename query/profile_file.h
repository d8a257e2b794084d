// A reader's profile under its name: a file that one run at a time reads and adds to. What stands in it stays as it was
// written, comments and all; news go to its end, and the last word counts.
#pragma once

#include <filesystem>
#include <string>

#include "common/result.h"
#include "query/reader_profile.h"

namespace saegin::query {

/// Where the profile of this name is kept: in $SAEGIN_PROFILES, else in the folder of the user's data. Error kUsage for
/// a name that is no plain file name.
[[nodiscard]] Result<std::filesystem::path> profile_path(const std::string& name);

/// Holds the profile until it is destroyed: another run that wants the same one waits.
class ProfileFile {
public:
    /// Opens the profile of this name, an empty one where there is none yet, and makes its folder. Errors: those of
    /// profile_path; kIo where it cannot be locked or read; kInvalidInput, with the line, for what is no profile.
    [[nodiscard]] static Result<ProfileFile> open(const std::string& name);

    ProfileFile(ProfileFile&& other) noexcept;
    ProfileFile& operator=(ProfileFile&&) = delete;
    ProfileFile(const ProfileFile&) = delete;
    ProfileFile& operator=(const ProfileFile&) = delete;
    ~ProfileFile();

    [[nodiscard]] const ReaderProfile& profile() const { return profile_; }

    /// Adds whole lines to the end of the file, all or none of them. Error kIo.
    [[nodiscard]] Result<void> append(const std::string& lines);

private:
    ProfileFile(std::filesystem::path file, int lock) : file_(std::move(file)), lock_(lock) {}

    std::filesystem::path file_;
    int lock_;  ///< descriptor of the locked file beside it
    std::string text_;
    ReaderProfile profile_;
};

}  // namespace saegin::query
