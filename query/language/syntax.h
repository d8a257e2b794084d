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
