// How much an archive uses something: in how many papers it stands, and how well they were voted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/joined_papers.h"

namespace saegin::query {

/// Figures of a term or name.
struct Use {
    std::uint32_t papers = 0;
    double votes = 0.5;  ///< mean vote prior of these papers, 0 to 1; half of all papers are above 0.5
};

/// What suggestions are ranked by: the logarithm of the papers, and their votes, which count as much as a factor of two
/// between the least and the most voted.
[[nodiscard]] double suggestion_score(const Use& use);

/// How many candidates are looked at closely for `limit` suggestions; votes lift hardly any from further down.
[[nodiscard]] std::size_t closer_look(std::size_t limit);

/// Counts uses. Holds the vote priors of all papers, which are read once when they are first needed. The database must
/// outlive it, and so must `joined`, as IndexReader gives it; Xapian's exceptions pass through.
class Usage {
public:
    explicit Usage(const Xapian::Database& database, const JoinedPapers* joined)
        : database_(database), joined_(joined) {}

    /// Of the papers that have all of these terms (at least one).
    [[nodiscard]] Use of(const std::vector<std::string>& terms);

    /// The vote prior of a paper, 0 to 1.
    [[nodiscard]] double prior(Xapian::docid document);

    /// The ids of these papers, which ascend.
    [[nodiscard]] std::map<Xapian::docid, std::string> ids_of(const std::vector<Xapian::docid>& documents) const;

private:
    const Xapian::Database& database_;
    const JoinedPapers* joined_;
    /// Thousandths of a thousandth of the prior, by document id; empty until needed. Whole numbers, since their sum
    /// does not depend on the order in which the index has its papers.
    std::vector<std::uint32_t> priors_;

    void load();
};

/// Papers that have all of `terms` (at least one), by ascending document id.
[[nodiscard]] std::vector<Xapian::docid> documents_with(const Xapian::Database& database,
                                                        const std::vector<std::string>& terms);

}  // namespace saegin::query
