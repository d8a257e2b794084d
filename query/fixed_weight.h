// A weight of our own instead of BM25's.
#pragma once

#include <xapian.h>

namespace saegin::query {

/// The papers of `papers`, each with exactly this score. For what BM25 gives no weight (boolean terms) or one by a
/// frequency that it can only guess (phrases).
[[nodiscard]] inline Xapian::Query fixed_weight(const Xapian::Query& papers, double weight) {
    Xapian::FixedWeightPostingSource source{weight};
    return {Xapian::Query::OP_FILTER, Xapian::Query{&source}, papers};
}

/// The papers of `papers`, each with what `scoring` gives it, which may be nothing. Safe for phrases, see below.
[[nodiscard]] inline Xapian::Query scored_by(const Xapian::Query& papers, const Xapian::Query& scoring) {
    return {Xapian::Query::OP_AND_MAYBE, Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, papers, 0}, scoring};
}

/// A fixed score for a phrase or words near each other. In Xapian 1.4.22 such a query, asked with check() and then with
/// skip_to(), as happens within an OR that is filtered, takes a paper that has the words anywhere
/// (SelectPostList::skip_to trusts the place where a failed check() has left it). An AND_MAYBE around it never asks
/// with check(); what it adds is 0.
[[nodiscard]] inline Xapian::Query fixed_weight_of_places(const Xapian::Query& papers, double weight) {
    Xapian::FixedWeightPostingSource nothing{0};
    return {Xapian::Query::OP_AND_MAYBE, fixed_weight(papers, weight), Xapian::Query{&nothing}};
}

}  // namespace saegin::query
