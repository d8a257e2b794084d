// Suggestions while somebody types: terms, authors and titles that go on from what stands there.
//
//   ㅎㅅ ㅁㄷ  -> 확산 모델          학스   -> 학습            tri da -> Tri Dao
//   강화ㅎ    -> 강화학습           diffu  -> diffusion       ghkrt  -> 확산 (typed on the wrong layout)
//
// Terms are words of the archive and names of its lexicon. They go on from the whole text; behind them come those that
// go on from its last one or two words, as far as papers have them together with the words in front, which are kept.
// Authors and titles go on from the whole text, at any of their words. Much used ones come first; the votes of their
// papers count a little.
//
// What fits some keys fits every beginning of them (typed_prefix.h), so no suggestion comes back that had gone for not
// fitting. A blank begins a word that may be completed on its own, and the other layout is tried where nothing fits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/paper.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::query {

/// What a suggestion is.
enum class SuggestionKind : std::uint8_t {
    kTerm,    ///< a word or name, to search for
    kAuthor,  ///< a person, as a paper writes the name
    kTitle,   ///< a paper
};

/// One line to choose.
struct Suggestion {
    SuggestionKind kind = SuggestionKind::kTerm;
    std::string text;           ///< what the typed text becomes
    std::uint32_t papers = 0;   ///< that have all words of the term, or are by the author; 1 for a title
    std::optional<PaperId> id;  ///< of a title

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// All suggestions for what was typed.
struct Suggestions {
    std::string prefix;   ///< as typed, in NFC
    std::string read_as;  ///< what it says on the other keyboard layout, where only that has suggestions; else empty
    std::vector<Suggestion> list;  ///< terms of the whole text, authors, titles, terms of its last words; best first
};

/// Suggestions at most. Of typed text, TypedPrefix::kMostKeys keys count.
inline constexpr std::size_t kMostSuggestions = 100;

/// The best suggestions, at most `limit` (1 to kMostSuggestions), in an order that depends on the papers alone. Three
/// in ten are titles and two in ten authors, where there are so many. Takes any bytes for `prefix`; nothing is found
/// where it has neither letters nor digits.
[[nodiscard]] Result<Suggestions> suggest(IndexReader& reader, const std::string& prefix, std::size_t limit);

}  // namespace saegin::query
