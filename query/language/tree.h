// The typed tree of a query: syntax only, it knows neither an index nor its terms.
//
// Nodes are values: copied whole, compared by their printout (printer.h), walked with std::visit or std::get_if:
//
//   if (const Word* word = std::get_if<Word>(&node.value)) use(word->text);
//
// The functions `make_...` keep the tree in normal form, so that equal queries have equal printouts: a group of one
// is that one, double negation is none, AND in AND and OR in OR are flat, and what a list of clauses excludes stands in
// that list itself. The depth of a parsed tree is limited by kMaxDepth (parser.h), so that recursion over it is safe.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "common/text/token.h"
#include "query/language/boxed.h"
#include "query/language/fields.h"
#include "query/language/range_values.h"

namespace saegin::query::language {

struct Node;
struct Clause;

/// A word as typed, marks and particles included: "GPT-4o는", "C++", "text-to-image".
struct Word {
    std::string text;
};

/// What stands between quotation marks, with single blanks between its words; never empty.
struct Phrase {
    std::string text;
};

/// Words that start like this: "trans" for `trans*`. Has a letter.
struct Prefix {
    std::string text;
};

/// The child is looked for in one field. The field takes words (FieldValue::kWords); dates and votes are ranges, which
/// are nodes of their own.
struct Fielded {
    Field field;
    Boxed<Node> child;
};

/// All of them; at least two.
struct And {
    std::vector<Node> children;
};

/// Any of them; at least two.
struct Or {
    std::vector<Node> children;
};

/// All papers but those of the child.
struct Not {
    Boxed<Node> child;
};

/// Things side by side. What must match restricts the result, what must not is taken out of it, and what may match
/// counts for the ranking; where nothing must match, something that may has to. Empty for an empty query; a single word
/// that must match, which a whole query may be; else at least two clauses, none of which holds a Not.
struct Clauses {
    std::vector<Clause> clauses;
};

struct Node {
    text::ByteSpan span;  ///< in the query as given; lies within the span of the parent
    std::variant<Clauses, Word, Phrase, Prefix, DateRange, NumberRange, Fielded, And, Or, Not> value;
};

enum class Presence : std::uint8_t { kMay, kMust, kMustNot };

/// A part of a list. The span of the node leaves out the sign.
struct Clause {
    Presence presence = Presence::kMay;
    Node node;
};

/// All of these; the only one itself. Requires: not empty.
[[nodiscard]] Node make_and(std::vector<Node> children, text::ByteSpan span);
/// Any of these; the only one itself. Requires: not empty.
[[nodiscard]] Node make_or(std::vector<Node> children, text::ByteSpan span);
/// All but this.
[[nodiscard]] Node make_not(Node inner, text::ByteSpan span);
/// The child within a field; a field inside the child stays the one that counts.
[[nodiscard]] Node make_fielded(Field field, Node inner, text::ByteSpan span);
/// Things side by side.
[[nodiscard]] Node make_clauses(std::vector<Clause> clauses, text::ByteSpan span);

/// The word that a query is, with a sign or without; null where it is more, or something else.
[[nodiscard]] const Word* only_word(const Node& node);

/// Whether the query only says what is not wanted. An empty one does not.
[[nodiscard]] bool only_excludes(const Node& node);

}  // namespace saegin::query::language
