// Takes out of the pairs of a lexicon what other pairs speak against. One paper may call a thing by a looser word;
// where the archive has names for it, or needs the word for something else, that paper is not followed.
#pragma once

#include <vector>

#include "common/lexicon/lexicon.h"

namespace saegin::lexicon {

/// The pairs (`from` English, `to` Korean or English) without
///   - a part: "speculative decoding" = 디코딩, where "decoding" = 디코딩 in as many papers;
///   - a single gloss of what has a name in four papers or more: "hallucinations" = 발생 beside 환각. Spacings of one
///   name
///     do not count as different;
///   - a gloss of one or two papers by what names another thing in three times as many, at least three: "prior" = 확산
///     beside "diffusion". Words that begin alike are not different things (labelling, labeling), nor is a short form
///     another thing than its words.
/// Loanwords and pairs without Hangul stay. In the order given; which are taken out does not depend on it.
[[nodiscard]] std::vector<Pair> without_doubtful(const std::vector<Pair>& pairs);

}  // namespace saegin::lexicon
