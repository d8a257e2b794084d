// Random queries of everything that means something: the printout is a fixed point, and spans nest.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "tests/query/language/query_rows.h"
#include "tests/support/seed.h"

namespace saegin::query::language {
namespace {

constexpr std::array kPieces{
    // words and what looks like syntax in them
    "a", "b", "확산", "GPT-4o", "C++", "LLM", "TO", "BE", "6", "e.g.", "→", "10:30", "http://x", "a::b",
    "BERT:", "foo:bar", "foo:", "V:", "$\\lambda$",
    // operators and signs
    "AND", "OR", "NOT", "and", "+", "-", "+a", "-b", "->", "＋", "－",
    // pairs, whole and broken
    "(", ")", "(", ")", "（", "）", "\"", "\"", "“", "”", "＂", "\"a b\"", "\"\"", "()", "(a b)", "(-a -b)", "(NOT a)",
    // stars, escapes, blanks
    "*", "trans*", "＊", "\\", "\\AND", "\\(", "\\:", " ", " ", "\t", "\u3000", "\u200e", "\xff", "\xed\xa0\x80",
    // what other query languages have
    "?", "tr?ns", "？", "||", "&&", "|", "&", "~5", "~", "\"a b\"~5",
    // fields and ranges
    "title:", "title:a", "author:\"x y\"", "제목：", "title:(", "-title:(", "date:", "date:2024-08..2024-09", "date:7d",
    "date:2024-13", "votes:", "votes:9..3", "votes:>=5", "votes:x", "..", ":", "："};

std::string soup(std::mt19937& random) {
    std::uniform_int_distribution<std::size_t> piece{0, kPieces.size() - 1};
    std::uniform_int_distribution<int> length{0, 24};
    std::bernoulli_distribution blank{0.6};
    std::string query;
    for (int left = length(random); left > 0; --left) {
        query += kPieces[piece(random)];
        query += blank(random) ? " " : "";
    }
    return query;
}

TEST(QuerySoup, EveryQueryPrintsAsAQueryThatPrintsTheSame) {
    std::mt19937 random{test::test_seed(20240828)};
    constexpr int kQueries = 20'000;
    for (int i = 0; i < kQueries; ++i) {
        const std::string query = soup(random);
        EXPECT_EQ(test::problem_with(parse(query, kToday), query, kToday), "") << query;
        EXPECT_EQ(test::problem_with(parse_plain(query), query, kToday), "") << query;
    }
}

TEST(QuerySoup, TheChecksSeeWhatIsWrong) {
    Parsed parsed = parse("a b", kToday);
    EXPECT_EQ(test::problem_with(parsed, "a b", kToday), "");
    EXPECT_NE(test::problem_with(parsed, "a", kToday), "");
    parsed.tree.span = {1, 2};
    EXPECT_NE(test::problem_with(parsed, "a b", kToday), "");
    parsed.tree = {{0, 3}, Word{""}};
    EXPECT_NE(test::problem_with(parsed, "a b", kToday), "");
    parsed.tree = {{0, 3}, Phrase{"a \" b"}};
    EXPECT_NE(test::problem_with(parsed, "a b", kToday), "");
}

}  // namespace
}  // namespace saegin::query::language
