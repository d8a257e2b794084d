// Snippets: the part of a summary that shows best why a paper was found, with the found words marked.
//
// Xapian's own snippets cannot see our tokens, so the text is analysed again and the spans of its tokens are marked:
// the written form without its particle, never half a syllable, neighbouring marks as one. Which part is shown:
// query/passage.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/paper.h"
#include "common/text/analyzer.h"
#include "query/passage.h"
#include "query/query_terms.h"

namespace saegin::query {

/// A piece of text, marked or not.
struct Fragment {
    std::string text;
    bool hit = false;

    friend bool operator==(const Fragment&, const Fragment&) = default;
};

/// Words that are marked only where they follow each other: another name of what was typed.
struct MarkedPhrase {
    std::vector<std::string> words;  ///< as tokens have them; at least two
    double weight = 0;
};

/// Marks the terms of one query in texts. Holds an analyzer: one instance per thread.
class Highlighter {
public:
    explicit Highlighter(const std::vector<QueryTerm>& terms, std::vector<MarkedPhrase> phrases = {});

    /// The whole text, cut into fragments at its marks.
    [[nodiscard]] std::vector<Fragment> mark(std::string_view text);

    /// The best stretch of the summary, of at most `length` characters: whole sentences where they fit, "…" where text
    /// is left out, without the signs of Markdown. The start of the summary where nothing is found in it.
    [[nodiscard]] std::vector<Fragment> snippet(const Paper& paper, std::size_t length);

private:
    /// A term to be found.
    struct Key {
        std::string text;  ///< of its token, with its kind in front
        double weight = 0;
        std::size_t marked = 0;  ///< how many bytes of the written form are marked; 0 for all
    };

    [[nodiscard]] std::vector<Found> find(std::string_view text);
    void find_phrases(const std::vector<text::Token>& tokens, std::vector<Found>& found) const;

    text::Analyzer analyzer_;
    std::vector<Key> keys_;  ///< sorted by text, the heaviest of equals first
    std::vector<MarkedPhrase> phrases_;
};

/// Length of a snippet in characters, as the programs show it.
inline constexpr std::size_t kSnippetLength = 180;

}  // namespace saegin::query
