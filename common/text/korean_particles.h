// Korean words without their particles (josa) and commonest verb endings, by rule and without a dictionary.
//
// A particle is taken off only where its form fits the syllable before it (은 after a final consonant, 는 after a
// vowel, ...), where at least two syllables remain, and where the word is not one of the nouns that merely look so
// (결과, 정의, 고속도로, 정확도: see korean_nouns.h).
#pragma once

#include <cstddef>
#include <string_view>

namespace saegin::text {

/// Number of syllables of `word` that are its stem: "확산모델은" -> 4, "모델들에서는" -> 2, "생성하는" -> 2, "결과"
/// -> 2. `word` is Hangul syllables only; the answer is word.size() where nothing is to be stripped.
[[nodiscard]] std::size_t stem_length(std::u32string_view word);

/// Whether `word` may be read as its first `stem` syllables and one particle that fits behind them: "뇌의" with 1. Not
/// the nouns that merely look so ("회의"). `stem` must be at least 1 and less than the length of the word.
[[nodiscard]] bool takes_particle(std::u32string_view word, std::size_t stem);

/// Whether `word` is wholly a particle or copula, as it stands behind a Latin word: "LLM" + "의", "GPT-4o" + "에서는".
[[nodiscard]] bool is_particle(std::u32string_view word);

}  // namespace saegin::text
