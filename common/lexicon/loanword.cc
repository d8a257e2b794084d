#include "common/lexicon/loanword.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/text/hangul.h"
#include "common/text/unicode.h"

namespace saegin::lexicon {

namespace {

/// The English letters that a Korean vowel may stand for; none for ㅡ, which only parts consonants.
struct Vowel {
    char32_t hangul;
    std::string_view english;
};

constexpr std::array<Vowel, 20> kVowels{{
    {U'ㅏ', "auo"}, {U'ㅐ', "aei"},    {U'ㅑ', "aiy"},   {U'ㅒ', "aiey"}, {U'ㅓ', "aeou"},
    {U'ㅔ', "ea"},  {U'ㅕ', "aeiouy"}, {U'ㅖ', "ey"},    {U'ㅗ', "oau"},  {U'ㅘ', "woau"},
    {U'ㅙ', "wea"}, {U'ㅚ', "oiw"},    {U'ㅛ', "oyu"},   {U'ㅜ', "uow"},  {U'ㅝ', "woau"},
    {U'ㅞ', "wea"}, {U'ㅟ', "wiu"},    {U'ㅠ', "ueiwy"}, {U'ㅢ', "i"},    {U'ㅣ', "iey"},
}};

constexpr std::u32string_view kLoanwordFinals = U"ㄱㄴㄹㅁㅂㅅㅇ";
constexpr std::u32string_view kTense = U"ㄲㄸㅃㅆㅉ";

bool is_english_vowel(char c) {
    return std::string_view{"aeiouyw"}.find(c) != std::string_view::npos;
}

/// For each run of vowels the letters that English may spell its beginning with.
std::vector<std::string> vowels_of_hangul(std::string_view word) {
    std::vector<std::string> runs;
    char32_t open = 0;  // the first vowel of the run that goes on
    for (std::size_t at = 0; at < word.size();) {
        const auto letters = text::split_syllable(text::next_code_point(word, at));
        if (!letters) {
            return {};
        }
        const bool goes_on = open != 0 && letters->initial == U'ㅇ';
        const auto* const vowel = std::find_if(kVowels.begin(), kVowels.end(),
                                               [&](const Vowel& one) { return one.hangul == letters->medial; });
        if (goes_on && open == U'ㅏ' && letters->medial == U'ㅣ') {
            runs.back() += "iy";  // 아이: live, python
        }
        if (!goes_on) {
            open = 0;
            if (vowel != kVowels.end()) {
                runs.emplace_back(vowel->english);
                open = letters->medial;
            }
        }
        open = letters->final == 0 ? open : 0;
    }
    return runs;
}

/// The first letter of each run of vowels. An e at the end is silent.
std::string vowels_of_english(std::string_view word) {
    std::string vowels;
    if (word.ends_with('e')) {
        word.remove_suffix(1);
    }
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (is_english_vowel(word[at]) && (at == 0 || !is_english_vowel(word[at - 1]))) {
            vowels += word[at];
        }
    }
    return vowels;
}

}  // namespace

bool looks_like_loanword(std::string_view hangul) {
    for (std::size_t at = 0; at < hangul.size();) {
        const auto letters = text::split_syllable(text::next_code_point(hangul, at));
        if (!letters || kTense.find(letters->initial) != std::u32string_view::npos || letters->medial == U'ㅢ' ||
            (letters->final != 0 && kLoanwordFinals.find(letters->final) == std::u32string_view::npos)) {
            return false;
        }
    }
    return !hangul.empty();
}

double likeness_of_vowels(std::string_view hangul, std::string_view english) {
    const std::vector<std::string> heard = vowels_of_hangul(hangul);
    const std::string spelled = vowels_of_english(english);
    if (heard.empty() || spelled.empty()) {
        return heard.empty() && spelled.empty() ? 1 : 0;
    }
    // The longest common subsequence: a silent e stands for no vowel.
    std::vector<std::size_t> last(spelled.size() + 1);
    for (const std::string& vowel : heard) {
        std::vector<std::size_t> now(spelled.size() + 1);
        for (std::size_t j = 1; j <= spelled.size(); ++j) {
            const bool alike = vowel.find(spelled[j - 1]) != std::string::npos;
            now[j] = std::max({last[j], now[j - 1], last[j - 1] + (alike ? 1U : 0U)});
        }
        last = std::move(now);
    }
    const auto surely_heard = static_cast<std::size_t>(
        std::count_if(spelled.begin(), spelled.end(), [](char vowel) { return vowel != 'e'; }));
    return static_cast<double>(last.back()) / static_cast<double>(std::max(heard.size(), surely_heard));
}

}  // namespace saegin::lexicon
