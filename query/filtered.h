// A filter that leaves scores alone.
#pragma once

#include <xapian.h>

namespace saegin::query {

/// `query` without what `filter` does not match. Not OP_FILTER: there Xapian 1.4.22 asks a query document by document
/// (OrPostList::check), and a phrase under OP_OR then adds its weight to papers that do not have it, in one index
/// otherwise than in another.
[[nodiscard]] inline Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
    const Xapian::Query others{Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, filter};
    return {Xapian::Query::OP_AND_NOT, query, others};
}

}  // namespace saegin::query
