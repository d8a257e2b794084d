// saegin-eval sweep: how a measure changes with the parameters of the ranking.
#pragma once

#include "common/cli.h"

namespace saegin::eval {

/// The command for the program's table.
[[nodiscard]] cli::Command sweep_command();

}  // namespace saegin::eval
