// Files of topics: what was asked of a collection. Three forms are read; which one it is, the content tells.
//
//   tab-separated   query-id <TAB> text
//   JSON Lines      {"_id": "1", "text": "..."}, as BEIR's queries.jsonl; also "id" or "qid", and "query"
//   TREC            <top> <num> Number: 301 <title> ... </top>, see trec_topics.h
#pragma once

#include <string>
#include <vector>

#include "benchmarks/eval/text_file.h"
#include "common/result.h"

namespace saegin::eval {

/// A query as people typed it.
struct Topic {
    std::string qid;
    std::string text;
};

/// Reads topics, in the order of the file. A file whose first character is '{' is JSON Lines, one that starts with '<'
/// is TREC's form, all else is tab-separated. Blank lines are left out. Error kInvalidInput, naming the line, for what
/// is no topic, for an id that is empty, holds white space or starts with '#' (runs have it in a column), and for one
/// that comes twice.
[[nodiscard]] Result<std::vector<Topic>> parse_topics(const TextFile& file);

/// The same of the file at `path`. Errors of TextFile::read, too.
[[nodiscard]] Result<std::vector<Topic>> read_topics(const std::string& path);

}  // namespace saegin::eval
