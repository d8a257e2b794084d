// English words that stand in a query as they sound in Hangul, where the archive only has them in English: 코코넛 for
// coconut.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/spelling.h"
#include "query/word_list.h"

namespace saegin::query {

/// The known English word that sounds like `hangul`, a word of three syllables and four consonants or more
/// (common/lexicon/sound.h), and has alike vowels: the likest, then that of most papers, then the first in byte order.
/// Nothing where there is none.
[[nodiscard]] std::optional<std::string> english_of_loanword(std::string_view hangul, const WordList& words,
                                                             const Known& known);

}  // namespace saegin::query
