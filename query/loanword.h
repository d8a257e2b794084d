// English words that stand in a query as they sound in Hangul, where the archive only has them in English: 코코넛 for
// coconut.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/spelling.h"
#include "query/word_list.h"

namespace saegin::query {

/// Whether a Hangul word is written as loanwords are. The rules for them (외래어 표기법) use seven final consonants, no
/// tense ones and no ㅢ, which leaves many native words out.
[[nodiscard]] bool looks_like_loanword(std::string_view hangul);

/// How many of the vowels of a Hangul word are as English may spell them, in order: 1 for all of them, 0 for none.
/// Vowels in a row count as one, ㅡ as none; an e of English may be silent.
[[nodiscard]] double likeness_of_vowels(std::string_view hangul, std::string_view english);

/// The known English word that sounds like `hangul`, a word of three syllables and four consonants or more
/// (common/lexicon/sound.h), and has alike vowels: the likest, then that of most papers, then the first in byte order.
/// Nothing where there is none.
[[nodiscard]] std::optional<std::string> english_of_loanword(std::string_view hangul, const WordList& words,
                                                             const Known& known);

}  // namespace saegin::query
