// The sheet of judged pairs (tests/data/glossary/sheet.tsv) and the pairs of a lexicon that it is drawn from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"

namespace saegin::test {

/// Pairs on the sheet.
inline constexpr std::size_t kSheetPairs = 200;

/// The pairs of a lexicon that join a name in Latin script (`from`) and one in Hangul (`to`), each once, in byte order
/// of their keys.
[[nodiscard]] inline std::vector<lexicon::Pair> bilingual_pairs(const lexicon::Lexicon& lexicon) {
    std::vector<lexicon::Pair> pairs = lexicon.all();
    std::erase_if(pairs, [](const lexicon::Pair& pair) {
        return text::has_hangul(pair.from.written) || !text::has_hangul(pair.to.written);
    });
    return pairs;
}

/// The columns of a pair: english, korean, papers, origin.
[[nodiscard]] inline std::string to_row(const lexicon::Pair& pair) {
    return pair.from.written + "\t" + pair.to.written + "\t" + std::to_string(pair.papers) + "\t" +
           (pair.origin == lexicon::Origin::kGloss ? "gloss" : "loanword");
}

}  // namespace saegin::test
