// Rising terms as text and as JSON (FORMAT.md).
#pragma once

#include <cstddef>
#include <string>

#include "query/output/json_printer.h"
#include "query/output/text_printer.h"
#include "query/trends.h"

namespace saegin::query {

/// The first `limit` rising terms; one object on one line, without a line end.
[[nodiscard]] std::string to_json(const Trends& trends, std::size_t limit);

/// The first `limit` rising terms as a table, each with a bar for its share in each month: as high as the block for its
/// best month, a dot for none. Of more months than fit into a line, the last ones have bars.
[[nodiscard]] std::string to_text(const Trends& trends, std::size_t limit, const TextStyle& style);

/// Bars of `count` of these shares, the last ones: a block of 1 to 8 eighths of the highest share of all, rounded up; a
/// dot for 0. As many columns as bars.
[[nodiscard]] std::string bars_of(const std::vector<double>& shares, std::size_t count);

}  // namespace saegin::query
