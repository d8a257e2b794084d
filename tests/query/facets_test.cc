// What facets promise:
//  1. They count all matches of the query, its filters and days included, whatever the page.
//  2. Months come newest first and vote bands highest first, what is unknown last; names by papers, then by name, ten
//     at most.
//  3. A name is one however it is spelled, and a paper counts once for each.
//  4. A value's filter, put behind the query, leaves as many papers as the value counts.
//  5. Copies of a paper in several indexes count once for each value that one of them has.
#include "query/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "query/batch.h"
#include "tests/support/archive_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Values = std::vector<FacetValue>;

Facets facets(Searcher& searcher, const std::string& query, Ranking ranking = {}) {
    ranking.facets = true;
    const auto answer = searcher.search(query, ranking);
    EXPECT_TRUE(answer) << query;
    return answer && answer->facets ? *answer->facets : Facets{};
}

std::uint64_t total(Searcher& searcher, const std::string& query, const Ranking& ranking = {}) {
    const auto answer = searcher.search(query, ranking);
    EXPECT_TRUE(answer && answer->total_is_exact) << query;
    return answer ? answer->total : 0;
}

std::uint64_t sum(const Values& values) {
    return std::accumulate(values.begin(), values.end(), std::uint64_t{0},
                           [](std::uint64_t papers, const FacetValue& value) { return papers + value.papers; });
}

/// Every value's filter leaves as many papers as it counts; and months and bands miss none.
void expect_filters_agree(Searcher& searcher, const std::string& query, const Ranking& ranking = {}) {
    const Facets found = facets(searcher, query, ranking);
    for (const Values* const values : {&found.month, &found.votes, &found.author, &found.section}) {
        for (const FacetValue& value : *values) {
            if (value.filter.empty()) {
                continue;  // a name that no query can say
            }
            EXPECT_EQ(total(searcher, query + " " + value.filter, ranking), value.papers)
                << query << " " << value.filter;
        }
    }
    const std::uint64_t all = total(searcher, query, ranking);
    EXPECT_EQ(sum(found.month), all) << query;
    EXPECT_EQ(sum(found.votes), all) << query;
}

std::vector<MiniPaper> whales() {
    return {
        {.id = "a", .title = "Whales", .text = "고래", .authors = {"Ada Kim", "Bo"}, .votes = 9, .date = "2024-08-01"},
        {.id = "b", .title = "Whales", .text = "고래", .authors = {"Kim Ada"}, .votes = 10, .date = "2024-08-31"},
        {.id = "c",
         .title = "Whales",
         .text = "고래",
         .authors = {"ADA KIM", "Ada Kim"},
         .votes = 0,
         .date = "2023-12-31"},
        {.id = "d",
         .title = "Whales",
         .text = "돌고래",
         .authors = {"Ada Lee Kim"},
         .votes = 100,
         .date = "2024-01-01"},
        {.id = "e", .title = "Whales", .text = "흰수염고래"},
        {.id = "f", .title = "Rice", .text = "밥", .authors = {"Ada Kim"}, .votes = 20, .date = "2024-08-02"},
        {.id = "g",
         .title = "Rice",
         .text = "고래밥",
         .authors = {"A \"Quote\" Kim"},
         .votes = 19,
         .date = "2024-02-29"},
    };
}

TEST(Facets, AreThereOnlyWhereAskedFor) {
    const MiniIndex index{whales()};
    Searcher searcher = index.searcher();
    const auto answer = searcher.search("whales", Ranking{});
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->facets);
    EXPECT_EQ(facets(searcher, "absent"), Facets{}) << "nothing found is nothing to count";
}

TEST(Facets, CountAllMatchesInFourWays) {
    const MiniIndex index{whales()};
    Searcher searcher = index.searcher();
    const Facets found = facets(searcher, "whales", test::pure_relevance(1, 2));
    EXPECT_THAT(found.month,
                ElementsAre(FacetValue{"2024-08", 2, "date:2024-08"}, FacetValue{"2024-01", 1, "date:2024-01"},
                            FacetValue{"2023-12", 1, "date:2023-12"}, FacetValue{"unknown", 1, "NOT date:0001.."}));
    EXPECT_THAT(found.votes,
                ElementsAre(FacetValue{"100+", 1, "votes:100.."}, FacetValue{"10-19", 1, "votes:10..19"},
                            FacetValue{"0-9", 2, "votes:0..9"}, FacetValue{"unknown", 1, "NOT votes:0.."}));
    EXPECT_THAT(found.author,
                ElementsAre(FacetValue{"Ada Kim", 2, "author:\"Ada Kim\""},
                            FacetValue{"Ada Lee Kim", 1, "author:\"Ada Lee Kim\""},
                            FacetValue{"Bo", 1, "author:\"Bo\""}, FacetValue{"Kim Ada", 1, "author:\"Kim Ada\""}));
    EXPECT_THAT(found.section, IsEmpty()) << "there are no headings";
}

TEST(Facets, RespectFiltersAndDays) {
    const MiniIndex index{whales()};
    Searcher searcher = index.searcher();
    Ranking ranking;
    ranking.since = DigestDate{2024, 1, 1};
    ranking.until = DigestDate{2024, 8, 30};
    EXPECT_THAT(facets(searcher, "whales", ranking).month,
                ElementsAre(FacetValue{"2024-08", 1, "date:2024-08"}, FacetValue{"2024-01", 1, "date:2024-01"}));
    EXPECT_THAT(facets(searcher, "whales votes:..9").votes, ElementsAre(FacetValue{"0-9", 2, "votes:0..9"}));
    EXPECT_EQ(sum(facets(searcher, "date:2024-08").votes), 3U) << "a filter alone has facets, too";
}

