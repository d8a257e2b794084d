// What `run` found out, as text, tab-separated and JSON.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/bench.h"
#include "benchmarks/eval/evaluation.h"

namespace saegin::eval {

/// The topics of one set, answered and measured.
struct TaskResult {
    const TopicSet* set = nullptr;
    query::RankingParameters parameters;
    Answers answers;
    Evaluation evaluation;
};

struct RunResult {
    const Bench* bench = nullptr;
    std::vector<Measure> measures;
    std::vector<TaskResult> tasks;  ///< topics, then related papers where there are any
};

/// A table with a row for each set of topics, one by category where topics have some, one by query with `per_query`;
/// below them counts, times, and all that the figures depend on.
[[nodiscard]] std::string run_text(const RunResult& result, bool per_query);

/// One table: set, scope (all, category, query), name, queries, and a column per measure.
[[nodiscard]] std::string run_tsv(const RunResult& result, bool per_query);

/// {"version":1, "collection", "measures":[...],
///  "index":{"papers","bytes","seconds"|null,"skipped"},
///  "sets":[{"name","queries","seconds","without_results","unjudged","unasked","unknown":[...],
///           "values":{measure: value}, "categories":{name:{"queries","values"}}, "per_query":{query: {measure:
///           value}}, "parameters":{name: value}}],
///  "settings":{"version","analyzer","level","depth","index"|null,"files":[{"role","path","fingerprint"}]}}
/// with values in full precision; "per_query" only where it is asked for. "seconds" of the index is null where it was
/// there already; then "index" of the settings is its folder.
[[nodiscard]] std::string run_json(const RunResult& result, bool per_query);

}  // namespace saegin::eval
