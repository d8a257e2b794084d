// Tables of queries: what a query prints as, and what is said about it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "query/language/parser.h"
#include "query/language/printer.h"
#include "tests/support/query_tree_checks.h"

namespace saegin::query::language {

/// The day that relative dates count from in tests.
inline constexpr DigestDate kToday{2024, 8, 28};

/// A query, its printout, and its diagnostics as "begin-end message".
struct Row {
    const char* name;
    std::string query;
    std::string printed;
    std::vector<std::string> diagnostics{};
};

inline std::vector<std::string> lines_of(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics) {
        lines.push_back(std::to_string(diagnostic.span.begin) + "-" + std::to_string(diagnostic.span.end) + " " +
                        diagnostic.message);
    }
    return lines;
}

/// The row holds, and so does what holds for every query.
inline void expect_row(const Row& row) {
    const Parsed parsed = parse(row.query, kToday);
    EXPECT_EQ(print(parsed.tree), row.printed);
    EXPECT_THAT(lines_of(parsed.diagnostics), ::testing::ElementsAreArray(row.diagnostics));
    EXPECT_EQ(test::problem_with(parsed, row.query, kToday), "");
}

inline std::string name_of(const ::testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

/// How GoogleTest shows a row.
inline void PrintTo(const Row& row, std::ostream* out) {  // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << row.query;
}

}  // namespace saegin::query::language
