// Which stretch of a text shows best what was looked for.
//
// Stretches are whole sentences, as many as fit; where one sentence is too long by itself, a part of it that begins and
// ends at a word. The best one shows most of the different things that were looked for, then most of them often.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace saegin::query {

/// A place where something that was looked for stands.
struct Found {
    text::ByteSpan span;
    std::string key;  ///< what was found: the same key is the same thing
    double weight = 0;
};

/// A stretch of a text.
struct Passage {
    text::ByteSpan span;
    double score = 0;  ///< 0 where nothing is found in it
};

/// The best stretch of `text` (valid UTF-8) with at most `length` characters, the first one of equals; where a single
/// find is longer, that find. `found` is in order of place. It never cuts a character that several code points make up.
/// Empty where the text has nothing but white space.
[[nodiscard]] Passage best_passage(std::string_view text, const std::vector<Found>& found, std::size_t length);

}  // namespace saegin::query
