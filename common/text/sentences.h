// Sentences of a text, as ICU finds them (UAX #29).
#pragma once

#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace saegin::text {

/// The sentences of valid UTF-8, in order, without the white space around them. A line end ends a sentence, too.
[[nodiscard]] std::vector<ByteSpan> sentences(std::string_view utf8);

}  // namespace saegin::text
