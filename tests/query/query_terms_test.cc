// From the words of a query to what is found:
//  1. Particles on either side, composed and decomposed, narrow and full-width make no difference.
//  2. Compounds are found by their parts at their joints, and by nothing that only looks like a part.
//  3. Versions, marks and LaTeX are found however they are written.
//  4. Stop words do not count beside other words, and are looked up where nothing else is asked.
//  5. No query is an error, and none takes forever.
#include "query/query_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/text/unicode.h"
#include "query/ranking.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::ids_found;
using test::MiniIndex;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<QueryTerm> terms_of(const std::string& query) {
    text::Analyzer analyzer;
    const std::string text = text::to_nfc(query);
    return query_terms(text, analyzer.analyze(text).tokens, RankingParameters{});
}

std::vector<std::string> words_of(const std::string& query) {
    std::vector<std::string> words;
    for (const QueryTerm& term : terms_of(query)) {
        if (term.token.kind == text::TokenKind::kWord || term.token.kind == text::TokenKind::kWhole) {
            words.push_back(term.token.text);
        }
    }
    return words;
}

const QueryTerm* find(const std::vector<QueryTerm>& terms, const std::string& text, text::TokenKind kind) {
    for (const QueryTerm& term : terms) {
        if (term.token.text == text && term.token.kind == kind) {
            return &term;
        }
    }
    return nullptr;
}

TEST(QueryTerms, StopWordsCountOnlyWhereNothingElseIsAsked) {
    EXPECT_THAT(words_of("The effect of attention"), ElementsAre("effect", "attent"));
    EXPECT_THAT(words_of("to be"), ElementsAre("to", "be"));
    EXPECT_THAT(words_of("THE"), ElementsAre("the"));
}

TEST(QueryTerms, EqualTermsStandOnce) {
    EXPECT_THAT(words_of("model Models 모델 모델을 모델은"), ElementsAre("model", "모델"));
}

TEST(QueryTerms, PartsOfAMarkOnlyHelp) {
    const std::vector<QueryTerm> terms = terms_of("GPT-4o 검색");
    const QueryTerm* const whole = find(terms, "gpt4o", text::TokenKind::kWhole);
    const QueryTerm* const part = find(terms, "gpt", text::TokenKind::kWord);
    const QueryTerm* const word = find(terms, "검색", text::TokenKind::kWord);
    ASSERT_TRUE(whole != nullptr && part != nullptr && word != nullptr);
    EXPECT_EQ(whole->weight, 1);
    EXPECT_EQ(part->weight, RankingParameters{}.part);
    EXPECT_EQ(word->weight, 1);
    EXPECT_EQ(whole->written, "GPT-4o");
    EXPECT_EQ(part->written, "GPT");
}

TEST(QueryTerms, AWordOfTwoSyllablesIsLookedUpOnlyAtTheEdgesOfOthers) {
    const std::vector<QueryTerm> two = terms_of("화학은");
    const QueryTerm* const bigram = find(two, "화학", text::TokenKind::kEdgeBigram);
    ASSERT_NE(bigram, nullptr);
    EXPECT_FALSE(bigram->anywhere);
    EXPECT_EQ(bigram->weight, RankingParameters{}.bigram);
    EXPECT_EQ(bigram->written, "화학");
    const std::vector<QueryTerm> four = terms_of("강화학습");
    const QueryTerm* const edge = find(four, "강화", text::TokenKind::kEdgeBigram);
    const QueryTerm* const inner = find(four, "화학", text::TokenKind::kBigram);
    ASSERT_TRUE(edge != nullptr && inner != nullptr);
    EXPECT_TRUE(edge->anywhere);
    EXPECT_TRUE(edge->highlight);
    EXPECT_FALSE(inner->highlight) << "화학 must not be marked inside 강화학습";
}

TEST(QueryTerms, AreBoundedForAnyLength) {
    std::string words;
    std::string syllables;
    for (int i = 0; i < 2000; ++i) {
        words += "w" + std::to_string(i) + " ";
        text::append(syllables, static_cast<char32_t>(0xAC00 + i * 5));
    }
    EXPECT_EQ(terms_of(words).size(), kMaxQueryTerms);
    EXPECT_EQ(terms_of(syllables).size(), kMaxQueryTerms);
}

TEST(QueryTerms, NothingBecomesAQueryThatFindsNothing) {
    for (const char* const query : {"", "   ", "?!", "-- ++ …", "\u200B", "\t\n"}) {
        EXPECT_THAT(terms_of(query), IsEmpty()) << query;
        EXPECT_TRUE(parts_of(terms_of(query), RankingParameters{}).empty()) << query;
    }
}

