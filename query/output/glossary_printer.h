// The glossary as text and as JSON (FORMAT.md).
#pragma once

#include <string>

#include "query/glossary.h"
#include "query/output/json_printer.h"
#include "query/output/text_printer.h"

namespace saegin::query {

/// One object on one line, without a line end.
[[nodiscard]] std::string to_json(const Glossary& glossary);

/// One pair a line, with its evidence below it.
[[nodiscard]] std::string to_text(const Glossary& glossary, const TextStyle& style);

}  // namespace saegin::query
