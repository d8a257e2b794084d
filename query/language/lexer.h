// Text to tokens. The lexer knows which marks count where; which of the operators have something to work on is settled
// afterwards (recovery.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"
#include "query/language/diagnostics.h"
#include "query/language/fields.h"

namespace saegin::query::language {

enum class TokenKind : std::uint8_t {
    kWord,
    kPhrase,
    kPrefix,
    kField,    ///< "title:", always followed by its value
    kMust,     ///< "+", always followed by what it belongs to
    kMustNot,  ///< "-", likewise
    kOpen,
    kClose,
    kAnd,
    kOr,
    kNot,
};

struct Token {
    TokenKind kind = TokenKind::kWord;
    text::ByteSpan span;  ///< in the query
    std::string text;     ///< of a word, phrase or prefix, without marks and escapes; of others as typed
    Field field{};        ///< of kField
};

/// Something that can be looked for by itself.
[[nodiscard]] constexpr bool is_leaf(TokenKind kind) {
    return kind == TokenKind::kWord || kind == TokenKind::kPhrase || kind == TokenKind::kPrefix;
}

/// What belongs to the very next token.
[[nodiscard]] constexpr bool is_prefix(TokenKind kind) {
    return kind == TokenKind::kField || kind == TokenKind::kMust || kind == TokenKind::kMustNot;
}

[[nodiscard]] constexpr bool is_operator(TokenKind kind) {
    return kind == TokenKind::kAnd || kind == TokenKind::kOr || kind == TokenKind::kNot;
}

/// The tokens of a query. Reads any bytes, in linear time. Phrases may be empty.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view query, Diagnostics& diagnostics);

/// Everything between blanks as a word, marks and all.
[[nodiscard]] std::vector<Token> plain_words_of(std::string_view query, Diagnostics& diagnostics);

}  // namespace saegin::query::language