// One archive for all that is found or not: each paper says one thing.
const MiniIndex& archive() {
    static const MiniIndex index{{
        {.id = "rl", .title = "Walking Robots", .text = "로봇은 강화학습으로 걷습니다."},
        {.id = "chem", .title = "Molecules", .text = "화학의 반응을 예측합니다."},
        {.id = "diff", .title = "Pictures", .text = "확산모델은 잡음을 지웁니다."},
        {.id = "llm", .title = "Truth", .text = "큰 모형의 환각을 줄입니다."},
        {.id = "llama", .title = "Llama-3 at Home", .text = "집에서 돌립니다."},
        {.id = "gpt", .title = "GPT-4o Speaks", .text = "말을 합니다."},
        {.id = "cpp", .title = "Fast Code", .text = "C++로 다시 썼습니다."},
        {.id = "latex", .title = "M$^{2}$UGen: Music", .text = "음악을 만듭니다."},
        {.id = "greek", .title = "$\\lambda$-ECLIPSE", .text = "그림자를 다룹니다."},
        {.id = "spaced", .title = "Scale", .text = "대규모 언어 지식을 잽니다."},
        {.id = "joined", .title = "Width", .text = "대규모언어지식을 잽니다."},
        {.id = "meeting", .title = "Minutes", .text = "회의를 요약합니다."},
    }};
    return index;
}

struct Row {
    const char* query;
    std::vector<std::string> found;  // in any order
};

TEST(QueryTerms, FindWhatIsListedAndNothingElse) {
    const std::vector<Row> rows{

        // 1. particles on either side, normal forms, width, case
        {"환각", {"llm"}},
        {"환각이", {"llm"}},
        {"환각에서는", {"llm"}},
        {"회의", {"meeting"}},
        {"\u1112\u116A\u11AB\u1100\u1161\u11A8", {"llm"}},
        {"ＧＰＴ－４ｏ", {"gpt"}},
        {"gpt-4O", {"gpt"}},
        {"GPT-4o는", {"gpt"}},
        // 2. compounds
        {"화학", {"chem"}},
        {"화학을", {"chem"}},
        {"강화 학습", {"rl"}},
        {"강화", {"rl"}},
        {"학습", {"rl"}},
        {"확산", {"diff"}},
        {"확산 모델", {"diff"}},
        {"산모", {}},
        {"대규모언어지식", {"joined", "spaced"}},
        {"대규모 언어 지식", {"joined", "spaced"}},
        // 3. versions, marks, LaTeX
        {"Llama-3", {"llama"}},
        {"Llama3", {"llama"}},
        {"Llama 3", {"llama"}},
        {"llama", {"llama"}},
        {"GPT", {"gpt"}},
        {"GPT4o", {"gpt"}},
        {"C++", {"cpp"}},
        {"c++로", {"cpp"}},
        {"C＋＋", {"cpp"}},
        {"M2UGen", {"latex"}},
        {"M$^{2}$UGen", {"latex"}},
        {"m2 ugen", {"latex"}},
        {"λ-ECLIPSE", {"greek"}},
        {"$λ$-eclipse", {"greek"}},
        {"eclipse", {"greek"}},
        // 5. what asks for nothing
        {"", {}},
        {"  ", {}},
        {"?!.,", {}},
        {"양자얽힘", {}},
        {"\xED\xA0\x80", {}},
        {"AND OR NOT", {}},
        {"\"", {}},
        {"()", {}}};
    for (const auto& [query, found] : rows) {
        EXPECT_THAT(ids_found(archive(), query), ::testing::UnorderedElementsAreArray(found)) << query;
    }
}

TEST(QueryTerms, WholeOutranksItsParts) {
    const MiniIndex index{{
        {.id = "exact", .title = "Using Llama 3", .text = "가 나 다"},
        {.id = "other", .title = "Llama and 3 Friends", .text = "가 나 다"},
        {.id = "plain", .title = "C and D", .text = "가 나 다"},
        {.id = "plus", .title = "C++ and D", .text = "가 나 다"},
    }};
    EXPECT_THAT(ids_found(index, "Llama-3"), ElementsAre("exact", "other"));
    EXPECT_THAT(ids_found(index, "C++"), ElementsAre("plus", "plain"));
    EXPECT_THAT(ids_found(index, "C"), UnorderedElementsAre("plain", "plus"));
}

TEST(QueryTerms, TheWordOutranksTheCompoundThatHoldsIt) {
    const MiniIndex index{{
        {.id = "compound", .title = "A", .text = "확산모델은 빠릅니다."},
        {.id = "word", .title = "B", .text = "확산이 빠릅니다."},
    }};
    EXPECT_THAT(ids_found(index, "확산"), ElementsAre("word", "compound"));
}

TEST(QueryTerms, ACompoundOutranksTheWordsThatItOnlySeemsToHold) {
    const std::vector<std::string> found = ids_found(archive(), "강화학습");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), "rl");
}

TEST(QueryTerms, AQueryOfThousandsOfCharactersIsAnswered) {
    std::string syllables;
    std::string words;
    std::string signs;
    for (int i = 0; i < 1000; ++i) {
        syllables += "가나";
        words += "b ";
        signs += "$\\";
    }
    EXPECT_THAT(ids_found(archive(), syllables), IsEmpty());
    EXPECT_THAT(ids_found(archive(), words + "환각"), ElementsAre("llm"));
    EXPECT_THAT(ids_found(archive(), signs), IsEmpty());
}

}  // namespace
}  // namespace saegin::query
