// The day of a digest, from its headings or its path.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/paper.h"

namespace saegin::indexer {

/// The first thing in `text` that looks like YYYY-MM-DD, whether or not that day exists; empty if there is none.
[[nodiscard]] std::string_view find_day(std::string_view text);

/// The day of a file YYYY/MM/DD.md, or of one that has YYYY-MM-DD in its name.
[[nodiscard]] std::optional<DigestDate> date_of_path(const std::string& file);

}  // namespace saegin::indexer
