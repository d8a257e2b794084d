// Differences with their intervals, one below the other, as plain SVG: what lies across the zero line may be chance.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/significance.h"
#include "benchmarks/eval/svg_parts.h"

namespace saegin::eval {

/// A difference in the middle of its interval. `mark` stands at the other end of its line: what a test
/// says of it.
struct MarkedInterval {
    std::string label;
    std::string mark;
    double value = 0;
    Interval interval;
};

/// A row per difference, in the order given, over one axis that holds 0 and all intervals.
[[nodiscard]] std::string interval_chart(const ChartText& text, const std::vector<MarkedInterval>& rows);

}  // namespace saegin::eval
