// Suggestions as text and as JSON (FORMAT.md).
#pragma once

#include <string>

#include "query/output/json_printer.h"
#include "query/output/text_printer.h"
#include "query/suggest.h"

namespace saegin::query {

/// One object on one line, without a line end.
[[nodiscard]] std::string to_json(const Suggestions& suggestions);

/// One suggestion a line, with what it is.
[[nodiscard]] std::string to_text(const Suggestions& suggestions, const TextStyle& style);

}  // namespace saegin::query
