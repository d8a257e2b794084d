// Did you mean: the known word that a mistyped one is nearest to.
//
//   SpellingRepair spelling{words};
//   spelling.hangul("시스탬", known)  -> 시스템      spelling.english("multiligual", known)  -> multilingual
//
// Nearest is what the cheapest slips lead to (edit_cost.h); of several the word that most papers have, then the first
// in byte order. How much may be amiss: spelling_limits.h. Words are taken as unknown: ask `known` about them before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/hangul_keys.h"
#include "query/word_list.h"

namespace saegin::query {

/// Whether the archive knows a piece of text as it stands.
using Known = std::function<bool(std::string_view)>;

/// Longest compound that is taken apart, in syllables: each place to part it costs a search.
inline constexpr std::size_t kMostCompoundSyllables = 16;

/// Finds words. Keeps a reference to the list, and the keys of its Hangul words from the first question on. One
/// instance per thread.
class SpellingRepair {
public:
    explicit SpellingRepair(const WordList& words);

    /// For a word of syllables and letters (jamo) of Hangul, two syllables at least; also for a compound of which the
    /// archive knows one part as it is, of up to kMostCompoundSyllables.
    [[nodiscard]] std::optional<std::string> hangul(std::string_view typed, const Known& known);
    /// The same within a budget of its own, and without compounds.
    [[nodiscard]] std::optional<std::string> hangul_within(std::string_view typed, int budget, const Known& known);
    /// For a word of letters a to z, four at least. The first letter is right, or has changed places with the second.
    /// Never a stop word.
    [[nodiscard]] std::optional<std::string> english(std::string_view typed, const Known& known) const;

    /// Whether a word of Hangul is a known one with a syllable before or behind it, as many are that no paper has
    /// (저작권자, 고대역폭). It may be right, so that only plausible slips count.
    [[nodiscard]] bool is_derived(std::string_view typed) const;

private:
    struct Keyed {
        std::string keys;
        std::uint64_t bag = 0;
        const KnownWord* word = nullptr;
    };

    [[nodiscard]] bool is_small() const;
    [[nodiscard]] bool is_common_enough(std::uint32_t papers, std::uint32_t needed) const;
    void encode_words();
    [[nodiscard]] std::optional<std::string> compound(std::string_view typed, const Known& known);

    const WordList& words_;
    std::uint32_t most_papers_;
    HangulKeys encode_;
    std::vector<Keyed> keyed_;
};

}  // namespace saegin::query
