#include "query/profile_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "common/text/unicode.h"
#include "common/user_data.h"

namespace saegin::query {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostNameBytes = 100;
constexpr std::string_view kHead =
    "# What a reader of saegin likes, dislikes and was shown. Lines: like ID, dislike ID, seen [DAY] ID, visit DAY.\n";

Error cannot_use(const fs::path& file, const std::string& reason) {
    return {Code::kIo, "cannot use the profile '" + file.string() + "': " + reason,
            "look at disk space and permissions, or set SAEGIN_PROFILES to another folder"};
}

/// Waits for the lock of a profile. The file that is locked stands beside it, since the profile itself is replaced.
Result<int> locked(const fs::path& file) {
    std::error_code problem;
    fs::create_directories(file.parent_path(), problem);
    const fs::path lock = file.parent_path() / ("." + file.filename().string() + ".lock");
    const int descriptor = problem ? -1 : open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return cannot_use(file, problem ? problem.message() : std::generic_category().message(errno));
    }
    while (flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) {
            const Error error = cannot_use(file, std::generic_category().message(errno));
            close(descriptor);
            return error;
        }
    }
    return descriptor;
}

}  // namespace

Result<fs::path> profile_path(const std::string& name) {
    const bool plain =
        !name.empty() && name.size() <= kMostNameBytes && name.front() != '.' && name.find('/') == std::string::npos &&
        std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (!plain) {
        return Error{Code::kUsage, "'" + text::printable(name) + "' is no name for a profile",
                     "give a short name without slashes that does not start with a dot"};
    }
    const std::optional<std::string> folder = user_data("SAEGIN_PROFILES", "profiles");
    if (!folder) {
        return Error{Code::kUsage, "no folder for profiles is known", "set SAEGIN_PROFILES"};
    }
    return fs::path{*folder} / name;
}

Result<ProfileFile> ProfileFile::open(const std::string& name) {
    const Result<fs::path> path = profile_path(name);
    if (!path) {
        return path.error();
    }
    const Result<int> lock = locked(*path);
    if (!lock) {
        return lock.error();
    }
    ProfileFile file{*path, *lock};
    std::error_code problem;
    const fs::file_status status = fs::status(*path, problem);
    if (status.type() == fs::file_type::not_found) {
        file.text_ = kHead;
        return file;
    }
    if (!fs::is_regular_file(status)) {
        return cannot_use(*path, "it is no file");
    }
    file.file_ = fs::canonical(*path, problem);  // what a link points to is replaced, not the link
    Result<std::string> text =
        problem ? Result<std::string>{cannot_use(*path, problem.message())} : read_profile_text(file.file_);
    if (!text) {
        return text.error();
    }
    Result<ReaderProfile> profile = ReaderProfile::from_text(*text, path->string());
    if (!profile) {
        return profile.error();
    }
    file.text_ = *std::move(text);
    file.profile_ = *std::move(profile);
    return file;
}

ProfileFile::ProfileFile(ProfileFile&& other) noexcept
    : file_(std::move(other.file_)),
      lock_(std::exchange(other.lock_, -1)),
      text_(std::move(other.text_)),
      profile_(std::move(other.profile_)) {}

ProfileFile::~ProfileFile() {
    if (lock_ >= 0) {
        close(lock_);
    }
}

Result<void> ProfileFile::append(const std::string& lines) {
    const std::string whole = text_ + (text_.empty() || text_.ends_with('\n') ? "" : "\n") + lines;
    // No profile has a name that starts with a dot.
    const fs::path beside = file_.parent_path() / ("." + file_.filename().string() + "." + std::to_string(getpid()));
    std::error_code problem;
    const fs::file_status before = fs::status(file_, problem);
    std::ofstream out{beside, std::ios::binary};
    out << whole;
    out.close();
    problem.clear();
    if (out) {  // what somebody reads is nobody else's business
        const bool is_new = before.type() == fs::file_type::not_found;
        fs::permissions(beside, is_new ? fs::perms::owner_read | fs::perms::owner_write : before.permissions(),
                        problem);
    }
    if (out && !problem) {
        fs::rename(beside, file_, problem);
    }
    if (!out || problem) {
        std::error_code ignored;
        fs::remove(beside, ignored);
        return cannot_use(file_, problem ? problem.message() : "it cannot be written");
    }
    text_ = whole;
    return {};
}

}  // namespace saegin::query
