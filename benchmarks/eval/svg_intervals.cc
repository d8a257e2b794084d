#include "benchmarks/eval/svg_intervals.h"

#include <cmath>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/svg_plot.h"

namespace saegin::eval {

std::string interval_chart(const ChartText& text, const std::vector<MarkedInterval>& rows) {
    constexpr double kRow = 44;
    constexpr double kNameRow = 20;  // of it for the name, which no line may cross
    constexpr double kMargin = 24;   // room for half a tick's label
    constexpr double kFoot = 22;
    constexpr double kLeastSpan = 0.05;
    std::vector<double> ends{0};
    for (const MarkedInterval& row : rows) {
        ends.insert(ends.end(), {row.interval.low, row.interval.high, row.value});
    }
    const Axis axis = axis_over("", ends, kLeastSpan);
    const auto place = [&](double value) {
        return kMargin + (svg::clamped(value, axis.low, axis.high) - axis.low) / (axis.high - axis.low) *
                             (svg::kWidth - 2 * kMargin);
    };
    const double bottom = kRow * static_cast<double>(rows.size());
    std::string out = svg::open(text, bottom + kFoot);
    for (const double tick : ticks_of(axis)) {
        const bool is_zero = std::abs(tick) < axis.step / 2;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double y = kRow * static_cast<double>(row);
            out += svg::line(place(tick), y + kNameRow, place(tick), y + kRow, is_zero ? "axis" : "grid");
        }
        out += svg::label(place(tick), bottom + svg::kText + 4, "middle", is_zero ? "0" : fmt::format("{:+.3g}", tick));
    }
    double y = 0;
    for (const MarkedInterval& row : rows) {
        const std::string colour = row.value < 0 ? "lost" : "gained";
        const double middle = y + (kNameRow + kRow) / 2;
        out += svg::label(0, y + svg::kText + 2, "start", row.label);
        out += svg::label(svg::kWidth, y + svg::kText + 2, "end", row.mark);
        out += svg::line(place(row.interval.low), middle, place(row.interval.high), middle, "range " + colour);
        out +=
            fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"><title>{} {:+.4f}</title></circle>\n",
                        colour, place(row.value), middle, escape_html(row.label), row.value);
        y += kRow;
    }
    return out + "</svg>\n";
}

}  // namespace saegin::eval
