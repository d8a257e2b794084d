// saegin-eval run: a collection is indexed, its topics are answered, the answers are measured.
#pragma once

#include "common/cli.h"

namespace saegin::eval {

/// The command for the program's table.
[[nodiscard]] cli::Command run_command();

}  // namespace saegin::eval
