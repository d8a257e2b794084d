#include "query/first_key.h"

#include "common/text/hangul.h"
#include "common/text/unicode.h"

namespace saegin::query {

char32_t first_key(std::string_view folded) {
    if (folded.empty()) {
        return 0;
    }
    std::size_t at = 0;
    const char32_t c = text::next_code_point(folded, at);
    const auto letters = text::split_syllable(c);
    return letters ? letters->initial : c;
}

std::string least_text(char32_t key) {
    std::string text;
    text::append(text, text::join_syllable({key, U'ㅏ', 0}).value_or(key));
    return text;
}

}  // namespace saegin::query
