#include "query/plain_text.h"

#include <algorithm>
#include <array>

namespace saegin::query {

namespace {

/// What a pair of signs at `at` stands around, and where it ends; an empty view where there is no pair.
struct Inside {
    std::string_view text;
    std::size_t end = 0;
};

Inside between(std::string_view line, std::size_t at, std::string_view sign) {
    const std::size_t begin = at + sign.size();
    const std::size_t end = line.find(sign, begin);
    // "2 ** 3 ** 4" is arithmetic: emphasis holds on to its text.
    if (end == std::string_view::npos || end == begin || line[begin] == ' ' || line[end - 1] == ' ') {
        return {};
    }
    return {line.substr(begin, end - begin), end + sign.size()};
}

Inside link_at(std::string_view line, std::size_t at) {
    const std::size_t close = line.find("](", at);
    if (close == std::string_view::npos || line.substr(at + 1, close - at - 1).find('[') != std::string_view::npos) {
        return {};
    }
    const std::size_t end = line.find(')', close);
    const std::string_view address =
        end == std::string_view::npos ? std::string_view{} : line.substr(close + 2, end - close - 2);
    if (address.find("://") == std::string_view::npos || address.find(' ') != std::string_view::npos) {
        return {};
    }
    return {line.substr(at + 1, close - at - 1), end + 1};
}

Inside marked_at(std::string_view line, std::size_t at) {
    for (const std::string_view sign : std::array<std::string_view, 3>{"**", "__", "`"}) {
        if (line.substr(at).starts_with(sign)) {
            return between(line, at, sign);
        }
    }
    return line[at] == '[' ? link_at(line, at) : Inside{};
}

void append_line(std::string_view line, std::string& out) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t sign = std::min(line.find_first_of("*_`[", at), line.size());
        out += line.substr(at, sign - at);
        at = sign;
        if (at == line.size()) {
            return;
        }
        if (const Inside inside = marked_at(line, at); !inside.text.empty()) {
            out += inside.text;
            at = inside.end;
        } else {
            out += line[at++];
        }
    }
}

}  // namespace

std::string without_markdown(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        append_line(text.substr(at, end - at), out);
        if (end < text.size()) {
            out += '\n';
        }
        at = end + 1;
    }
    return out;
}

}  // namespace saegin::query
