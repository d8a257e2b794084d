// Hangul syllables and the letters (jamo) they are made of.
//
// Letters are compatibility jamo (U+3131 to U+3163), the ones that a person types and sees. "Keys" are the letters that
// the two-set keyboard (KS X 5002) has a key for, with or without Shift: ㄲ and ㅖ are keys, ㅘ (ㅗㅏ) and ㅄ (ㅂㅅ)
// are not.
//
//   to_keys(U"값")         -> U"ㄱㅏㅂㅅ"
//   compose(U"ㄱㅏㅂㅅㅣ")  -> U"갑시"     a vowel takes the consonant in front of it along
//   initials(U"확산")      -> U"ㅎㅅ"
//
// Everything here is pure, total (what is no Hangul stays as it is) and linear. Conjoining jamo (U+1100 to U+11FF) are
// no Hangul in this sense: text is NFC, where none of today's letters are written with them, except on their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/unicode.h"

namespace saegin::text {

/// One of today's consonants, single, doubled or compound: ㄱ to ㅎ.
[[nodiscard]] constexpr bool is_jamo_consonant(char32_t c) {
    return c >= U'ㄱ' && c <= U'ㅎ';
}

/// One of today's vowels, single or compound: ㅏ to ㅣ.
[[nodiscard]] constexpr bool is_jamo_vowel(char32_t c) {
    return c >= U'ㅏ' && c <= U'ㅣ';
}

/// One of today's letters as it is typed on its own: a consonant or a vowel.
[[nodiscard]] constexpr bool is_compatibility_jamo(char32_t c) {
    return is_jamo_consonant(c) || is_jamo_vowel(c);
}

/// A syllable or one of its letters.
[[nodiscard]] constexpr bool is_hangul(char32_t c) {
    return is_hangul_syllable(c) || is_compatibility_jamo(c);
}

/// Whether the first character of UTF-8 text is a syllable; so a word of the analyzer, whose pieces are of one script,
/// is Hangul.
[[nodiscard]] bool starts_with_hangul(std::string_view utf8);

/// Whether any character of UTF-8 text is a syllable.
[[nodiscard]] bool has_hangul(std::string_view utf8);

/// The letters of one syllable; compound ones are not taken apart: 값 is ㄱ, ㅏ, ㅄ.
struct SyllableLetters {
    char32_t initial = 0;
    char32_t medial = 0;
    char32_t final = 0;  ///< 0 where the syllable ends in its vowel

    friend bool operator==(const SyllableLetters&, const SyllableLetters&) = default;
};

/// The letters of a syllable; nothing if `c` is none.
[[nodiscard]] std::optional<SyllableLetters> split_syllable(char32_t c);

/// The syllable of three letters; nothing where one of them cannot stand in its place (ㄳ never begins a syllable, ㄸ
/// never ends one).
[[nodiscard]] std::optional<char32_t> join_syllable(const SyllableLetters& letters);

/// The keys that type `text`, in order: 와 is ㅇㅗㅏ, and ㄳ on its own is ㄱㅅ.
[[nodiscard]] std::u32string to_keys(std::u32string_view text);

/// What the two-set input method shows for the keys of `text`: syllables as long as possible, and a vowel takes the
/// consonant before it along (함 + ㅏ is 하마). Keys are never lost: to_keys(compose(x)) == to_keys(x). Text of whole
/// syllables comes back as it is; consonants without a vowel stay apart, vowels without a consonant join (ㅗㅏ is ㅘ).
[[nodiscard]] std::u32string compose(std::u32string_view text);

/// `text` with each syllable replaced by its first consonant: 확산 model is "ㅎㅅ model".
[[nodiscard]] std::u32string initials(std::u32string_view text);

}  // namespace saegin::text
