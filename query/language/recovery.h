// Mends a row of tokens, so that the grammar holds for it without exceptions: parentheses come in pairs, are not empty
// and not too deep, operators have something on each side that needs it, and there are not too many words.
#pragma once

#include <vector>

#include "query/language/diagnostics.h"
#include "query/language/lexer.h"

namespace saegin::query::language {

/// The tokens as the grammar in parser.h wants them. `cut_short` says that the query went on behind them: what is open
/// at the end is then no slip. Linear time.
[[nodiscard]] std::vector<Token> mended(std::vector<Token> tokens, bool cut_short, Diagnostics& diagnostics);

/// The first kMaxClauses words, phrases, prefixes and ranges, with what belongs to them. Requires mended tokens.
[[nodiscard]] std::vector<Token> limited(std::vector<Token> tokens, Diagnostics& diagnostics);

}  // namespace saegin::query::language
