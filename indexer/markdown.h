// CommonMark through libcmark: text made safe for it, its tree, and plain text out of the tree.
#pragma once

#include <cmark.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saegin::indexer {

/// Longest line that is read; real ones have some kB, and a paper with 3,000 authors stays below.
inline constexpr std::size_t kMaxMarkdownLineBytes = 256U << 10U;

/// A parsed text. Nodes live as long as it does; positions in the tree refer to `line()`.
///
/// Between `$` and `$` a digest means LaTeX, where CommonMark would see emphasis, escapes and links: punctuation there
/// is replaced, before parsing, by the 32 code points that Unicode reserves for internal use (U+FDD0 to U+FDEF), and
/// comes back in `plain_text` and `restore`. So mathematics comes out exactly as it was written.
///
/// Costs of malicious text are bounded: lines are cut after kMaxMarkdownLineBytes, what a line begins with (indentation
/// and marks of quotes and lists) after 100 bytes, and of pictures without a blank line between them only the first 100
/// count as pictures.
class Markdown {
public:
    /// Requires valid UTF-8.
    explicit Markdown(std::string_view utf8);

    [[nodiscard]] cmark_node* root() const { return root_.get(); }

    /// Line `number`, from 1, as libcmark saw it; empty where there is none.
    [[nodiscard]] std::string_view line(std::size_t number) const;

    /// Numbers of the lines of which something had to be left out.
    [[nodiscard]] const std::vector<std::size_t>& cut_lines() const { return cut_lines_; }

private:
    struct NodeDeleter {
        void operator()(cmark_node* node) const { cmark_node_free(node); }
    };

    void append_line(std::string_view line, std::size_t& pictures);

    std::string source_;
    std::vector<std::size_t> line_begins_;
    std::vector<std::size_t> cut_lines_;
    std::unique_ptr<cmark_node, NodeDeleter> root_;
};

/// The children of a node, in order.
[[nodiscard]] std::vector<cmark_node*> children(cmark_node* node);

/// The text of inline nodes and all that is in them, in one line with single spaces. Pictures, HTML tags and
/// links that say "Watch Video" are left out; of other links the text is taken, and "<EOS>" is no tag of HTML.
[[nodiscard]] std::string plain_text(const std::vector<cmark_node*>& inlines);

/// The paragraphs, headings and code blocks in a node, to any depth, in order; the node itself if it is one.
[[nodiscard]] std::vector<cmark_node*> text_blocks(cmark_node* node);

/// The links in a node, to any depth, in order.
[[nodiscard]] std::vector<cmark_node*> links(cmark_node* node);

/// Takes back what was replaced in mathematics, in a piece of `Markdown::line()` or of a node's text or address.
[[nodiscard]] std::string restore(std::string_view prepared);

/// The same for a piece of `Markdown::line()` that CommonMark has not read: also takes the backslashes away that
/// CommonMark would.
[[nodiscard]] std::string restore_source(std::string_view prepared);

}  // namespace saegin::indexer
