// How a word sounds, roughly: the consonants that Korean ears keep of it. An English word and its loanword in Hangul
// have a sound in common: transformer and 트랜스포머 are both TLNSPM.
//
// Hangul is romanised by ICU ("teulaenseupomeo"); what Korean does not tell apart falls together (b, p, f and v; l and
// r), vowels fall away, and an r that no vowel follows is silent. English spelling is ambiguous (c, ch, g, th, z,
// sion), so an English word has several sounds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saegin::lexicon {

/// Whether a sound has enough consonants to tell anything: of two, too many words are made.
[[nodiscard]] bool is_telling(std::string_view sound);

/// The sounds of an English word of letters a to z, ascending, each once; empty for other words and for those longer
/// than 30 letters.
[[nodiscard]] std::vector<std::string> sounds_of_english(std::string_view word);

/// Number of consonants of a sound.
[[nodiscard]] std::size_t consonants_in(std::string_view sound);

/// The sound of each Hangul word; empty for what is no word of syllables alone.
[[nodiscard]] std::vector<std::string> sounds_of_hangul(const std::vector<std::string>& words);

}  // namespace saegin::lexicon
