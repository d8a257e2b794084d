// Measures of one ranking that use the grades as gains: nDCG and its kin. The rules of measures.h hold here too.
// The discount of a rank is 1 / log2(rank + 1).
#pragma once

#include <cstddef>
#include <cstdint>

#include "benchmarks/eval/ranking.h"

namespace saegin::eval {

/// What a document of grade g is worth.
enum class Gain : std::uint8_t {
    kLinear,       ///< g, as in Jarvelin and Kekalainen, ACM TOIS 20(4), 2002, and in trec_eval
    kExponential,  ///< 2^g - 1, as in Burges et al., ICML 2005
};

/// Discounted cumulative gain of the first k documents, by that of the ideal ranking's first k (trec_eval m_ndcg.c,
/// m_ndcg_cut.c for the linear gain). The level of relevance plays no part.
[[nodiscard]] double ndcg(const GradedRanking& ranking, std::size_t cutoff, Gain gain);

/// nDCG averaged over the ranks of all documents with a gain; those not retrieved stand behind the end of both
/// rankings (trec_eval m_ndcg_rel.c).
[[nodiscard]] double ndcg_at_gains(const GradedRanking& ranking);

/// nDCG averaged over the ranks where the ideal ranking steps down from one grade to the next, and the end of a
/// ranking that goes on behind the last of them (trec_eval m_Rndcg.c).
[[nodiscard]] double ndcg_at_steps(const GradedRanking& ranking);

/// G: each gain divided by log2(2 + what the ideal ranking has gained more by that rank, at least 1 per rank), by the
/// sum of all gains (trec_eval m_G.c).
[[nodiscard]] double normalised_gain(const GradedRanking& ranking);

/// Rank-biased precision with the grade, by the query's highest grade, as gain (trec_eval m_rbp.c).
[[nodiscard]] double graded_rank_biased_precision(const GradedRanking& ranking, double persistence);

}  // namespace saegin::eval
