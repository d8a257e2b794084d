// Facets: how many of the papers that match fall under which month, vote band, author and section. All matches are
// counted, not a page of them, and each value comes with the filter that shows exactly the papers it counts.
//
//   const Facets facets = facets_of(database, reader.joined(), plan, ranking);
//   facets.month.front();  // {"2024-08", 12, "date:2024-08"}: the query and this filter find 12 papers
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace saegin::query {

class JoinedPapers;
struct Plan;
struct Ranking;

/// Most authors and most sections that are told; months and vote bands are told in full.
inline constexpr std::size_t kMostFacetValues = 10;

/// What is told where a paper has no date, or no votes.
inline constexpr const char* kUnknownFacet = "unknown";

/// A value that some of the papers have.
struct FacetValue {
    std::string value;         ///< "2024-08", "20-49", a name or a heading as most papers write it
    std::uint64_t papers = 0;  ///< papers that match and have it, more than 0
    std::string filter;        ///< put behind the query, it leaves those papers; empty where a query cannot say it

    friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// All matches of a query, counted in four ways. Months come newest first and vote bands highest first, what is unknown
/// last; authors and sections most papers first, then by value.
struct Facets {
    std::vector<FacetValue> month;
    std::vector<FacetValue> votes;
    std::vector<FacetValue> author;
    std::vector<FacetValue> section;

    friend bool operator==(const Facets&, const Facets&) = default;
};

/// Counts all papers that match the plan within the days of the ranking; the page does not matter. A paper that several
/// indexes hold counts once for each value that a matching copy has. `joined` is what IndexReader::joined gives for the
/// database. Xapian's exceptions pass through.
[[nodiscard]] Facets facets_of(const Xapian::Database& database, const JoinedPapers* joined, const Plan& plan,
                               const Ranking& ranking);

}  // namespace saegin::query
