#include "common/text/hangul.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace saegin::text {

namespace {

// The order of the letters in the block of syllables (Unicode, chapter 3.12): the number of a syllable is
// (initial * 21 + medial) * 28 + final. Vowels stand in the same order in the block of compatibility jamo.
constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view kMedials = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view kFinals =
    U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";  // 1 to 27; 0 is none
constexpr std::size_t kFinalCount = kFinals.size() + 1;
constexpr char32_t kFirstSyllable = U'가';

/// A letter that is typed with two keys.
struct Compound {
    char32_t letter;
    char32_t first;
    char32_t second;
};

constexpr std::array<Compound, 18> kCompounds{{
    {U'ㅘ', U'ㅗ', U'ㅏ'},
    {U'ㅙ', U'ㅗ', U'ㅐ'},
    {U'ㅚ', U'ㅗ', U'ㅣ'},
    {U'ㅝ', U'ㅜ', U'ㅓ'},
    {U'ㅞ', U'ㅜ', U'ㅔ'},
    {U'ㅟ', U'ㅜ', U'ㅣ'},
    {U'ㅢ', U'ㅡ', U'ㅣ'},
    {U'ㄳ', U'ㄱ', U'ㅅ'},
    {U'ㄵ', U'ㄴ', U'ㅈ'},
    {U'ㄶ', U'ㄴ', U'ㅎ'},
    {U'ㄺ', U'ㄹ', U'ㄱ'},
    {U'ㄻ', U'ㄹ', U'ㅁ'},
    {U'ㄼ', U'ㄹ', U'ㅂ'},
    {U'ㄽ', U'ㄹ', U'ㅅ'},
    {U'ㄾ', U'ㄹ', U'ㅌ'},
    {U'ㄿ', U'ㄹ', U'ㅍ'},
    {U'ㅀ', U'ㄹ', U'ㅎ'},
    {U'ㅄ', U'ㅂ', U'ㅅ'},
}};

const Compound* compound_of(char32_t letter) {
    const auto* const found = std::find_if(kCompounds.begin(), kCompounds.end(),
                                           [&](const Compound& compound) { return compound.letter == letter; });
    return found == kCompounds.end() ? nullptr : found;
}

/// The letter that two keys make together, or 0.
char32_t joined(char32_t first, char32_t second) {
    const auto* const found = std::find_if(kCompounds.begin(), kCompounds.end(), [&](const Compound& compound) {
        return compound.first == first && compound.second == second;
    });
    return found == kCompounds.end() ? 0 : found->letter;
}

void append_keys(std::u32string& out, char32_t letter) {
    if (const Compound* const compound = compound_of(letter)) {
        out += compound->first;
        out += compound->second;
    } else {
        out += letter;
    }
}

/// The automaton of the two-set input method: one syllable is under way at a time.
class Composer {
public:
    void take(char32_t key) {
        if (is_jamo_vowel(key)) {
            vowel(key);
        } else if (is_jamo_consonant(key)) {
            consonant(key);
        } else {
            flush();
            text_ += key;
        }
    }

    std::u32string finish() && {
        flush();
        return std::move(text_);
    }

private:
    void vowel(char32_t key) {
        if (now_.final != 0) {
            const Compound* const compound = compound_of(now_.final);
            const char32_t taken_along = compound != nullptr ? compound->second : now_.final;
            now_.final = compound != nullptr ? compound->first : 0;
            flush();
            now_.initial = taken_along;
            now_.medial = key;
            return;
        }
        if (now_.medial == 0) {
            now_.medial = key;
        } else if (const char32_t both = joined(now_.medial, key); both != 0) {
            now_.medial = both;
        } else {
            flush();
            now_.medial = key;
        }
    }

    void consonant(char32_t key) {
        const bool open = now_.initial != 0 && now_.medial != 0;
        if (open && now_.final == 0 && kFinals.find(key) != std::u32string_view::npos) {
            now_.final = key;
        } else if (const char32_t both = joined(now_.final, key); open && both != 0) {
            now_.final = both;
        } else {
            flush();
            now_.initial = key;
        }
    }

    void flush() {
        if (const auto syllable = join_syllable(now_)) {
            text_ += *syllable;
        } else if (now_.initial != 0 || now_.medial != 0) {  // never both, and then there is no final
            text_ += now_.initial != 0 ? now_.initial : now_.medial;
        }
        now_ = {};
    }

    std::u32string text_;
    SyllableLetters now_;
};

}  // namespace

bool starts_with_hangul(std::string_view utf8) {
    std::size_t at = 0;
    return !utf8.empty() && is_hangul_syllable(next_code_point(utf8, at));
}

bool has_hangul(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        if (is_hangul_syllable(next_code_point(utf8, at))) {
            return true;
        }
    }
    return false;
}

std::optional<SyllableLetters> split_syllable(char32_t c) {
    if (!is_hangul_syllable(c)) {
        return std::nullopt;
    }
    const auto number = static_cast<std::size_t>(c - kFirstSyllable);
    const std::size_t final = number % kFinalCount;
    const std::size_t rest = number / kFinalCount;
    return SyllableLetters{kInitials[rest / kMedials.size()], kMedials[rest % kMedials.size()],
                           final == 0 ? U'\0' : kFinals[final - 1]};
}

std::optional<char32_t> join_syllable(const SyllableLetters& letters) {
    const std::size_t initial = kInitials.find(letters.initial);
    const std::size_t medial = kMedials.find(letters.medial);
    const std::size_t final = letters.final == 0 ? 0 : kFinals.find(letters.final);
    if (initial == std::u32string_view::npos || medial == std::u32string_view::npos ||
        final == std::u32string_view::npos) {
        return std::nullopt;
    }
    const std::size_t final_number = letters.final == 0 ? 0 : final + 1;
    return kFirstSyllable + static_cast<char32_t>((initial * kMedials.size() + medial) * kFinalCount + final_number);
}

std::u32string to_keys(std::u32string_view text) {
    std::u32string keys;
    for (const char32_t c : text) {
        if (const auto letters = split_syllable(c)) {
            keys += letters->initial;
            append_keys(keys, letters->medial);
            if (letters->final != 0) {
                append_keys(keys, letters->final);
            }
        } else {
            append_keys(keys, c);
        }
    }
    return keys;
}

std::u32string compose(std::u32string_view text) {
    Composer composer;
    for (const char32_t key : to_keys(text)) {
        composer.take(key);
    }
    return std::move(composer).finish();
}

std::u32string initials(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        const auto letters = split_syllable(c);
        out += letters ? letters->initial : c;
    }
    return out;
}

}  // namespace saegin::text
