#include "indexer/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace saegin::indexer {

namespace {

std::string reason(int number) {
    return std::generic_category().message(number);
}

/// The process id that a holder of the lock left in it, for the error message.
std::string holder(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
    return length > 0 ? " (process " + std::string(text.data(), static_cast<std::size_t>(length)) + ")" : "";
}

/// The outermost folder on the way to `path` that is not there yet; empty where all are.
std::filesystem::path first_missing(const std::filesystem::path& path) {
    std::filesystem::path missing;
    std::error_code ignored;
    for (std::filesystem::path at = path; !at.empty() && !std::filesystem::exists(at, ignored); at = at.parent_path()) {
        missing = at;
    }
    return missing;
}

/// Whether the open file is still the one at `path`.
bool is_at(int descriptor, const std::filesystem::path& path) {
    struct stat held {};
    struct stat named {};
    return fstat(descriptor, &held) == 0 && stat(path.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

/// Opens the file of the lock, with the folders it lies in.
Result<int> open_lock(const IndexFolder& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder.path(), problem);
    if (problem) {
        return Error{Code::kIo, "cannot make the folder '" + folder.path().string() + "': " + problem.message(),
                     "choose one that you may write with --db"};
    }
    const int descriptor = open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return Error{Code::kIo, "cannot write to the index folder '" + folder.path().string() + "': " + reason(errno),
                     "the folder must be writable for you"};
    }
    return descriptor;
}

Error held_by_another(int descriptor, const IndexFolder& folder) {
    return {Code::kLocked,
            "another process" + holder(descriptor) + " is writing the index '" + folder.path().string() + "'",
            "wait until it is done, then run again"};
}

}  // namespace

Result<WriteLock> WriteLock::acquire(const IndexFolder& folder) {
    const std::filesystem::path made = first_missing(folder.path());
    const Result<int> descriptor = open_lock(folder);
    if (!descriptor) {
        return descriptor.error();
    }
    WriteLock lock{*descriptor, made};
    if (flock(*descriptor, LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? held_by_another(*descriptor, folder)
                                    : Error{Code::kIo, "cannot lock '" + folder.lock().string() + "': " + reason(errno),
                                            "does its file system support locks?"};
    }
    if (!is_at(*descriptor, folder.lock())) {  // its holder took it back while it was opened here
        return held_by_another(*descriptor, folder);
    }
    // The number only serves the message above: failing to write it harms nothing.
    const std::string pid = std::to_string(getpid());
    if (ftruncate(*descriptor, 0) == 0) {
        (void)!pwrite(*descriptor, pid.data(), pid.size(), 0);
    }
    return lock;
}

void WriteLock::take_back(const IndexFolder& folder) const {
    std::error_code problem;
    std::filesystem::remove(folder.lock(), problem);
    // Only folders that are empty go.
    for (std::filesystem::path at = folder.path(); !made_.empty() && !problem; at = at.parent_path()) {
        std::filesystem::remove(at, problem);
        if (at == made_) {
            return;
        }
    }
}

WriteLock::~WriteLock() {
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
}

}  // namespace saegin::indexer
