// Signs, AND, OR, NOT and parentheses: what they bind, how the tree is normalised, how slips are mended.
#include <gtest/gtest.h>

#include <vector>

#include "tests/query/language/query_rows.h"

namespace saegin::query::language {
namespace {

/// Rows, by what they pin.
std::vector<Row> rows() {
    return {
        // signs
        {"Must", "a +b", "a +b"},
        {"MustNot", "a -b", "a -b"},
        {"MustAlone", "+a", "a"},
        {"AllMust", "+a +b", "+a +b"},
        {"MustPhrase", "a +\"b c\"", "a +\"b c\""},
        {"MustNotPrefix", "a -trans*", "a -trans*"},
        {"MustGroup", "a +(b c)", "a +(b c)"},
        {"MustNotGroup", "a -(b c)", "a -b -c"},
        {"MustNotGroupWithMust", "a -(+b c)", "a -(+b c)"},
        {"SignsFullWidth", "a ＋b －c", "a +b -c"},
        {"SignInsideGroup", "x (+a b)", "x (+a b)"},
        {"SignBeforeOperatorWord", "a +AND -NOT", "a +\\AND -\\NOT"},
        {"SignBeforeMark", "a +$x$ -.NET", "a +$x$ -.NET"},
        {"SignBeforeCloseIsWord", "(a -)", "a -"},
        {"OnlyExcludes", "-a", "NOT a", {"0-2 the query only excludes; nothing to look for"}},
        {"OnlyExcludesTwice", "-a -b", "-a -b", {"0-5 the query only excludes; nothing to look for"}},
        {"OnlyExcludesGroup", "-(a b)", "-a -b", {"0-6 the query only excludes; nothing to look for"}},
        {"OnlyExcludesByNot", "NOT a", "NOT a", {"0-5 the query only excludes; nothing to look for"}},
        {"OnlyExcludesByAnd",
         "NOT a AND NOT b",
         "NOT a AND NOT b",
         {"0-15 the query only excludes; nothing to look for"}},
        {"OnlyExcludesInField", "title:(-a)", "NOT title:a", {"0-10 the query only excludes; nothing to look for"}},
        {"ExcludesBesideMust", "+a -b", "+a -b"},
        // operators and their order
        {"And", "a AND b", "a AND b"},
        {"Or", "a OR b", "a OR b"},
        {"AndBeforeOr", "a AND b OR c AND d", "a AND b OR c AND d"},
        {"OrInsideAnd", "a AND (b OR c)", "a AND (b OR c)"},
        {"NotBeforeAnd", "a AND NOT b", "a AND NOT b"},
        {"NotBesideWord", "a NOT b", "a -b"},
        {"NotThenOr", "a OR NOT b", "a OR NOT b"},
        {"OrBindsTighterThanSideBySide", "x a OR b y", "x (a OR b) y"},
        {"AndBesideWords", "x a AND b y", "x (a AND b) y"},
        {"GroupInAnd", "a AND (b c)", "a AND (b c)"},
        {"NotOfGroup", "a AND NOT (b c)", "a AND NOT (b c)"},
        {"NotDirectlyBeforeParenthesis", "a AND NOT(b OR c)", "a AND NOT (b OR c)"},
        {"OperatorsBetweenPhrases", "\"a b\"AND\"c d\"", "\"a b\" AND \"c d\""},
        {"OperatorBetweenGroups", "(a b)OR(c d)", "(a b) OR (c d)"},
        {"MinusInAnd", "a AND -b", "a AND NOT b"},
        {"PlusInAnd", "a AND +b", "a AND b", {"6-7 the + says nothing beside AND, OR or NOT; left out"}},
        {"PlusBeforeOr", "+a OR b", "a OR b", {"0-1 the + says nothing beside AND, OR or NOT; left out"}},
        {"NotMinus", "a AND NOT -b", "a AND b"},
        {"NotPlus", "a NOT +b", "a -b", {"6-7 the + says nothing beside AND, OR or NOT; left out"}},
        {"KoreanOperands", "확산 모델 OR 강화 학습", "확산 (모델 OR 강화) 학습"},
        {"AcronymsWithOperators", "LLM AND RAG OR SFT AND DPO", "LLM AND RAG OR SFT AND DPO"},
        // normal form
        {"AndFlat", "a AND (b AND (c AND d))", "a AND b AND c AND d"},
        {"OrFlat", "(a OR b) OR c OR (d OR e)", "a OR b OR c OR d OR e"},
        {"GroupOfOne", "((a))", "a"},
        {"GroupsDissolve", "a (b (c d))", "a b c d"},
        {"WholeQueryInParentheses", "(a b c)", "a b c"},
        {"DoubleNot", "x AND NOT NOT a", "x AND a"},
        {"TripleNot", "x NOT NOT NOT a", "x -a"},
        {"NotOfNotInGroup", "x AND NOT (NOT a)", "x AND a"},
        {"MinusOfNot", "x -(NOT a)", "x +a"},
        {"MustOfNot", "x +(NOT a)", "x -a"},
        {"ExcludingGroupDissolves", "x (-a -b)", "x -a -b"},
        {"MustExcludingGroupDissolves", "x +(-a -b)", "x -a -b"},
        {"ExcludingExcludedStays", "x -(-a -b)", "x -(-a -b)"},
        {"GroupWithSignsStays", "x (+a b)", "x (+a b)"},
        {"NotOfGroupInList", "x NOT (a b)", "x -a -b"},
        // recovery: operators
        {"AndAtStart", "AND a", "\\AND a", {"0-3 AND needs something on both sides; taken as a word"}},
        {"OrAtEnd", "a OR", "a \\OR", {"2-4 OR needs something on both sides; taken as a word"}},
        {"NotAtEnd", "a NOT", "a \\NOT", {"2-5 NOT needs something on its right; taken as a word"}},
        {"NotAlone", "NOT", "\\NOT", {"0-3 NOT needs something on its right; taken as a word"}},
        {"OnlyOperators",
         "AND OR NOT",
         "\\AND \\OR \\NOT",
         {"0-10 AND OR NOT need something on both sides; taken as words"}},
        {"TwoOperators", "a AND OR b", "a \\AND \\OR b", {"2-8 AND OR need something on both sides; taken as words"}},
        {"ThreeOperators",
         "a OR AND OR b",
         "a \\OR \\AND \\OR b",
         {"2-11 OR AND OR need something on both sides; taken as words"}},
        {"ManyOperators",
         "AND AND AND AND AND AND",
         "\\AND \\AND \\AND \\AND \\AND \\AND",
         {"0-23 AND AND AND AND … need something on both sides; taken as words"}},
        {"NotBeforeAndOperator",
         "a NOT AND b",
         "a \\NOT \\AND b",
         {"2-9 NOT AND need something on both sides; taken as words"}},
        {"AndBeforeParenthesis", "(AND a)", "\\AND a", {"1-4 AND needs something on both sides; taken as a word"}},
        {"AndBeforeClose", "(a AND) b", "a \\AND b", {"3-6 AND needs something on both sides; taken as a word"}},
        {"AndBesideEmptyGroup", "a AND () b", "a AND b", {"6-8 the parentheses hold nothing; left out"}},
        {"OperatorWithField", "a AND title:b", "a AND title:b"},
        {"TitleInCapitals",
         "TO BE OR NOT TO BE",
         "TO BE \\OR \\NOT TO BE",
         {"6-8 all words are in capitals, as in a title; AND, OR and NOT taken as words"}},
        {"TitleInCapitalsWithAnd",
         "LARGE LANGUAGE MODELS AND REASONING",
         "LARGE LANGUAGE MODELS \\AND REASONING",
         {"22-25 all words are in capitals, as in a title; AND, OR and NOT taken as words"}},
        {"CapitalsWithParentheses", "(GPT BERT) OR LLAMA T5", "(GPT BERT) OR LLAMA T5"},
        {"CapitalsWithGroupOfOne", "(GPT) BERT OR (LLAMA) RAG", "GPT (BERT OR LLAMA) RAG"},
        {"CapitalsWithoutNeighbours", "GPT OR BERT OR LLAMA OR RAG", "GPT OR BERT OR LLAMA OR RAG"},
        {"ThreeCapitals", "RAG LLM NOT GPT", "RAG LLM -GPT"},
        {"CapitalsWithLowerCase", "TO BE OR not TO BE", "TO (BE OR not) TO BE"},
        // recovery: parentheses
        {"Unclosed", "(a b", "a b", {"0-1 the parenthesis is never closed; taken as closed at the end"}},
        {"UnclosedInside",
         "a (b OR c",
         "a (b OR c)",
         {"2-3 the parenthesis is never closed; taken as closed at the end"}},
        {"UnclosedTwice", "a (b (c d", "a b c d", {"2-3 2 parentheses are never closed; taken as closed at the end"}},
        {"UnclosedEmpty", "a (", "a", {"2-3 the parenthesis is never closed; taken as closed at the end"}},
        {"UnclosedEmptyWithSign", "a -(", "a", {"3-4 the parenthesis is never closed; taken as closed at the end"}},
        {"StrayClose", "a b)", "a b", {"3-4 the closing parenthesis has no opening one; ignored"}},
        {"StrayCloses",
         "a) b) c",
         "a b c",
         {"1-2 the closing parenthesis has no opening one; ignored",
          "4-5 the closing parenthesis has no opening one; ignored"}},
        {"CloseBeforeOpen",
         ")a(",
         "a",
         {"0-1 the closing parenthesis has no opening one; ignored",
          "2-3 the parenthesis is never closed; taken as closed at the end"}},
        {"EmptyParentheses", "()", "", {"0-2 the parentheses hold nothing; left out"}},
        {"EmptyParenthesesInside",
         "a (()) b",
         "a b",
         {"2-6 the parentheses hold nothing; left out", "3-5 the parentheses hold nothing; left out"}},
        {"EmptyWithSign", "a +() b", "a b", {"3-5 the parentheses hold nothing; left out"}},
        {"EmptyWithField", "title:() b", "b", {"6-8 the parentheses hold nothing; left out"}},
        {"FullWidthParentheses", "（a OR b） AND c", "(a OR b) AND c"},
        {"GlueOutside", "a(b c)d", "a b c d"},
    };
}

class QueryOperators : public ::testing::TestWithParam<Row> {};

TEST_P(QueryOperators, Reads) {
    expect_row(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Table, QueryOperators, ::testing::ValuesIn(rows()), name_of);

}  // namespace
}  // namespace saegin::query::language
