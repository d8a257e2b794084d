// A token: one unit of text that can be searched for, with the place it was written at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace saegin::text {

/// Half-open range of bytes in the source text.
struct ByteSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

/// What a token is; decides under which prefix it is indexed and how much it weighs.
enum class TokenKind : std::uint8_t {
    kWord,        ///< a word: Korean without its particle, English stemmed, a number, a symbol
    kWhole,       ///< a version or mark as one: "gpt4o" for "GPT-4o"; its parts stand beside it as words
    kBigram,      ///< two neighbouring syllables inside a Hangul word, neither its first nor its last two
    kEdgeBigram,  ///< the first or the last two syllables of a Hangul word
    kForm,  ///< a Hangul word as written, where its last syllable was taken for a particle: 정확도 beside 정확
};

struct Token {
    std::string text;            ///< normalised form: NFC, case-folded, stemmed
    ByteSpan span;               ///< the written form it stands for, particle excluded
    std::uint32_t position = 0;  ///< word number in the text, from 0; parts and wholes of a word share theirs
    TokenKind kind = TokenKind::kWord;

    friend bool operator==(const Token&, const Token&) = default;
};

}  // namespace saegin::text
