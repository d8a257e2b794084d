// The part of searching that search and related share: a Xapian query in, ranked matches out.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/searcher.h"

namespace saegin::query {

/// One ranked match.
struct Match {
    Xapian::Document document;
    double score = 0;
    std::size_t rank = 0;     ///< from 1
    Xapian::docid docid = 0;  ///< in all that is open; the document's own is that of one index of several
};

/// A page of a ranking.
struct Matches {
    std::vector<Match> page;
    std::uint64_t total = 0;     ///< papers that match
    bool total_is_exact = true;  ///< else Xapian's estimate: only beyond ten thousand
};

/// Asks `database` with the weighting of the ranking.
[[nodiscard]] Xapian::Enquire enquire_for(const Xapian::Database& database, const RankingParameters& parameters);

/// The vote prior of each paper times `weight`. `joined` is what IndexReader::joined gives for the database.
[[nodiscard]] Xapian::Query vote_query(const JoinedPapers* joined, double weight);

/// `query` without papers of other days than the ranking asks for; scores stay.
[[nodiscard]] Xapian::Query within_days(const Xapian::Query& query, const Ranking& ranking);

/// How many places a search for the first `end` matches is to have. Over several local indexes one for every paper:
/// with fewer places than matches Xapian 1.4.22 asks all branches for their best weight, also those of an index that it
/// has done with, and crashes on an OP_MAX there.
[[nodiscard]] Xapian::doccount places_for(const Xapian::Database& database, const JoinedPapers* joined,
                                          Xapian::doccount end);

/// Runs `query` over `database`: BM25 plus the vote prior, a prior of 1 adding `vote_weight`; date filter, order and
/// page as `ranking` says. A paper that does not match `query` never enters, whatever its votes. What is equal in every
/// respect is ordered by id. `joined` is what IndexReader::joined gives for `database`.
[[nodiscard]] Matches run_query(const Xapian::Database& database, const JoinedPapers* joined,
                                const Xapian::Query& query, double vote_weight, const Ranking& ranking);

/// A paper that matches, without what only a page needs.
struct Scored {
    std::string id;
    Xapian::docid docid = 0;  ///< in all that is open
    double score = 0;
};

/// All papers that match `query`, best first, without votes, days and order of a ranking; a paper of several indexes
/// once. Takes time with the papers that match, and one exchange with each server.
[[nodiscard]] std::vector<Scored> all_scores(const Xapian::Database& database, const JoinedPapers* joined,
                                             const Xapian::Query& query, const RankingParameters& parameters);

/// Ids and scores of matches.
[[nodiscard]] std::vector<ScoredId> ids_of(const Matches& matches);

/// Rank, paper and score of one match; the rest is for the caller to fill. Error kCorrupt where it cannot be read.
[[nodiscard]] Result<Hit> load_hit(const Match& match);

}  // namespace saegin::query
