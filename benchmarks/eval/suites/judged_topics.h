// Topics that somebody judged, as one more suite: what a variant of them costs.
#pragma once

#include <string>

#include "benchmarks/eval/suites/suite.h"
#include "common/result.h"

namespace saegin::eval {

/// The name of that suite.
inline constexpr const char* kJudgedSuite = "topics";

/// The topics that have judgements. Errors of read_topics and Qrels::read; kInvalidInput where no topic is judged.
[[nodiscard]] Result<Suite> read_judged_topics(const std::string& topics_path, const std::string& qrels_path);

}  // namespace saegin::eval
