// The sections of the report that hold runs against the first one.
#pragma once

#include <string>
#include <string_view>

#include "benchmarks/eval/report_page.h"

namespace saegin::eval {

/// A difference whose p, adjusted after Holm, is at most this is marked as more than chance.
inline constexpr double kSignificant = 0.05;

inline constexpr std::string_view kBetter = "▲";
inline constexpr std::string_view kWorse = "▼";

/// kBetter or kWorse where the run differs from the base by more than chance, as the randomisation test has it; else
/// empty.
[[nodiscard]] std::string_view significance_mark(const Comparison& comparison);

/// The mean differences of the first measure with their intervals, as a picture. For two runs or more.
[[nodiscard]] std::string interval_figure(const ReportData& data);

/// A table per measure: differences, intervals and tests. Empty for a single run, like the next one.
[[nodiscard]] std::string comparison_section(const ReportData& data);

/// Per run the differences of all queries by the first measure, and the queries that moved most.
[[nodiscard]] std::string query_difference_section(const ReportData& data);

/// The first cells of a query's row: its id and, where texts are known, its text.
[[nodiscard]] std::string query_cell(const ReportData& data, std::string_view qid);

}  // namespace saegin::eval
