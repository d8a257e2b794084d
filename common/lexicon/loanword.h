// English words as they are written in Hangul: what beside their sound (sound.h) tells them from native words.
#pragma once

#include <string_view>

namespace saegin::lexicon {

/// Whether a Hangul word is written as loanwords are. The rules for them (외래어 표기법) use seven final consonants, no
/// tense ones and no ㅢ, which leaves many native words out.
[[nodiscard]] bool looks_like_loanword(std::string_view hangul);

/// How many of the vowels of a Hangul word are as English may spell them, in order: 1 for all of them, 0 for none.
/// Vowels in a row count as one, ㅡ as none; an e of English may be silent.
[[nodiscard]] double likeness_of_vowels(std::string_view hangul, std::string_view english);

}  // namespace saegin::lexicon
