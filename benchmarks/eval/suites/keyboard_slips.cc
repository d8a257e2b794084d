#include "benchmarks/eval/suites/keyboard_slips.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "benchmarks/eval/suites/text_runs.h"
#include "common/text/analyzer.h"
#include "common/text/utf32.h"

namespace saegin::eval {

namespace {

constexpr std::array<std::u32string_view, 3> kRows{U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
// How far a row is shifted to the right against the top one, in quarters of a key.
constexpr std::array<int, 3> kShift{0, 1, 3};
constexpr int kQuarters = 4;

constexpr std::size_t kShortestWord = 4;  // in shorter ones nobody can tell what was meant

char32_t small(char32_t letter) {
    return letter >= U'A' && letter <= U'Z' ? letter + (U'a' - U'A') : letter;
}

/// Where a small letter lies: its row, and the place of its left edge in quarters of a key.
struct Place {
    int row = 0;
    int left = 0;
};

bool find_key(char32_t letter, Place& place) {
    for (std::size_t row = 0; row < kRows.size(); ++row) {
        if (const std::size_t column = kRows[row].find(letter); column != std::u32string_view::npos) {
            place = {static_cast<int>(row), static_cast<int>(column) * kQuarters + kShift[row]};
            return true;
        }
    }
    return false;
}

bool touch(const Place& a, const Place& b) {
    const int rows = std::abs(a.row - b.row);
    const int apart = std::abs(a.left - b.left);
    return rows == 0 ? apart == kQuarters : rows == 1 && apart < kQuarters;
}

using Forms = std::vector<std::u32string>;

Forms swapped(std::u32string_view word) {
    Forms forms;
    for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        if (small(word[i]) != small(word[i + 1])) {
            forms.emplace_back(word);
            std::swap(forms.back()[i], forms.back()[i + 1]);
        }
    }
    return forms;
}

Forms dropped(std::u32string_view word) {
    Forms forms;
    for (std::size_t i = 1; i < word.size(); ++i) {
        forms.emplace_back(word);
        forms.back().erase(i, 1);
    }
    return forms;
}

Forms doubled(std::u32string_view word) {
    Forms forms;
    for (std::size_t i = 1; i < word.size(); ++i) {
        forms.emplace_back(word);
        forms.back().insert(i, 1, word[i]);
    }
    return forms;
}

Forms struck_beside(std::u32string_view word) {
    Forms forms;
    for (std::size_t i = 1; i < word.size(); ++i) {
        for (const char32_t key : keys_beside(word[i])) {
            forms.emplace_back(word);
            forms.back()[i] = key;
        }
    }
    return forms;
}

}  // namespace

std::u32string keys_beside(char32_t letter) {
    Place here;
    std::u32string keys;
    if (!find_key(small(letter), here)) {
        return keys;
    }
    const char32_t to_case = small(letter) - letter;
    for (char32_t other = U'a'; other <= U'z'; ++other) {
        Place there;
        if (find_key(other, there) && touch(here, there)) {
            keys += other - to_case;
        }
    }
    return keys;
}

std::u32string mistype_english(std::u32string_view text, Draw& draw) {
    std::vector<Stretch> words = latin_runs(text);
    std::erase_if(words, [&](const Stretch& run) {
        std::u32string word{run.of(text)};
        std::transform(word.begin(), word.end(), word.begin(), small);
        return word.size() < kShortestWord || text::is_stop_word(text::to_utf8(word));
    });
    std::u32string out{text};
    if (words.empty()) {
        return out;
    }
    const Stretch run = words[draw.below(words.size())];
    const std::u32string_view word = run.of(text);
    std::vector<Forms> kinds{swapped(word), dropped(word), doubled(word), struck_beside(word)};
    std::erase_if(kinds, [](const Forms& forms) { return forms.empty(); });  // "wwww" has nothing to swap
    const Forms& forms = kinds[draw.below(kinds.size())];
    out.replace(run.begin, run.size(), forms[draw.below(forms.size())]);
    return out;
}

}  // namespace saegin::eval
