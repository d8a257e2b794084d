// The part of searching that search and related share: a Xapian query in, ranked matches out.
#pragma once

#include <xapian.h>

#include "query/searcher.h"

namespace saegin::query {

/// Runs `query` over `database`: BM25 plus the vote prior, date filter, order and page as `ranking` says. A paper that
/// does not match `query` never enters, whatever its votes.
[[nodiscard]] Xapian::MSet run_query(const Xapian::Database& database, const Xapian::Query& query,
                                     const Ranking& ranking);

/// Ids and scores of matches.
[[nodiscard]] std::vector<ScoredId> ids_of(const Xapian::MSet& matches);

/// Rank, paper and score of one match; the rest is for the caller to fill. Error kCorrupt where it cannot be read.
[[nodiscard]] Result<Hit> load_hit(const Xapian::MSetIterator& match);

}  // namespace saegin::query
