#include "benchmarks/eval/suites/text_runs.h"

#include <algorithm>

#include "common/text/unicode.h"

namespace saegin::eval {

namespace {

std::vector<Stretch> runs_of(std::u32string_view text, bool (*belongs)(char32_t)) {
    std::vector<Stretch> runs;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!belongs(text[i])) {
            continue;
        }
        if (!runs.empty() && runs.back().end == i) {
            ++runs.back().end;
        } else {
            runs.push_back({i, i + 1});
        }
    }
    return runs;
}

}  // namespace

std::vector<Stretch> hangul_runs(std::u32string_view text) {
    return runs_of(text, text::is_hangul_syllable);
}

std::vector<Stretch> latin_runs(std::u32string_view text) {
    return runs_of(text, is_ascii_letter);
}

std::size_t count_hangul(std::u32string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::is_hangul_syllable));
}

}  // namespace saegin::eval
