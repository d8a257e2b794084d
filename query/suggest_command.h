// saegin-query suggest PREFIX: what goes on from what is typed.
#pragma once

#include "common/cli.h"
#include "query/open_reader.h"

namespace saegin::query {

/// The row of the command table. The command prints to standard output; kNothing where there is no suggestion.
[[nodiscard]] cli::Command suggest_command(OpenReader open);

}  // namespace saegin::query
