#include "benchmarks/eval/svg_plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"

namespace saegin::eval {

namespace {

constexpr double kHeight = 330;
constexpr double kLeft = 48;
constexpr double kTop = 26;
constexpr double kBottom = 44;
constexpr double kRight = 14;

/// Where values of an axis lie in the drawing.
class Scale {
public:
    Scale(const Axis& axis, double from, double to) : axis_(axis), from_(from), to_(to) {}

    [[nodiscard]] double operator()(double value) const {
        const double inside = svg::clamped(value, axis_.low, axis_.high);
        return from_ + (inside - axis_.low) / (axis_.high - axis_.low) * (to_ - from_);
    }

private:
    const Axis& axis_;
    double from_;
    double to_;
};

/// As many decimals as tell ticks apart.
std::string tick_text(const Axis& axis, double value) {
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(axis.step) - 1e-9)), 0, 6);
    return fmt::format("{:.{}f}", value, decimals);
}

std::string frame(const Axis& x_axis, const Axis& y_axis, const Scale& x, const Scale& y) {
    const double right = svg::kWidth - kRight;
    const double bottom = kHeight - kBottom;
    std::string out;
    for (const double value : ticks_of(x_axis)) {
        out += svg::line(x(value), kTop, x(value), bottom, value == x_axis.low ? "axis" : "grid");
        out += svg::label(x(value), bottom + svg::kText + 4, "middle", tick_text(x_axis, value));
    }
    for (const double value : ticks_of(y_axis)) {
        out += svg::line(kLeft, y(value), right, y(value), value == y_axis.low ? "axis" : "grid");
        out += svg::label(kLeft - 5, y(value) + svg::kText / 3, "end", tick_text(y_axis, value));
    }
    out += svg::label((kLeft + right) / 2, kHeight - 8, "middle", x_axis.label);
    return out + svg::label(0, svg::kText, "start", y_axis.label);
}

}  // namespace

Axis axis_over(std::string label, const std::vector<double>& values, double least_span) {
    constexpr double kMostTicks = 6;
    constexpr double kFarthest = 1e15;  // beyond it a double cannot count steps any more
    double low = 0;
    double high = 0;
    bool any = false;
    for (const double given : values) {
        if (std::isfinite(given)) {
            const double value = svg::clamped(given, -kFarthest, kFarthest);
            low = any ? std::min(low, value) : value;
            high = any ? std::max(high, value) : value;
            any = true;
        }
    }
    // Where all values are one, some room must stand around it: a tenth of it, so that it shows in a double.
    const double least = std::max(least_span, std::max(std::abs(low), std::abs(high)) * 0.1);
    const double span = high > low ? std::max(high - low, least_span) : (least > 0 ? least : 1.0);
    const double margin = (span - (high - low)) / 2;
    const double step = svg::rounded_up(span / kMostTicks);
    // A value a rounding error beside a tick must not bring another tick.
    const double first = std::floor((low - margin) / step + 1e-6) * step;
    const double last = std::ceil((high + margin) / step - 1e-6) * step;
    return {std::move(label), first, last, step};
}

std::vector<double> ticks_of(const Axis& axis) {
    const auto last = static_cast<int>(std::floor((axis.high - axis.low) / axis.step + 1e-6));
    std::vector<double> ticks;
    for (int tick = 0; tick <= last; ++tick) {
        ticks.push_back(axis.low + tick * axis.step);
    }
    return ticks;
}

std::string plot(const ChartText& text, const Axis& x_axis, const Axis& y_axis, const std::vector<Series>& series) {
    const Scale x{x_axis, kLeft, svg::kWidth - kRight};
    const Scale y{y_axis, kHeight - kBottom, kTop};
    std::string out = svg::open(text, kHeight) + frame(x_axis, y_axis, x, y);
    for (std::size_t s = 0; s < series.size(); ++s) {
        if (series[s].has_line) {
            std::string points;
            for (const Point& point : series[s].points) {
                points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x(point.x), y(point.y));
            }
            out += fmt::format("<polyline class=\"{}\" points=\"{}\"><title>{}</title></polyline>\n",
                               svg::line_class(s), points, escape_html(series[s].label));
        }
        if (series[s].has_dots) {
            for (const Point& point : series[s].points) {
                out +=
                    fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"><title>{}</title></circle>\n",
                                svg::colour_class(s), x(point.x), y(point.y), escape_html(point.name));
            }
        }
    }
    return out + "</svg>\n";
}

}  // namespace saegin::eval
