// Measures of one ranking that know two kinds of documents, relevant and not: counts, precision, recall and their kin.
// All are pure functions of a graded ranking; none divides by zero: where a measure is not defined (nothing relevant,
// nothing retrieved) it is 0, as trec_eval has it. Unless said otherwise values lie in [0, 1]. "trec_eval m_x.c" names
// the file of trec_eval 10 whose definition is followed; the words there also cite the papers.
#pragma once

#include <cstddef>
#include <limits>

#include "benchmarks/eval/ranking.h"

namespace saegin::eval {

/// A cut-off behind the last rank: the whole ranking.
inline constexpr std::size_t kWhole = std::numeric_limits<std::size_t>::max();

/// Precision at `cutoff` (1 or more): relevant among the first k, by k. A short ranking is filled up with documents
/// that are not relevant (trec_eval m_P.c).
[[nodiscard]] double precision(const GradedRanking& ranking, std::size_t cutoff);

/// Recall at `cutoff`: relevant among the first k, by all relevant (trec_eval m_recall.c).
[[nodiscard]] double recall(const GradedRanking& ranking, std::size_t cutoff);

/// 1 if a relevant document stands among the first k, else 0 (trec_eval m_success.c).
[[nodiscard]] double success(const GradedRanking& ranking, std::size_t cutoff);

/// Precision at `cutoff` by the best that can be had there: relevant among the first k, by min(k, all relevant)
/// (trec_eval m_rel_P.c).
[[nodiscard]] double relative_precision(const GradedRanking& ranking, std::size_t cutoff);

/// Precision at `multiple` times the number of relevant documents; 1 gives R-precision. The rank is rounded as
/// trec_eval does, by adding 0.9 and cutting off (trec_eval m_Rprec.c, m_Rprec_mult.c).
[[nodiscard]] double r_precision(const GradedRanking& ranking, double multiple);

/// Average precision: the mean of the precisions at each relevant document, those not among the first k counting 0
/// (trec_eval m_map.c, m_map_cut.c).
[[nodiscard]] double average_precision(const GradedRanking& ranking, std::size_t cutoff);

/// 1 / rank of the first relevant document, or 0 where none stands among the first k (trec_eval m_recip_rank.c).
[[nodiscard]] double reciprocal_rank(const GradedRanking& ranking, std::size_t cutoff);

/// Binary preference: the share of the judged, not relevant documents that stand below each relevant one; documents
/// that nobody judged play no part (Buckley and Voorhees, SIGIR 2004; trec_eval m_bpref.c).
[[nodiscard]] double binary_preference(const GradedRanking& ranking);

/// The highest precision at or behind the rank where `recall` in [0, 1] is reached; the number of relevant documents
/// that this needs is rounded to the nearest (trec_eval m_iprec_at_recall.c).
[[nodiscard]] double interpolated_precision(const GradedRanking& ranking, double recall);

/// Mean of the interpolated precisions at recall 0, 0.1, ... 1 (trec_eval m_11pt_avg.c).
[[nodiscard]] double eleven_point_average(const GradedRanking& ranking);

/// Share of judged documents among the first k that were retrieved, relevant or not; 0 for an empty ranking
/// (Judged@k of ir_measures).
[[nodiscard]] double judged_share(const GradedRanking& ranking, std::size_t cutoff);

/// Unjudged documents among the first k, by k (trec_eval m_unjudged.c).
[[nodiscard]] double unjudged_share(const GradedRanking& ranking, std::size_t cutoff);

/// Judged documents among those retrieved that are not relevant: a count (trec_eval m_num_nonrel_judged_ret.c).
[[nodiscard]] double judged_not_relevant(const GradedRanking& ranking);

/// Precision of all that was retrieved, without order (trec_eval m_set_P.c).
[[nodiscard]] double set_precision(const GradedRanking& ranking);

/// Harmonic mean of precision and recall of all that was retrieved (trec_eval m_set_F.c with its default weight).
[[nodiscard]] double set_f(const GradedRanking& ranking);

/// Precision times recall of all that was retrieved (trec_eval m_set_map.c).
[[nodiscard]] double set_average_precision(const GradedRanking& ranking);

/// Relevant documents that were retrieved, by the most that so many documents can hold (trec_eval m_set_rel_P.c).
[[nodiscard]] double set_relative_precision(const GradedRanking& ranking);

/// Relevant documents retrieved less the others retrieved: a number that may lie below 0 (trec_eval m_utility.c with
/// its default weights).
[[nodiscard]] double utility(const GradedRanking& ranking);

/// Rank-biased precision: what a reader gains per document who goes on to the next one with probability
/// `persistence`, in (0, 1): (1 - p) sum over relevant ranks of p^(rank - 1) (Moffat and Zobel, ACM TOIS 27(1), 2008).
[[nodiscard]] double rank_biased_precision(const GradedRanking& ranking, double persistence);

/// How much rank-biased precision could rise if every unjudged document retrieved, and all that follow the last one,
/// were relevant; 0 where all that was retrieved is judged (trec_eval m_rbp_resid.c).
[[nodiscard]] double rank_biased_residual(const GradedRanking& ranking, double persistence);

/// Mean over all relevant documents of 1 / log2(2 + others retrieved before it) (trec_eval m_binG.c).
[[nodiscard]] double binary_gain(const GradedRanking& ranking);

}  // namespace saegin::eval
