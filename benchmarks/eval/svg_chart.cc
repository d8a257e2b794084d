#include "benchmarks/eval/svg_chart.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"

namespace saegin::eval {

namespace {

constexpr double kFarthest = 1e15;  // a measure may be a count; beyond this one a drawing says nothing

std::string named_bars(const std::vector<Difference>& differences, double left, double step, double zero,
                       double scale) {
    std::string out;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const double value = svg::clamped(differences[i].value, -kFarthest, kFarthest);
        out += fmt::format(
            "<rect class=\"{}\" x=\"{:.2f}\" y=\"{:.1f}\" width=\"{:.2f}\" height=\"{:.1f}\"><title>{} "
            "{:+.4f}</title></rect>\n",
            value < 0 ? "lost" : "gained", left + step * static_cast<double>(i),
            value < 0 ? zero : zero - value * scale, step * 0.85, std::abs(value) * scale,
            escape_html(differences[i].label), value);
    }
    return out;
}

/// The outline of the bars on one side of the zero line.
std::string bar_shape(const std::vector<Difference>& differences, double left, double step, double zero, double scale,
                      bool positive) {
    std::string path = fmt::format("M{:.1f} {:.1f}", left, zero);
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const double value = svg::clamped(differences[i].value, positive ? 0 : -kFarthest, positive ? kFarthest : 0);
        const double x = left + step * static_cast<double>(i);
        path += fmt::format("V{:.1f}H{:.2f}", zero - value * scale, x + step);
    }
    return fmt::format("<path class=\"{}\" d=\"{}V{:.1f}Z\"/>\n", positive ? "gained" : "lost", path, zero);
}

}  // namespace

std::string legend(const std::vector<std::string>& series) {
    std::string out = "<ul class=\"legend\">";
    for (std::size_t s = 0; s < series.size(); ++s) {
        out += fmt::format(
            "<li><svg viewBox=\"0 0 44 12\" aria-hidden=\"true\"><rect class=\"{}\" y=\"1\" width=\"12\" "
            "height=\"10\"/><polyline class=\"{}\" points=\"17,6 44,6\"/></svg>{}</li>",
            svg::colour_class(s), svg::line_class(s), escape_html(series[s]));
    }
    return out + "</ul>\n";
}

std::string grouped_bars(const ChartText& text, const std::vector<std::string>& series,
                         const std::vector<BarGroup>& groups) {
    constexpr double kBar = 14;
    constexpr double kBarStep = 17;
    constexpr double kLabelStep = 20;
    constexpr double kGroupGap = 8;
    constexpr double kFigureRoom = 56;
    const double group_step = kLabelStep + kBarStep * static_cast<double>(series.size()) + kGroupGap;
    std::string out = svg::open(text, group_step * static_cast<double>(groups.size()));
    double longest = 1;
    for (const BarGroup& group : groups) {
        for (const double value : group.values) {
            longest = std::max(longest, svg::clamped(value, 0, kFarthest));
        }
    }
    double y = 0;
    for (const BarGroup& group : groups) {
        out += svg::label(0, y + svg::kText + 1, "start", group.label);
        double bar_y = y + kLabelStep;
        for (std::size_t s = 0; s < group.values.size(); ++s) {
            const double width = svg::clamped(group.values[s], 0, longest) / longest * (svg::kWidth - kFigureRoom);
            out += fmt::format(
                "<rect class=\"{}\" x=\"0\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"><title>{}: {} "
                "{:.4f}</title></rect>\n",
                svg::colour_class(s), bar_y, std::max(width, 1.0), kBar, escape_html(group.label),
                escape_html(series[s]), group.values[s]);
            out += svg::label(width + 5, bar_y + svg::kText - 1, "start", fmt::format("{:.4f}", group.values[s]));
            bar_y += kBarStep;
        }
        y += group_step;
    }
    return out + "</svg>\n";
}

std::string difference_bars(const ChartText& text, const std::vector<Difference>& differences) {
    constexpr double kHeight = 240;
    constexpr double kLeft = 46;
    constexpr double kMargin = 10;
    double extent = 0.1;  // so that tiny differences do not look like large ones
    for (const Difference& difference : differences) {
        extent = std::max(extent, std::abs(svg::clamped(difference.value, -kFarthest, kFarthest)));
    }
    extent = svg::rounded_up(extent);
    const double zero = kHeight / 2;
    const double scale = (zero - kMargin) / extent;
    const double step = (svg::kWidth - kLeft) / static_cast<double>(std::max<std::size_t>(differences.size(), 1));
    std::string out = svg::open(text, kHeight);
    for (const double tick : {-extent, -extent / 2, 0.0, extent / 2, extent}) {
        out += svg::line(kLeft, zero - tick * scale, svg::kWidth, zero - tick * scale, tick == 0 ? "axis" : "grid");
        out += svg::label(kLeft - 5, zero - tick * scale + svg::kText / 3, "end",
                          tick == 0 ? "0" : fmt::format("{:+.3g}", tick));
    }
    if (differences.size() <= kNamedBars) {
        out += named_bars(differences, kLeft, step, zero, scale);
    } else {
        out += bar_shape(differences, kLeft, step, zero, scale, true);
        out += bar_shape(differences, kLeft, step, zero, scale, false);
    }
    return out + "</svg>\n";
}

}  // namespace saegin::eval
