// saegin-query glossary [TERM]: names of the same thing, with the papers that say so.
#pragma once

#include "common/cli.h"
#include "query/open_reader.h"

namespace saegin::query {

/// The row of the command table. The command prints to standard output; kNothing where there is no pair.
[[nodiscard]] cli::Command glossary_command(OpenReader open);

}  // namespace saegin::query
