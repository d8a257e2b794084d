// What a sweep found out, as text, tab-separated and JSON.
#pragma once

#include <string>

#include "benchmarks/eval/sweep.h"

namespace saegin::eval {

/// A table with a row for each point; the best point and what cross-validation says; the folds; and all that the
/// figures depend on.
[[nodiscard]] std::string sweep_text(const Bench& bench, const SweepPlan& plan, const SweepResult& result);

/// One table, a row for each point: a column for each parameter, the measure, vote_percentile and chosen.
[[nodiscard]] std::string sweep_tsv(const Bench& bench, const SweepPlan& plan, const SweepResult& result);

/// {"version":1, "collection", "measure", "queries", "folds", "seed", "parameters":[...],
///  "points":[{"values":{name: value}, "mean", "vote_percentile"|null}],
///  "best":{"values", "mean"},
///  "cross_validated":{"mean", "folds":[{"values", "train", "test"}]},
///  "settings":{...}}: see settings_json; "ranking" holds the parameters that are not varied.
/// Sweeps over seeds have ", related" behind the collection's name. vote_percentile is null where no paper has votes.
[[nodiscard]] std::string sweep_json(const Bench& bench, const SweepPlan& plan, const SweepResult& result);

}  // namespace saegin::eval
