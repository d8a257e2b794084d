// The points of a sweep: all combinations of the values that its parameters are to take.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "query/ranking.h"

namespace saegin::eval {

/// A sweep with more points than this describes no plan: each point answers every topic.
inline constexpr std::size_t kMaxPoints = 1000;

/// One parameter and its values, in the order in which they are tried.
struct Axis {
    const query::ParameterInfo* parameter = nullptr;
    std::vector<double> values;
};

/// One value for each axis.
using Point = std::vector<double>;

/// Reads "vote=0,0.5,1" or "vote=0..2/4": from 0 to 2 in four equal steps, so five values, both ends among them.
/// Error kUsage for an unknown name, a value outside of the parameter's range or given twice, a range whose end is not
/// above its start, fewer than 1 step, and for more than kMaxPoints values.
[[nodiscard]] Result<Axis> parse_axis(std::string_view text);

/// The axes of all `texts`. Error kUsage where there are none, for a parameter that comes twice, and for a grid of more
/// than kMaxPoints points; errors of parse_axis.
[[nodiscard]] Result<std::vector<Axis>> parse_axes(const std::vector<std::string>& texts);

/// All points, the last axis changing fastest.
[[nodiscard]] std::vector<Point> grid_points(const std::vector<Axis>& axes);

/// `base` with the values of a point in place of its own.
[[nodiscard]] query::RankingParameters at_point(const query::RankingParameters& base, const std::vector<Axis>& axes,
                                                const Point& point);

}  // namespace saegin::eval
