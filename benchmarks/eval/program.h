// The table of saegin-eval's commands, from which parsing and help come.
#pragma once

#include "common/cli.h"

namespace saegin::eval {

[[nodiscard]] cli::Program program();

}  // namespace saegin::eval
