// What a search promises:
//  1. Relevance: the title beats the text, more words beat fewer, authors are found by their names.
//  2. Votes lift among equals, only as far as asked, and never bring in a paper that matches no word.
//  3. Orders and pages: ties by id, pages never overlap and cover all, dates are inclusive.
//  4. Each hit says why it is there, and shows it.
//  5. Several indexes are searched as one; a paper in two of them is one paper.
#include "query/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::ids_found;
using test::MiniIndex;
using test::MiniPaper;
using test::pure_relevance;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

Ranking with_votes(double weight) {
    Ranking ranking;
    ranking.parameters.vote = weight;
    return ranking;
}

Ranking sorted_by(Sort sort) {
    Ranking ranking;
    ranking.sort = sort;
    return ranking;
}

std::string written(const std::vector<Fragment>& fragments) {
    std::string text;
    for (const Fragment& fragment : fragments) {
        text += fragment.hit ? "[" + fragment.text + "]" : fragment.text;
    }
    return text;
}

TEST(Searcher, TheTitleBeatsTheText) {
    const MiniIndex index{{
        {.id = "text", .title = "Roads and Bridges", .text = "A paper about distillation of many things."},
        {.id = "title", .title = "Distillation and Bridges", .text = "A paper about roads and many things."},
    }};
    EXPECT_THAT(ids_found(index, "distillation"), ElementsAre("title", "text"));
}

TEST(Searcher, MoreWordsBeatFewer) {
    const MiniIndex index{{
        {.id = "one", .title = "A", .text = "검색은 오래된 문제입니다."},
        {.id = "three", .title = "B", .text = "음성 검색의 평가를 다룹니다."},
        {.id = "two", .title = "C", .text = "검색의 평가를 오래 다룹니다."},
        {.id = "none", .title = "D", .text = "그림을 그립니다."},
    }};
    EXPECT_THAT(ids_found(index, "음성 검색 평가"), ElementsAre("three", "two", "one"));
}

TEST(Searcher, ARareWordBeatsACommonOne) {
    std::vector<MiniPaper> papers{{.id = "rare", .title = "X", .text = "물고기 하나"}};
    for (int i = 0; i < 20; ++i) {
        papers.push_back({.id = "common" + std::to_string(i), .title = "X", .text = "모형 하나"});
    }
    const MiniIndex index{papers};
    EXPECT_EQ(ids_found(index, "모형 물고기").front(), "rare");
}

TEST(Searcher, AuthorsAreFoundByAnyWordOfTheirNames) {
    const MiniIndex index{{
        {.id = "a", .title = "One", .text = "가 나", .authors = {"Ada Example", "김하나"}},
        {.id = "b", .title = "Two", .text = "다 라", .authors = {"Bo O'Sample-Smith"}},
    }};
    EXPECT_THAT(ids_found(index, "example"), ElementsAre("a"));
    EXPECT_THAT(ids_found(index, "ADA Example"), ElementsAre("a"));
    EXPECT_THAT(ids_found(index, "김하나"), ElementsAre("a"));
    EXPECT_THAT(ids_found(index, "김하나의 논문"), ElementsAre("a"));
    EXPECT_THAT(ids_found(index, "Smith"), ElementsAre("b"));
    EXPECT_THAT(ids_found(index, "Sample-Smith"), ElementsAre("b"));
}

/// Papers that say the same on one day; votes are what tells them apart.
MiniIndex equals() {
    return MiniIndex{{
        {.id = "b-low", .title = "Same", .text = "같은 논문", .votes = 1, .date = "2024-08-01"},
        {.id = "c-high", .title = "Same", .text = "같은 논문", .votes = 90, .date = "2024-08-01"},
        {.id = "a-mid", .title = "Same", .text = "같은 논문", .votes = 30, .date = "2024-08-01"},
        {.id = "d-best", .title = "Same match", .text = "같은 논문 일치", .votes = 0, .date = "2024-08-01"},
        {.id = "e-viral", .title = "Elsewhere", .text = "다른 이야기", .votes = 9999, .date = "2024-08-01"},
    }};
}

TEST(Searcher, VotesLiftAmongEqualsOnlyAsFarAsAsked) {
    const MiniIndex index = equals();
    Searcher searcher = index.searcher();
    EXPECT_THAT(ids_found(searcher, "same match", with_votes(0)), ElementsAre("d-best", "a-mid", "b-low", "c-high"));
    EXPECT_THAT(ids_found(searcher, "same match", with_votes(0.01)), ElementsAre("d-best", "c-high", "a-mid", "b-low"));
    EXPECT_THAT(ids_found(searcher, "same match", with_votes(100)), ElementsAre("c-high", "a-mid", "b-low", "d-best"));
}

