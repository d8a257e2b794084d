// The analyzer: text in, tokens out, the same on both sides of the index.
//
//   normalize -> split into pieces -> join marks and versions -> strip particles, stem -> Hangul bigrams
//
// "확산모델은 GPT-4o로" gives the words 확산모델, gpt, 4o, the whole gpt4o and the bigrams of 확산모델; every token
// keeps the place it was written at. Each step is a file of its own in this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/english_stemmer.h"
#include "common/text/token.h"
#include "common/text/word_breaker.h"

namespace saegin::text {

/// Longest token, in bytes; Xapian takes 245 with the prefix. What is longer is cut at a character.
inline constexpr std::size_t kMaxTokenBytes = 200;

/// Tokens of one text, in order of position, and how many of them had to be cut.
struct Analysis {
    std::vector<Token> tokens;
    std::size_t cut = 0;
    std::uint32_t positions = 0;  ///< the first position behind the text
};

/// Runs the chain. Holds ICU's and Snowball's scratch space: one instance per thread.
class Analyzer {
public:
    /// Analyses text that is valid UTF-8 in NFC (see repair_utf8, to_nfc). Spans are bytes of `source`.
    [[nodiscard]] Analysis analyze(std::string_view source);

private:
    WordBreaker breaker_;
    EnglishStemmer stemmer_;
};

/// Name and version of the chain with the versions of what it is built on. An index holds the one it was made with; a
/// reader with another one must not search it.
[[nodiscard]] std::string analyzer_fingerprint();

/// Function words that carry no meaning in a query of several words: "the", "of", "무엇", "위한". Folded, unstemmed and
/// without particle.
[[nodiscard]] bool is_stop_word(std::string_view folded_word);

}  // namespace saegin::text
