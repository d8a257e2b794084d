// Repair of queries: a piece of text that the archive does not know becomes one that it does know.
//
//   repair("ghkrtks 시스탬의", words, analyzer, known)  -> "확산 시스템의", corrected: ghkrtks 확산, 시스탬 시스템
//
// Pieces are parted by white space. One that the archive knows is left alone. Otherwise it is tried, in this order:
//   1. whole, under the other keyboard layout (layout.h);
//   2. word by word, particles left out, each unknown word: as mistyped (spelling.h),
//   3. or as an English word written by its sound (loanword.h).
// What nothing is found for stays as typed. Nothing is built ahead: the lists are searched as they are.
//
// Limits: the first kMaxRepairedPieces pieces of a query, pieces of up to kMaxPieceBytes bytes (for words see
// spelling.h); what is beyond stays as typed. Any bytes may be given; malformed UTF-8 stays as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/token.h"
#include "query/spelling.h"
#include "query/word_list.h"

namespace saegin::query {

/// So many pieces of a query are looked at: what a person types has fewer, and each unknown one takes time.
inline constexpr std::size_t kMaxRepairedPieces = 32;
/// Longest piece that is looked at: longer than any word, as long as a few compounds.
inline constexpr std::size_t kMaxPieceBytes = 192;

/// One thing that was repaired.
struct Correction {
    enum class Kind : std::uint8_t {
        kLayout,    ///< the wrong keyboard layout was on
        kSpelling,  ///< mistyped
        kSound,     ///< an English word in Hangul
    };

    std::string typed;     ///< as it stands in the query
    std::string repaired;  ///< what stands there instead
    Kind kind = Kind::kSpelling;
    text::ByteSpan span;  ///< of `typed` in the query

    friend bool operator==(const Correction&, const Correction&) = default;
};

/// A query with what was repaired in it, in order of place; as typed where nothing was.
struct Repaired {
    std::string text;
    std::vector<Correction> corrections;

    friend bool operator==(const Repaired&, const Repaired&) = default;
};

/// Repairs `query`, in NFC. `known` tells whether the archive knows a piece of text as it stands, in all its words; it
/// is also asked about every repair.
[[nodiscard]] Repaired repair(std::string_view query, const WordList& words, text::Analyzer& analyzer,
                              const Known& known);

}  // namespace saegin::query
