// saegin-eval report: one HTML page with the figures and pictures of several runs.
#pragma once

#include <vector>

#include "benchmarks/eval/evaluation.h"
#include "benchmarks/eval/query_info.h"
#include "benchmarks/eval/svg_chart.h"
#include "common/cli.h"

namespace saegin::eval {

/// The mean of the m-th measure by category, a value per evaluation, in the order in which `infos` first name the
/// categories. Queries without a category stand under "other", last. The label tells the number of queries.
/// `evaluations` must be of the same queries. Empty where no query has a category.
[[nodiscard]] std::vector<BarGroup> by_category(const std::vector<Evaluation>& evaluations, std::size_t measure,
                                                const QueryInfos& infos);

/// The command for the program's table.
[[nodiscard]] cli::Command report_command();

}  // namespace saegin::eval
