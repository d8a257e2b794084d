// Which of the candidates that glosses offer for an English name is its Korean name.
//
// Glosses offer every run of words in front of a parenthesis: for LLM 모델, 언어 모델, 대형 언어 모델, 최근 대형 언어
// 모델. A name has to be long enough for what it names (a short form of three letters, or three English words, are no
// 모델), and grows to the left only while most papers agree on the next word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace saegin::lexicon {

/// A run of words offered as a name.
struct Candidate {
    std::vector<std::string> words;  ///< analysed
    std::string written;
    std::uint32_t papers = 0;
};

/// How much a Korean name has to say, in words: the English words without "of", "the" and the like, or the letters of a
/// short form ("LLMs" needs 3). At least 1.
[[nodiscard]] double words_needed(const std::string& english);

/// How much a Korean name says at most, in words: two syllables are one (강화학습 says two), and a word in Latin script
/// is one.
[[nodiscard]] double words_said(const Candidate& candidate);

/// Whether a Korean name can be all that an English one says: "모델" needs a model or a letter M, and "multi" a word
/// for it. What only one or two papers say has to pass; many papers may be right.
[[nodiscard]] bool says_the_same(const std::string& english, const Candidate& candidate);

/// Indexes of the candidates that are names for what needs `needed` words, in ascending order.
[[nodiscard]] std::vector<std::size_t> choose_names(const std::vector<Candidate>& candidates, double needed);

}  // namespace saegin::lexicon
