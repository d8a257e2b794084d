#include "common/text/utf32.h"

#include "common/text/unicode.h"

namespace saegin::text {

std::u32string to_utf32(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        out += next_code_point(utf8, at);
    }
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
        append(out, c);
    }
    return out;
}

}  // namespace saegin::text
