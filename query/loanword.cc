#include "query/loanword.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/lexicon/loanword.h"
#include "common/lexicon/sound.h"
#include "common/text/unicode.h"
#include "query/spelling_limits.h"

namespace saegin::query {

namespace {

/// The letters that a word can begin with whose sound begins with this code of sound.h.
std::string_view first_letters(char code) {
    switch (code) {
        case 'P':
            return "bfpv";
        case 'K':
            return "cgkqx";
        case 'S':
            return "cstxz";
        case 'T':
            return "dt";
        case 'C':
            return "cgjstz";
        case 'L':
            return "lr";
        case 'M':
            return "m";
        case 'N':
            return "n";
        case 'H':
            return "h";
        default:
            return "aeiouwy";
    }
}

}  // namespace

std::optional<std::string> english_of_loanword(std::string_view hangul, const WordList& words, const Known& known) {
    constexpr double kAlikeEnough = 0.8;
    // Native words mostly have two syllables, and some English word sounds like many of them (사법, superb). Three
    // consonants, enough where papers use both words together, are too few without such evidence (들어올, truly).
    constexpr std::size_t kFewestSyllables = 3;
    constexpr std::ptrdiff_t kFewestConsonants = 4;
    if (!lexicon::looks_like_loanword(hangul) || text::code_point_count(hangul) < kFewestSyllables) {
        return std::nullopt;
    }
    const std::string sound = lexicon::sounds_of_hangul({std::string{hangul}}).front();
    if (std::count_if(sound.begin(), sound.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) < kFewestConsonants) {
        return std::nullopt;
    }
    const KnownWord* best = nullptr;
    double best_likeness = 0;
    const std::string_view first = first_letters(sound.front());
    for (const KnownWord& word : words.english) {  // in byte order, so that the first of equals stays
        if (word.papers < kFewestPapers || first.find(word.text.front()) == std::string_view::npos) {
            continue;
        }
        const double likeness = lexicon::likeness_of_vowels(hangul, word.text);
        if (likeness < kAlikeEnough ||
            (best != nullptr && std::pair{likeness, word.papers} <= std::pair{best_likeness, best->papers})) {
            continue;
        }
        const std::vector<std::string> sounds = lexicon::sounds_of_english(word.text);
        if (std::binary_search(sounds.begin(), sounds.end(), sound) && known(word.text)) {
            best = &word;
            best_likeness = likeness;
        }
    }
    return best == nullptr ? std::nullopt : std::optional{best->text};
}

}  // namespace saegin::query
