#include "benchmarks/eval/html.h"

#include "common/text/unicode.h"

namespace saegin::eval {

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text::repair_utf8(text).text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                const bool is_control = (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n') || c == '\x7F';
                out += is_control ? "\xEF\xBF\xBD" : std::string(1, c);
        }
    }
    return out;
}

}  // namespace saegin::eval
