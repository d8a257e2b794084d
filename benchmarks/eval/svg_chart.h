// Bar charts as plain SVG, to stand inside an HTML page whose style sheet gives them their colours: series have the
// classes "s0" to "s5", their lines also one of the dash patterns "d0" to "d2", so that up to 18 lines differ; text and
// axes follow the page. Each chart has a title and a description for readers who cannot see it. All text is escaped
// here.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/eval/svg_parts.h"

namespace saegin::eval {

/// An HTML list that says which colour and dash pattern each series has.
[[nodiscard]] std::string legend(const std::vector<std::string>& series);

/// A category with one value per series.
struct BarGroup {
    std::string label;
    std::vector<double> values;
};

/// Horizontal bars from 0 to 1, or to the highest value above it, grouped under their labels, each with its figure. A
/// value below 0 has no bar, only its figure.
[[nodiscard]] std::string grouped_bars(const ChartText& text, const std::vector<std::string>& series,
                                       const std::vector<BarGroup>& groups);

/// A labelled difference.
struct Difference {
    std::string label;
    double value = 0;
};

/// One upright bar per difference around a zero line, in the order given. Up to kNamedBars each bar tells its label
/// and value when pointed at; more of them make one shape.
inline constexpr std::size_t kNamedBars = 200;
[[nodiscard]] std::string difference_bars(const ChartText& text, const std::vector<Difference>& differences);

}  // namespace saegin::eval
