// Why papers have their scores, and what a query was made into, for people and as JSON.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "query/output/json_printer.h"
#include "query/output/line_wrap.h"
#include "query/results.h"

namespace saegin::query {

/// The parts of one score, one a line, the highest first.
[[nodiscard]] std::string to_text(const Explanation& explanation, const TextStyle& style);
[[nodiscard]] nlohmann::ordered_json to_object(const Explanation& explanation);

/// What was amiss with a query, one diagnostic a line; `query` is what their spans count in.
[[nodiscard]] std::string to_text(const std::vector<language::Diagnostic>& diagnostics, const std::string& query,
                                  const TextStyle& style);
[[nodiscard]] nlohmann::ordered_json to_array(const std::vector<language::Diagnostic>& diagnostics);

/// Every stage of a query; what Xapian is asked is cut where it is long.
[[nodiscard]] std::string to_text(const Analysis& analysis, const TextStyle& style);
/// One object on one line, without a line end.
[[nodiscard]] std::string to_json(const Analysis& analysis);

}  // namespace saegin::query
