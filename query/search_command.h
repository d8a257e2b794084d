// The commands search and related: flags to a ranking, an answer to output.
#pragma once

#include <string>

#include "common/cli.h"
#include "common/paper.h"
#include "common/result.h"
#include "query/open_reader.h"

namespace saegin::query {

/// The paper id that is the only operand of a command. Error kUsage where it is not; `command` stands in its hint.
[[nodiscard]] Result<PaperId> only_paper_id(const cli::Arguments& arguments, const std::string& command);

/// `search QUERY...`. `open` opens what --db names and leaves it to the answer to tell what is missing.
[[nodiscard]] cli::Command search_command(OpenReader open);

/// `related ID`.
[[nodiscard]] cli::Command related_command(OpenReader open);

}  // namespace saegin::query
