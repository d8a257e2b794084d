// What figures depend on, as lines below them: with these they can be had again.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "benchmarks/eval/bench.h"
#include "benchmarks/eval/grid.h"

namespace saegin::eval {

/// "k1=1.2 b=0.5 ...", without the parameters of `varied`.
[[nodiscard]] std::string parameters_text(const query::RankingParameters& parameters,
                                          const std::vector<Axis>& varied = {});

/// A line about the index that was searched.
[[nodiscard]] std::string index_text(const IndexFacts& facts);

/// Lines about the program, its settings and the files that were read.
[[nodiscard]] std::string settings_text(const Bench& bench);

/// The same as JSON: {"version", "analyzer", "level", "depth", "index" (null: made for this), "files", "ranking"}.
[[nodiscard]] nlohmann::ordered_json settings_json(const Bench& bench, nlohmann::ordered_json ranking);

}  // namespace saegin::eval
