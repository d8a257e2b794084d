// Entries as JSON: the data of a document in the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/paper.h"
#include "common/result.h"

namespace saegin {

/// Compact JSON of the entries of one paper, sorted (see sort_entries). The same entries give the same bytes.
[[nodiscard]] std::string entries_to_json(const std::vector<Entry>& entries);

/// Reads what entries_to_json wrote. Error kCorrupt for anything else.
[[nodiscard]] Result<std::vector<Entry>> entries_from_json(std::string_view json);

}  // namespace saegin
