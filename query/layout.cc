#include "query/layout.h"

#include <algorithm>

#include "common/text/analyzer.h"
#include "common/text/hangul.h"
#include "common/text/keyboard_layout.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"
#include "query/spelling_limits.h"

namespace saegin::query {

namespace {

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::size_t count(std::u32string_view text, bool (*is)(char32_t)) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is));
}

std::u32string lower(std::u32string text) {
    for (char32_t& c : text) {
        c = c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
    }
    return text;
}

/// Whether a word of the lists may be repaired into. What is in no list (compounds, short words) `known` alone decides.
bool in_enough_papers(const WordList& words, std::string_view word) {
    const std::uint32_t papers = std::max(papers_with(words.hangul, word), papers_with(words.english, word));
    return papers == 0 || papers >= kFewestPapers || most_papers(words) < kSmallArchive;
}

std::optional<std::string> meant_in_korean(const std::u32string& piece, const WordList& words, const Known& known) {
    constexpr std::size_t kFewestSyllables = 2;
    for (const std::u32string& typed : {piece, lower(piece)}) {
        const std::u32string korean = text::english_to_korean(typed);
        if (count(korean, text::is_hangul_syllable) < kFewestSyllables ||
            count(korean, text::is_compatibility_jamo) > 0) {
            continue;
        }
        std::string meant = text::to_utf8(korean);
        if (in_enough_papers(words, meant) && known(meant)) {
            return meant;
        }
    }
    return std::nullopt;
}

std::optional<std::string> meant_in_english(const std::u32string& piece, const WordList& words, const Known& known) {
    std::u32string english = lower(text::korean_to_english(piece));
    const bool no_korean = count(piece, text::is_jamo_vowel) > 0;
    const std::size_t fewest_letters = no_korean ? 2 : 3;
    if (count(english, is_latin) < fewest_letters) {
        return std::nullopt;
    }
    std::string meant = text::to_utf8(english);
    // Whole syllables may be a word that no paper has and by chance one under the other layout (야간, 낸): the more
    // easily, the fewer they are.
    if (count(piece, text::is_compatibility_jamo) == 0) {
        english.erase(std::remove_if(english.begin(), english.end(), [](char32_t c) { return !is_latin(c); }),
                      english.end());
        const std::uint32_t papers = papers_with(words.english, text::to_utf8(english));
        const std::uint32_t most = most_papers(words);
        const bool one = count(piece, text::is_hangul_syllable) == 1;
        const std::uint32_t needed = papers_needed(one ? Length::kShort : Length::kLong, kArbitrary, most);
        if (papers < (most < kSmallArchive ? 1 : needed)) {
            return std::nullopt;
        }
    }
    if (text::is_stop_word(meant) || !in_enough_papers(words, meant) || !known(meant)) {
        return std::nullopt;
    }
    return meant;
}

}  // namespace

std::optional<std::string> other_layout(std::string_view piece, const WordList& words, const Known& known) {
    const std::u32string typed = text::to_utf32(piece);
    if (count(typed, is_latin) > 0) {
        return meant_in_korean(typed, words, known);
    }
    if (count(typed, text::is_hangul) > 0) {
        return meant_in_english(typed, words, known);
    }
    return std::nullopt;
}

}  // namespace saegin::query
