// saegin-query recommend.
#pragma once

#include "common/cli.h"
#include "query/open_reader.h"

namespace saegin::query {

/// Papers for a reader's taste.
[[nodiscard]] cli::Command recommend_command(OpenReader open);

}  // namespace saegin::query
