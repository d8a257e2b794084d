// Which terms titles have: words, marks and two words side by side, each told once.
#include "query/title_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/support/index_server.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr DigestDate kDay{2024, 8, 1};

/// Each title as often as a term needs.
DatedTitles terms_in(const std::vector<std::string>& titles) {
    std::vector<DatedTitle> papers;
    for (const std::string& title : titles) {
        for (std::size_t i = 0; i < kFewestTitles; ++i) {
            papers.push_back({PaperId{std::to_string(papers.size())}, title, kDay});
        }
    }
    return dated_titles(std::move(papers));
}

std::vector<std::string> written(const DatedTitles& titles) {
    std::vector<std::string> terms;
    std::transform(titles.terms.begin(), titles.terms.end(), std::back_inserter(terms),
                   [](const TitleTerm& term) { return term.written; });
    return terms;
}

TEST(TitleTerms, AreWordsMarksAndPairs) {
    EXPECT_THAT(written(terms_in({"Whale Songs", "Whale", "Songs"})), ElementsAre("Songs", "Whale", "Whale Songs"));
    EXPECT_THAT(written(terms_in({"GPT-4o: Songs", "Songs of the Sea", "Sea"})), ElementsAre("GPT-4o", "Sea", "Songs"))
        << "a sign or a word of grammar parts a pair; a part of a mark is told by the mark";
    EXPECT_THAT(written(terms_in({"고래 노래", "고래의 노래", "노래"})), ElementsAre("고래", "고래 노래", "노래"))
        << "so does a particle";
}

TEST(TitleTerms, AWordThatStandsInOneLongerTermAloneIsToldByIt) {
    EXPECT_THAT(written(terms_in({"Rectified Flow", "Flow"})), ElementsAre("Flow", "Rectified Flow"));
    EXPECT_THAT(written(terms_in({"Rectified Flow"})), ElementsAre("Rectified Flow"));
}

TEST(TitleTerms, SayMoreThanANumberOrALetter) {
    EXPECT_THAT(written(terms_in({"2024: A C", "Llama 3", "Llama"})), ElementsAre("Llama", "Llama 3"));
    EXPECT_THAT(written(terms_in({"And of the 7 8"})), IsEmpty());
    EXPECT_THAT(written(terms_in({"1-2 3.5-7 $\\pi_0$ -- _ x-1", ""})),
                ElementsAre(::testing::HasSubstr("pi_0"), "x-1"))
        << "whatever stands there";
}

TEST(TitleTerms, OfTooFewPapersAreLeftOut) {
    std::vector<DatedTitle> papers;
    for (std::size_t i = 0; i < kFewestTitles; ++i) {
        papers.push_back({PaperId{std::to_string(i)}, i == 0 ? "Sea Sea" : "Whale Sea", kDay});
    }
    EXPECT_THAT(written(dated_titles(papers)), ElementsAre("Sea")) << "a paper counts once";
    papers.back().date.reset();
    EXPECT_THAT(written(dated_titles(papers)), IsEmpty()) << "papers without a date do not count";
    EXPECT_EQ(dated_titles(papers).days.size(), kFewestTitles - 1);
}

TEST(TitleTerms, OfOnePaperCountOnceAtItsEarliestDay) {
    const DatedTitles titles = dated_titles({{PaperId{"b"}, "Sea", DigestDate{2024, 9, 1}},
                                             {PaperId{"a"}, "Sea", std::nullopt},
                                             {PaperId{"b"}, "Sea", DigestDate{2024, 8, 1}}});
    EXPECT_THAT(titles.days, ElementsAre(DigestDate{2024, 8, 1}));
}

TEST(TitleTerms, OfSeveralIndexesAreThoseOfOne) {
    std::vector<MiniPaper> papers;
    for (int i = 0; i < 12; ++i) {
        papers.push_back({.id = std::to_string(i),
                          .title = i % 2 == 0 ? "Whale Songs" : "Songs",
                          .text = "바다입니다.",
                          .date = i % 3 == 0 ? "2024-08-01" : "2024-09-01"});
    }
    const MiniIndex all{papers};
    const MiniIndex first{{papers.begin(), papers.begin() + 7}};
    const MiniIndex second{{papers.begin() + 5, papers.end()}};
    const test::IndexServer server{second.folder().path().string()};
    auto one = IndexReader::open({all.folder()});
    auto two = IndexReader::open({shard_of(first.folder()), shards_of(server.address())->front()});
    ASSERT_TRUE(one && two);
    const auto expected = read_dated_titles(*one);
    const auto found = read_dated_titles(*two);
    ASSERT_TRUE(expected && found);
    EXPECT_EQ(found->days, expected->days);
    ASSERT_EQ(written(*found), written(*expected));
    EXPECT_THAT(written(*found), Contains("Whale Songs"));
    EXPECT_THAT(written(*found), Not(Contains("바다")));
    for (std::size_t i = 0; i < found->terms.size(); ++i) {
        EXPECT_EQ(found->terms[i].papers, expected->terms[i].papers);
    }
}

}  // namespace
}  // namespace saegin::query