TEST(Searcher, APopularPaperThatMatchesNothingNeverEnters) {
    const MiniIndex index = equals();
    Searcher searcher = index.searcher();
    EXPECT_THAT(ids_found(searcher, "same", with_votes(100)), Not(::testing::Contains("e-viral")));
    EXPECT_THAT(ids_found(searcher, "absent", with_votes(100)), IsEmpty());
    EXPECT_THAT(ids_found(searcher, "!?", with_votes(100)), IsEmpty());
    const auto answer = searcher.search("same", with_votes(100));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->total, 4U);
}

TEST(Searcher, ScoresFallAndPureRelevanceKnowsNoVotes) {
    const MiniIndex index = equals();
    Searcher searcher = index.searcher();
    const auto answer = searcher.search("same match", with_votes(0));
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->hits.size(), 4U);
    EXPECT_GT(answer->hits[0].score, answer->hits[1].score);
    EXPECT_EQ(answer->hits[1].score, answer->hits[3].score);
    const auto voted = searcher.search("same match", with_votes(2));
    ASSERT_TRUE(voted);
    EXPECT_TRUE(std::is_sorted(voted->hits.begin(), voted->hits.end(),
                               [](const Hit& a, const Hit& b) { return a.score > b.score; }));
}

TEST(Searcher, SortsByVotesAndByDate) {
    const MiniIndex index{{
        {.id = "none", .title = "Same", .text = "같은"},
        {.id = "old", .title = "Same", .text = "같은", .votes = 5, .date = "2023-12-31"},
        {.id = "new", .title = "Same", .text = "같은", .votes = 2, .date = "2024-09-01"},
        {.id = "mid", .title = "Same", .text = "같은", .votes = 100, .date = "2024-08-28"},
        {.id = "zero", .title = "Same", .text = "같은", .votes = 0, .date = "2024-01-01"},
    }};
    Searcher searcher = index.searcher();
    EXPECT_THAT(ids_found(searcher, "same", sorted_by(Sort::kVotes)), ElementsAre("mid", "old", "new", "zero", "none"));
    EXPECT_THAT(ids_found(searcher, "same", sorted_by(Sort::kDate)), ElementsAre("new", "mid", "zero", "old", "none"));
}

TEST(Searcher, TiesAreOrderedByIdInEveryOrder) {
    MiniIndex index;
    for (const std::string id : {"e", "a", "d", "b", "c"}) {  // one update each, so that no other order is theirs
        index.write(id + ".jsonl",
                    test::to_jsonl({{.id = id, .title = "Same", .text = "같은", .votes = 3, .date = "2024-08-01"}}));
    }
    Searcher searcher = index.searcher();
    for (const Sort sort : {Sort::kRelevance, Sort::kVotes, Sort::kDate}) {
        EXPECT_THAT(ids_found(searcher, "same", sorted_by(sort)), ElementsAre("a", "b", "c", "d", "e"))
            << "order " << static_cast<int>(sort);
    }
}

TEST(Searcher, OrdersByVotesAndDateLeaveOutWhatMatchesOnlyInPart) {
    const MiniIndex index{{
        {.id = "half", .title = "One", .text = "기계 학습", .votes = 900, .date = "2024-09-01"},
        {.id = "apart", .title = "Two", .text = "강화 학습", .votes = 5, .date = "2024-08-02"},
        {.id = "whole", .title = "Three", .text = "강화학습은", .votes = 3, .date = "2024-08-01"},
    }};
    Searcher searcher = index.searcher();
    EXPECT_THAT(ids_found(searcher, "강화학습", sorted_by(Sort::kVotes)), ElementsAre("apart", "whole"));
    EXPECT_THAT(ids_found(searcher, "강화학습", sorted_by(Sort::kDate)), ElementsAre("apart", "whole"));
}

/// Papers on 물고기 (fish) and bridges; most votes have those that say only one of the two.
MiniIndex fish_and_bridges() {
    return MiniIndex{{
        {.id = "both", .title = "One", .text = "물고기와 bridges", .votes = 1, .date = "2024-08-01"},
        {.id = "fish", .title = "Two", .text = "물고기", .votes = 900, .date = "2024-09-02"},
        {.id = "bridges", .title = "Three", .text = "bridges", .votes = 800, .date = "2024-09-01"},
        {.id = "boats", .title = "Four", .text = "bridges and boats", .votes = 700, .date = "2024-08-31"},
        {.id = "other", .title = "Five", .text = "fish(물고기)는 bridge", .votes = 5, .date = "2024-08-03"},
        {.id = "english", .title = "Six", .text = "fish under bridges", .votes = 4, .date = "2024-08-04"},
        {.id = "gloss", .title = "Seven", .text = "물고기(fish)를 그립니다.", .votes = 3, .date = "2024-08-05"},
    }};
}

