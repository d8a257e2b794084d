#include "indexer/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
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

}  // namespace

Result<WriteLock> WriteLock::acquire(const IndexFolder& folder) {
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
    WriteLock lock{descriptor};
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return Error{
                Code::kLocked,
                "another process" + holder(descriptor) + " is writing the index '" + folder.path().string() + "'",
                "wait until it is done, then run again"};
        }
        return Error{Code::kIo, "cannot lock '" + folder.lock().string() + "': " + reason(errno),
                     "does its file system support locks?"};
    }
    // The number only serves the message above: failing to write it harms nothing.
    const std::string pid = std::to_string(getpid());
    if (ftruncate(descriptor, 0) == 0) {
        (void)!pwrite(descriptor, pid.data(), pid.size(), 0);
    }
    return lock;
}

WriteLock::~WriteLock() {
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
}

}  // namespace saegin::indexer
