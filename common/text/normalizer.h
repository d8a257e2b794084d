// First step of the analysis: written text becomes folded characters that remember where they were written.
//
// Case is folded, full-width forms become narrow, Unicode hyphens become '-', and inline LaTeX is unwrapped:
// "M$^{2}$UGen" reads "m2ugen", with the places it was written at. Greek letters read as their names and Latin letters
// without accents: "$\lambda$-ECLIPSE" and "λ-ECLIPSE" read "lambda-eclipse", "PokéLLMon" reads "pokellmon".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace saegin::text {

/// One folded code point and the bytes of the source it stands for.
struct Character {
    char32_t value = 0;
    ByteSpan span;
};

/// Folds `source`, which must be NFC (see to_nfc). Spans ascend and lie within the source; characters that only mark
/// LaTeX up have no part in the result. Linear in the length of the source.
[[nodiscard]] std::vector<Character> normalize(std::string_view source);

}  // namespace saegin::text
