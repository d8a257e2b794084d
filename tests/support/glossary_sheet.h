// The sheet of judged pairs (tests/data/glossary/sheet.tsv) and the pairs of a lexicon that it is drawn from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/unicode.h"

namespace saegin::test {

/// Pairs on the sheet.
inline constexpr std::size_t kSheetPairs = 200;

/// Whether any character is a Hangul syllable.
[[nodiscard]] inline bool has_hangul(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text::is_hangul_syllable(text::next_code_point(text, at))) {
            return true;
        }
    }
    return false;
}

/// The pairs of a lexicon that join a name in Latin script (`from`) and one in Hangul (`to`), each once, in byte order
/// of their keys.
[[nodiscard]] inline std::vector<lexicon::Pair> bilingual_pairs(const lexicon::Lexicon& lexicon) {
    std::vector<lexicon::Pair> pairs = lexicon.all();
    std::erase_if(
        pairs, [](const lexicon::Pair& pair) { return has_hangul(pair.from.written) || !has_hangul(pair.to.written); });
    return pairs;
}

/// The columns of a pair: english, korean, papers, origin.
[[nodiscard]] inline std::string to_row(const lexicon::Pair& pair) {
    return pair.from.written + "\t" + pair.to.written + "\t" + std::to_string(pair.papers) + "\t" +
           (pair.origin == lexicon::Origin::kGloss ? "gloss" : "loanword");
}

}  // namespace saegin::test
