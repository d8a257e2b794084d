#include "indexer/author_list.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "common/text/unicode.h"
#include "indexer/entry_text.h"

namespace saegin::indexer {

namespace {

constexpr bool is_quote(char c) {
    return c == '\'' || c == '"';
}

std::string_view skip_spaces(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

/// Appends what the escape at the start of `text` stands for, and answers how many bytes it has. Python writes
/// characters that it holds for unprintable, such as a no-break space, in hexadecimal.
std::size_t append_unescaped(std::string_view text, std::string& out) {
    if (text.size() < 2) {
        out += text;
        return text.size();
    }
    const std::size_t digits = text[1] == 'x' ? 2 : text[1] == 'u' ? 4 : 0;
    if (digits == 0) {
        out += text[1];
        return 2;
    }
    const std::string_view number = text.substr(2, digits);
    unsigned value = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), value, 16);
    if (number.size() != digits || problem != std::errc{} || end != number.data() + number.size() || value == 0) {
        out += text[1];
        return 2;
    }
    text::append(out, value);
    return 2 + digits;
}

/// Takes the quoted name at the start of `rest`. A quote ends the name only before a comma or the end of the list: so
/// a name may hold quotes, even where CommonMark has taken the backslashes before them.
std::string take_quoted(std::string_view& rest) {
    const char quote = rest.front();
    std::string name;
    for (std::size_t i = 1; i < rest.size();) {
        if (rest[i] == '\\') {
            i += append_unescaped(rest.substr(i), name);
            continue;
        }
        if (rest[i] == quote) {
            const std::string_view after = skip_spaces(rest.substr(i + 1));
            if (after.empty() || after.front() == ',') {
                rest = after;
                return name;
            }
        }
        name += rest[i++];
    }
    rest = {};
    return name;
}

std::string take_bare(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    std::string name(rest.substr(0, end));
    rest.remove_prefix(end);
    return name;
}

/// "Kim et al." names Kim.
void drop_et_al(std::string& name) {
    for (const std::string_view ending : {std::string_view("et al."), std::string_view("et al")}) {
        if (!name.ends_with(ending)) {
            continue;
        }
        const std::size_t left = name.size() - ending.size();
        if (left == 0 || name[left - 1] == ' ') {
            name.erase(left == 0 ? 0 : left - 1);
            return;
        }
    }
}

}  // namespace

std::vector<std::string> parse_author_list(std::string_view text) {
    std::string_view rest = skip_spaces(text);
    const bool python = rest.starts_with('[');
    if (python) {
        rest.remove_prefix(1);
        rest = rest.substr(0, rest.rfind(']'));
    }
    std::vector<std::string> names;
    while (!(rest = skip_spaces(rest)).empty()) {
        if (rest.front() == ',') {
            rest.remove_prefix(1);
        } else {
            names.push_back(python && is_quote(rest.front()) ? take_quoted(rest) : take_bare(rest));
        }
    }
    return clean_authors(names);
}

std::vector<std::string> clean_authors(const std::vector<std::string>& names) {
    std::vector<std::string> cleaned;
    std::unordered_set<std::string> known;
    for (const std::string& raw : names) {
        std::string name = squeeze_spaces(text::to_nfc(raw));
        drop_et_al(name);
        if (!name.empty() && name != "+" && known.insert(name).second) {
            cleaned.push_back(std::move(name));
        }
    }
    return cleaned;
}

}  // namespace saegin::indexer
