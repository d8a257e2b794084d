// Whole strings between UTF-8, in which text is kept, and UTF-32, in which letters are worked on one by one.
#pragma once

#include <string>
#include <string_view>

namespace saegin::text {

/// The code points of `utf8`; U+FFFD for each malformed sequence.
[[nodiscard]] std::u32string to_utf32(std::string_view utf8);

/// The UTF-8 of `text`; U+FFFD for what is no character (surrogates, numbers beyond U+10FFFF).
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace saegin::text
