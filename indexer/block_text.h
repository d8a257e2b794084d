// The blocks of a summary - paragraphs, list items, quotes - as sections of plain text.
#pragma once

#include <string>
#include <vector>

#include "common/paper.h"
#include "indexer/markdown.h"

namespace saegin::indexer {

/// The inline nodes of a paragraph, by the lines they stand in. The first line is there even if it is empty.
[[nodiscard]] std::vector<std::vector<cmark_node*>> lines_of(cmark_node* paragraph);

/// A section whose heading is the strong text that `inlines` begin with, if a colon ends it: "**What's New**: ...".
[[nodiscard]] Section section_of(const std::vector<cmark_node*>& inlines);

/// The text of one of `text_blocks`, in one line; in an item of an ordered list, behind its number.
[[nodiscard]] std::string line_of(const Markdown& text, cmark_node* block);

/// The text of a block and of all blocks in it, one line each, headed by what the first of them begins with.
[[nodiscard]] Section section_of_block(const Markdown& text, cmark_node* block);

}  // namespace saegin::indexer