TEST(Facets, FiltersLeaveAsManyPapersAsCounted) {
    const MiniIndex index{whales()};
    Searcher searcher = index.searcher();
    for (const Sort sort : {Sort::kRelevance, Sort::kVotes, Sort::kDate}) {
        Ranking ranking;
        ranking.sort = sort;
        for (const char* const query :
             {"whales", "고래", "고래 whales", "고래 -흰수염고래", "고래 OR 밥", "\"whales\" 고래",
              "author:\"Ada Kim\" 고래", "title:whales", "whale*", "고래 votes:5..", "+고래 whales", "date:2024"}) {
            SCOPED_TRACE(query);
            expect_filters_agree(searcher, query, ranking);
        }
    }
}

TEST(Facets, ANameThatNoQueryCanSayHasNoFilter) {
    const MiniIndex index{whales()};
    Searcher searcher = index.searcher();
    EXPECT_THAT(facets(searcher, "votes:19").author, ElementsAre(FacetValue{"A \"Quote\" Kim", 1, ""}));
}

TEST(Facets, AnAbbreviatedNameHasAFilterWhereNobodyElseIsMeant) {
    const MiniIndex index{{{.id = "a", .title = "Same", .authors = {"J. Zhu", "B. Solo", "Ada C. Zhu"}},
                           {.id = "b", .title = "Same", .authors = {"Jun-Yan Zhu", "Ada Cy Zhu"}}}};
    Searcher searcher = index.searcher();
    EXPECT_THAT(facets(searcher, "same").author,
                ElementsAre(FacetValue{"Ada C. Zhu", 1, "author:\"Ada C. Zhu\""},
                            FacetValue{"Ada Cy Zhu", 1, "author:\"Ada Cy Zhu\""},
                            FacetValue{"B. Solo", 1, "author:\"B. Solo\""}, FacetValue{"J. Zhu", 1, ""},
                            FacetValue{"Jun-Yan Zhu", 1, "author:\"Jun-Yan Zhu\""}));
    EXPECT_EQ(total(searcher, "same author:\"J. Zhu\""), 2U);
    EXPECT_EQ(total(searcher, "same author:\"Ada C. Zhu\""), 1U);
}

TEST(Facets, TellTheTenNamesOfMostPapers) {
    std::vector<MiniPaper> papers;
    for (int i = 0; i < 12; ++i) {
        MiniPaper paper{.id = "p" + std::to_string(i), .title = "Same"};
        for (int author = i; author < 12; ++author) {
            paper.authors.push_back("Author " + std::string(1, static_cast<char>('A' + author)));
        }
        papers.push_back(paper);
    }
    const MiniIndex index{papers};
    Searcher searcher = index.searcher();
    const Values authors = facets(searcher, "same").author;
    ASSERT_THAT(authors, SizeIs(kMostFacetValues));
    EXPECT_EQ(authors.front(), (FacetValue{"Author L", 12, "author:\"Author L\""}));
    EXPECT_EQ(authors.back(), (FacetValue{"Author C", 3, "author:\"Author C\""}));
}

TEST(Facets, SectionsAreHeadingsAsMostPapersWriteThem) {
    MiniIndex index;
    const auto paper = [](const std::string& id, const std::string& heading) {
        return test::PaperText{.id = id, .summary = "고래를 셉니다.", .heading = heading};
    };
    index.write("28.md",
                test::digest_text("2024-08-28", {paper("2408.00001", "What's New"), paper("2408.00002", "방법"),
                                                 paper("2408.00003", "What's new"), paper("2408.00004", "What's New"),
                                                 paper("2408.00005", "새 방법")}));
    Searcher searcher = index.searcher();
    EXPECT_THAT(facets(searcher, "고래").section, ElementsAre(FacetValue{"What's New", 3, "section:\"What's New\""},
                                                              FacetValue{"방법", 1, "section:\"방법\""},
                                                              FacetValue{"새 방법", 1, "section:\"새 방법\""}));
    EXPECT_EQ(total(searcher, "고래 section:방법"), 2U) << "without quotation marks it is a part of the heading";
    expect_filters_agree(searcher, "고래");
}

TEST(Facets, CopiesOfAPaperCountOnceForEachValue) {
    const MiniIndex one{whales()};
    std::vector<MiniPaper> some = whales();
    some.erase(some.begin() + 3, some.end());
    some[0].date = "2024-09-01";  // the same paper, told otherwise
    some[0].authors = {"Ada Kim", "Someone Else"};
    some[1].votes.reset();
    const MiniIndex other{some};
    Searcher searcher = test::searcher_over({one.folder(), other.folder()});
    const Facets found = facets(searcher, "whales");
    EXPECT_EQ(found.month.front(), (FacetValue{"2024-09", 1, "date:2024-09"}));
    EXPECT_EQ(found.month[1], (FacetValue{"2024-08", 2, "date:2024-08"}));
    EXPECT_EQ(found.author.front(), (FacetValue{"Ada Kim", 2, "author:\"Ada Kim\""}));
    for (const Values* const values : {&found.month, &found.votes, &found.author}) {
        for (const FacetValue& value : *values) {
            EXPECT_EQ(total(searcher, "whales " + value.filter), value.papers) << value.filter;
        }
    }
}

TEST(Facets, OfTheRealArchiveAgreeWithTheirFilters) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    SAEGIN_REQUIRE_SHARED(topics_file, "testsets/archive/topics.tsv");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    Searcher searcher = test::searcher_over({folder});
    const auto topics = read_topics(topics_file.string());
    ASSERT_TRUE(topics);
    for (std::size_t i = 0; i < topics->size(); i += 6) {
        expect_filters_agree(searcher, (*topics)[i].text);
    }
}

}  // namespace
}  // namespace saegin::query
