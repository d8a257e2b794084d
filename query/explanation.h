// Why a paper has its score: the parts that it is the sum of.
//
// Each part is asked for alone, of the papers on the page only, with the same statistics. So the numbers are those of
// the ranking itself, in one index, several or remote ones, and nothing of BM25 is computed twice.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/enquiry.h"
#include "query/plan.h"

namespace saegin::query {

/// Explains the papers of a page, in its order. `plan` and `ranking` are those that made it.
[[nodiscard]] std::vector<Explanation> explain(const Xapian::Database& database, const JoinedPapers* joined,
                                               const Plan& plan, const Matches& matches, const Ranking& ranking);

}  // namespace saegin::query
