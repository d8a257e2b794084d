// Recommendation as an experiment, out of judgements of related papers: two papers that suit a seed are liked, and the
// other papers that suit it are to be found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/eval/trec_files.h"

namespace saegin::eval {

/// Two papers of one seed, and what is left to be found.
struct LikedPair {
    std::string seed;  ///< id of the topic
    std::string first;
    std::string second;
    std::vector<Judgement> others;  ///< the judgements of the seed without the two; views into the qrels
};

/// Grade from which on a paper is liked.
inline constexpr int kLikedGrade = 2;

/// All pairs of papers of one seed with that grade, of each seed at most `most` (1 or more) drawn by `seed`.
[[nodiscard]] std::vector<LikedPair> liked_pairs(const Qrels& qrels, std::size_t most, std::uint64_t seed);

}  // namespace saegin::eval
