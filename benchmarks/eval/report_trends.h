// The section of the report that shows which terms of an archive are rising.
#pragma once

#include <cstddef>
#include <string>

#include "query/trends.h"

namespace saegin::eval {

/// Rising terms on the page at most.
inline constexpr std::size_t kMostTrends = 20;

/// A line over the months and a row of figures for each of the first kMostTrends rising terms; a sentence where there
/// are none.
[[nodiscard]] std::string trend_section(const query::Trends& trends);

}  // namespace saegin::eval
