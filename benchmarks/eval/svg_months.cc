#include "benchmarks/eval/svg_months.h"

#include <algorithm>

#include <fmt/format.h>

namespace saegin::eval {

namespace {

constexpr double kRow = 62;
constexpr double kNameRow = 22;  // of it for the name, which no line may cross
constexpr double kMargin = 6;    // room for a dot
constexpr double kFoot = 22;

double place_of(double month, std::size_t months) {
    return kMargin + month / static_cast<double>(months - 1) * (svg::kWidth - 2 * kMargin);
}

std::string row(const MonthLine& line, std::size_t now, double top) {
    const std::size_t months = line.values.size();
    const double highest = *std::max_element(line.values.begin(), line.values.end());
    const double bottom = top + kRow - kMargin;
    const double height = kRow - kNameRow - 2 * kMargin;
    const double border = place_of(static_cast<double>(months - now) - 0.5, months);
    std::string out = svg::label(0, top + svg::kText + 2, "start", line.label);
    out += svg::label(svg::kWidth, top + svg::kText + 2, "end", line.mark);
    out += svg::line(0, bottom, svg::kWidth, bottom, "grid");
    out += svg::line(border, top + kNameRow, border, bottom, "axis");
    std::string points;
    std::string end;
    for (std::size_t month = 0; month < months; ++month) {
        const double share = highest > 0 ? line.values[month] / highest : 0;
        const double x = place_of(static_cast<double>(month), months);
        points += fmt::format("{}{:.1f},{:.1f}", month == 0 ? "" : " ", x, bottom - share * height);
        end = fmt::format("<circle class=\"s0\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>\n", x, bottom - share * height);
    }
    return out + fmt::format("<polyline class=\"s0\" points=\"{}\"/>\n", points) + end;
}

}  // namespace

std::string month_lines(const ChartText& text, const std::vector<std::string>& months, std::size_t now,
                        const std::vector<MonthLine>& lines) {
    const double bottom = kRow * static_cast<double>(lines.size());
    std::string out = svg::open(text, bottom + kFoot);
    double top = 0;
    for (const MonthLine& line : lines) {
        out += row(line, now, top);
        top += kRow;
    }
    out += svg::label(0, bottom + svg::kText + 4, "start", months.front());
    out += svg::label(svg::kWidth, bottom + svg::kText + 4, "end", months.back());
    return out + "</svg>\n";
}

}  // namespace saegin::eval
