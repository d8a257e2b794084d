#include "benchmarks/eval/parameters.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "benchmarks/eval/text_file.h"

namespace saegin::eval {

Result<std::pair<std::string_view, std::string_view>> split_assignment(std::string_view text, std::string_view flag) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return Error{Code::kUsage, fmt::format("--{} is '{}'", flag, text),
                     fmt::format("give a name and what it shall be: --{} vote=0", flag)};
    }
    return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

Result<const query::ParameterInfo*> find_parameter(std::string_view name) {
    const auto* const found = std::find_if(query::kParameters.begin(), query::kParameters.end(),
                                           [&](const query::ParameterInfo& info) { return info.name == name; });
    if (found == query::kParameters.end()) {
        return Error{Code::kUsage, fmt::format("no parameter '{}'", name), "there are: " + parameter_names()};
    }
    return found;
}

Result<double> parse_value(const query::ParameterInfo& parameter, std::string_view text) {
    const std::optional<double> value = parse_score(text);
    if (!value || !(*value >= parameter.least && *value <= parameter.most)) {
        return Error{Code::kUsage, fmt::format("{} cannot be '{}'", parameter.name, text),
                     fmt::format("give a number from {} to {}", parameter.least, parameter.most)};
    }
    return *value;
}

Result<TaskParameters> parse_parameters(const std::vector<std::string>& assignments) {
    TaskParameters parameters;
    parameters.related.vote = 0;
    std::set<std::string_view> seen;
    for (const std::string& assignment : assignments) {
        const auto parts = split_assignment(assignment, "set");
        if (!parts) {
            return parts.error();
        }
        const auto info = find_parameter(parts->first);
        if (!info) {
            return info.error();
        }
        const Result<double> value = parse_value(**info, parts->second);
        if (!value) {
            return value.error();
        }
        if (!seen.insert((*info)->name).second) {
            return Error{Code::kUsage, fmt::format("--set {} comes twice", (*info)->name), "give it once"};
        }
        parameters.search.*(*info)->member = *value;
        parameters.related.*(*info)->member = *value;
    }
    return parameters;
}

std::string parameter_names() {
    std::string names;
    for (const query::ParameterInfo& info : query::kParameters) {
        names += names.empty() ? "" : ", ";
        names += info.name;
    }
    return names;
}

}  // namespace saegin::eval
