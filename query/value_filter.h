// Filters by what stands in value slots.
#pragma once

#include <cstdint>
#include <optional>

#include <xapian.h>

#include "common/paper.h"

namespace saegin::query {

/// Papers of these days, both included; an open side has no bound. A paper without a date is never among them.
[[nodiscard]] Xapian::Query days_between(std::optional<DigestDate> first, std::optional<DigestDate> last);

/// Papers with so many votes, both bounds included; likewise.
[[nodiscard]] Xapian::Query votes_between(std::optional<std::int64_t> first, std::optional<std::int64_t> last);

}  // namespace saegin::query
