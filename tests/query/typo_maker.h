// Makes the slips that people make when they type, for tests.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "common/text/hangul.h"
#include "common/text/keyboard_layout.h"
#include "common/text/utf32.h"

namespace saegin::test {

/// Draws slips. The same seed gives the same slips.
class TypoMaker {
public:
    static constexpr std::array<std::string_view, 6> kKinds{"layout",  "neighbour",  "missing",
                                                            "doubled", "transposed", "alike"};

    explicit TypoMaker(std::uint32_t seed) : random_(seed) {}

    /// A number below `end`.
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>{0, end - 1}(random_); }

    /// A word of two keys or more, all Hangul or all a to z, with a slip; it may come out as it was. The first key is
    /// right. Letters that sound alike are those of Hangul; English has a neighbour instead.
    std::string slip(std::string_view kind, const std::string& word) {
        const bool english = word[0] >= 'a' && word[0] <= 'z';
        std::string keys = english ? word : text::to_utf8(text::korean_to_english(text::to_utf32(word)));
        const auto korean = [&] { return text::to_utf8(text::english_to_korean(text::to_utf32(keys))); };
        if (kind == "layout") {
            return english ? korean() : keys;
        }
        const std::size_t at = 1 + below(keys.size() - 1);
        if (kind == "missing") {
            keys.erase(at, 1);
        } else if (kind == "doubled") {
            keys.insert(at, 1, keys[at]);
        } else if (kind == "transposed") {
            if (at + 1 < keys.size()) {
                std::swap(keys[at], keys[at + 1]);
            }
        } else if (kind == "alike" && !english) {
            sound_alike(keys);
        } else {
            keys[at] = beside(keys[at]);
        }
        return english ? keys : korean();
    }

private:
    char beside(char key) {
        constexpr std::array<std::string_view, 3> kRows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
        for (const std::string_view row : kRows) {
            if (const std::size_t at = row.find(key); at != std::string_view::npos) {
                return at == 0 || (at + 1 < row.size() && below(2) == 0) ? row[at + 1] : row[at - 1];
            }
        }
        return key;
    }

    static void sound_alike(std::string& keys) {
        constexpr std::string_view kFrom = "opOPhjrRqQwWeEtT";
        constexpr std::string_view kTo = "poPOjhRrQqWwEeTt";
        const std::size_t at = keys.find_first_of(kFrom);
        if (at != std::string::npos) {
            keys[at] = kTo[kFrom.find(keys[at])];
        }
    }

    std::mt19937 random_;
};

}  // namespace saegin::test
