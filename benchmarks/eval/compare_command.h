// saegin-eval compare: runs against a base run, with tests of significance.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/comparison.h"
#include "benchmarks/eval/inputs.h"
#include "common/cli.h"

namespace saegin::eval {

/// All that the command prints: comparisons[m][r] compares the run r + 1 of `inputs` with the first by the m-th
/// measure.
struct ComparisonReport {
    const Inputs& inputs;
    const std::vector<Evaluation>& evaluations;
    const std::vector<std::vector<Comparison>>& comparisons;
    const TestSettings& settings;
    const QueryInfos& infos;  ///< may be empty
};

/// For people: per measure a table of runs, and the queries that moved most.
[[nodiscard]] std::string compare_text(const ComparisonReport& report);
/// One row per measure and run.
[[nodiscard]] std::string compare_tsv(const ComparisonReport& report);
/// {"version":1, "qrels", "level", "complete", "queries", "base", "seed", "draws", "bootstrap_draws", "confidence",
///  "measures":[{"measure", "base_mean", "runs":[{"run", "mean", "difference", "interval":[low, high],
///   "effect_size", "p", "exact", "p_holm", "p_t", "wins", "ties", "losses",
///   "gained":[{"query", "base", "run", "text"}], "lost":[...]}]}]}
/// with null for what is not defined, and "text" where it is known.
[[nodiscard]] std::string compare_json(const ComparisonReport& report);

/// The command for the program's table.
[[nodiscard]] cli::Command compare_command();

}  // namespace saegin::eval
