// Slips of the hand on a keyboard with the English layout: which keys touch, and one typo in an English query.
#pragma once

#include <string>
#include <string_view>

#include "benchmarks/eval/suites/seeded_draw.h"

namespace saegin::eval {

/// The letter keys that touch the key of an ASCII letter (QWERTY, rows shifted as on a desk), in the same case: s has a
/// and d beside it, w and e above, z and x below. Empty for any other character.
[[nodiscard]] std::u32string keys_beside(char32_t letter);

/// One typo in one English word: two neighbouring letters swapped, a letter dropped, doubled, or replaced by a key
/// beside it. The word has four or more ASCII letters and is no stop word (text::is_stop_word); its first letter stays.
/// Word, kind and place are drawn in this order, each evenly. The edit distance (with swaps) to the text is 1, also
/// without regard to case. Text without such a word comes back as it is.
[[nodiscard]] std::u32string mistype_english(std::u32string_view text, Draw& draw);

}  // namespace saegin::eval
