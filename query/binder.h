// From the text of a query to all that is looked up for it: the typed words, settled and repaired by what the archive
// knows, and what is added because it means the same.
//
//   text -> repair -> tokens -> word forms, authors' names -> expansion -> BoundQuery -> Xapian::Query
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/expansion.h"
#include "query/index_reader.h"
#include "query/proximity.h"
#include "query/query_terms.h"
#include "query/ranking.h"
#include "query/repair.h"
#include "query/snippet.h"

namespace saegin::query {

/// An author whose whole name stands in a query.
struct QueryAuthor {
    std::string name;  ///< folded, as in the index
    std::string written;
    double weight = 0;      ///< the score that it adds
    std::size_t first = 0;  ///< the words of the query that the name is
    std::size_t last = 0;   ///< one past them
};

/// All that a query asks for.
struct BoundQuery {
    std::string text;                ///< what is searched: NFC, repaired
    std::vector<std::string> words;  ///< as analysed, stop words too
    std::vector<QueryTerm> terms;
    std::vector<QueryAuthor> authors;
    std::vector<Addition> additions;
    std::vector<NearWords> near;
    TitlePhrase title;
    std::vector<Correction> corrections;  ///< what `text` differs in from what was typed
};

/// Binds a query (NFC) to what is open in `reader`. Without `use_lexicon` it is taken as typed: nothing is repaired or
/// added. For use inside the work that IndexReader::read runs on `database`.
[[nodiscard]] BoundQuery bind_query(std::string_view query, IndexReader& reader, const Xapian::Database& database,
                                    text::Analyzer& analyzer, const RankingParameters& parameters, bool use_lexicon);

/// What adds to the score of a paper: the terms, and what is added to them.
[[nodiscard]] std::vector<Part> parts_of(const BoundQuery& query, const RankingParameters& parameters);

/// Papers that have at least one word of the query, or something added, whole; see whole_words(terms).
[[nodiscard]] Xapian::Query whole_words(const BoundQuery& query);

/// For each word of the query but stop words, the papers that have it whole, by whatever name.
[[nodiscard]] std::vector<Xapian::Query> each_word(const BoundQuery& query);

/// The words of `text` as phrases to look for in a family of terms: as typed, and with a compound in it spaced
/// otherwise. Empty for a text without words. The family has places: kText or kTitle.
[[nodiscard]] std::vector<std::vector<std::string>> phrases_of(const BoundQuery& query);

/// What is worth marking in a text: the terms, and what was added as one word, with less weight.
[[nodiscard]] std::vector<QueryTerm> highlights(const BoundQuery& query);
/// And what was added as several words.
[[nodiscard]] std::vector<MarkedPhrase> highlighted_phrases(const BoundQuery& query);

}  // namespace saegin::query
