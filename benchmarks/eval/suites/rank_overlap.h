// How much two rankings of the same collection agree, without judgements.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace saegin::eval {

/// Documents that both rankings have among their first `depth` (1 or more), by `depth` or, where both are shorter, by
/// the longer of the two. In [0, 1]; 1 where both are empty, since they agree.
[[nodiscard]] double overlap_at(std::span<const std::string> a, std::span<const std::string> b, std::size_t depth);

/// Rank-biased overlap, extrapolated: the expected agreement that a reader sees who goes on to the next rank with
/// probability `persistence`, in (0, 1), taking the agreement seen at the end to go on for ever (Webber, Moffat and
/// Zobel, ACM TOIS 28(4), 2010, equation 32, also for rankings of different length). In [0, 1]; 1 where both are empty,
/// 0 where one is. No document may stand twice in a ranking.
[[nodiscard]] double rank_biased_overlap(std::span<const std::string> a, std::span<const std::string> b,
                                         double persistence);

}  // namespace saegin::eval
