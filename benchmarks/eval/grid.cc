#include "benchmarks/eval/grid.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/parameters.h"
#include "benchmarks/eval/text_file.h"

namespace saegin::eval {

namespace {

Error too_many(std::string_view what) {
    return {Code::kUsage, fmt::format("{} has more than {} points", what, kMaxPoints),
            "try a coarser one first, then a finer one where it is best"};
}

Result<std::vector<double>> parse_list(const query::ParameterInfo& parameter, std::string_view text) {
    std::vector<double> values;
    while (true) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const Result<double> value = parse_value(parameter, text.substr(0, comma));
        if (!value) {
            return value.error();
        }
        if (std::find(values.begin(), values.end(), *value) != values.end()) {
            return Error{Code::kUsage, fmt::format("{} is to be {} twice", parameter.name, *value), "give it once"};
        }
        values.push_back(*value);
        if (values.size() > kMaxPoints) {
            return too_many(parameter.name);
        }
        if (comma == text.size()) {
            return values;
        }
        text.remove_prefix(comma + 1);
    }
}

/// The number as people write it: 0.8, not 0.8000000000000002.
double without_noise(double value) {
    return parse_score(fmt::format("{:.12g}", value)).value_or(value);
}

/// LOW..HIGH/STEPS; `dots` is where the dots stand.
Result<std::vector<double>> parse_range(const query::ParameterInfo& parameter, std::string_view text,
                                        std::size_t dots) {
    const std::size_t slash = std::min(text.find('/', dots), text.size());
    const std::string_view after = text.substr(std::min(slash + 1, text.size()));
    const std::optional<int> steps = parse_whole(after);
    if (!steps || *steps < 1) {
        return Error{Code::kUsage, fmt::format("'{}' does not say in how many steps", text),
                     "a range is LOW..HIGH/STEPS, such as 0..2/4 for 0, 0.5, 1, 1.5 and 2"};
    }
    if (static_cast<std::size_t>(*steps) >= kMaxPoints) {
        return too_many(parameter.name);
    }
    const Result<double> low = parse_value(parameter, text.substr(0, dots));
    const Result<double> high = parse_value(parameter, text.substr(dots + 2, slash - dots - 2));
    if (!low || !high) {
        return low ? high.error() : low.error();
    }
    if (!(*low < *high)) {
        return Error{Code::kUsage, fmt::format("the range '{}' does not rise", text), "give the lower end first"};
    }
    std::vector<double> values{*low};
    for (int step = 1; step < *steps; ++step) {
        values.push_back(without_noise(*low + (*high - *low) * step / *steps));
    }
    values.push_back(*high);
    return values;
}

}  // namespace

Result<Axis> parse_axis(std::string_view text) {
    const auto parts = split_assignment(text, "vary");
    if (!parts) {
        return parts.error();
    }
    const auto parameter = find_parameter(parts->first);
    if (!parameter) {
        return parameter.error();
    }
    const std::size_t dots = parts->second.find("..");
    Result<std::vector<double>> values = dots == std::string_view::npos ? parse_list(**parameter, parts->second)
                                                                        : parse_range(**parameter, parts->second, dots);
    if (!values) {
        return values.error();
    }
    return Axis{*parameter, *std::move(values)};
}

Result<std::vector<Axis>> parse_axes(const std::vector<std::string>& texts) {
    if (texts.empty()) {
        return Error{Code::kUsage, "nothing to vary", "name a parameter and its values: --vary vote=0,0.5,1"};
    }
    std::vector<Axis> axes;
    std::size_t points = 1;
    for (const std::string& text : texts) {
        Result<Axis> axis = parse_axis(text);
        if (!axis) {
            return axis.error();
        }
        if (std::any_of(axes.begin(), axes.end(), [&](const Axis& a) { return a.parameter == axis->parameter; })) {
            return Error{Code::kUsage, fmt::format("--vary {} comes twice", axis->parameter->name),
                         "give all its values at once"};
        }
        points *= axis->values.size();  // both factors are at most kMaxPoints
        if (points > kMaxPoints) {
            return too_many("the grid");
        }
        axes.push_back(*std::move(axis));
    }
    return axes;
}

std::vector<Point> grid_points(const std::vector<Axis>& axes) {
    std::vector<Point> points{{}};
    for (const Axis& axis : axes) {
        std::vector<Point> longer;
        for (const Point& point : points) {
            for (const double value : axis.values) {
                longer.push_back(point);
                longer.back().push_back(value);
            }
        }
        points = std::move(longer);
    }
    return points;
}

query::RankingParameters at_point(const query::RankingParameters& base, const std::vector<Axis>& axes,
                                  const Point& point) {
    query::RankingParameters parameters = base;
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        parameters.*axes[axis].parameter->member = point[axis];
    }
    return parameters;
}

}  // namespace saegin::eval
