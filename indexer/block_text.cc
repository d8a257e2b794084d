#include "indexer/block_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "indexer/entry_text.h"

namespace saegin::indexer {

namespace {

/// Whether the node is strong, also within an emphasis ("***What's New***").
bool is_strong(cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_EMPH && cmark_node_next(cmark_node_first_child(node)) == nullptr) {
        node = cmark_node_first_child(node);
    }
    return cmark_node_get_type(node) == CMARK_NODE_STRONG;
}

/// "2)" for the first block of an item of an ordered list, as it is written in `text`; else empty.
std::string list_number(const Markdown& text, cmark_node* block) {
    cmark_node* const item = cmark_node_parent(block);
    if (cmark_node_get_type(item) != CMARK_NODE_ITEM || cmark_node_previous(block) != nullptr ||
        cmark_node_get_list_type(cmark_node_parent(item)) != CMARK_ORDERED_LIST) {
        return {};
    }
    const std::string_view line = text.line(static_cast<std::size_t>(cmark_node_get_start_line(item)));
    const auto begin = static_cast<std::size_t>(std::max(cmark_node_get_start_column(item), 1)) - 1;
    const std::size_t mark = line.find_first_not_of("0123456789", begin);
    return mark == std::string_view::npos ? std::string{} : std::string(line.substr(begin, mark + 1 - begin));
}

}  // namespace

std::vector<std::vector<cmark_node*>> lines_of(cmark_node* paragraph) {
    std::vector<std::vector<cmark_node*>> lines(1);
    for (cmark_node* const node : children(paragraph)) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            lines.emplace_back();
        } else {
            lines.back().push_back(node);
        }
    }
    return lines;
}

Section section_of(const std::vector<cmark_node*>& inlines) {
    Section section = parse_section(plain_text(inlines));
    if (!inlines.empty() && is_strong(inlines.front())) {
        const std::string rest = plain_text({inlines.begin() + 1, inlines.end()});
        section = join_section(plain_text({inlines.front()}), rest).value_or(std::move(section));
    }
    section.text = drop_unread_strong(section.text);
    return section;
}

std::string line_of(const Markdown& text, cmark_node* block) {
    const bool code = cmark_node_get_type(block) == CMARK_NODE_CODE_BLOCK;
    const std::string number = list_number(text, block);
    const std::string line = code ? plain_text({block}) : drop_unread_strong(plain_text(children(block)));
    return number.empty() || line.empty() ? line : number + ' ' + line;
}

Section section_of_block(const Markdown& text, cmark_node* block) {
    Section section;
    bool first = true;
    for (cmark_node* const part : text_blocks(block)) {
        const bool inlines = cmark_node_get_type(part) != CMARK_NODE_CODE_BLOCK;
        // The number of a list within is text; that of `block` itself is not.
        const bool heads = cmark_node_parent(part) == block || list_number(text, part).empty();
        if (std::exchange(first, false) && inlines && heads) {
            section = section_of(children(part));
            continue;
        }
        const std::string line = line_of(text, part);
        if (!section.text.empty() && !line.empty()) {
            section.text += '\n';
        }
        section.text += line;
    }
    return section;
}

}  // namespace saegin::indexer
