// How a command gets at the indexes that the command line names.
#pragma once

#include <cstdint>
#include <utility>

#include "common/cli.h"
#include "common/result.h"
#include "query/index_reader.h"
#include "query/searcher.h"

namespace saegin::query {

/// Opens the indexes of `--db`, or where the index is looked for without it.
using OpenReader = Result<IndexReader> (*)(const cli::Arguments&);

/// Most papers that a command lists.
inline constexpr std::int64_t kMostResults = 10000;

/// A searcher over what `open` opens.
[[nodiscard]] inline Result<Searcher> open_searcher(const cli::Arguments& arguments, OpenReader open) {
    Result<IndexReader> reader = open(arguments);
    if (!reader) {
        return reader.error();
    }
    return Searcher{std::move(*reader)};
}

}  // namespace saegin::query
