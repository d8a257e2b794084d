#include "common/text/keyboard_layout.h"

#include <array>
#include <cstddef>

#include "common/text/hangul.h"

namespace saegin::text {

namespace {

// KS X 5002, by the Latin letter on the key. Only seven keys have a letter of their own under Shift.
constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kPlain = U"ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ";
constexpr std::u32string_view kLatinShifted = U"EOPQRTW";
constexpr std::u32string_view kShifted = U"ㄸㅒㅖㅃㄲㅆㅉ";
static_assert(kLatin.size() == kPlain.size() && kLatinShifted.size() == kShifted.size());

std::optional<char32_t> counterpart(char32_t c, std::u32string_view from, std::u32string_view to) {
    const std::size_t at = from.find(c);
    return at == std::u32string_view::npos ? std::nullopt : std::optional{to[at]};
}

}  // namespace

std::optional<char32_t> jamo_of_key(char32_t latin) {
    if (const auto shifted = counterpart(latin, kLatinShifted, kShifted)) {
        return shifted;
    }
    const bool capital = latin >= U'A' && latin <= U'Z';
    return counterpart(capital ? latin + (U'a' - U'A') : latin, kLatin, kPlain);
}

std::optional<char32_t> key_of_jamo(char32_t jamo) {
    const auto plain = counterpart(jamo, kPlain, kLatin);
    return plain ? plain : counterpart(jamo, kShifted, kLatinShifted);
}

std::u32string english_to_korean(std::u32string_view text) {
    std::u32string out;
    std::u32string typed;  // the run of keys that stands open
    for (const char32_t c : text) {
        if (const auto jamo = jamo_of_key(c)) {
            typed += *jamo;
            continue;
        }
        out += compose(typed);
        typed.clear();
        out += c;
    }
    return out + compose(typed);
}

std::u32string korean_to_english(std::u32string_view text) {
    std::u32string out;
    for (const char32_t key : to_keys(text)) {
        out += key_of_jamo(key).value_or(key);
    }
    return out;
}

}  // namespace saegin::text
