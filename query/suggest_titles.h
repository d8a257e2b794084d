// Titles that complete what is typed, from any of their words on.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/result.h"
#include "query/suggest.h"
#include "query/usage.h"

namespace saegin::query {

/// Papers that are read at most for one list, most voted first: what bounds its time.
inline constexpr std::size_t kMostTitlesRead = 300;

/// The titles of the `limit` most voted papers that go on from `typed` (NFC). A word of one or two letters has to be
/// typed with a blank behind it before the next one is. Errors: kCorrupt for a paper that cannot be read; Xapian's
/// exceptions pass through.
[[nodiscard]] Result<std::vector<Suggestion>> suggest_titles(const Xapian::Database& database, Usage& usage,
                                                             std::string_view typed, std::size_t limit);

}  // namespace saegin::query
