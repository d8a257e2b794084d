// Hangul words of grammar: frequent in every summary, and nothing that somebody looks for.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace saegin::query {

/// Connectives, pronouns, counters and forms of light verbs, as the analyzer leaves them.
// clang-format off
inline constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "이", "그", "저", "수", "것", "것을", "것은", "것이", "것으", "것입", "데", "때", "등", "등의", "중", "및", "각", "몇",
    "한", "두", "세", "첫", "번째", "개", "개의", "가지", "더", "더욱", "약", "간", "간의", "후", "전", "본", "우리",
    "이는", "이를", "이러", "이러한", "이런", "그리고", "그러나", "하지만", "또한", "또는", "특히", "따라", "따라서",
    "통해", "통한", "위해", "위한", "대한", "대해", "의해", "인해", "함께", "같은", "같이", "다른", "모든", "모두", "많은",
    "여러", "있는", "있음", "있다", "있도록", "있으며", "있게", "있어", "없는", "없이", "않은", "않고", "하는", "하며", "하여",
    "하고", "하나", "하게", "해당", "되는", "되며", "되어", "된", "될", "할", "함", "됨", "에서", "경우", "보다", "비해",
    "걸쳐", "들어", "예를", "매우", "가장", "이미", "아직", "여전히", "기존의", "이번", "최근",
});
// clang-format on

/// Whether a Hangul word is one of them.
[[nodiscard]] inline bool is_function_word(std::string_view word) {
    return std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
}

}  // namespace saegin::query
