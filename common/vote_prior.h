// The vote prior: how popular a paper is among its neighbours in time.
//
// Raw votes grow with the number of readers, so a count means little without its weeks. The prior is the mid-rank
// percentile of the paper's votes among all papers dated at most kPriorDays before or after it: the share of them with
// fewer votes plus half the share with as many. It is bounded, a single viral paper cannot stretch it, and the median
// paper of any season has 0.5.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/paper.h"

namespace saegin {

/// Half width of the window, in days: two weeks to either side hold a few hundred papers of the real archive.
inline constexpr std::int32_t kPriorDays = 14;

/// The prior of a paper without votes or without a date: neither lifts nor lowers it.
inline constexpr double kNeutralPrior = 0.5;

/// What the prior depends on.
struct VoteRecord {
    std::optional<std::int32_t> day;  ///< days since 1970-01-01
    std::optional<double> votes;      ///< as the index stores them
};

/// The prior of each record, in [0, 1], in the order given. Ranks within a window are found in O(n log n) overall
/// times the papers of one window.
[[nodiscard]] std::vector<double> vote_priors(const std::vector<VoteRecord>& records);

}  // namespace saegin
