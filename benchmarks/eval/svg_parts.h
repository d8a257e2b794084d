// What every chart here is made of: the frame, labels and lines, in the units of the drawing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace saegin::eval {

/// What names a chart: `id` is unique on the page and needs no escaping.
struct ChartText {
    std::string id;
    std::string title;
    std::string description;
};

namespace svg {

// Units of the drawing. It is as wide as the column it stands in: on a phone about 0.85 px per unit, elsewhere 1.2.
inline constexpr double kWidth = 440;
inline constexpr double kText = 13;

/// The class that gives bars and dots of a series their colour.
[[nodiscard]] std::string colour_class(std::size_t series);
/// The classes that give a line its colour and dash pattern; 18 series differ.
[[nodiscard]] std::string line_class(std::size_t series);

/// The start of a drawing of that height, with the words for readers who cannot see it. "</svg>" ends it.
[[nodiscard]] std::string open(const ChartText& text, double height);
/// Text at a place; `anchor` is start, middle or end. Escaped here.
[[nodiscard]] std::string label(double x, double y, std::string_view anchor, std::string_view text);
/// A straight line of the class `style`: axis or grid.
[[nodiscard]] std::string line(double x1, double y1, double x2, double y2, std::string_view style);
/// `value` inside [low, high]; `low` for what is no finite number.
[[nodiscard]] double clamped(double value, double low, double high);
/// The smallest of 1, 2 and 5 times a power of ten that is not below `least`, which is above 0.
[[nodiscard]] double rounded_up(double least);

}  // namespace svg

}  // namespace saegin::eval
