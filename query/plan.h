// The plan of a search: everything that the index is asked for, laid out in parts whose scores add up.
//
//   lowered query -> first look -> feedback, themes -> plan -> Xapian::Query
//                                                          \-> explanation
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "common/result.h"
#include "query/index_reader.h"
#include "query/lowering.h"
#include "query/paper_profile.h"
#include "query/part.h"
#include "query/searcher.h"

namespace saegin::query {

struct Plan {
    std::vector<Part> matching;               ///< a paper is found by any of them
    std::vector<Part> lifting;                ///< only lift papers that are found
    std::optional<Xapian::Query> filter;      ///< what a paper must match besides; changes no score
    std::optional<Xapian::Query> own_filter;  ///< the part of it that is not date: or the like, but of the words
    bool found_by_filter = false;             ///< a paper is found by the filter alone, whatever parts it has
    double vote_weight = 0;                   ///< the score that a vote prior of 1 adds
    std::vector<language::Diagnostic> diagnostics = {};  ///< what was found out while planning
};

/// The plan of a search by relevance, with a second look at the first papers; or of one in another order, which leaves
/// out what matches only in part, since it would not sink: papers have to have all words, or, where none has, one
/// whole. `query` is to be lowered for that order. Errors: kCorrupt.
[[nodiscard]] Result<Plan> plan_search(IndexReader& reader, const Xapian::Database& database, const LoweredQuery& query,
                                       const Ranking& ranking);

/// The plan for papers like one. Errors: kCorrupt.
[[nodiscard]] Result<Plan> plan_related(IndexReader& reader, const Xapian::Database& database,
                                        const PaperProfile& profile, const RankingParameters& parameters);

/// How many of the papers that are most like one an order by votes or date is of.
inline constexpr std::size_t kNearest = 100;

/// Limits the plan for papers like one to the kNearest of the days of `ranking`, for an order in which the others would
/// not sink: nearly every paper is a little like any other.
void limit_to_nearest(Plan& plan, IndexReader& reader, const Xapian::Database& database, const Ranking& ranking);

/// How many papers a plan would find without date: and the like, and without the days of the ranking.
[[nodiscard]] std::uint64_t papers_without_restrictions(const Xapian::Database& database, const JoinedPapers* joined,
                                                        const Plan& plan, const Ranking& ranking);

/// The plan as one query, without votes.
[[nodiscard]] Xapian::Query to_xapian(const Plan& plan);

}  // namespace saegin::query
