// Glosses: places where a text gives a thing a second name in parentheses.
//
//   "대규모 언어 모델(Large Language Models, LLMs)"     Korean, then English and its short form
//   "DPO(직접 선호도 최적화)"                            the other way round
//   "Retrieval-Augmented Generation (RAG)"              a short form of English words
//
// Where the Korean name starts cannot be told from one place: "기존의 대규모 언어 모델(LLM)" offers 모델, 언어 모델,
// 대규모 언어 모델 and 기존의 대규모 언어 모델. All of them are read; how often each occurs in an archive decides later
// (lexicon_builder.h). What is read depends on the text alone, so counts over several indexes add up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saegin::lexicon {

/// Two names for what may be the same thing, as written, white space made single.
struct Gloss {
    std::string english;  ///< starts with a Latin letter or a digit and holds no Hangul; 2 bytes or more
    std::string other;    ///< Korean, or the English words that `english` abbreviates

    friend auto operator<=>(const Gloss&, const Gloss&) = default;
};

/// Longest name in bytes and in words; what is longer is a remark in parentheses, no name.
inline constexpr std::size_t kMaxNameBytes = 90;
inline constexpr std::size_t kMaxNameWords = 6;

/// All glosses of `text` (valid UTF-8, NFC), in ascending order, each once. Linear in the length of the text.
[[nodiscard]] std::vector<Gloss> read_glosses(std::string_view text);

}  // namespace saegin::lexicon
