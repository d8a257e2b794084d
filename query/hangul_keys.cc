#include "query/hangul_keys.h"

#include "common/text/hangul.h"
#include "common/text/keyboard_layout.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::query {

namespace {

constexpr char32_t kFirstSyllable = U'가';

std::string keys_of(char32_t letter) {
    return letter == 0 ? std::string{} : text::to_utf8(text::korean_to_english(std::u32string(1, letter)));
}

}  // namespace

HangulKeys::HangulKeys() {
    // Syllables are numbered (initial * 21 + medial) * 28 + final (Unicode, chapter 3.12).
    for (std::size_t i = 0; i < kInitials; ++i) {
        const auto syllable = static_cast<char32_t>(kFirstSyllable + i * kMedials * kFinals);
        initials_[i] = keys_of(text::split_syllable(syllable)->initial);
    }
    for (std::size_t i = 0; i < kMedials; ++i) {
        medials_[i] = keys_of(text::split_syllable(static_cast<char32_t>(kFirstSyllable + i * kFinals))->medial);
    }
    for (std::size_t i = 0; i < kFinals; ++i) {
        finals_[i] = keys_of(text::split_syllable(static_cast<char32_t>(kFirstSyllable + i))->final);
    }
}

std::string HangulKeys::of(std::string_view word) const {
    std::string keys;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = text::next_code_point(word, at);
        if (text::is_hangul_syllable(c)) {
            const auto number = static_cast<std::size_t>(c - kFirstSyllable);
            keys += initials_[number / kFinals / kMedials];
            keys += medials_[number / kFinals % kMedials];
            keys += finals_[number % kFinals];
        } else if (text::is_compatibility_jamo(c)) {
            keys += keys_of(c);
        } else {
            return {};
        }
    }
    return keys;
}

}  // namespace saegin::query
