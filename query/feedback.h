// A second look: what the first papers of a ranking have in common tells more of what is looked for than the query
// alone (pseudo-relevance feedback).
//
//   first papers -> terms that several of them have, weighted -> added to the query, for papers that match it anyway
//
// It lifts topical queries and can only harm those that look for one paper or one person, so it is held back where the
// query or the first papers show that: a question, a whole author's
// name, too few papers, scores that fall steeply.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/binder.h"
#include "query/enquiry.h"
#include "query/part.h"
#include "query/ranking.h"

namespace saegin::query {

/// A term of the index that the first papers have in common, and the weight that scales BM25 for it.
struct FeedbackTerm {
    std::string term;
    double weight = 0;
};

/// How far the first papers of a query (by pure relevance) may be asked what else it is about, in [0, 1]: 0 for a query
/// that names an author or is a question, and for few papers or scores that fall steeply: then one paper was looked
/// for.
[[nodiscard]] double trust_in(const Matches& first, const BoundQuery& query, const RankingParameters& parameters);

/// The terms to add for a query whose first papers by pure relevance are `first`. A term
/// weighs by the BM25 scores it has in these papers, each paper counting by its own score; all weights together are
/// scaled so that the paper of the first ones that has most of them gains `most`. Terms that only one of the papers or
/// too many of all papers have are left out, as are numbers and sentence endings.
[[nodiscard]] std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database, const Matches& first,
                                                       double most, const RankingParameters& parameters);

/// A part for each term.
[[nodiscard]] std::vector<Part> parts_of(const std::vector<FeedbackTerm>& terms);

}  // namespace saegin::query
