// The words of one paper as something to look up: what stands in its title, what in its summary, and how often.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/paper.h"
#include "common/text/analyzer.h"
#include "query/expansion.h"
#include "query/vocabulary.h"

namespace saegin::query {

/// A word or whole of a paper, other than stop words and ends of sentences.
struct PaperWord {
    std::string written;  ///< as it stands there for the first time, without its particle
    std::size_t in_title = 0;
    std::size_t in_summary = 0;
};

struct PaperWords {
    std::map<std::string, PaperWord> words;  ///< by the text of their tokens
    std::vector<QueryWord> title;            ///< the words of the title in order, stop words among them
    bool has_summary = false;
};

/// Reads title and sections.
[[nodiscard]] PaperWords words_of(const Paper& paper, text::Analyzer& analyzer);

/// Whether the summary has a word of the title that tells papers apart: one that at most `common` (a share) of all
/// papers have, by itself or by another name. Some summaries speak of another paper or of none; the title is then the
/// surer witness. True where there is nothing to compare.
[[nodiscard]] bool summary_bears_out_title(const PaperWords& paper, const lexicon::Lexicon& lexicon,
                                           const Vocabulary& vocabulary, std::size_t papers,
                                           const RankingParameters& parameters);

}  // namespace saegin::query
