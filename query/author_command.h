// saegin-query author NAME: an author's papers, co-authors, years and subjects.
#pragma once

#include "common/cli.h"
#include "query/open_reader.h"

namespace saegin::query {

/// The row of the command table. The command prints to standard output; kNothing where no paper is by that name.
[[nodiscard]] cli::Command author_command(OpenReader open);

}  // namespace saegin::query
