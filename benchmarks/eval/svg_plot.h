// Plots of points and lines over two axes as plain SVG, to stand where svg_chart.h's charts stand.
//
//   const Axis x = axis_over("vote", {0, 0.5, 1}, 0);
//   plot({"id", "Quality", "..."}, x, axis_over("nDCG@10", means, 0.05), {{"nDCG@10", points}});
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/svg_parts.h"

namespace saegin::eval {

/// What an axis shows: from `low` to `high`, which are different, a tick every `step`.
struct Axis {
    std::string label;
    double low = 0;
    double high = 1;
    double step = 0.2;
};

/// An axis that holds all finite `values` and is at least `least_span` wide, with two to seven ticks at round numbers.
/// A least span keeps differences that mean nothing from looking large. Around 0 where there are no values.
[[nodiscard]] Axis axis_over(std::string label, const std::vector<double>& values, double least_span);

/// Where the ticks of an axis stand, from its low end on.
[[nodiscard]] std::vector<double> ticks_of(const Axis& axis);

struct Point {
    double x = 0;
    double y = 0;
    std::string name;  ///< shown when a dot is pointed at
};

/// Points in the order in which their line joins them.
struct Series {
    std::string label;
    std::vector<Point> points;
    bool has_line = true;
    bool has_dots = false;
};

/// All series over the two axes. Points beyond an axis stand at its end.
[[nodiscard]] std::string plot(const ChartText& text, const Axis& x, const Axis& y, const std::vector<Series>& series);

}  // namespace saegin::eval