struct OrderRow {
    const char* query;
    std::vector<std::string> by_votes;
    bool tells = false;  ///< that no paper has all
};

TEST(Searcher, OrdersByVotesAndDateAskForAllWordsWhereAPaperHasThem) {
    const MiniIndex index = fish_and_bridges();
    for (const OrderRow& row : std::vector<OrderRow>{
             {"물고기 bridges", {"other", "english", "both"}},
             {"fish bridge", {"other", "english", "both"}},
             {"bridges the of", {"bridges", "boats", "other", "english", "both"}},
             {"물고기 bridges -boats", {"other", "english", "both"}},
             {"(fish OR boats) bridges", {"boats", "other", "english", "both"}},
             {"+bridges 물고기", {"bridges", "boats", "other", "english", "both"}},
             {"fish OR boats", {"fish", "boats", "other", "english", "gloss", "both"}},
             {"물고기 boats", {"fish", "boats", "other", "english", "gloss", "both"}, true},
             {"물고기 bridges votes:500..", {}},
             {"unheard-of words", {}},
             {"boats 물고기 votes:800..", {"fish"}, true},
         }) {
        SCOPED_TRACE(row.query);
        Searcher searcher = index.searcher();
        const auto answer = searcher.search(row.query, sorted_by(Sort::kVotes));
        ASSERT_TRUE(answer);
        EXPECT_EQ(ids_found(searcher, row.query, sorted_by(Sort::kVotes)), row.by_votes);
        EXPECT_THAT(ids_found(searcher, row.query, sorted_by(Sort::kDate)),
                    ::testing::UnorderedElementsAreArray(row.by_votes));
        EXPECT_EQ(answer->diagnostics.size(), row.tells ? 1U : 0U);
        EXPECT_EQ(answer->total, row.by_votes.size());
    }
}

TEST(Searcher, OrdersByVotesSayWhereNoPaperHasAllWords) {
    const MiniIndex index = fish_and_bridges();
    Searcher searcher = index.searcher();
    const auto answer = searcher.search("물고기 boats votes:1..", sorted_by(Sort::kVotes));
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->diagnostics.size(), 1U);
    EXPECT_EQ(answer->diagnostics.front().message, "no paper has all of this; what has a part of it is listed");
}

TEST(Searcher, TellsWhichAuthorsWereAskedFor) {
    const MiniIndex index{{
        {.id = "a", .title = "One", .text = "kim in the text", .authors = {"Ada Example", "김하나", "Bo Kim-Smith"}},
    }};
    Searcher searcher = index.searcher();
    const std::vector<std::pair<const char*, std::vector<std::size_t>>> rows{
        {"one", {}},
        {"example", {0}},
        {"Ada Example", {0}},
        {"example ada", {0}},
        {"김하나의 one", {1}},
        {"kim", {2}},
        {"author:example", {0}},
        {"one author:\"Ada Example\"", {0}},
        {"one -author:nobody 김하나", {1}},
        {"author:(ada OR 김하나)", {0, 1}},
        {"one author:\"bo kim-smith\"", {2}},
    };
    for (const auto& [query, places] : rows) {
        const auto answer = searcher.search(query, pure_relevance());
        ASSERT_TRUE(answer);
        ASSERT_EQ(answer->hits.size(), 1U) << query;
        EXPECT_EQ(answer->hits[0].matched_authors, places) << query;
    }
}

struct LeftOutRow {
    const char* query;
    Sort sort;
    std::optional<DigestDate> since;
    std::uint64_t left_out;
    const char* restrictions;
};

