// The heading of a digest's entry: the title of a paper, linked to its page.
#pragma once

#include <string>

#include "indexer/markdown.h"

namespace saegin::indexer {

struct EntryHeading {
    bool linked = false;  ///< whether there is a link at all; if not, the rest is empty
    std::string title;
    std::string url;
};

/// Reads "### [Title](address)". Titles are written without a thought for CommonMark: mathematics and asterisks that
/// pass for emphasis stay as they are written, and brackets need not be balanced ("[Learning on (0, 1]](address)").
/// Of several links the first one to a web address counts. `heading` must be of `digest`.
[[nodiscard]] EntryHeading read_entry_heading(const Markdown& digest, cmark_node* heading);

}  // namespace saegin::indexer
