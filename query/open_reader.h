// How a command gets at the indexes that the command line names.
#pragma once

#include "common/cli.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::query {

/// Opens the indexes of `--db`, or where the index is looked for without it.
using OpenReader = Result<IndexReader> (*)(const cli::Arguments&);

}  // namespace saegin::query
