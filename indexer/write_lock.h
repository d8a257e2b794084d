// One writer per index: an advisory lock on DIR/lock, which the system takes back however the process ends.
#pragma once

#include "common/index_folder.h"
#include "common/result.h"

namespace saegin::indexer {

/// Holds the lock until it is destroyed.
class WriteLock {
public:
    /// Creates the folder if need be and takes its lock. Errors: kLocked while another process holds it, kIo where the
    /// folder cannot be written.
    [[nodiscard]] static Result<WriteLock> acquire(const IndexFolder& folder);

    WriteLock(WriteLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
    WriteLock& operator=(WriteLock&&) = delete;
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock();

private:
    explicit WriteLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace saegin::indexer
