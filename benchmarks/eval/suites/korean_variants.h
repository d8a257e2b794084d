// Ways in which a person writes the same Korean query differently. Each returns the text as it is where it has nothing
// to change. Text is NFC; all choices come from `draw`.
#pragma once

#include <string>
#include <string_view>

#include "benchmarks/eval/suites/seeded_draw.h"

namespace saegin::eval {

/// Puts a particle behind every Korean noun that has none: one drawn for each from 은/는, 이/가, 을/를, 과/와, 으로/로,
/// 의, 에서 and 도, in the form that fits the final consonant. A noun is a run of two or more Hangul syllables that no
/// letter, digit or opening parenthesis follows, of which the analyzer's rules (text::stem_length) would strip nothing,
/// that is no particle behind a Latin word, and whose last syllable does not look like that of a verb or adverb (다,
/// 고, 며, 한, 된, 는 and the like).
[[nodiscard]] std::u32string add_particles(std::u32string_view text, Draw& draw);

/// Drops every single blank between two Hangul syllables: 확산 모델 is 확산모델.
[[nodiscard]] std::u32string drop_spaces(std::u32string_view text, Draw& draw);

/// One wrong letter in one Korean word of two or more syllables: a key of the two-set keyboard is replaced by one that
/// touches it, consonant by consonant and vowel by vowel. The word keeps its number of syllables, all of them whole; so
/// exactly one key of the text differs (see text::to_keys). Each word is as likely as the others, and each such slip
/// within it.
[[nodiscard]] std::u32string mistype_jamo(std::u32string_view text, Draw& draw);

}  // namespace saegin::eval
