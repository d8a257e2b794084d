// Suites as files that any engine and trec_eval can use.
//
//   DIR/suites.json               what they are: seed, sample, and for each suite whether titles must not be indexed
//   DIR/SUITE/plain/topics.tsv    query-id <TAB> text
//   DIR/SUITE/plain/qrels.txt     query-id 0 document-id grade
//   DIR/SUITE/VARIANT/...         the same for the queries that the variant changed; compare with the same ids of plain
#pragma once

#include <filesystem>

#include "benchmarks/eval/suites/suite_report.h"
#include "common/result.h"

namespace saegin::eval {

/// Writes the files of all suites and variants that have queries, making folders where they are missing and replacing
/// files of the same names. Error kIo where something cannot be written.
[[nodiscard]] Result<void> write_suites(const std::filesystem::path& folder, const SuiteReport& report);

}  // namespace saegin::eval
