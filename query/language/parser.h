// The query language: text to a typed tree, and what was amiss. A search box never fails: every text gives a tree.
//
//   Parsed parsed = parse("확산 모델 -title:video date:7d", today);
//   print(parsed.tree);      // 확산 모델 -title:video date:2024-08-21..   (printer.h)
//   parsed.diagnostics;      // empty: nothing was amiss
//
//   query   ::= clause*
//   clause  ::= signed | either
//   either  ::= both ("OR" both)*
//   both    ::= negated ("AND" negated)*
//   negated ::= "NOT"* signed
//   signed  ::= ("+" | "-")? operand
//   operand ::= WORD | PHRASE | PREFIX | NAME ":" value | "(" clause+ ")"
//   value   ::= WORD | PHRASE | PREFIX | "(" clause+ ")"       title author id section
//             | range                                         date votes; see range_values.h
//
// NOT binds tighter than AND, AND than OR, OR than standing side by side. Clauses side by side are OR-ed for the
// ranking: the more match, the higher. A clause with "+" must match; one with "-" or NOT must not. As an operand of
// AND, OR or NOT, "-x" is NOT x, and "+" says nothing.
//
//   WORD    anything between blanks, parentheses and quotation marks: GPT-4o, C++, text-to-image, http://x.y, BERT:
//   PHRASE  "between quotation marks"
//   PREFIX  a word that has a letter, and one star at its end: trans*
//   NAME    the name of a field (fields.h) in any case, directly followed by ":" and a value
//   + -     only behind a blank, "(" or the start of the query, and directly before an operand
//   AND OR NOT   only in capitals, as a whole word, and with something to work on
//   \       takes the meaning from the punctuation behind it (\( \" \: \*), and from AND, OR and NOT
//
// What other query languages have, "a b"~5, tr?ns, || and &&, is told of with what to write instead.
//
// Full-width forms and curly quotation marks count like ASCII ones. Limits are in limits.h. Time is linear in the bytes
// of the query; recursion is bounded by kMaxDepth.
//
// Pure functions, safe to call from several threads.
#pragma once

#include <string_view>
#include <vector>

#include "common/paper.h"
#include "query/language/diagnostics.h"
#include "query/language/limits.h"
#include "query/language/tree.h"

namespace saegin::query::language {

struct Parsed {
    Node tree;
    std::vector<Diagnostic> diagnostics;  ///< in the order of the query
};

/// Reads a query; spans count the bytes of `query`. Relative dates count from `today`.
[[nodiscard]] Parsed parse(std::string_view query, DigestDate today);

/// Takes everything between blanks as a word; nothing is an operator.
[[nodiscard]] Parsed parse_plain(std::string_view query);

}  // namespace saegin::query::language
