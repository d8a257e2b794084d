// Second step: characters become pieces, the smallest units that are words or parts of words.
//
// ICU finds the word boundaries (UAX #29); then scripts are parted ("LLM의" -> "llm", "의"), and letters from version
// numbers ("llama3" -> "llama", "3"; but "4o", "o1", "3d", "8b" stay whole).
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/normalizer.h"

namespace saegin::text {

/// What a piece is written in; decides which later steps it goes through.
enum class PieceKind : std::uint8_t {
    kHangul,  ///< Hangul syllables (or single jamo)
    kLatin,   ///< letters of other alphabets, maybe with digits: "llama", "4o", "β"
    kNumber,  ///< starts with a digit and holds no letters: "3", "2.5"
    kOther,   ///< Han, Kana and whatever else ICU takes for a word
};

/// How a piece follows the one before it.
enum class Gap : std::uint8_t {
    kNone,       ///< directly: a change of script or from letters to digits
    kConnector,  ///< over one hyphen, slash, point or the like: "text-to-image"
    kSpace,      ///< over exactly one blank
    kSigns,      ///< over signs without a blank: "(RAG)" + "는"
    kApart,      ///< anything else
};

/// One piece: `text` is what later steps work on, `span` where it was written.
struct Piece {
    std::u32string text;
    ByteSpan span;
    PieceKind kind = PieceKind::kOther;
    Gap gap = Gap::kApart;       ///< to the piece before; kApart for the first
    std::string_view sign = {};  ///< "++" or "#" where it follows directly (C++, C#), else empty; a literal
};

/// Splits characters into pieces. Holds ICU's rules and scratch space: one instance per thread.
class WordBreaker {
public:
    /// Throws std::runtime_error where ICU has no word rules (its data is missing).
    WordBreaker();

    [[nodiscard]] std::vector<Piece> split(const std::vector<Character>& characters);

private:
    std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace saegin::text
