#include "benchmarks/eval/svg_chart.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"

namespace saegin::eval {

namespace {

// Units of the drawing. It is as wide as the column it stands in: on a phone about 0.85 px per unit, elsewhere 1.2.
constexpr double kWidth = 440;
constexpr double kText = 13;
constexpr std::size_t kColours = 6;
constexpr std::size_t kDashPatterns = 3;

std::string bar_class(std::size_t series) {
    return fmt::format("s{}", series % kColours);
}

/// Where colours repeat, the dash pattern is another one.
std::string line_class(std::size_t series) {
    return fmt::format("s{} d{}", series % kColours, (series + series / kColours) % kDashPatterns);
}

std::string open_chart(const ChartText& text, double height) {
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

std::string named_bars(const std::vector<Difference>& differences, double left, double step, double zero,
                       double scale) {
    std::string out;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const double value = clamped(differences[i].value, -1, 1);
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
        const double value = clamped(differences[i].value, positive ? 0 : -1, positive ? 1 : 0);
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
            bar_class(s), line_class(s), escape_html(series[s]));
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
    std::string out = open_chart(text, group_step * static_cast<double>(groups.size()));
    double y = 0;
    for (const BarGroup& group : groups) {
        out += label(0, y + kText + 1, "start", group.label);
        double bar_y = y + kLabelStep;
        for (std::size_t s = 0; s < group.values.size(); ++s) {
            const double width = clamped(group.values[s], 0, 1) * (kWidth - kFigureRoom);
            out += fmt::format(
                "<rect class=\"{}\" x=\"0\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"><title>{}: {} "
                "{:.4f}</title></rect>\n",
                bar_class(s), bar_y, std::max(width, 1.0), kBar, escape_html(group.label), escape_html(series[s]),
                group.values[s]);
            out += label(width + 5, bar_y + kText - 1, "start", fmt::format("{:.4f}", group.values[s]));
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
        extent = std::max(extent, std::abs(clamped(difference.value, -1, 1)));
    }
    const double zero = kHeight / 2;
    const double scale = (zero - kMargin) / extent;
    const double step = (kWidth - kLeft) / static_cast<double>(std::max<std::size_t>(differences.size(), 1));
    std::string out = open_chart(text, kHeight);
    for (const double tick : {-extent, -extent / 2, 0.0, extent / 2, extent}) {
        out += line(kLeft, zero - tick * scale, kWidth, zero - tick * scale, tick == 0 ? "axis" : "grid");
        out += label(kLeft - 5, zero - tick * scale + kText / 3, "end", tick == 0 ? "0" : fmt::format("{:+.2f}", tick));
    }
    if (differences.size() <= kNamedBars) {
        out += named_bars(differences, kLeft, step, zero, scale);
    } else {
        out += bar_shape(differences, kLeft, step, zero, scale, true);
        out += bar_shape(differences, kLeft, step, zero, scale, false);
    }
    return out + "</svg>\n";
}

std::string line_chart(const ChartText& text, const std::string& x_label, const std::string& y_label,
                       const std::vector<Curve>& curves) {
    constexpr double kHeight = 330;
    constexpr double kLeft = 34;
    constexpr double kTop = 26;
    constexpr double kBottom = 40;
    constexpr double kRight = 12;
    const double width = kWidth - kLeft - kRight;
    const double height = kHeight - kTop - kBottom;
    std::string out = open_chart(text, kHeight);
    constexpr int kTicks = 5;
    for (int i = 0; i <= kTicks; ++i) {
        const double part = i / static_cast<double>(kTicks);
        const double x = kLeft + part * width;
        const double y = kTop + (1 - part) * height;
        out += line(kLeft, y, kLeft + width, y, i == 0 ? "axis" : "grid");
        out += line(x, kTop, x, kTop + height, i == 0 ? "axis" : "grid");
        out += label(x, kTop + height + kText + 4, "middle", fmt::format("{:.1f}", part));
        out += label(kLeft - 5, y + kText / 3, "end", fmt::format("{:.1f}", part));
    }
    out += label(kLeft + width / 2, kHeight - 6, "middle", x_label);
    out += label(0, kText, "start", y_label);
    for (std::size_t c = 0; c < curves.size(); ++c) {
        std::string points;
        const auto steps = static_cast<double>(curves[c].values.size() - 1);
        for (std::size_t i = 0; i < curves[c].values.size(); ++i) {
            points += fmt::format("{}{:.1f},{:.1f}", i == 0 ? "" : " ", kLeft + static_cast<double>(i) / steps * width,
                                  kTop + (1 - clamped(curves[c].values[i], 0, 1)) * height);
        }
        out += fmt::format("<polyline class=\"{}\" points=\"{}\"><title>{}</title></polyline>\n", line_class(c), points,
                           escape_html(curves[c].label));
    }
    return out + "</svg>\n";
}

}  // namespace saegin::eval
