// Stretches of a text that are written in one script: what suites take apart and variants change.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace saegin::eval {

/// Half-open range of code points.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] std::u32string_view of(std::u32string_view text) const { return text.substr(begin, end - begin); }

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// A to Z, small or capital.
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// The longest stretches of Hangul syllables, in order.
[[nodiscard]] std::vector<Stretch> hangul_runs(std::u32string_view text);

/// The longest stretches of ASCII letters, in order.
[[nodiscard]] std::vector<Stretch> latin_runs(std::u32string_view text);

/// Number of Hangul syllables.
[[nodiscard]] std::size_t count_hangul(std::u32string_view text);

}  // namespace saegin::eval
