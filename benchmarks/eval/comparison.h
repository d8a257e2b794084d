// Runs compared with a base run, query by query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/eval/evaluation.h"
#include "benchmarks/eval/significance.h"

namespace saegin::eval {

/// How the tests are done.
struct TestSettings {
    std::uint64_t draws = 100'000;           ///< of the randomisation test, 1 or more
    std::uint64_t bootstrap_draws = 10'000;  ///< of the interval, 1 or more
    std::uint64_t seed = 1;
    double confidence = 0.95;  ///< of the interval
    std::size_t moved = 5;     ///< how many queries to name in each direction
};

/// A query whose value changed.
struct MovedQuery {
    std::string_view qid;
    double base = 0;
    double run = 0;
};

/// One run against the base by one measure.
struct Comparison {
    double base = 0;               ///< mean of the base
    double run = 0;                ///< mean of the run
    double difference = 0;         ///< mean of (run - base)
    Interval interval;             ///< of that mean
    std::optional<double> effect;  ///< Cohen's d_z
    RandomisationTest randomisation;
    double p_holm = 1;  ///< adjusted over all runs that are compared by this measure
    std::optional<double> p_t;
    std::size_t wins = 0;  ///< queries where the run is better
    std::size_t ties = 0;
    std::size_t losses = 0;
    std::vector<MovedQuery> gained;  ///< the most first
    std::vector<MovedQuery> lost;    ///< the most first
};

/// Differences up to this size are ties: they come from rounding.
inline constexpr double kTie = 1e-9;

/// Compares each evaluation but the first with the first, by the m-th measure. All must be of the same queries
/// (evaluate_together). Every test starts from the same seed, so a run's figures do not depend on its neighbours.
[[nodiscard]] std::vector<Comparison> compare(std::span<const Evaluation> evaluations, std::size_t measure,
                                              const TestSettings& settings);

}  // namespace saegin::eval
