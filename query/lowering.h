// From the typed tree of a query to what is asked of the index: the last half of binding.
//
//   words of the tree -> binder -> parts (what ranks)
//   phrases, prefixes, fields -> parts
//   +, -, AND, OR, NOT, phrases, fields -> filter (what a paper must have)
//
// Words side by side only rank. A phrase, a field and a prefix beside them also restrict: who types one means it.
// Beside a field one of the words must match, too: papers of an author on a topic. What stands under NOT or "-" is
// taken literally: other names of it are not excluded. Ranges of days and votes, ids and sections only restrict; no
// filter changes a score.
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

/// Most words that a prefix stands for, and most names of an author field: the most frequent ones are taken.
inline constexpr std::size_t kMaxPrefixWords = 50;
inline constexpr std::size_t kMaxAuthorNames = 50;

/// All that a query asks for.
struct LoweredQuery {
    BoundQuery words;                          ///< the free words, bound as one text
    std::vector<Part> parts;                   ///< what ranks, those of `words` included
    std::optional<Xapian::Query> filter;       ///< what a paper must match
    bool is_only_words = true;                 ///< no phrase, prefix or field that ranks
    std::vector<QueryTerm> marked_terms;       ///< what is worth marking in a text
    std::vector<MarkedPhrase> marked_phrases;  ///< likewise
    std::vector<language::Diagnostic> diagnostics;
};

/// Lowers a parsed query. For use inside the work that IndexReader::read runs on `database`.
[[nodiscard]] LoweredQuery lower(const language::Parsed& query, IndexReader& reader, const Xapian::Database& database,
                                 text::Analyzer& analyzer, const RankingParameters& parameters, bool use_lexicon);

}  // namespace saegin::query
