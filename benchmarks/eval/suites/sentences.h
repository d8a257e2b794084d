// Korean sentences of a summary, as queries for the paper that they stand in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saegin::eval {

/// `text` with every stretch of white space and control characters as one blank, and none at its ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// The sentences (by ICU's rules, UAX #29) of `text` that could be a long question: 5 to 30 words between blanks, and
/// more Hangul syllables than ASCII letters. Each as one_line() writes it.
[[nodiscard]] std::vector<std::string> korean_sentences(std::string_view text);

}  // namespace saegin::eval
