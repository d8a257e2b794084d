// Small lines over months, one below the other, as plain SVG: how the share of each of several things went.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/eval/svg_parts.h"

namespace saegin::eval {

/// A line of one value a month. `mark` stands at the other end of its name.
struct MonthLine {
    std::string label;
    std::string mark;
    std::vector<double> values;
};

/// A row per line, in the order given, each from 0 to its own highest value, over the same months. The last `now` of
/// them stand behind an upright line. Requires at least two months, as many values in each line, and now < months.
[[nodiscard]] std::string month_lines(const ChartText& text, const std::vector<std::string>& months, std::size_t now,
                                      const std::vector<MonthLine>& lines);

}  // namespace saegin::eval
