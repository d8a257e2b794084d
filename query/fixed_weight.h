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

}  // namespace saegin::query
