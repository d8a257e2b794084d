#include "benchmarks/eval/sweep_file.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/cross_validation.h"
#include "benchmarks/eval/json_file.h"

namespace saegin::eval {

namespace {

using nlohmann::ordered_json;

Error bad_sweep(const TextFile& file, std::string message) {
    return Error{Code::kInvalidInput, std::move(message), "give what 'saegin-eval sweep -f json' writes",
                 Where{file.path(), 0}};
}

/// A member, or null where there is none or `object` is none.
const ordered_json& member(const ordered_json& object, const char* name) {
    static const ordered_json missing;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() ? *found : missing;
}

std::optional<double> number(const ordered_json& value) {
    return value.is_number() ? std::optional{value.get<double>()} : std::nullopt;
}

std::string text(const ordered_json& value) {
    return value.is_string() ? value.get<std::string>() : "";
}

/// The elements of an array; of what is none, none.
const ordered_json& elements(const ordered_json& value) {
    static const ordered_json none = ordered_json::array();
    return value.is_array() ? value : none;
}

/// The values of all parameters, in their order; nothing where one is missing.
std::optional<std::vector<double>> values_at(const ordered_json& holder, const std::vector<std::string>& parameters) {
    std::vector<double> values;
    for (const std::string& parameter : parameters) {
        const std::optional<double> value = number(member(member(holder, "values"), parameter.c_str()));
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*value);
    }
    return values;
}

Result<void> read_points(const TextFile& file, const ordered_json& points, Sweep& sweep) {
    for (const ordered_json& entry : points) {
        auto values = values_at(entry, sweep.parameters);
        const std::optional<double> mean = number(member(entry, "mean"));
        if (!values || !mean) {
            return bad_sweep(file,
                             fmt::format("point {} lacks a mean or the value of a parameter", sweep.points.size() + 1));
        }
        sweep.points.push_back({*std::move(values), *mean, number(member(entry, "vote_percentile"))});
    }
    return sweep.points.empty() ? Result<void>{bad_sweep(file, "the sweep has no points")} : Result<void>{};
}

Result<void> read_folds(const TextFile& file, const ordered_json& folds, Sweep& sweep) {
    for (const ordered_json& entry : folds) {
        auto values = values_at(entry, sweep.parameters);
        const std::optional<double> train = number(member(entry, "train"));
        const std::optional<double> test = number(member(entry, "test"));
        if (!values || !train || !test) {
            return bad_sweep(file,
                             fmt::format("fold {} lacks a figure or the value of a parameter", sweep.folds.size() + 1));
        }
        sweep.folds.push_back({*std::move(values), *train, *test});
    }
    return {};
}

}  // namespace

const MeasuredPoint& best_point(const Sweep& sweep) {
    std::vector<double> means;
    means.reserve(sweep.points.size());
    std::transform(sweep.points.begin(), sweep.points.end(), std::back_inserter(means),
                   [](const MeasuredPoint& point) { return point.mean; });
    return sweep.points[highest_mean(means)];
}

Result<Sweep> parse_sweep(const TextFile& file) {
    const Result<ordered_json> json = parse_json(file);
    if (!json) {
        return json.error();
    }
    if (member(*json, "version") != 1) {
        return bad_sweep(file, "this is no sweep of version 1");
    }
    Sweep sweep;
    sweep.collection = text(member(*json, "collection"));
    sweep.measure = text(member(*json, "measure"));
    const ordered_json& queries = member(*json, "queries");
    sweep.queries = queries.is_number_unsigned() ? queries.get<std::size_t>() : 0;
    for (const ordered_json& name : elements(member(*json, "parameters"))) {
        sweep.parameters.push_back(text(name));
    }
    if (sweep.measure.empty() || sweep.parameters.empty()) {
        return bad_sweep(file, "the sweep lacks its \"measure\" or \"parameters\"");
    }
    if (const Result<void> read = read_points(file, elements(member(*json, "points")), sweep); !read) {
        return read.error();
    }
    const ordered_json& validated = member(*json, "cross_validated");
    sweep.cross_validated = number(member(validated, "mean"));
    if (const Result<void> read = read_folds(file, elements(member(validated, "folds")), sweep); !read) {
        return read.error();
    }
    for (const char* name : {"folds", "seed"}) {
        if (const ordered_json& value = member(*json, name); !value.is_null()) {
            sweep.settings.emplace_back(name, value.dump());
        }
    }
    const Facts more = facts_of(member(*json, "settings"));
    sweep.settings.insert(sweep.settings.end(), more.begin(), more.end());
    return sweep;
}

}  // namespace saegin::eval
