// A range of days.
#pragma once

#include <optional>

#include "common/paper.h"

namespace saegin::query {

/// Days that count, both ends included; nothing for no end.
struct DayRange {
    std::optional<DigestDate> since;
    std::optional<DigestDate> until;
};

}  // namespace saegin::query
