// Authors whose names complete what is typed, from any of their words on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/result.h"
#include "query/suggest.h"
#include "query/typed_prefix.h"
#include "query/usage.h"

namespace saegin::query {

/// The best `limit` authors, those of many and much voted papers first, named as a paper writes them. Errors: kCorrupt
/// for a paper that cannot be read; Xapian's exceptions pass through.
[[nodiscard]] Result<std::vector<Suggestion>> suggest_authors(const Xapian::Database& database, Usage& usage,
                                                              const TypedPrefix& typed, std::size_t limit);

}  // namespace saegin::query
