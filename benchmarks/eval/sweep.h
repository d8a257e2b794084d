// A sweep: the same topics answered at every point of a grid, over an index that is opened once.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "benchmarks/eval/bench.h"
#include "benchmarks/eval/cross_validation.h"
#include "benchmarks/eval/grid.h"
#include "benchmarks/eval/measure_name.h"
#include "common/result.h"
#include "indexer/progress.h"

namespace saegin::eval {

/// What to sweep over.
struct SweepPlan {
    std::vector<Axis> axes;
    Measure measure;  ///< one whose summary is a mean
    Task task = Task::kSearch;
    std::size_t folds = 5;  ///< 2 or more
    std::uint64_t seed = 1;
};

struct SweepPoint {
    Point values;
    double mean = 0;
    std::optional<double> vote_percentile;  ///< see VotePercentiles::mean_at_top
    std::size_t chosen = 0;                 ///< by how many folds
};

struct SweepResult {
    std::size_t queries = 0;
    std::vector<SweepPoint> points;  ///< in the order of grid_points()
    std::size_t best = 0;            ///< place of the point with the highest mean
    CrossValidation validation;
    double seconds = 0;  ///< that answering took, over all points
};

/// Runs the plan. Topics without results count as zero. Error kUsage where there are fewer queries than folds, or no
/// seeds for Task::kRelated; errors of Engine::answer.
[[nodiscard]] Result<SweepResult> sweep(Bench& bench, const SweepPlan& plan, indexer::Progress& progress);

}  // namespace saegin::eval
