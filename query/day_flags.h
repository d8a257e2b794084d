// The flags --since and --until of commands that take a range of days.
#pragma once

#include "common/cli.h"
#include "common/paper.h"
#include "common/result.h"
#include "query/day_range.h"

namespace saegin::query {

/// The rows of the command table.
[[nodiscard]] cli::Flag since_flag();
[[nodiscard]] cli::Flag until_flag();

/// The day it is where the program runs.
[[nodiscard]] DigestDate today();

/// The days that the flags name, counted from `now` where they are relative: of a month or year its first day for
/// --since and its last for --until. Error kUsage for what is no day, and for a range that holds none.
[[nodiscard]] Result<DayRange> day_range(const cli::Arguments& arguments, DigestDate now);

}  // namespace saegin::query
