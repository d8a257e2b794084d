#include "common/text/english_stemmer.h"

#include <algorithm>
#include <string_view>

namespace saegin::text {

std::string EnglishStemmer::stem(const std::string& word) {
    constexpr std::size_t kShortest = 3;
    std::string_view bare = word;
    if (bare.ends_with("'s")) {
        bare.remove_suffix(2);
    }
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; };
    if (bare.size() < kShortest || !std::all_of(bare.begin(), bare.end(), is_letter)) {
        return std::string{bare};
    }
    // Snowball takes a final s only after a vowel, so that "llms" and "rnns" would not meet "llm" and "rnn".
    const std::string_view without_s = bare.substr(0, bare.size() - 1);
    if (bare.ends_with('s') && !bare.ends_with("ss") && without_s.find_first_of("aeiouy") == std::string_view::npos) {
        return std::string{without_s};
    }
    return snowball_(std::string{bare});
}

}  // namespace saegin::text
