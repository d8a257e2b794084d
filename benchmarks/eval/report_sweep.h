// The sections of the report that show how quality depends on parameters of the ranking.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/sweep_file.h"

namespace saegin::eval {

/// A section per sweep: quality against each parameter, quality against the mean vote percentile of what stands on top,
/// what cross-validation makes of it, and all points. Empty where there are no sweeps.
[[nodiscard]] std::string sweep_sections(const std::vector<Sweep>& sweeps);

}  // namespace saegin::eval
