// One writer per index: an advisory lock on DIR/lock, which the system takes back however the process ends.
#pragma once

#include <filesystem>
#include <utility>

#include "common/index_folder.h"
#include "common/result.h"

namespace saegin::indexer {

/// Holds the lock until it is destroyed.
class WriteLock {
public:
    /// Creates the folder if need be and takes its lock. Errors: kLocked while another process holds it, kIo where the
    /// folder cannot be written.
    [[nodiscard]] static Result<WriteLock> acquire(const IndexFolder& folder);

    /// Takes back what acquire made, the lock and folders that are empty without it: for a run that failed before there
    /// was an index. The lock is still held.
    void take_back(const IndexFolder& folder) const;

    WriteLock(WriteLock&& other) noexcept : descriptor_(other.descriptor_), made_(std::move(other.made_)) {
        other.descriptor_ = -1;
    }
    WriteLock& operator=(WriteLock&&) = delete;
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock();

private:
    WriteLock(int descriptor, std::filesystem::path made) : descriptor_(descriptor), made_(std::move(made)) {}

    int descriptor_;
    std::filesystem::path made_;  ///< the outermost folder that acquire made; empty where all were there
};

}  // namespace saegin::indexer
