// An author as text and as JSON (FORMAT.md).
#pragma once

#include <string>

#include "query/author.h"
#include "query/output/json_printer.h"
#include "query/output/text_printer.h"

namespace saegin::query {

/// One object on one line, without a line end.
[[nodiscard]] std::string to_json(const AuthorProfile& author);

/// The names, years, co-authors and terms, each on a line of its own, then the papers as in a search.
[[nodiscard]] std::string to_text(const AuthorProfile& author, const TextStyle& style);

}  // namespace saegin::query
