// Any bytes become tokens whose spans lie within the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/analyzer.h"
#include "common/text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static saegin::text::Analyzer analyzer;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const std::string text = saegin::text::to_nfc(saegin::text::repair_utf8(bytes).text);
    for (const saegin::text::Token& token : analyzer.analyze(text).tokens) {
        if (token.span.begin > token.span.end || token.span.end > text.size() || token.text.empty()) {
            std::abort();
        }
    }
    return 0;
}
