// The one printout of a tree, which is a query again: parsed, it gives the same tree and, unless the query only
// excludes, no diagnostics. (A printout longer than kMaxQueryBytes would be cut.)
//
//   확산 모델 +title:(diffusion video) -"stable diffusion" (GPT-4o OR Llama) date:2024-08-01..2024-08-31
//
// Dates are days of the calendar, also where the query had "7d"; names of fields are their first ones.
#pragma once

#include <string>

#include "query/language/tree.h"

namespace saegin::query::language {

[[nodiscard]] std::string print(const Node& node);

}  // namespace saegin::query::language
