#include "common/text/ngrams.h"

#include "common/text/unicode.h"

namespace saegin::text {

std::vector<Token> hangul_bigrams(std::u32string_view word, std::size_t begin, std::uint32_t position) {
    constexpr std::size_t kSyllableBytes = 3;  // in UTF-8, for all of Hangul
    std::vector<Token> bigrams;
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        std::string text;
        append(text, word[i]);
        append(text, word[i + 1]);
        const ByteSpan span{begin + i * kSyllableBytes, begin + (i + 2) * kSyllableBytes};
        const bool edge = i == 0 || i + 2 == word.size();
        bigrams.push_back({std::move(text), span, position, edge ? TokenKind::kEdgeBigram : TokenKind::kBigram});
    }
    return bigrams;
}

}  // namespace saegin::text
