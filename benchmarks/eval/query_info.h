// What a topics file in JSON Lines tells of each query beside its text: its category.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "benchmarks/eval/text_file.h"
#include "common/result.h"

namespace saegin::eval {

struct QueryInfo {
    std::string category;   ///< empty where none is given
    std::string text;       ///< the query as typed; empty where none is given
    std::size_t order = 0;  ///< place in the file, from 0
};

/// Queries by their ids.
using QueryInfos = std::map<std::string, QueryInfo, std::less<>>;

/// Reads one JSON object per line with the keys "qid" and, where there are any, "category" and "query" (strings; other
/// keys are ignored). Error kInvalidInput, naming the line, for what is no such object and for an id that comes twice.
[[nodiscard]] Result<QueryInfos> parse_query_infos(const TextFile& file);

}  // namespace saegin::eval
