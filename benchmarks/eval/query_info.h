// What a topics file tells of each query: its text and, in JSON Lines, its category.
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

/// Reads topics in one of two forms, told by the first character. JSON Lines have an object per line with the keys
/// "qid" (or "_id") and, where there are any, "category" and "query" (or "text"); all are strings, other keys are
/// ignored. Other files have an id, a tab and the text per line. Error kInvalidInput, naming the line, for a line
/// without an id, and for an id that comes twice.
[[nodiscard]] Result<QueryInfos> parse_query_infos(const TextFile& file);

}  // namespace saegin::eval