TEST(Searcher, WhereFiltersLeaveNothingTheyAreToldAndWhatTheyLeaveOut) {
    const MiniIndex index = fish_and_bridges();
    const DigestDate late{2025, 1, 1};
    for (const LeftOutRow& row : std::vector<LeftOutRow>{
             {"bridges votes:5000..", Sort::kRelevance, {}, 5, "votes:5000.."},
             {"bridges", Sort::kRelevance, late, 5, "--since 2025-01-01"},
             {"bridges -date:2024", Sort::kDate, {}, 5, "NOT date:2024-01-01..2024-12-31"},
             {"물고기 bridges author:nobody", Sort::kVotes, {}, 3, "author:nobody"},
             {"+bridges -boats votes:5000..", Sort::kRelevance, late, 5, "-boats votes:5000.. --since 2025-01-01"},
             {"boats votes:1..", Sort::kRelevance, {}, 0, "votes:1.."},
             {"nothing votes:1..", Sort::kRelevance, {}, 0, "votes:1.."},
             {"votes:5000..", Sort::kRelevance, {}, 0, ""},
             {"nothing", Sort::kRelevance, {}, 0, ""},
         }) {
        SCOPED_TRACE(row.query);
        Searcher searcher = index.searcher();
        Ranking ranking = sorted_by(row.sort);
        ranking.since = row.since;
        const auto answer = searcher.search(row.query, ranking);
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->left_out, row.left_out);
        EXPECT_EQ(answer->restrictions, row.restrictions);
    }
}

TEST(Searcher, PagesNeverOverlapAndCoverAll) {
    std::vector<MiniPaper> papers;
    for (int i = 0; i < 57; ++i) {
        // Three scores only, so that most pages end in the middle of a tie.
        papers.push_back({.id = "p" + std::to_string((i * 37) % 57),
                          .title = "Common",
                          .text = i % 3 == 0   ? "공통 단어"
                                  : i % 3 == 1 ? "공통 공통"
                                               : "공통 단어 문장 하나",
                          .votes = i % 5,
                          .date = "2024-08-0" + std::to_string(1 + i % 9)});
    }
    const MiniIndex index{papers};
    Searcher searcher = index.searcher();
    for (const Sort sort : {Sort::kRelevance, Sort::kVotes, Sort::kDate}) {
        Ranking whole = sorted_by(sort);
        whole.limit = 1000;
        const std::vector<std::string> all = ids_found(searcher, "common 공통", whole);
        EXPECT_EQ(all.size(), 57U);
        std::vector<std::string> paged;
        for (std::size_t offset = 0; offset < 60; offset += 5) {
            Ranking page = sorted_by(sort);
            page.limit = 5;
            page.offset = offset;
            const auto answer = searcher.search("common 공통", page);
            ASSERT_TRUE(answer);
            EXPECT_EQ(answer->total, 57U);
            for (std::size_t i = 0; i < answer->hits.size(); ++i) {
                EXPECT_EQ(answer->hits[i].rank, offset + i + 1);
                paged.push_back(answer->hits[i].paper.id.value);
            }
        }
        EXPECT_EQ(paged, all) << static_cast<int>(sort);
    }
}

TEST(Searcher, BothDatesAreInclusiveAndUndatedPapersAreLeftOut) {
    const MiniIndex index{{
        {.id = "undated", .title = "Same", .text = "같은"},
        {.id = "d27", .title = "Same", .text = "같은", .date = "2024-08-27"},
        {.id = "d28", .title = "Same", .text = "같은", .date = "2024-08-28"},
        {.id = "d29", .title = "Same", .text = "같은", .date = "2024-08-29"},
        {.id = "early", .title = "Same", .text = "같은", .date = "1969-07-20"},
    }};
    Searcher searcher = index.searcher();
    const auto between = [&](std::optional<DigestDate> since, std::optional<DigestDate> until) {
        Ranking ranking;
        ranking.since = since;
        ranking.until = until;
        return ids_found(searcher, "same", ranking);
    };
    const DigestDate d27{2024, 8, 27};
    const DigestDate d28{2024, 8, 28};
    const DigestDate d29{2024, 8, 29};
    EXPECT_THAT(between(d28, {}), UnorderedElementsAre("d28", "d29"));
    EXPECT_THAT(between({}, d28), UnorderedElementsAre("d27", "d28", "early"));
    EXPECT_THAT(between(d28, d28), ElementsAre("d28"));
    EXPECT_THAT(between(d27, d29), UnorderedElementsAre("d27", "d28", "d29"));
    EXPECT_THAT(between(d29, d27), IsEmpty());
    EXPECT_THAT(between(DigestDate{1, 1, 1}, DigestDate{9999, 12, 31}), Not(::testing::Contains("undated")));
    EXPECT_EQ(between({}, {}).size(), 5U);
}

