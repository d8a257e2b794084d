// Parameters of the ranking by their names, as the command line gives them: --set NAME=VALUE, --vary NAME=VALUES.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"
#include "query/ranking.h"

namespace saegin::eval {

/// What both tasks are answered with. They differ in one default: votes say nothing about being related.
struct TaskParameters {
    query::RankingParameters search;
    query::RankingParameters related;
};

/// "NAME=REST" in its two parts. Error kUsage, with an example for `flag`, where there is no '=' or no name.
[[nodiscard]] Result<std::pair<std::string_view, std::string_view>> split_assignment(std::string_view text,
                                                                                     std::string_view flag);

/// The parameter of that name. Error kUsage, with the names there are, for an unknown one.
[[nodiscard]] Result<const query::ParameterInfo*> find_parameter(std::string_view name);

/// The number that `text` writes. Error kUsage where it is none, or none that `parameter` can have.
[[nodiscard]] Result<double> parse_value(const query::ParameterInfo& parameter, std::string_view text);

/// The defaults, changed as `assignments` ("vote=0") say, for both tasks alike. Error kUsage for an unknown name, a bad
/// value and a name that is set twice.
[[nodiscard]] Result<TaskParameters> parse_parameters(const std::vector<std::string>& assignments);

/// All names, parted by commas.
[[nodiscard]] std::string parameter_names();

}  // namespace saegin::eval
