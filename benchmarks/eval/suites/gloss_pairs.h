// Pairs of a Korean term and its English one, mined by a plain rule over what the summaries themselves write: 확산
// 모델(diffusion models).
//
// A gloss is an English term in parentheses that directly follow a Hangul syllable. Its English side is what stands
// there up to the first comma, semicolon or colon, folded; it has one to five words of ASCII letters, digits, hyphens
// and apostrophes, and somewhere four letters or more in a row that are small from the second on (acronyms alone say
// too little about how many Korean words they stand for). Its Korean side is one of the ends of the Korean words before
// the parenthesis: pure Hangul, one blank between them, at most as many as the English words, and none with a particle
// or ending (text::stem_length).
//
// A pair is kept where two papers or more gloss the English side, with the longest Korean side that at least half of
// these papers (and two or more) write, and that has two syllables or more for each English word but stop words: a
// shorter one is only a part (모델 of "language model"). Of pairs with one Korean side the one that most papers write
// is kept, the first in byte order among equals.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/paper.h"

namespace saegin::eval {

/// One gloss in a text: the English side, and every Korean side that it may have, from one word on.
struct Gloss {
    std::string english;
    std::vector<std::string> korean;

    friend bool operator==(const Gloss&, const Gloss&) = default;
};

/// The glosses of one text, in order.
[[nodiscard]] std::vector<Gloss> glosses_in(std::string_view text);

/// A pair and the papers that write it.
struct GlossPair {
    std::string korean;
    std::string english;
    std::set<PaperId> papers;
};

/// A paper and its summary as one text.
struct SummaryText {
    PaperId id;
    std::string text;
};

/// The pairs of an archive, in byte order of their English sides.
[[nodiscard]] std::vector<GlossPair> mine_gloss_pairs(const std::vector<SummaryText>& summaries);

}  // namespace saegin::eval
