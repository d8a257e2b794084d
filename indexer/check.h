// Whether an index is sound: Xapian's own check, and ours of what it must hold.
#pragma once

#include <string>
#include <vector>

#include "common/index_folder.h"
#include "common/result.h"

namespace saegin::indexer {

/// What is wrong with the index, one line each; nothing for a sound one. Errors as of open_index.
[[nodiscard]] Result<std::vector<std::string>> check_index(const IndexFolder& folder);

}  // namespace saegin::indexer
