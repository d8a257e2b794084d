// Answers the queries of suites in this process: from an index, and from the same without titles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "benchmarks/eval/suites/archive_papers.h"
#include "common/result.h"
#include "query/searcher.h"

namespace saegin::eval {

/// Opens several indexes as one. Errors of query::IndexReader::open.
[[nodiscard]] Result<query::IndexReader> open_indexes(const std::vector<std::string>& folders);

/// Both indexes, open. One per thread.
class SuiteSearch {
public:
    /// Takes an open index over; builds the one without titles (UntitledIndex) out of `papers` if `hide_titles`. Errors
    /// of UntitledIndex::build and of opening what it built.
    [[nodiscard]] static Result<SuiteSearch> open(query::IndexReader reader, const std::vector<ArchivePaper>& papers,
                                                  bool hide_titles, double vote_weight);

    /// Ids of the answer, best first, at most kSuiteDepth. `titles_hidden` requires that open() was told to hide them.
    [[nodiscard]] Result<std::vector<std::string>> answer(const std::string& query, bool titles_hidden);

private:
    SuiteSearch(query::IndexReader reader, double vote_weight);

    query::Ranking ranking_;
    query::Searcher titled_;
    std::optional<UntitledIndex> folder_;
    std::optional<query::Searcher> untitled_;
};

}  // namespace saegin::eval
