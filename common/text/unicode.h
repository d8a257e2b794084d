// UTF-8, normal forms and scripts, through ICU. All functions are pure and safe to call from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/token.h"

namespace saegin::text {

/// Text that is certainly valid UTF-8, and how many malformed sequences had to become U+FFFD for it.
struct Repaired {
    std::string text;
    std::size_t replacements = 0;
};

/// Replaces every malformed UTF-8 sequence (and NUL bytes) by U+FFFD, and drops a byte order mark at the start.
[[nodiscard]] Repaired repair_utf8(std::string_view bytes);

/// Normalization Form C. Malformed UTF-8 is repaired as by repair_utf8. What every text goes through at the door:
/// files, names, queries.
[[nodiscard]] std::string to_nfc(std::string_view utf8);

/// Case-folded NFC with full-width forms made narrow: what two spellings of one word have in common. For whole strings
/// such as author names and headings; running text goes through `Analyzer`.
[[nodiscard]] std::string fold(std::string_view utf8);

/// Number of characters a person sees (grapheme clusters).
[[nodiscard]] std::size_t character_count(std::string_view utf8);

/// Columns a terminal needs: wide East Asian characters count two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// The code point that starts at `at`, which is moved behind it. Requires at < utf8.size(); U+FFFD where malformed.
[[nodiscard]] char32_t next_code_point(std::string_view utf8, std::size_t& at);

/// Appends a code point as UTF-8.
void append(std::string& out, char32_t c);

/// A composed Hangul syllable (U+AC00 to U+D7A3).
[[nodiscard]] constexpr bool is_hangul_syllable(char32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

/// Text that cannot steer a terminal: control characters become blanks, invisible ones (such as those that turn the
/// direction of writing) are dropped.
[[nodiscard]] std::string printable(std::string_view utf8);

/// Number of code points. Requires valid UTF-8.
[[nodiscard]] std::size_t code_point_count(std::string_view utf8);

}  // namespace saegin::text
