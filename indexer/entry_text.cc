#include "indexer/entry_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/text/unicode.h"

namespace saegin::indexer {

namespace {

constexpr std::string_view kFullWidthColon = "\uFF1A";

constexpr bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_closing_punctuation(char c) {
    return std::string_view(")]}>\"'.,:;!?%").find(c) != std::string_view::npos;
}

/// Takes a colon off the front of `text`; false where there is none.
bool drop_leading_colon(std::string_view& text) {
    for (const std::string_view colon : {std::string_view(":"), kFullWidthColon}) {
        if (text.starts_with(colon)) {
            text.remove_prefix(colon.size());
            return true;
        }
    }
    return false;
}

bool drop_trailing_colon(std::string_view& text) {
    for (const std::string_view colon : {std::string_view(":"), kFullWidthColon}) {
        if (text.ends_with(colon)) {
            text.remove_suffix(colon.size());
            return true;
        }
    }
    return false;
}

/// "1,234" without its separators; empty where they do not stand every three digits.
std::string without_separators(std::string_view text) {
    std::string digits;
    const std::size_t first = text.find(',');
    if (first == std::string_view::npos) {
        return std::string(text);
    }
    constexpr std::size_t kGroup = 3;
    if (first == 0 || first > kGroup || (text.size() - first) % (kGroup + 1) != 0) {
        return {};
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool separator = i >= first && (i - first) % (kGroup + 1) == 0;
        if (separator != (text[i] == ',')) {
            return {};
        }
        if (!separator) {
            digits += text[i];
        }
    }
    return digits;
}

}  // namespace

std::string squeeze_spaces(std::string_view utf8) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        if (u_isUWhiteSpace(static_cast<UChar32>(text::next_code_point(utf8, at)))) {
            space = true;
            continue;
        }
        if (space && !out.empty()) {
            out += ' ';
        }
        space = false;
        out.append(utf8.substr(begin, at - begin));
    }
    return out;
}

std::string excerpt(std::string_view utf8) {
    constexpr std::size_t kMaxBytes = 80;
    if (utf8.size() <= kMaxBytes) {
        return std::string(utf8);
    }
    std::size_t end = 0;
    for (std::size_t at = 0; at <= kMaxBytes; (void)text::next_code_point(utf8, at)) {
        end = at;
    }
    return std::string(utf8.substr(0, end)) + "...";
}

VoteText parse_votes(std::string_view text) {
    constexpr std::array<std::string_view, 4> kUnknown = {"", "-", "\u2013", "\u2014"};
    const std::string trimmed = squeeze_spaces(text);
    if (std::find(kUnknown.begin(), kUnknown.end(), trimmed) != kUnknown.end()) {
        return {std::nullopt, true};
    }
    const std::string digits = without_separators(trimmed);
    Votes votes = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, problem] = std::from_chars(digits.data(), end, votes);
    if (problem != std::errc{} || stop != end || votes < 0) {
        return {std::nullopt, false};
    }
    return {votes, true};
}

Section parse_section(std::string_view text) {
    const std::string squeezed = squeeze_spaces(text);
    for (const std::string_view mark : {std::string_view("***"), std::string_view("**")}) {
        if (!squeezed.starts_with(mark)) {
            continue;
        }
        const std::string_view inner = std::string_view(squeezed).substr(mark.size());
        const std::size_t close = inner.find(mark);
        if (close == std::string_view::npos) {
            continue;
        }
        if (const auto section = join_section(squeeze_spaces(inner.substr(0, close)),
                                              squeeze_spaces(inner.substr(close + mark.size())))) {
            return *section;
        }
    }
    return {"", squeezed};
}

std::string drop_unread_strong(std::string_view text) {
    constexpr std::string_view kMark = "**";
    std::string out;
    while (!text.empty()) {
        const std::size_t open = text.find(kMark);
        const std::size_t inner = std::min(open, text.size() - 1) + kMark.size();
        const std::size_t close = open == std::string_view::npos ? open : text.find(kMark, inner + 1);
        if (close == std::string_view::npos) {
            break;
        }
        const bool opens = (open == 0 || !is_alphanumeric(text[open - 1])) && text[inner] != ' ';
        if (opens && is_closing_punctuation(text[close - 1])) {
            out += text.substr(0, open);
            out += text.substr(inner, close - inner);
            text.remove_prefix(close + kMark.size());
        } else {
            out += text.substr(0, inner);
            text.remove_prefix(inner);
        }
    }
    return out += text;
}

std::optional<Section> join_section(std::string_view emphasised, std::string_view rest) {
    const bool colon_before = drop_trailing_colon(emphasised);
    const bool colon_behind = drop_leading_colon(rest);
    if (!colon_before && !colon_behind) {
        return std::nullopt;
    }
    const std::string heading = squeeze_spaces(emphasised);
    if (heading.empty()) {
        return std::nullopt;
    }
    return Section{heading, squeeze_spaces(rest)};
}

}  // namespace saegin::indexer
