// saegin-eval recommend: how good recommendations are.
#pragma once

#include "common/cli.h"

namespace saegin::eval {

[[nodiscard]] cli::Command recommend_command();

}  // namespace saegin::eval
