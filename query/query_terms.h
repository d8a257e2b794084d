// From the words of a query to what is looked up: the first half of the read path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/part.h"
#include "query/ranking.h"

namespace saegin::query {

/// One thing to look up: a word or mark of the query, or a net under one.
struct QueryTerm {
    text::Token token;      ///< its span is in the query
    double weight = 1;      ///< beside BM25's own
    std::string written;    ///< as it stands in the query
    bool anywhere = true;   ///< for a bigram: whether it may also stand inside a word, not only at its edges
    bool highlight = true;  ///< whether finding it is worth marking in a text
    bool is_spare = false;  ///< only adds to the score: a paper that has it has no word of the query for it
    /// Further terms of the index, prefix included, that count as this one: other forms of a Korean word.
    std::vector<std::string> also = {};
};

/// A query longer than this is cut: more words than this describe no need, and each costs time.
inline constexpr std::size_t kMaxQueryTerms = 200;

/// What to look up for the tokens of `query`. Stop words are left out unless nothing else remains. Equal terms stand
/// once. At most kMaxQueryTerms.
[[nodiscard]] std::vector<QueryTerm> query_terms(std::string_view query, const std::vector<text::Token>& tokens,
                                                 const RankingParameters& parameters);

/// What adds to the score of a paper: each term in the text, words also among the authors.
[[nodiscard]] std::vector<Part> parts_of(const std::vector<QueryTerm>& terms, const RankingParameters& parameters);

/// Papers that have at least one word of the query whole: as a word, as the edge of a compound, or as a compound
/// written apart. What an order by votes or date is limited to, since there a paper with a mere half of a word would
/// not sink.
[[nodiscard]] Xapian::Query whole_words(const std::vector<QueryTerm>& terms);

/// A word of a query and the papers that have it whole.
struct WordPapers {
    std::string word;  ///< as analysed
    Xapian::Query papers;
};

/// The same, word by word. What a mark joins ("GPT-4o") may stand for each of its words.
[[nodiscard]] std::vector<WordPapers> each_whole_word(const std::vector<QueryTerm>& terms);

}  // namespace saegin::query
