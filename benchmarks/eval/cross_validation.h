// Cross-validation of a sweep: how good is the point that one would choose, on topics that had no part in the choice?
//
// The mean of the best point over the topics that it was chosen by is too high: with enough points one of them fits
// these topics by chance. So the topics are parted into folds; for each fold the point that is best on all others is
// chosen and measured on the fold (Stone, Journal of the Royal Statistical Society B 36, 1974).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace saegin::eval {

/// One fold: the point that the other topics choose.
struct Fold {
    std::size_t point = 0;
    double train = 0;  ///< its mean over the topics that chose it
    double test = 0;   ///< its mean over the topics of the fold
};

struct CrossValidation {
    double mean = 0;  ///< over all topics, each measured at the point that its fold was given
    std::vector<Fold> folds;
};

/// Values of one measure, by point and topic: values[point][topic]. All points have the same topics.
using PointValues = std::vector<std::vector<double>>;

/// The place of the highest mean. Differences of kTie or less come from rounding and are no reason to leave a point
/// that comes before: what the best point of a sweep is, wherever one is named. Requires a mean.
[[nodiscard]] std::size_t highest_mean(std::span<const double> means);

/// The point with the highest mean over `topics`, as highest_mean has it. Requires a point and a topic.
[[nodiscard]] std::size_t best_point(const PointValues& values, std::span<const std::size_t> topics);
/// The same over all topics.
[[nodiscard]] std::size_t best_point(const PointValues& values);

/// Requires a point, and 2 <= folds <= topics. Topics are shuffled from `seed` and dealt out to the folds in turn, so
/// that their sizes differ by one at most; the same seed gives the same folds on every platform.
[[nodiscard]] CrossValidation cross_validate(const PointValues& values, std::size_t folds, std::uint64_t seed);

}  // namespace saegin::eval
