// The commands search and related: flags to a ranking, an answer to output.
#pragma once

#include "common/cli.h"
#include "query/open_reader.h"

namespace saegin::query {

/// `search QUERY...`. `open` opens what --db names and leaves it to the answer to tell what is missing.
[[nodiscard]] cli::Command search_command(OpenReader open);

/// `related ID`.
[[nodiscard]] cli::Command related_command(OpenReader open);

}  // namespace saegin::query
