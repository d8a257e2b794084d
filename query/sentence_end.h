// Korean words that end a sentence: "얻었습니다", "제안한다". How a sentence ends says nothing about a paper.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace saegin::query {

/// Whether a Hangul word has the form of a verb at the end of a sentence.
[[nodiscard]] inline bool is_sentence_end(std::string_view word) {
    constexpr std::array<std::string_view, 5> kEndings{"니다", "한다", "된다", "었다", "였다"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace saegin::query
