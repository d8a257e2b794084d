#include "benchmarks/eval/svg_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"

namespace saegin::eval::svg {

namespace {

constexpr std::size_t kColours = 6;
constexpr std::size_t kDashPatterns = 3;

}  // namespace

std::string colour_class(std::size_t series) {
    return fmt::format("s{}", series % kColours);
}

/// Where colours repeat, the dash pattern is another one.
std::string line_class(std::size_t series) {
    return fmt::format("s{} d{}", series % kColours, (series + series / kColours) % kDashPatterns);
}

std::string open(const ChartText& text, double height) {
    return fmt::format(
        "<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-labelledby=\"{}-t {}-d\" font-size=\"{}\">"
        "<title id=\"{}-t\">{}</title><desc id=\"{}-d\">{}</desc>\n",
        kWidth, height, text.id, text.id, kText, text.id, escape_html(text.title), text.id,
        escape_html(text.description));
}

std::string label(double x, double y, std::string_view anchor, std::string_view text) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor,
                       escape_html(text));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
    return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", style, x1, y1,
                       x2, y2);
}

double clamped(double value, double low, double high) {
    return std::isfinite(value) ? std::clamp(value, low, high) : low;
}

double rounded_up(double least) {
    constexpr std::array kFactors{1.0, 2.0, 5.0};
    constexpr double kRounding = 1e-9;  // a rounding error above a round number must not lead to the next one
    const double power = std::pow(10, std::floor(std::log10(least)));
    const auto found = std::find_if(kFactors.begin(), kFactors.end(),
                                    [&](double factor) { return factor * power * (1 + kRounding) >= least; });
    return found == kFactors.end() ? 10 * power : *found * power;
}

}  // namespace saegin::eval::svg
