// Writing TREC run files: query-id Q0 document-id rank score tag.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace saegin::eval {

/// One query's answer that is to be written: documents in the order in which they were shown.
struct AnsweredQuery {
    std::string qid;
    std::vector<std::pair<std::string, double>> documents;  ///< id and score
};

/// The text of a run file. Scores are written in single precision, and one that is not below its predecessor is lowered
/// to the next smaller number: so every reader, whether it compares floats (trec_eval 9) or doubles, sorts the
/// documents into just the order given here. Error kInvalidInput for an id or tag that is empty or holds white space,
/// an id that starts with '#', and a score that is not finite in single precision.
[[nodiscard]] Result<std::string> format_run(std::span<const AnsweredQuery> queries, std::string_view tag);

/// Writes format_run() to a file. Its errors, and kIo where the file cannot be written.
[[nodiscard]] Result<void> write_run(const std::string& path, std::span<const AnsweredQuery> queries,
                                     std::string_view tag);

}  // namespace saegin::eval
