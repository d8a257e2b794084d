// What has to be known of all papers where several indexes are read as one.
//
// The vote prior of a paper is its rank among its neighbours in time, and each index has ranked its own papers only. So
// the priors that are stored do not add up: they are made anew from days and votes, and a query brings them along. And
// where no paper stands in two indexes, nothing has to be left out as a copy, so matches can be counted exactly.
//
//   const JoinedPapers papers = JoinedPapers::load(database, false);  // three exchanges with each index, remote or not
//   const Xapian::Query lifted{Xapian::Query::OP_AND_MAYBE, query, papers.prior_query()};
#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace saegin::query {

/// Ids and vote priors of all papers of a database that is several. Safe to read from several threads.
class JoinedPapers {
public:
    /// Reads them; a few milliseconds for some thousand papers. Xapian's exceptions pass through.
    [[nodiscard]] static JoinedPapers load(const Xapian::Database& database, bool all_remote);

    /// Whether every index lies behind a server.
    [[nodiscard]] bool all_remote() const { return all_remote_; }

    /// Whether a paper stands in more than one of the indexes.
    [[nodiscard]] bool has_copies() const { return has_copies_; }
    /// The id of the paper that a document is; empty where there is no such document.
    [[nodiscard]] const std::string& id(Xapian::docid document) const { return ids_.at(document); }
    /// The vote prior of a document, as one index of all papers would have it; 0 where there is no such document.
    [[nodiscard]] double prior(Xapian::docid document) const {
        const auto found = priors_.find(ids_.at(document));
        return found == priors_.end() ? 0 : found->second;
    }
    /// Adds the prior of each paper to its score; works in remote indexes as well.
    [[nodiscard]] const Xapian::Query& prior_query() const { return prior_query_; }

private:
    std::vector<std::string> ids_;  ///< by document
    std::map<std::string, double> priors_;
    Xapian::Query prior_query_;
    bool has_copies_ = false;
    bool all_remote_ = false;
};

}  // namespace saegin::query
