// Related papers: what is distinctive about a paper becomes a query.
//
// Each word of title and summary weighs (1 + log tf) x idf, words of the title more; the strongest make the profile.
// Authors weigh by their rarity and by the length of the author list. The constants stand in ranking.h.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/part.h"
#include "query/query_terms.h"
#include "query/results.h"

namespace saegin::query {

/// How many reasons a related paper is given at most, per kind.
inline constexpr std::size_t kMostReasons = 5;
/// What is distinctive about one paper.
class Profile {
public:
    struct Term {
        std::string term;     ///< as it stands in the index, prefix included
        std::string written;  ///< as it stands in the paper
        double weight = 0;    ///< of a word: in (0, 1], scales BM25; of an author: the score it adds
        bool author = false;
    };

    Profile(std::string id, std::vector<Term> terms) : id_(std::move(id)), terms_(std::move(terms)) {}

    [[nodiscard]] const std::string& id() const { return id_; }

    /// What adds to the score of another paper: the terms and authors that it shares.
    [[nodiscard]] std::vector<Part> parts() const;
    /// The terms as something to mark in texts.
    [[nodiscard]] std::vector<QueryTerm> highlights() const;
    /// What the paper of `document` shares with this one: authors, then terms, strongest first.
    [[nodiscard]] std::vector<Reason> reasons(const Xapian::Document& document) const;

private:
    std::string id_;
    std::vector<Term> terms_;
};

/// The profile of the paper in `document`. Error kCorrupt where it cannot be read.
[[nodiscard]] Result<Profile> make_profile(const Xapian::Database& database, Xapian::docid document,
                                           text::Analyzer& analyzer, const RankingParameters& parameters);

}  // namespace saegin::query
