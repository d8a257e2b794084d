// What characters and words mean in the query language. Lexer and printer share it, so that what is printed is read
// again as what it was.
#pragma once

#include <cstdint>
#include <string_view>

namespace saegin::query::language {

/// A character of a text, and where the next one starts.
struct Character {
    char32_t code = 0;
    char32_t meaning = 0;  ///< the ASCII character it counts as, else itself
    std::size_t next = 0;
};

/// The character at `at`; malformed UTF-8 is U+FFFD. Requires at < text.size().
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

/// The ASCII character that `c` counts as: full-width forms and curly quotation marks count like theirs.
[[nodiscard]] char32_t meaning_of(char32_t c);

/// What parts words: white space, control characters, marks that turn the direction of writing, U+FFFD.
[[nodiscard]] bool is_blank(char32_t c);

/// Whether a backslash takes the meaning from `c`: ASCII punctuation, and what counts like it. Before letters a
/// backslash is one (LaTeX: \lambda).
[[nodiscard]] bool can_be_escaped(char32_t c);

/// AND, OR, NOT.
enum class Operator : std::uint8_t { kNone, kAnd, kOr, kNot };
[[nodiscard]] Operator operator_named(std::string_view word);

/// What people write in other query languages, and what is to be written here instead: "OR" for "||", "AND" for "&&";
/// empty for any other word.
[[nodiscard]] std::string_view foreign_operator(std::string_view word);

/// Whether a question mark between `before`, all of the word before it, and `behind`, the text after it, looks as if it
/// was to stand for a letter: between two letters, and not in an address.
[[nodiscard]] bool is_wildcard(std::string_view before, std::string_view behind);

/// Bytes of a distance as other query languages have it behind a phrase: 2 for "~5"; 0 where `text` does not start with
/// one that ends there.
[[nodiscard]] std::size_t distance_bytes(std::string_view text);

/// What a sign at the start of a token does, by the text behind it: it is an operator where something follows that it
/// can belong to. "--", "->", "+=" and a sign alone are words.
[[nodiscard]] bool sign_binds(std::string_view behind);

/// What the first colon of a word is.
enum class Colon : std::uint8_t {
    kPlain,         ///< part of the word: "BERT:", "10:30", "http://", "a::b"
    kField,         ///< behind the name of a field and before a value
    kNoValue,       ///< behind the name of a field, but nothing follows
    kUnknownField,  ///< between what looks like the name of a field and a value
};

/// What a colon is between `name`, all of the word before it, and `behind`, the text after it.
[[nodiscard]] Colon colon_between(std::string_view name, std::string_view behind);

}  // namespace saegin::query::language
