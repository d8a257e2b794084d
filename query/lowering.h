// From the typed tree of a query to what is asked of the index: the last half of binding.
//
//   words of the tree -> binder -> parts (what ranks)
//   phrases, prefixes, fields -> parts
//   +, -, AND, OR, NOT, phrases, fields -> filter (what a paper must have)
//
// Words side by side only rank. A phrase, a field and a prefix beside them also restrict: who types one means it.
// Beside a title field one of the words must match, too. What stands under NOT or "-" is taken literally: other names
// of it are not excluded. Ranges of days and votes, ids, sections and what "-" excludes only restrict, and so does an
// author beside something else: papers of an author on a topic. What only restricts changes neither what the rest of
// the query finds nor a score.
//
// In quotation marks, an author or a section is the one of exactly this name, where there is one (see field_terms.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/binder.h"
#include "query/index_reader.h"
#include "query/language/parser.h"
#include "query/part.h"
#include "query/snippet.h"

namespace saegin::query {

/// What is wanted in an order other than relevance, see lower().
struct EveryWord {
    Xapian::Query papers;  ///< that have all that stands side by side, and match what restricts it
    text::ByteSpan span;   ///< of that, in the query
};

/// All that a query asks for.
struct LoweredQuery {
    BoundQuery words;                              ///< the free words, bound as one text
    std::vector<Part> parts;                       ///< what ranks, those of `words` included
    std::vector<Addition> additions;               ///< of free words and titles
    std::vector<Correction> corrections;           ///< of free words, phrases and titles
    std::optional<Xapian::Query> filter;           ///< what a paper must match
    std::optional<Xapian::Query> own_filter;       ///< likewise, without ranges and other things that only restrict
    std::string restrictions;                      ///< what these are, as a query; empty where there are none
    std::vector<std::string> restricting_authors;  ///< terms of those that a paper has to be by
    bool any_word_will_do = false;                 ///< of the free words; what is beside them only restricts
    std::optional<EveryWord> every_word;           ///< only where asked for and more than one thing stands side by side
    bool is_only_words = true;                     ///< no phrase, prefix or field that ranks
    std::vector<QueryTerm> marked_terms;           ///< what is worth marking in a text
    std::vector<MarkedPhrase> marked_phrases;      ///< likewise
    std::vector<language::Diagnostic> diagnostics;
};

/// Lowers a parsed query. `ranks` tells whether papers will be in order of relevance. Where they are not, what has one
/// word of several would not sink, and LoweredQuery::every_word is worked out as well. Who writes a "+" has said
/// already which words have to be there. For use inside the work that IndexReader::read runs on `database`.
[[nodiscard]] LoweredQuery lower(const language::Parsed& query, IndexReader& reader, const Xapian::Database& database,
                                 text::Analyzer& analyzer, const RankingParameters& parameters, bool use_lexicon,
                                 bool ranks = true);

}  // namespace saegin::query
