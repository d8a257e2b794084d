// Words and names that complete what is typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/lexicon/lexicon.h"
#include "query/suggest.h"
#include "query/usage.h"

namespace saegin::query {

/// A word or name that goes on from typed text.
struct TermMatch {
    std::string text;                ///< what the typed text becomes
    std::string key;                 ///< the same for spellings that search the same: 강화학습, 강화 학습
    std::vector<std::string> terms;  ///< of the index, all of which a paper has that has it
    /// No more papers have it. A name of several words is rarely used as one where few papers gloss it, however many
    /// have all its words: so what papers gloss it bounds it, too.
    std::uint32_t most_papers = 0;
    std::size_t tier = 0;  ///< lower ones come first: the whole text before its last words
};

/// Tiers from this one on complete only the last words of the text.
inline constexpr std::size_t kFirstTailTier = 2;

/// All words and names that go on from `typed` (NFC), in no order, without words of grammar and ends of sentences.
/// Xapian's exceptions pass through.
[[nodiscard]] std::vector<TermMatch> match_terms(const Xapian::Database& database, const lexicon::Lexicon& lexicon,
                                                 std::string_view typed);

/// The best `limit` of them with their tiers, one for each key and tier, best first.
struct RankedTerm {
    Suggestion suggestion;
    std::size_t tier = 0;
};
[[nodiscard]] std::vector<RankedTerm> rank_terms(Usage& usage, std::vector<TermMatch> matches, std::size_t limit);

}  // namespace saegin::query
