// saegin-query stats: figures about an index, or with --trends the terms that are rising.
#pragma once

#include "common/cli.h"
#include "query/open_reader.h"

namespace saegin::query {

/// The row of the command table. The command prints to standard output; kNothing where no term is rising.
[[nodiscard]] cli::Command stats_command(OpenReader open);

}  // namespace saegin::query
