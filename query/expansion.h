// What is searched beside the typed words because it means the same: other names from the lexicon, and compounds spaced
// in another way.
//
//   words -> runs of words -> keys (as typed, and spaced otherwise) -> alternatives, each with its weight
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "query/ranking.h"
#include "query/vocabulary.h"

namespace saegin::query {

/// One word of a query: a noun without its particle, or a stem.
struct QueryWord {
    std::string text;        ///< as analysed
    std::string written;     ///< as typed, without particle
    bool is_bare = true;     ///< nothing was taken off it, so that a word may follow in a compound
    bool is_stop = false;    ///< says nothing alone, but may stand inside a name (text to image)
    bool is_author = false;  ///< belongs to the name of an author, who has no other names
};

/// Words that mean the same as a run of the query.
struct Alternative {
    enum class Kind : std::uint8_t {
        kEquivalent,  ///< another name, from the lexicon
        kSpacing,     ///< the same words, joined or parted
    };
    Kind kind = Kind::kEquivalent;
    std::vector<std::string> words;  ///< one word, or a phrase
    std::string written;
    double weight = 0;  ///< scales BM25 of each word
};

/// What a run of words may also be called. A paper counts the best alternative that it has.
struct Addition {
    std::string typed;
    std::string key;        ///< its words as analysed, parted by blanks
    std::size_t first = 0;  ///< its words are [first, last) of the query
    std::size_t last = 0;
    std::vector<Alternative> alternatives;  ///< of the highest weight first
};

/// Longest run of words that is looked up, and most alternatives of one.
inline constexpr std::size_t kMaxRun = 5;
inline constexpr std::size_t kMaxEquivalents = 6;

/// What to add to `words`. Longer names win over shorter ones inside them.
[[nodiscard]] std::vector<Addition> expand(const std::vector<QueryWord>& words, const lexicon::Lexicon& lexicon,
                                           const Vocabulary& vocabulary, const RankingParameters& parameters);

}  // namespace saegin::query
