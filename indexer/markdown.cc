#include "indexer/markdown.h"

#include <algorithm>
#include <array>

#include "common/text/unicode.h"
#include "indexer/entry_text.h"

namespace saegin::indexer {

namespace {

constexpr std::size_t kMaxLeadingMarks = 100;
// libcmark 0.30.2 walks all open pictures for each link behind them.
constexpr std::size_t kMaxPictures = 100;
constexpr std::size_t kMaxMathBytes = 1000;

constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
static_assert(kPunctuation.size() == 32, "one code point of U+FDD0 to U+FDEF for each");

// U+FDD0 to U+FDEF in UTF-8: these two bytes and a third from 0x90 to 0xAF.
constexpr std::string_view kInternalLead = "\xEF\xB7";
constexpr std::size_t kInternalBytes = 3;
constexpr unsigned char kInternalFirst = 0x90;

struct IteratorDeleter {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

constexpr bool is_space(char c) {
    return c == ' ' || c == '\t';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}
bool is_punctuation(char c) {
    return kPunctuation.find(c) != std::string_view::npos;
}

/// Index into kPunctuation of the stand-in at the start of `text`, or npos.
std::size_t stand_in(std::string_view text) {
    if (text.size() < kInternalBytes || !text.starts_with(kInternalLead)) {
        return std::string_view::npos;
    }
    const auto index = static_cast<std::size_t>(static_cast<unsigned char>(text[2])) - kInternalFirst;
    return index < kPunctuation.size() ? index : std::string_view::npos;
}

void append_stand_in(std::string& out, char punctuation) {
    out += kInternalLead;
    out += static_cast<char>(kInternalFirst + kPunctuation.find(punctuation));
}

/// Where the mathematics ends that a `$` at `begin` opens; npos where it opens none: sums of money, a lone `$`.
std::size_t math_end(std::string_view line, std::size_t begin) {
    line = line.substr(0, begin + kMaxMathBytes);
    const std::string_view mark = line.substr(begin).starts_with("$$") ? "$$" : "$";
    const std::size_t body = begin + mark.size();
    if (body >= line.size() || is_space(line[body])) {
        return std::string_view::npos;
    }
    for (std::size_t at = line.find(mark, body + 1); at != std::string_view::npos; at = line.find(mark, at + 1)) {
        const std::size_t end = at + mark.size();
        const bool money = is_digit(line[body]) && end < line.size() && is_digit(line[end]);
        if (is_space(line[at - 1]) || line[at - 1] == '\\' || money) {
            continue;
        }
        // A link begins or ends in between: these two `$` do not belong together.
        const bool link = line.substr(begin, end - begin).find("](") != std::string_view::npos;
        return link ? std::string_view::npos : end;
    }
    return std::string_view::npos;
}

/// Calls `visit` for every node in `node`, itself included, when it is entered; it answers whether to go into it.
template <typename Visit>
void walk(cmark_node* node, Visit visit) {
    const Iterator iterator(cmark_iter_new(node));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* const current = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER && !visit(current)) {
            cmark_iter_reset(iterator.get(), current, CMARK_EVENT_EXIT);
        }
    }
}

std::string_view literal(cmark_node* node) {
    const char* const text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view{} : text;
}

bool is_video_link(cmark_node* link) {
    cmark_node* const child = cmark_node_first_child(link);
    return child != nullptr && cmark_node_next(child) == nullptr && text::fold(literal(child)) == "watch video";
}

/// Whether raw HTML is for the looks or for media. Other tags are words of the text: "<EOS>", "<proposer>".
bool is_markup(std::string_view html) {
    constexpr auto kElements = std::to_array<std::string_view>(
        {"a",   "audio", "b",       "br",    "center", "code", "details", "div", "em",  "font", "i",    "iframe",
         "img", "p",     "picture", "small", "source", "span", "strong",  "sub", "sup", "u",    "video"});
    if (html.starts_with("<!") || html.starts_with("<?")) {
        return true;
    }
    html.remove_prefix(html.starts_with("</") ? 2 : 1);
    const std::string name = text::fold(html.substr(0, html.find_first_of(" \t\n/>")));
    return std::find(kElements.begin(), kElements.end(), name) != kElements.end();
}

/// Appends what `node` itself says; answers whether what is in it is to be read, too.
bool append_text(cmark_node* node, std::string& out) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
            out += literal(node);
            return true;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            out += ' ';
            return true;
        case CMARK_NODE_HTML_INLINE:
            if (is_markup(literal(node))) {
                out += literal(node).starts_with("<br") ? " " : "";
            } else {
                out += literal(node);
            }
            return true;
        case CMARK_NODE_IMAGE:
            return false;
        case CMARK_NODE_LINK:
            return !is_video_link(node);
        default:
            return true;
    }
}

}  // namespace

