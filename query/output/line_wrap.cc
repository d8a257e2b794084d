#include "query/output/line_wrap.h"

#include <algorithm>
#include <utility>

#include "common/text/unicode.h"

namespace saegin::query {

namespace {

const char* escape_of(Look look) {
    switch (look) {
        case Look::kBold:
            return "\033[1m";
        case Look::kDim:
            return "\033[2m";
        case Look::kHit:
            return "\033[1;33m";
        case Look::kPlain:
            break;
    }
    return "";
}

class Lines {
public:
    Lines(const std::string& lead, const TextStyle& style)
        : out_(lead), indent_(text::display_width(lead)), column_(indent_), style_(style) {}

    void add(const Span& span) {
        const std::string text = text::printable(span.text);
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == ' ') {
                end_word();
                ++at;
                continue;
            }
            const std::size_t end = std::min(text.find(' ', at), text.size());
            word_.push_back({text.substr(at, end - at), span.look});
            at = end;
        }
    }

    [[nodiscard]] std::string finish() && {
        end_word();
        return std::move(out_) + "\n";
    }

private:
    /// A word may be of several looks.
    void end_word() {
        if (word_.empty()) {
            return;
        }
        std::size_t width = 0;
        for (const Span& part : word_) {
            width += text::display_width(part.text);
        }
        const bool first = column_ == indent_;
        if (!first && column_ + 1 + width > style_.width) {
            new_line();
        } else if (!first) {
            out_ += ' ';
            ++column_;
        }
        column_ += width;
        for (const Span& part : word_) {
            out_ += in_look(part.text, part.look, style_);
        }
        word_.clear();
    }

    void new_line() {
        out_ += "\n" + std::string(indent_, ' ');
        column_ = indent_;
    }

    std::string out_;
    std::size_t indent_;
    std::size_t column_;
    const TextStyle& style_;
    std::vector<Span> word_;
};

}  // namespace

std::string in_look(const std::string& text, Look look, const TextStyle& style) {
    return style.color && look != Look::kPlain ? escape_of(look) + text + "\033[0m" : text;
}

std::string wrapped(const std::vector<Span>& spans, const std::string& lead, const TextStyle& style) {
    Lines lines{lead, style};
    for (const Span& span : spans) {
        lines.add(span);
    }
    return std::move(lines).finish();
}

}  // namespace saegin::query
