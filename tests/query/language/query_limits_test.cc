// The limits of a query, and hostile input: every text gives a tree soon.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <variant>

#include "tests/query/language/query_rows.h"

namespace saegin::query::language {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string times(std::size_t count, std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

/// Parses a hostile query: what holds for all queries holds, and it does not take long.
Parsed survive(const std::string& query) {
    const auto start = std::chrono::steady_clock::now();
    Parsed parsed = parse(query, kToday);
    const auto taken = std::chrono::steady_clock::now() - start;
    EXPECT_LT(taken, std::chrono::seconds{2});  // about a millisecond, but machines are busy and sanitizers slow
    EXPECT_EQ(test::problem_with(parsed, query, kToday), "");
    EXPECT_EQ(test::problem_with(parse_plain(query), query, kToday), "");
    return parsed;
}

std::size_t clause_count(const Node& tree) {
    const auto* const list = std::get_if<Clauses>(&tree.value);
    return list == nullptr ? 1 : list->clauses.size();
}

TEST(QueryLimits, AQueryOfTheGreatestLengthIsReadWhole) {
    const std::string query(kMaxQueryBytes, 'a');
    const Parsed parsed = survive(query);
    EXPECT_EQ(std::get<Word>(parsed.tree.value).text, query);
    EXPECT_THAT(parsed.diagnostics, IsEmpty());
}

TEST(QueryLimits, ALongerQueryIsCutBetweenCharacters) {
    const std::string query = std::string(kMaxQueryBytes - 1, 'a') + "확산";
    const Parsed parsed = survive(query);
    EXPECT_EQ(std::get<Word>(parsed.tree.value).text, std::string(kMaxQueryBytes - 1, 'a'));
    EXPECT_THAT(lines_of(parsed.diagnostics),
                ::testing::ElementsAre("9999-10005 the query is longer than 10000 bytes; the rest is left out"));
    EXPECT_THAT(lines_of(parse_plain(query).diagnostics), SizeIs(1));
}

TEST(QueryLimits, WhatIsOpenWhereAQueryIsCutIsNoSlip) {
    const Parsed parsed = survive("(b " + std::string(kMaxQueryBytes, 'a') + ")");
    EXPECT_THAT(parsed.diagnostics, SizeIs(1));
}

TEST(QueryLimits, ParenthesesMayBeAsDeepAsTheLimit) {
    // A sign in each group keeps it from dissolving.
    const std::string query = times(kMaxDepth, "a (+b ") + "c" + times(kMaxDepth, ")");
    const Parsed parsed = survive(query);
    EXPECT_EQ(print(parsed.tree), query);
    EXPECT_THAT(parsed.diagnostics, IsEmpty());
}

TEST(QueryLimits, DeeperParenthesesAreIgnored) {
    const std::string deepest = times(kMaxDepth, "a (+b ");
    const Parsed parsed = survive(deepest + "c -(d title:(e))" + times(kMaxDepth, ")") + " f");
    EXPECT_EQ(print(parsed.tree), deepest + "c d e" + times(kMaxDepth, ")") + " f");
    EXPECT_THAT(
        lines_of(parsed.diagnostics),
        ::testing::ElementsAre("195-196 more than 32 parentheses inside each other; those further in are ignored"));
}

TEST(QueryLimits, AsManyWordsAsTheLimitAreKept) {
    EXPECT_THAT(survive(times(kMaxClauses, "a ")).diagnostics, IsEmpty());
    const Parsed parsed = survive(times(kMaxClauses, "a ") + "b");
    EXPECT_EQ(clause_count(parsed.tree), kMaxClauses);
    EXPECT_THAT(lines_of(parsed.diagnostics),
                ::testing::ElementsAre("2048-2049 the query has more than 1024 words; the rest is left out"));
    EXPECT_EQ(clause_count(parse_plain(times(kMaxClauses, "a ") + "b").tree), kMaxClauses);
}

TEST(QueryLimits, WordsBeyondTheLimitTakeTheirSignsAndParenthesesAlong) {
    const std::string first = times(kMaxClauses - 1, "a ");
    EXPECT_EQ(print(survive(first + "x AND NOT (title:(b))").tree), first + "x");
    EXPECT_EQ(print(survive(first + "+(x -b)").tree), first + "+x");
    EXPECT_EQ(print(survive(first + "(+x (b) OR c) d").tree), first + "x");
}

TEST(QueryLimits, OperatorsThatAreWordsCountAsWords) {
    const Parsed parsed = survive(times(2000, "AND "));
    EXPECT_EQ(clause_count(parsed.tree), kMaxClauses);
}

TEST(QueryLimits, DiagnosticsEndWithACountOfTheRest) {
    const Parsed parsed = survive(times(100, ") "));
    ASSERT_THAT(parsed.diagnostics, SizeIs(kMaxDiagnostics));
    EXPECT_EQ(parsed.diagnostics.back().message, "81 more problems are not listed");
    EXPECT_THAT(survive(times(kMaxDiagnostics, ") ")).diagnostics.back().message, HasSubstr("no opening one"));
}

TEST(HostileQuery, TenThousandParentheses) {
    EXPECT_THAT(survive(times(10'000, "(")).diagnostics, SizeIs(2));
    EXPECT_THAT(survive(times(10'000, ")")).diagnostics, SizeIs(kMaxDiagnostics));
    EXPECT_THAT(survive(times(5'000, "()")).diagnostics, SizeIs(kMaxDiagnostics));
    EXPECT_EQ(print(survive(times(4'999, "(") + "a" + times(4'999, ")")).tree), "a");
    EXPECT_EQ(print(survive(times(2'000, "-(") + "a" + times(2'000, ")")).tree), "+a");
    survive(times(3'000, "NOT("));
    survive(times(1'000, "title:(") + "a");
    survive(times(2'000, "a AND("));
}

TEST(HostileQuery, APrintoutIsNoDeeperThanAQueryMayBe) {
    survive(times(kMaxDepth, "a (-b ") + "c OR d e" + times(kMaxDepth, ")"));
    survive(times(kMaxDepth, "a (+b ") + "c AND d e" + times(kMaxDepth, ")"));
    survive(times(kMaxDepth, "a (+b ") + "c OR (d e) f");
}

TEST(HostileQuery, HundredKilobytes) {
    for (const char* const part : {"a", "a ", "확", "\"", "1\" ", "\\", ":", "title:", "a:b ", "*", "+", "-a ",
                                   "(a OR ", "NOT ", "\xff", "date:9y.. ", "votes:5..3 "}) {
        const std::string query = times(100'000 / std::string_view{part}.size(), part);
        EXPECT_THAT(lines_of(survive(query).diagnostics),
                    ::testing::AnyOf(Contains(HasSubstr("longer than 10000 bytes")), SizeIs(kMaxDiagnostics)))
            << part;
    }
}

TEST(HostileQuery, OnlyOperators) {
    for (const char* const query : {"AND", "AND OR", "NOT NOT", "+", "-", "+ -", "\"", "\"\"\"", "*", ":", "\\", "..",
                                    "((()))", ")(", "+(-(", "title:(", "-\"", "+\"\" AND -()", "NOT () OR ()"}) {
        survive(query);
    }
}

TEST(HostileQuery, LongChainsOfNotAreFoldedWithoutRecursion) {
    EXPECT_EQ(print(survive("x AND " + times(2'001, "NOT ") + "a").tree), "x AND NOT a");
}

}  // namespace
}  // namespace saegin::query::language
