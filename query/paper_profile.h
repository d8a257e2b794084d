// What is distinctive about a paper, as something to look up: what related papers are found by, and why.
//
//   paper -> its words -> the strongest, each with its other names -> parts of a query
//                     \-> authors, by rarity and length of the author list
//
// What others it was measured against: docs/experiments.md. The constants stand in ranking.h.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/lexicon/lexicon.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/name_family.h"
#include "query/part.h"
#include "query/query_terms.h"
#include "query/results.h"

namespace saegin::query {

/// How many reasons a related paper is given at most, per kind.
inline constexpr std::size_t kMostReasons = 5;
/// With fewer shared subjects than this other shared words are told as well.
inline constexpr std::size_t kFewestTerms = 3;

/// What is distinctive about one paper.
class PaperProfile {
public:
    /// Another name of a term, from the lexicon. A paper counts the better of the two.
    struct OtherName {
        std::string term;   ///< as it stands in the index, prefix included
        double weight = 0;  ///< beside that of the term
    };
    struct Term {
        std::string term;     ///< as it stands in the index, prefix included
        std::string written;  ///< as it stands in the paper
        double weight = 0;    ///< of a word: in (0, 1], scales BM25; of an author: the score it adds
        bool author = false;
        bool subject = false;  ///< of a word: whether it is worth telling, see is_subject and is_fragment
        std::vector<OtherName> others;
    };

    /// `terms`: words, strongest first, and authors.
    PaperProfile(std::string id, std::string title, std::vector<Term> terms, std::vector<SystemName> names)
        : id_(std::move(id)), title_(std::move(title)), terms_(std::move(terms)), names_(std::move(names)) {}

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& title() const { return title_; }

    /// What adds to the score of another paper: the terms and authors that it shares.
    [[nodiscard]] std::vector<Part> parts() const;
    /// The subjects as something to mark in texts, or all terms where there are none.
    [[nodiscard]] std::vector<QueryTerm> highlights() const;
    /// What the paper of `document` and of this title shares with this one: a family of names, authors, then terms,
    /// strongest first, without those that are part of another. At most kMostReasons of a kind; words that are no
    /// subjects only where there are fewer than kFewestTerms others.
    [[nodiscard]] std::vector<Reason> reasons(const Xapian::Document& document, const std::string& title,
                                              text::Analyzer& analyzer) const;

private:
    std::string id_;
    std::string title_;
    std::vector<Term> terms_;
    std::vector<SystemName> names_;
};

/// The profile of the paper in `document`. Error kCorrupt where it cannot be read.
[[nodiscard]] Result<PaperProfile> make_profile(const Xapian::Database& database, Xapian::docid document,
                                                const lexicon::Lexicon& lexicon, text::Analyzer& analyzer,
                                                const RankingParameters& parameters);

}  // namespace saegin::query
