// Names of authors in a query, and queries that are far too long.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "common/text/unicode.h"
#include "tests/query/bind_text.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using test::TestReader;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

MiniIndex with_authors() {
    std::vector<MiniPaper> papers{
        {.id = "dao", .title = "Kernels", .text = "주의 집중", .authors = {"Tri Dao", "Ada Example"}},
        {.id = "gu", .title = "States", .text = "상태 공간", .authors = {"Albert Gu", "Tri Dao"}},
        {.id = "words", .title = "Tri and Dao", .text = "Tri Dao tri dao"},
        {.id = "long", .title = "Names", .text = "이름", .authors = {"Juan Pablo de la Cruz"}},
        {.id = "four", .title = "Names", .text = "이름", .authors = {"Maria da Silva Santos", "O'Neil-Smith Bo"}}};
    for (int i = 0; i < 30; ++i) {
        papers.push_back(
            {.id = "other" + std::to_string(i), .text = "바다에서 고기를 잡습니다.", .authors = {"Bo Sea"}});
    }
    return MiniIndex{papers};
}

struct Case {
    const char* name;
    std::string query;
    std::vector<std::string> authors;  ///< folded names that are found in it
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for this name
void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

class Authors : public testing::TestWithParam<Case> {};

TEST_P(Authors, AreFoundInAQuery) {
    const MiniIndex index = with_authors();
    for (const bool use_lexicon : {true, false}) {
        std::vector<std::string> names;
        for (const QueryAuthor& author : TestReader{{index.folder()}}.bind(GetParam().query, use_lexicon).authors) {
            names.push_back(author.name);
            EXPECT_GT(author.weight, 0);
        }
        EXPECT_THAT(names, ElementsAreArray(GetParam().authors)) << use_lexicon;
    }
}

INSTANTIATE_TEST_SUITE_P(, Authors,
                         testing::Values(Case{"AsWritten", "Tri Dao", {"tri dao"}},
                                         Case{"FamilyNameFirst", "Dao Tri", {"tri dao"}},
                                         Case{"InOtherCase", "TRI dao", {"tri dao"}},
                                         Case{"AmongWords", "papers of Tri Dao on kernels", {"tri dao"}},
                                         Case{"WithAParticle", "Tri Dao의 논문", {"tri dao"}},
                                         Case{"TwoOfThem", "Tri Dao Albert Gu", {"tri dao", "albert gu"}},
                                         Case{"OnceForTwice", "Tri Dao Tri Dao", {"tri dao"}},
                                         Case{"FourWords", "Maria da Silva Santos", {"maria da silva santos"}},
                                         Case{"OneWordIsNoName", "Dao", {}},
                                         Case{"PartedIsNoName", "Tri kernels Dao", {}},
                                         Case{"OfTwoPeopleIsNoName", "Albert Dao", {}}),
                         name_of);

TEST(QueryAuthors, TheirPapersComeBeforeThoseThatHaveTheWords) {
    const MiniIndex index = with_authors();
    for (const char* const query : {"Tri Dao", "Dao Tri"}) {
        auto found = test::ids_found(index, query);
        ASSERT_GE(found.size(), 3U) << query;
        found.resize(2);
        EXPECT_THAT(found, testing::UnorderedElementsAre("dao", "gu")) << query;
    }
}

TEST(QueryAuthors, WithAWordOfTheirsThePaperThatHasBothComesFirst) {
    EXPECT_EQ(test::ids_found(with_authors(), "Tri Dao states").front(), "gu");
    EXPECT_EQ(test::ids_found(with_authors(), "Tri Dao kernels").front(), "dao");
}

/// A query of so many different words, none of which any paper has, in one language each.
std::string long_query(std::size_t words, bool korean) {
    std::string query;
    for (std::size_t i = 0; i < words; ++i) {
        std::string word;
        for (std::size_t rest = i + 1; rest > 0; rest /= 19) {
            const auto digit = static_cast<char32_t>(rest % 19);
            if (korean) {
                text::append(word, U'가' + digit * 588 + 4);  // 간, 깐, 난 ...: another first consonant each
            } else {
                word += static_cast<char>('a' + digit);
            }
        }
        query += word + (korean ? "쀍 " : "zq ");
    }
    return query;
}

TEST(LongQueries, AreCutToSoManyWordsAndStayFast) {
    const MiniIndex index = with_authors();
    TestReader reader{{index.folder()}};
    Searcher searcher = index.searcher();
    constexpr std::size_t kWords = 5000;
    std::string repeated;
    for (std::size_t i = 0; i < kWords; ++i) {
        repeated += "kernels 주의 ";
    }
    for (const std::string& query : {long_query(kWords, true), long_query(kWords, false), repeated,
                                     std::string(100'000, 'a'), long_query(kWords, true) + "kernels"}) {
        const auto began = std::chrono::steady_clock::now();
        const BoundQuery bound = reader.bind(query);
        const auto answer = searcher.search(query, test::pure_relevance());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        ASSERT_TRUE(answer) << query.substr(0, 40);
        std::set<std::string> words;
        for (const QueryTerm& term : bound.terms) {
            words.insert(term.token.text);
        }
        EXPECT_LE(bound.terms.size(), kMaxQueryTerms) << query.substr(0, 40);
        EXPECT_LE(bound.additions.size(), kMaxRun * kMaxQueryTerms) << query.substr(0, 40);
        EXPECT_LT(took.count(), 2) << query.substr(0, 40);  // some tenths of that where nothing else runs
    }
}

TEST(LongQueries, WhatComesFirstStillCounts) {
    const MiniIndex index = with_authors();
    EXPECT_THAT(test::ids_found(index, "kernels " + long_query(5000, true)), ElementsAre("dao"));
    EXPECT_THAT(test::ids_found(index, long_query(5000, true) + " kernels"), IsEmpty());
}

}  // namespace
}  // namespace saegin::query
