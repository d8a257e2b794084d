// saegin-eval suite: how well an index answers queries whose answers are known by themselves, and what slips cost.
#pragma once

#include "common/cli.h"

namespace saegin::eval {

/// The command for the program's table.
[[nodiscard]] cli::Command suite_command();

}  // namespace saegin::eval
