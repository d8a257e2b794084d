#include "indexer/entry_heading.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "common/paper_url.h"
#include "indexer/entry_text.h"

namespace saegin::indexer {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Index of the column that libcmark counts from 1.
std::size_t index_of(int column) {
    return column > 0 ? static_cast<std::size_t>(column) - 1 : kNone;
}

/// Index of the first `[` in `text` that no `]` closes.
std::size_t unclosed_bracket(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '[') {
            open.push_back(at);
        } else if (text[at] == ']' && !open.empty()) {
            open.pop_back();
        }
    }
    return open.empty() ? kNone : open.front();
}

/// "[Learning on (0, 1]](address)": CommonMark sees no link, a person does.
EntryHeading read_unbalanced(std::string_view line) {
    const std::size_t begin = line.find('[');
    const std::size_t middle = line.rfind("](");
    const std::size_t end = line.rfind(')');
    if (begin == kNone || middle == kNone || middle < begin || end == kNone || end < middle) {
        return {};
    }
    const std::string_view title = line.substr(begin + 1, middle - begin - 1);
    const std::string_view url = line.substr(middle + 2, end - middle - 2);
    return {true, squeeze_spaces(restore_source(title)), squeeze_spaces(restore_source(url))};
}

std::string title_of(std::string_view line, cmark_node* link) {
    const std::vector<cmark_node*> parts = children(link);
    const std::string plain = plain_text(parts);
    const std::size_t open = index_of(cmark_node_get_start_column(link));
    if (parts.empty() || open >= line.size() || line[open] != '[') {
        return plain;
    }
    const std::size_t unclosed = unclosed_bracket(line.substr(0, open));
    const bool only_text = std::all_of(parts.begin(), parts.end(),
                                       [](cmark_node* part) { return cmark_node_get_type(part) == CMARK_NODE_TEXT; });
    const std::size_t last = index_of(cmark_node_get_end_column(parts.back()));
    const std::size_t close = line.find("](", std::max(open, last));
    if ((only_text && unclosed == kNone) || close == kNone || plain.empty()) {
        return plain;
    }
    const std::size_t begin = std::min(open, unclosed) + 1;
    return squeeze_spaces(restore_source(line.substr(begin, close - begin)));
}

}  // namespace

EntryHeading read_entry_heading(const Markdown& digest, cmark_node* heading) {
    const std::string_view line = digest.line(static_cast<std::size_t>(cmark_node_get_start_line(heading)));
    const std::vector<cmark_node*> found = links(heading);
    if (found.empty()) {
        const bool meant = plain_text(children(heading)).find("](") != std::string::npos;
        return meant ? read_unbalanced(line) : EntryHeading{};
    }
    const auto url_of = [](cmark_node* link) { return restore(cmark_node_get_url(link)); };
    const auto web =
        std::find_if(found.begin(), found.end(), [&](cmark_node* link) { return is_web_address(url_of(link)); });
    cmark_node* const link = web == found.end() ? found.front() : *web;
    return {true, title_of(line, link), squeeze_spaces(url_of(link))};
}

}  // namespace saegin::indexer