TEST(Searcher, EachHitSaysWhyAndShowsIt) {
    const MiniIndex index{{
        {.id = "2408.1",
         .title = "Diffusion for Robots",
         .text = "로봇의 확산모델은 빠릅니다.",
         .authors = {"Ada Robots"},
         .votes = 4,
         .date = "2024-08-28"},
    }};
    Searcher searcher = index.searcher();
    const auto answer = searcher.search("로봇 diffusion robots 없음", pure_relevance());
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->hits.size(), 1U);
    const Hit& hit = answer->hits.front();
    EXPECT_EQ(answer->query, "로봇 diffusion robots 없음");
    EXPECT_GE(answer->took_ms, 0);
    EXPECT_THAT(hit.why,
                ElementsAre(Reason{Reason::Kind::kWord, "로봇"}, Reason{Reason::Kind::kWord, "diffusion"},
                            Reason{Reason::Kind::kWord, "robots"}, Reason{Reason::Kind::kQueryAuthor, "robots"}));
    EXPECT_EQ(written(hit.title), "[Diffusion] for [Robots]");
    EXPECT_EQ(written(hit.snippet), "[로봇]의 확산모델은 빠릅니다.");
    EXPECT_EQ(hit.paper.votes, 4);
    EXPECT_EQ(hit.paper.date, (DigestDate{2024, 8, 28}));
}

TEST(Searcher, IdsOnlyAreTheSameRanking) {
    const MiniIndex index = equals();
    Searcher searcher = index.searcher();
    for (const double weight : {0.0, 1.0}) {
        const auto answer = searcher.search("same match", with_votes(weight));
        const auto ids = searcher.search_ids("same match", with_votes(weight));
        ASSERT_TRUE(answer && ids);
        ASSERT_EQ(ids->size(), answer->hits.size());
        for (std::size_t i = 0; i < ids->size(); ++i) {
            EXPECT_EQ((*ids)[i].id, answer->hits[i].paper.id);
            EXPECT_EQ((*ids)[i].score, answer->hits[i].score);
        }
    }
}

TEST(Searcher, SeveralIndexesAreOneAndAPaperInTwoIsOnePaper) {
    const MiniPaper both{.id = "both", .title = "Same", .text = "같은 논문"};
    const MiniIndex first{{both, {.id = "first", .title = "Same", .text = "같은"}}};
    const MiniIndex second{{{.id = "second", .title = "Same", .text = "같은"}, both}};
    Searcher searcher = test::searcher_over({first.folder(), second.folder()});
    EXPECT_THAT(ids_found(searcher, "same"), UnorderedElementsAre("both", "first", "second"));
    const auto answer = searcher.search("same", pure_relevance());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->total, 3U);
    for (const char* const id : {"first", "second", "both"}) {
        EXPECT_TRUE(searcher.show(PaperId{id})) << id;
    }
    const auto related = searcher.related(PaperId{"both"}, pure_relevance());
    ASSERT_TRUE(related);
    for (const Hit& hit : related->hits) {
        EXPECT_NE(hit.paper.id.value, "both") << "also the copy in the other index is the paper itself";
    }
}

TEST(Searcher, ShowsThePaperThatSeveralDaysTellOf) {
    MiniIndex index;
    index.write("a.jsonl",
                test::to_jsonl({{.id = "x", .title = "Old", .text = "옛 글", .votes = 9, .date = "2024-08-01"}}));
    index.write("b.jsonl",
                test::to_jsonl({{.id = "x", .title = "New", .text = "새 글", .votes = 3, .date = "2024-08-05"}}));
    Searcher searcher = index.searcher();
    const auto stored = searcher.show(PaperId{"x"});
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->paper.title, "New");
    EXPECT_EQ(stored->paper.votes, 9);
    EXPECT_EQ(stored->paper.date, (DigestDate{2024, 8, 1}));
    EXPECT_EQ(stored->paper.days.size(), 2U);
    EXPECT_EQ(stored->entries.size(), 2U);
}

TEST(Searcher, WhatNoIndexHasIsNotFound) {
    const MiniIndex index{{{.id = "x", .title = "X"}}};
    Searcher searcher = index.searcher();
    for (const std::string& id :
         {std::string{"y"}, std::string{}, std::string(5000, 'x'), std::string{"\xFF\x00", 2}}) {
        const auto stored = searcher.show(PaperId{id});
        ASSERT_FALSE(stored);
        EXPECT_EQ(stored.error().code, Code::kNotFound);
    }
}

TEST(Searcher, AnEmptyIndexAnswersWithNothing) {
    const MiniIndex index;
    EXPECT_THAT(ids_found(index, "확산 모델"), IsEmpty());
    Searcher searcher = index.searcher();
    const auto answer = searcher.search("확산", Ranking{});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->total, 0U);
}

}  // namespace
}  // namespace saegin::query
