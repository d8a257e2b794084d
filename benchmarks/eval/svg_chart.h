// Charts as plain SVG, to stand inside an HTML page whose style sheet gives them their colours: series have the classes
// "s0" to "s5", their lines also one of the dash patterns "d0" to "d2", so that up to 18 lines differ; text and axes
// follow the page. Each chart has a title and a description for readers who cannot see it. All text is escaped here.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace saegin::eval {

/// What names a chart: `id` is unique on the page and needs no escaping.
struct ChartText {
    std::string id;
    std::string title;
    std::string description;
};

/// An HTML list that says which colour and dash pattern each series has.
[[nodiscard]] std::string legend(const std::vector<std::string>& series);

/// A category with one value in [0, 1] per series.
struct BarGroup {
    std::string label;
    std::vector<double> values;
};

/// Horizontal bars from 0 to 1, grouped under their labels, each with its figure.
[[nodiscard]] std::string grouped_bars(const ChartText& text, const std::vector<std::string>& series,
                                       const std::vector<BarGroup>& groups);

/// A labelled difference in [-1, 1].
struct Difference {
    std::string label;
    double value = 0;
};

/// One upright bar per difference around a zero line, in the order given. Up to kNamedBars each bar tells its label
/// and value when pointed at; more of them make one shape.
inline constexpr std::size_t kNamedBars = 200;
[[nodiscard]] std::string difference_bars(const ChartText& text, const std::vector<Difference>& differences);

/// A line through values in [0, 1] at even steps from x = 0 to 1; two values or more.
struct Curve {
    std::string label;
    std::vector<double> values;
};

/// Curves over [0, 1] x [0, 1].
[[nodiscard]] std::string line_chart(const ChartText& text, const std::string& x_label, const std::string& y_label,
                                     const std::vector<Curve>& curves);

}  // namespace saegin::eval
