// Recommendations: papers near several that a reader likes, away from those disliked, none that was seen.
//
//   liked papers -> related papers of each -> sum, less those of disliked papers, plus votes -> spread (spread.h)
//
// The score of a candidate is the mean of its scores as a related paper of each liked one (each a share of the best
// that the liked paper's terms find), less what a disliked one takes off, plus the vote prior. Summing the scores of
// several rankings is CombSUM (Fox and Shaw 1994); what else was tried: docs/experiments.md.
//
// With a share d for a disliked paper and l for the nearest liked one, d x d / (d + l) is taken off, the most for any
// disliked paper: what is near to both is less certain to be unwanted than what is near to the disliked one alone.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/paper.h"
#include "common/result.h"
#include "query/enquiry.h"
#include "query/index_reader.h"
#include "query/paper_profile.h"
#include "query/part.h"
#include "query/searcher.h"
#include "query/taste.h"

namespace saegin::query {

/// Liked and disliked papers that count at most, each; of more the last given. Each takes somewhat longer than
/// `related`.
inline constexpr std::size_t kMostTastes = 200;

/// A paper that is recommended, and what its score is the sum of.
struct Recommendation {
    Match match;  ///< with its score
    /// What each liked paper adds, as places in Recommendations::liked, the most first.
    std::vector<std::pair<std::size_t, double>> liked;
    double disliked = 0;  ///< what a disliked paper takes off, 0 or more
    double votes = 0;     ///< what the vote prior adds
};

struct Recommendations {
    std::vector<Recommendation> papers;  ///< one page
    std::vector<PaperProfile> liked;     ///< the liked papers that the index has
    std::vector<std::string> unknown;    ///< ids of liked and disliked papers that it does not have
    std::size_t total = 0;               ///< papers that are somehow like a liked one and may be shown
};

/// Recommends. `taste.seen` and the liked and disliked papers themselves are never among the answers; a paper that is
/// both liked and disliked is disliked. Of `ranking` count limit, offset, days and parameters. Errors: kUsage where
/// nothing is liked that is not disliked, kNotFound where the index has none of the liked papers, kCorrupt.
[[nodiscard]] Result<Recommendations> recommend(IndexReader& reader, const Xapian::Database& database,
                                                text::Analyzer& analyzer, const Taste& taste, const Ranking& ranking);

/// Why a paper is recommended: the liked paper that adds most, a second one that adds at least half as much, and what
/// the paper shares with the first.
[[nodiscard]] std::vector<Reason> reasons_for(const Recommendation& recommendation,
                                              const std::vector<PaperProfile>& liked, const Paper& paper,
                                              text::Analyzer& analyzer);

/// What the score of a recommendation is the sum of.
[[nodiscard]] Explanation explain(const Recommendation& recommendation, const std::vector<PaperProfile>& liked);

}  // namespace saegin::query
