// Snippets: the part of a summary that shows best why a paper was found, with the found words marked.
//
// Xapian's own snippets cannot see our tokens, so the text is analysed again and the spans of its tokens are marked:
// the written form without its particle, never half a syllable, neighbouring marks as one.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/paper.h"
#include "common/text/analyzer.h"
#include "query/query_terms.h"

namespace saegin::query {

/// A piece of text, marked or not.
struct Fragment {
    std::string text;
    bool hit = false;

    friend bool operator==(const Fragment&, const Fragment&) = default;
};

/// Marks the terms of one query in texts. Holds an analyzer: one instance per thread.
class Highlighter {
public:
    explicit Highlighter(const std::vector<QueryTerm>& terms);

    /// The whole text, cut into fragments at its marks.
    [[nodiscard]] std::vector<Fragment> mark(std::string_view text);

    /// The best stretch of the summary, of about `length` characters: whole sentences where they fit, "…" where text is
    /// left out. The start of the summary where nothing is found in it.
    [[nodiscard]] std::vector<Fragment> snippet(const Paper& paper, std::size_t length);

private:
    struct Hit {
        text::ByteSpan span;
        std::string key;  ///< which term was found
        double weight;
    };

    [[nodiscard]] std::vector<Hit> hits_in(std::string_view text);

    text::Analyzer analyzer_;
    std::vector<std::pair<std::string, double>> keys_;  ///< sorted: term with its kind -> weight
};

/// Length of a snippet in characters, as the programs show it.
inline constexpr std::size_t kSnippetLength = 180;

}  // namespace saegin::query
