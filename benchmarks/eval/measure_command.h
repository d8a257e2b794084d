// saegin-eval measure: runs against judgements, query by query and as a whole.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/inputs.h"
#include "common/cli.h"

namespace saegin::eval {

/// The figures of all runs as a table. Text has a row per run and a column per measure, or, for more measures than fit
/// on a line, a row per measure and a column per run; tab-separated tables always have the first form. With `per_query`
/// each query has a row of its own before the row "all" of its run. `evaluations` belong to `inputs.runs`.
[[nodiscard]] std::string measure_text(const Inputs& inputs, const std::vector<Evaluation>& evaluations,
                                       bool per_query);
[[nodiscard]] std::string measure_tsv(const Inputs& inputs, const std::vector<Evaluation>& evaluations, bool per_query);

/// {"version":1, "qrels":{"file","fingerprint","queries"}, "level", "complete", "measures":[...],
///  "runs":[{"name","file","fingerprint","tag","queries","without_judgements","without_results",
///           "values":{measure: value}, "per_query":{query: {measure: value}}}]}
/// with values in full precision; "per_query" only where it is asked for.
[[nodiscard]] std::string measure_json(const Inputs& inputs, const std::vector<Evaluation>& evaluations,
                                       bool per_query);

/// The command for the program's table.
[[nodiscard]] cli::Command measure_command();

}  // namespace saegin::eval
