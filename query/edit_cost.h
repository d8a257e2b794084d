// How far a typed word is from a known one, in what slips of the fingers cost.
//
// Both words are strings of keys, named by the Latin letters on them, capitals for Shift: an English word is its own
// letters, and 확산 is "ghkrtks" (hangul_keys.h). One wrong key is one slip, however much of a syllable it changes.
//
//   edit_cost("multiligual", "multilingual", Script::kEnglish, 20)  -> kMissing
//   edit_cost("tltmxoa", "tltmxpa", Script::kHangul, 20)            -> kAlike      시스탬, 시스템
//
// The distance is optimal string alignment (Damerau 1964 without edits of what was transposed) with the costs below,
// all of our own choice: what is told apart least costs least, and no two slips cost as little as an arbitrary one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace saegin::query {

/// What one slip costs. Budgets are sums of these.
inline constexpr int kAlike = 6;       ///< letters that sound alike: ㅐ and ㅔ, ㅗ and ㅓ, ㄱ and ㄲ
inline constexpr int kDoubled = 6;     ///< a letter twice instead of once, or once instead of twice
inline constexpr int kNeighbour = 7;   ///< the key beside the right one
inline constexpr int kMissing = 8;     ///< a letter left out
inline constexpr int kExtra = 8;       ///< a letter too many
inline constexpr int kTransposed = 7;  ///< two letters in the wrong order
inline constexpr int kArbitrary = 10;  ///< any other letter

/// Cheapest slip: so many fit into a budget.
inline constexpr int kCheapest = kAlike;

/// Which letters the keys stand for; it decides what sounds alike.
enum class Script : std::uint8_t { kHangul, kEnglish };

/// Longest word that is compared, in keys.
inline constexpr std::size_t kMaxKeys = 48;

/// What the slips cost that lead from `meant` to `typed`; nothing where they cost more than `budget` or a word has more
/// than kMaxKeys keys. Takes time in proportion to the product of the lengths at most, mostly far less.
[[nodiscard]] std::optional<int> edit_cost(std::string_view typed, std::string_view meant, Script script, int budget);

/// A set of letters as bits, for a filter that is cheaper than comparing.
[[nodiscard]] std::uint64_t key_bag(std::string_view keys);

/// Whether words with these bags may lie within `budget` of each other: a slip takes one letter away and brings one in
/// at most.
[[nodiscard]] bool may_be_near(std::uint64_t a, std::uint64_t b, int budget);

}  // namespace saegin::query
