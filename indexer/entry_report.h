// What a reader hands on: entries, and everything that it could not take as it stands.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/paper.h"

namespace saegin::indexer {

/// Something in an input that is not as it should be.
struct Notice {
    Where where;
    std::string reason;  ///< for a person, without a final full stop

    friend bool operator==(const Notice&, const Notice&) = default;
};

/// What reading inputs met, in the order of reading.
struct ReadReport {
    std::size_t entries = 0;       ///< entries that could be read
    std::vector<Notice> skipped;   ///< entries that could not be read, left out
    std::vector<Notice> warnings;  ///< entries that were read, but with something mended or missing

    friend bool operator==(const ReadReport&, const ReadReport&) = default;
};

/// Takes each entry as it is read.
using EntrySink = std::function<void(Entry)>;

}  // namespace saegin::indexer
