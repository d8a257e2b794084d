// Hangul bigrams: a net under the word terms. They find "확산" in "확산모델" and join spacing variants, weakly.
//
// Bigrams have terms of their own, so they are never taken for words: the inner bigram "화학" of "강화학습" must not
// answer the word "화학" (chemistry). The first and last bigram of a word are kept apart as well: a word of two
// syllables is looked up only among these, since Korean compounds nearly always join at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace saegin::text {

/// Bigrams of a Hangul word (particle already stripped), in order: the first and the last as kEdgeBigram, those
/// between as kBigram. A word of one syllable has none. `begin` is the byte where the word was written: each bigram's
/// span covers just its two syllables. All share the word's `position`.
[[nodiscard]] std::vector<Token> hangul_bigrams(std::u32string_view word, std::size_t begin, std::uint32_t position);

}  // namespace saegin::text
