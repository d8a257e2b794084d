// Answers for people at a terminal.
#pragma once

#include <string>

#include "query/output/line_wrap.h"
#include "query/results.h"
#include "query/searcher.h"
#include "query/stats.h"

namespace saegin::query {

/// The style for standard output: colours and the real width on a terminal (unless NO_COLOR is set), plain text of 100
/// columns elsewhere.
[[nodiscard]] TextStyle style_for_standard_output();

/// One paper of a list: its rank and title, facts, snippet and reasons, with the last line ended.
[[nodiscard]] std::string to_text(const Hit& hit, const TextStyle& style);
[[nodiscard]] std::string to_text(const Answer& answer, const TextStyle& style);
[[nodiscard]] std::string to_text(const Searcher::Stored& stored, const TextStyle& style);
[[nodiscard]] std::string to_text(const Stats& stats, const TextStyle& style);

}  // namespace saegin::query