Markdown::Markdown(std::string_view utf8) {
    source_.reserve(utf8.size() + 1);
    std::size_t pictures = 0;
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find_first_of("\r\n"), utf8.size());
        append_line(utf8.substr(0, end), pictures);
        utf8.remove_prefix(end);
        utf8.remove_prefix(utf8.starts_with("\r\n") ? 2 : std::min<std::size_t>(utf8.size(), 1));
    }
    root_.reset(cmark_parse_document(source_.data(), source_.size(), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8));
}

void Markdown::append_line(std::string_view line, std::size_t& pictures) {
    line_begins_.push_back(source_.size());
    const std::size_t full = line.size();
    const std::size_t marks = std::min(line.find_first_not_of(" \t>-*+.)0123456789"), line.size());
    if (marks > kMaxLeadingMarks) {
        source_ += line.substr(0, kMaxLeadingMarks);
        line.remove_prefix(marks);
    }
    if (line.size() > kMaxMarkdownLineBytes) {
        std::size_t end = kMaxMarkdownLineBytes;
        while (end > 0 && is_continuation(line[end])) {
            --end;
        }
        line = line.substr(0, end);
    }
    // A rule of many dashes is none the worse for being shorter.
    if (!line.empty() && line.size() < full) {
        cut_lines_.push_back(line_begins_.size());
    }
    if (line.empty()) {
        pictures = 0;
    }
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (c == '\\' && at + 1 < line.size() && is_punctuation(line[at + 1])) {
            source_ += line.substr(at, 2);
            at += 2;
        } else if (const std::size_t end = c == '$' ? math_end(line, at) : std::string_view::npos;
                   end != std::string_view::npos) {
            for (; at < end; ++at) {
                if (line[at] != '$' && is_punctuation(line[at])) {
                    append_stand_in(source_, line[at]);
                } else {
                    source_ += line[at];
                }
            }
        } else if (stand_in(line.substr(at)) != std::string_view::npos) {
            text::append(source_, U'\uFFFD');  // not ours: no text may hold these code points
            at += kInternalBytes;
        } else if (line.substr(at).starts_with("![") && ++pictures > kMaxPictures) {
            ++at;  // what is left is a link without text, which is as silent as a picture
        } else {
            source_ += c;
            ++at;
        }
    }
    source_ += '\n';
}

std::string_view Markdown::line(std::size_t number) const {
    if (number == 0 || number > line_begins_.size()) {
        return {};
    }
    const std::size_t begin = line_begins_[number - 1];
    const std::size_t end = number < line_begins_.size() ? line_begins_[number] : source_.size();
    return std::string_view(source_).substr(begin, end - begin - 1);
}

std::vector<cmark_node*> children(cmark_node* node) {
    std::vector<cmark_node*> nodes;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
        nodes.push_back(child);
    }
    return nodes;
}

std::string plain_text(const std::vector<cmark_node*>& inlines) {
    std::string out;
    for (cmark_node* const node : inlines) {
        walk(node, [&](cmark_node* current) { return append_text(current, out); });
    }
    return squeeze_spaces(restore(out));
}

std::vector<cmark_node*> text_blocks(cmark_node* node) {
    std::vector<cmark_node*> blocks;
    walk(node, [&](cmark_node* current) {
        const cmark_node_type type = cmark_node_get_type(current);
        const bool block = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK;
        if (block) {
            blocks.push_back(current);
        }
        return !block;
    });
    return blocks;
}

std::vector<cmark_node*> links(cmark_node* node) {
    std::vector<cmark_node*> found;
    walk(node, [&](cmark_node* current) {
        if (cmark_node_get_type(current) == CMARK_NODE_LINK) {
            found.push_back(current);
        }
        return true;
    });
    return found;
}

std::string restore(std::string_view prepared) {
    std::string out;
    out.reserve(prepared.size());
    for (std::size_t at = 0; at < prepared.size();) {
        if (const std::size_t index = stand_in(prepared.substr(at)); index != std::string_view::npos) {
            out += kPunctuation[index];
            at += kInternalBytes;
        } else {
            out += prepared[at++];
        }
    }
    return out;
}

std::string restore_source(std::string_view prepared) {
    std::string plain;
    for (std::size_t at = 0; at < prepared.size(); ++at) {
        if (prepared[at] == '\\' && at + 1 < prepared.size() && is_punctuation(prepared[at + 1])) {
            ++at;
        }
        plain += prepared[at];
    }
    return restore(plain);
}

}  // namespace saegin::indexer
