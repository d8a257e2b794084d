// Korean compounds: what is written as one word in one place stands apart in another.
#pragma once

#include <string>
#include <vector>

#include "query/vocabulary.h"

namespace saegin::query {

/// The parts of a Hangul compound, each a word of the archive of two syllables or more: 대규모언어모델 is 대규모, 언어,
/// 모델. Of several ways to split, the one whose parts are the most common and the fewest. Empty where there is none.
/// Linear in the square of the length; words of more than 20 syllables are not split.
[[nodiscard]] std::vector<std::string> split_compound(const std::string& word, const Vocabulary& vocabulary);

}  // namespace saegin::query
