// How much may be amiss in a word for it to be repaired, and how common the word must be that it becomes.
//
// An unknown word need not be a slip: it may be one that no paper happens to have. So the shorter the word and the
// dearer the slip, the more papers must have what it is repaired into.
#pragma once

#include <cstddef>
#include <cstdint>

#include "query/edit_cost.h"
#include "query/word_list.h"

namespace saegin::query {

/// How much a typed word tells.
enum class Length : std::uint8_t {
    kTooShort,  ///< never repaired: one syllable, or fewer than four letters
    kShort,     ///< two syllables, four or five letters
    kMiddle,    ///< three syllables, six or seven letters
    kLong,
};

[[nodiscard]] Length length_in_syllables(std::size_t syllables);
[[nodiscard]] Length length_in_letters(std::size_t letters);

/// Dearest single slip other than an arbitrary one.
inline constexpr int kPlausibleSlip = kArbitrary - 1;

/// What the slips in a word may cost: for two syllables one slip other than an arbitrary one, for three also two of the
/// cheapest, for more any two but arbitrary ones.
[[nodiscard]] int hangul_budget(Length length);
/// The same for a word of Latin letters: one slip, from eight letters on any two but arbitrary ones.
[[nodiscard]] int english_budget(Length length);

/// Papers that a word must be in at least before something is repaired into it: one alone may have mistyped it.
inline constexpr std::uint32_t kFewestPapers = 2;
/// In an archive so small that no word is in so many papers, a word of one paper will do where no other fits.
inline constexpr std::uint32_t kSmallArchive = 100;

/// Papers that have the commonest word: nearly all of the archive.
[[nodiscard]] std::uint32_t most_papers(const WordList& words);

/// Papers that must have a word into which slips of this cost are repaired, of `most` that have the commonest word.
[[nodiscard]] std::uint32_t papers_needed(Length length, int cost, std::uint32_t most);

}  // namespace saegin::query
