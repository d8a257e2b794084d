// The Korean two-set (dubeolsik) keyboard beside the English one, for text that was typed on the wrong of the two.
//
//   english_to_korean(U"ghkrtks") -> U"확산"      Korean was meant
//   korean_to_english(U"헷")      -> U"gpt"       English was meant
//
// Pure, total functions: what no letter key types (digits, signs, blanks, other scripts) stays as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saegin::text {

/// The letter that the key of a Latin letter types under the Korean layout: r is ㄱ, R (with Shift) is ㄲ. A capital
/// whose key has nothing of its own under Shift types what the key types without it (A is ㅁ). Nothing for any other
/// character.
[[nodiscard]] std::optional<char32_t> jamo_of_key(char32_t latin);

/// The Latin letter on the key that types a jamo: ㄱ is r, ㄲ is R. Nothing for compound letters, which take two keys
/// (see to_keys), and for any other character.
[[nodiscard]] std::optional<char32_t> key_of_jamo(char32_t jamo);

/// What would stand there had the Korean layout been on: keys become letters, and these syllables. Hangul that already
/// stands in `text` takes no part in it.
[[nodiscard]] std::u32string english_to_korean(std::u32string_view text);

/// What would stand there had the English layout been on. The inverse of english_to_korean for Latin text without
/// meaningless capitals, and english_to_korean is its inverse for text whose Hangul is whole syllables and that holds
/// no Latin letters.
[[nodiscard]] std::u32string korean_to_english(std::u32string_view text);

}  // namespace saegin::text
