// Where a query's parts stand, so that they can be shown in it; and what a tree is made of.
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "tests/query/language/query_rows.h"

namespace saegin::query::language {
namespace {

/// The stretches of the query that its nodes stand for, in the order of the tree: the node itself, then its children.
struct Stretches {
    std::string_view query;
    std::vector<std::string> found{};

    void visit(const Node& node) {
        found.emplace_back(query.substr(node.span.begin, node.span.end - node.span.begin));
        if (const auto* const fielded = std::get_if<Fielded>(&node.value)) {
            visit(*fielded->child);
        } else if (const auto* const negated = std::get_if<Not>(&node.value)) {
            visit(*negated->child);
        } else if (const auto* const both = std::get_if<And>(&node.value)) {
            visit_all(both->children);
        } else if (const auto* const either = std::get_if<Or>(&node.value)) {
            visit_all(either->children);
        } else if (const auto* const list = std::get_if<Clauses>(&node.value)) {
            for (const Clause& clause : list->clauses) {
                visit(clause.node);
            }
        }
    }

    void visit_all(const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
            visit(node);
        }
    }
};

struct SpanCase {
    const char* name;
    std::string query;
    std::vector<std::string> stretches;
};

void PrintTo(const SpanCase& row, std::ostream* out) {  // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << row.query;
}

class QuerySpans : public ::testing::TestWithParam<SpanCase> {};

TEST_P(QuerySpans, AreWhereThePartsStand) {
    const Parsed parsed = parse(GetParam().query, kToday);
    Stretches stretches{GetParam().query};
    stretches.visit(parsed.tree);
    EXPECT_EQ(stretches.found, GetParam().stretches);
}

INSTANTIATE_TEST_SUITE_P(
    Table, QuerySpans,
    ::testing::Values(SpanCase{"Empty", "  ", {""}},                                                              //
                      SpanCase{"OneWord", "  확산 ", {"확산"}},                                                   //
                      SpanCase{"Words", " a  확산 ", {"a  확산", "a", "확산"}},                                   //
                      SpanCase{"Signs", "+a -b", {"+a -b", "a", "b"}},                                            //
                      SpanCase{"SignAlone", "-a", {"-a", "a"}},                                                   //
                      SpanCase{"Phrase", "x “a b”", {"x “a b”", "x", "“a b”"}},                                   //
                      SpanCase{"UnclosedPhrase", "x \"a b ", {"x \"a b ", "x", "\"a b "}},                        //
                      SpanCase{"Prefix", "trans*", {"trans*"}},                                                   //
                      SpanCase{"Escapes", "\\(a\\)", {"\\(a\\)"}},                                                //
                      SpanCase{"GroupOfOne", "( a )", {"a"}},                                                     //
                      SpanCase{"GroupOfField", "x AND ( title:a )", {"x AND ( title:a )", "x", "title:a", "a"}},  //
                      SpanCase{"Group", "x AND ( a b )", {"x AND ( a b )", "x", "( a b )", "a", "b"}},            //
                      SpanCase{"GroupDissolves", "x (a b)", {"x (a b)", "x", "a", "b"}},                          //
                      SpanCase{"UnclosedGroup", "x AND (a b ", {"x AND (a b", "x", "(a b", "a", "b"}},            //
                      SpanCase{"Not", "x AND NOT a", {"x AND NOT a", "x", "NOT a", "a"}},                         //
                      SpanCase{"MinusInAnd", "x AND -a", {"x AND -a", "x", "-a", "a"}},                           //
                      SpanCase{"Field", "x title:a", {"x title:a", "x", "title:a", "a"}},                         //
                      SpanCase{"FieldOfGroup", "title:(a b)", {"title:(a b)", "(a b)", "a", "b"}},                //
                      SpanCase{"FieldOfNot", "title:(NOT a)", {"title:(NOT a)", "title:(NOT a)", "a"}},           //
                      SpanCase{"Dates", "x 날짜：2024", {"x 날짜：2024", "x", "날짜：2024"}},                     //
                      SpanCase{"BadValue", "votes:abc", {"votes:abc"}},                                           //
                      SpanCase{"OperatorAsWord", "AND a", {"AND a", "AND", "a"}}),
    [](const auto& row) { return std::string{row.param.name}; });

TEST(QueryTree, IsTyped) {
    const Parsed parsed = parse("GPT-4o는 +\"a b\" -trans* title:c votes:5.. date:..2024-08-28", kToday);
    const auto* const list = std::get_if<Clauses>(&parsed.tree.value);
    ASSERT_NE(list, nullptr);
    ASSERT_EQ(list->clauses.size(), 6U);
    EXPECT_EQ(std::get<Word>(list->clauses[0].node.value).text, "GPT-4o는");
    EXPECT_EQ(list->clauses[0].presence, Presence::kMay);
    EXPECT_EQ(std::get<Phrase>(list->clauses[1].node.value).text, "a b");
    EXPECT_EQ(list->clauses[1].presence, Presence::kMust);
    EXPECT_EQ(std::get<Prefix>(list->clauses[2].node.value).text, "trans");
    EXPECT_EQ(list->clauses[2].presence, Presence::kMustNot);
    const auto& fielded = std::get<Fielded>(list->clauses[3].node.value);
    EXPECT_EQ(fielded.field, Field::kTitle);
    EXPECT_EQ(std::get<Word>(fielded.child->value).text, "c");
    EXPECT_EQ(std::get<NumberRange>(list->clauses[4].node.value), (NumberRange{5, std::nullopt}));
    EXPECT_EQ(std::get<DateRange>(list->clauses[5].node.value), (DateRange{std::nullopt, kToday}));
}

TEST(QueryTree, WordsHaveNoEscapes) {
    EXPECT_EQ(std::get<Word>(parse("\\(MoE\\)", kToday).tree.value).text, "(MoE)");
    EXPECT_EQ(std::get<Word>(parse("\\AND", kToday).tree.value).text, "AND");
    EXPECT_EQ(std::get<Word>(parse("$\\lambda$", kToday).tree.value).text, "$\\lambda$");
}

TEST(QueryTree, IsAValue) {
    Node tree = parse("a AND NOT (b OR title:c)", kToday).tree;
    const Node copy = tree;
    tree = parse("x", kToday).tree;
    EXPECT_EQ(print(copy), "a AND NOT (b OR title:c)");
    EXPECT_EQ(print(tree), "x");
    tree = copy;
    EXPECT_EQ(print(tree), print(copy));
}

TEST(PlainQuery, TakesEverythingAsWords) {
    const std::string query = "+a (title:b) NOT \"c d* \\x";
    const Parsed parsed = parse_plain(query);
    EXPECT_TRUE(parsed.diagnostics.empty());
    const auto* const list = std::get_if<Clauses>(&parsed.tree.value);
    ASSERT_NE(list, nullptr);
    std::vector<std::string> words;
    for (const Clause& clause : list->clauses) {
        EXPECT_EQ(clause.presence, Presence::kMay);
        words.push_back(std::get<Word>(clause.node.value).text);
    }
    EXPECT_EQ(words, (std::vector<std::string>{"+a", "(title:b)", "NOT", "\"c", "d*", "\\x"}));
    EXPECT_EQ(print(parsed.tree), "\\+a \\(title:b\\) \\NOT \\\"c d\\* \\\\x");
    EXPECT_EQ(test::problem_with(parsed, query, kToday), "");
}

TEST(PlainQuery, TellsOfBrokenCharacters) {
    EXPECT_EQ(lines_of(parse_plain("a\xff"
                                   "b")
                           .diagnostics),
              std::vector<std::string>{"1-2 one character is broken; taken as a blank"});
    EXPECT_EQ(print(parse_plain("").tree), "");
    EXPECT_EQ(print(parse_plain(" a\u3000").tree), "a");
}

}  // namespace
}  // namespace saegin::query::language
