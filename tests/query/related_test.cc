// What related papers promise:
//  1. Never the paper itself; each with a reason, shared authors by name.
//  2. What is distinctive counts, not what every paper says.
//  3. A report of hundreds of authors does not make everything related to everything.
//  4. An order by votes or date is one of the nearest, with their scores.
//  5. Equal scores come in the same order every time, and pages fit together.
#include "query/paper_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "query/plan.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using test::pure_relevance;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> ids_of(const Answer& answer) {
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits) {
        ids.push_back(hit.paper.id.value);
    }
    return ids;
}

Answer related(const MiniIndex& index, const std::string& id, const Ranking& ranking = pure_relevance()) {
    Searcher searcher = index.searcher();
    const auto answer = searcher.related(PaperId{id}, ranking);
    EXPECT_TRUE(answer) << to_string(answer.error());
    return answer ? *answer : Answer{};
}

const Hit* find(const Answer& answer, const std::string& id) {
    for (const Hit& hit : answer.hits) {
        if (hit.paper.id.value == id) {
            return &hit;
        }
    }
    return nullptr;
}

MiniIndex neighbours() {
    return MiniIndex{{
        {.id = "seed",
         .title = "Distilling Mamba",
         .text = "공간 모형을 증류합니다.",
         .authors = {"Ada Example", "김하나"}},
        {.id = "same-topic",
         .title = "Mamba Distilled Again",
         .text = "증류로 상태를 줄입니다.",
         .authors = {"Cy Other"}},
        {.id = "same-author", .title = "Painting Fish", .text = "물고기를 그립니다.", .authors = {"김하나", "Di Else"}},
        {.id = "far", .title = "Cooking Rice", .text = "밥을 짓습니다.", .authors = {"Eve Nobody"}},
        {.id = "half", .title = "Mamba and Fish", .text = "바다에 삽니다.", .authors = {"Fay Nobody"}},
    }};
}

TEST(Related, FindsNeighboursEachWithItsReasons) {
    const MiniIndex index = neighbours();
    const Answer answer = related(index, "seed");
    EXPECT_EQ(answer.query, "seed");
    EXPECT_EQ(answer.total, 3U);
    EXPECT_THAT(ids_of(answer), ::testing::UnorderedElementsAre("same-topic", "same-author", "half"));
    EXPECT_EQ(answer.hits.front().paper.id.value, "same-topic");
    for (const Hit& hit : answer.hits) {
        EXPECT_THAT(hit.why, Not(IsEmpty())) << hit.paper.id.value;
    }
    const Hit* const topic = find(answer, "same-topic");
    EXPECT_THAT(topic->why, Contains(Reason{Reason::Kind::kSharedTerm, "Mamba"}));
    EXPECT_THAT(topic->why, Contains(Reason{Reason::Kind::kSharedTerm, "증류"})) << "as written, without its ending";
    EXPECT_THAT(find(answer, "same-author")->why, ElementsAre(Reason{Reason::Kind::kSharedAuthor, "김하나"}));
    EXPECT_THAT(topic->title, Contains(Fragment{"Mamba Distilled", true}));
}

TEST(Related, SharedAuthorsStandFirstAndMeetWhateverTheCase) {
    const MiniIndex index{{
        {.id = "a", .title = "Mamba One", .text = "가", .authors = {"Ada EXAMPLE"}},
        {.id = "b", .title = "Mamba Two", .text = "나", .authors = {"Ada Example"}},
        {.id = "c", .title = "Rice", .text = "다", .authors = {"Example Ada"}},
    }};
    const Answer answer = related(index, "a");
    ASSERT_EQ(ids_of(answer), std::vector<std::string>{"b"}) << "a name is a whole, not its words";
    EXPECT_THAT(answer.hits[0].why, ElementsAre(Reason{Reason::Kind::kSharedAuthor, "Ada EXAMPLE"},
                                                Reason{Reason::Kind::kSharedTerm, "Mamba"}));
}

TEST(Related, NeverThePaperItselfNorAnythingUnrelated) {
    const MiniIndex index = neighbours();
    for (const char* const id : {"seed", "same-topic", "same-author", "far", "half"}) {
        EXPECT_THAT(ids_of(related(index, id)), Not(Contains(id)));
    }
    EXPECT_THAT(ids_of(related(index, "far")), IsEmpty());
    Ranking votes;
    votes.parameters.vote = 100;
    EXPECT_THAT(ids_of(related(index, "far", votes)), IsEmpty());
}

TEST(Related, AnUnknownIdIsNotFound) {
    const MiniIndex index = neighbours();
    Searcher searcher = index.searcher();
    for (const char* const id : {"no-such-paper", ""}) {
        const auto answer = searcher.related(PaperId{id}, Ranking{});
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, Code::kNotFound);
        const auto ids = searcher.related_ids(PaperId{id}, Ranking{});
        ASSERT_FALSE(ids);
        EXPECT_EQ(ids.error().code, Code::kNotFound);
    }
}

TEST(Related, WhatNearlyAllPapersSayIsNoReason) {
    std::vector<MiniPaper> papers{
        {.id = "seed", .title = "Seed", .text = "이번 논문은 고래를 셉니다."},
        {.id = "whale", .title = "Whale", .text = "이번 논문은 고래와 놉니다."},
    };
    for (int i = 0; i < 30; ++i) {
        papers.push_back({.id = "p" + std::to_string(i), .title = "Other", .text = "이번 논문은 다릅니다."});
    }
    const Answer answer = related(MiniIndex{papers}, "seed");
    EXPECT_THAT(ids_of(answer), ElementsAre("whale"));
    EXPECT_THAT(answer.hits[0].why, ElementsAre(Reason{Reason::Kind::kSharedTerm, "고래"}));
}

TEST(Related, AReportOfHundredsOfAuthorsDoesNotDominate) {
    std::vector<std::string> crowd;
    for (int i = 0; i < 300; ++i) {
        crowd.push_back("Member Nr" + std::to_string(i));
    }
    std::vector<MiniPaper> papers{
        {.id = "seed", .title = "Counting Whales", .text = "고래를 소리로 셉니다.", .authors = crowd},
        {.id = "report", .title = "A Report", .text = "전혀 다른 이야기입니다.", .authors = crowd},
        {.id = "member", .title = "On Rice", .text = "밥을 짓습니다.", .authors = {crowd[7]}},
        {.id = "topic", .title = "Whales by Sound", .text = "고래의 소리를 셉니다.", .authors = {"Ada Example"}},
    };
    for (int i = 0; i < 20; ++i) {
        papers.push_back({.id = "p" + std::to_string(i), .title = "Filler", .text = "밥과 물과 그림"});
    }
    const MiniIndex index{papers};
    const Answer answer = related(index, "seed");
    EXPECT_THAT(ids_of(answer), Contains("topic"));
    EXPECT_GT(find(answer, "topic")->score, find(answer, "member")->score)
        << "one of 300 names says less than the topic";
    for (const Hit& hit : answer.hits) {
        EXPECT_LE(hit.why.size(), 2 * kMostReasons);
    }
    // And towards the report: the paper of one member is no neighbour of everybody's.
    const Answer from_member = related(index, "topic");
    EXPECT_EQ(from_member.hits.front().paper.id.value, "seed");
}

TEST(Related, EqualScoresComeInTheOrderOfIdsAndPagesFit) {
    std::vector<MiniPaper> papers{{.id = "seed", .title = "Whales", .text = "고래"}};
    for (const char* const id : {"e", "b", "d", "a", "c"}) {
        papers.push_back({.id = id, .title = "Whales", .text = "고래"});
    }
    for (int i = 0; i < 60; ++i) {
        papers.push_back({.id = "p" + std::to_string(i), .title = "Filler", .text = "물"});
    }
    const MiniIndex index{papers};
    EXPECT_THAT(ids_of(related(index, "seed")), ElementsAre("a", "b", "c", "d", "e"));
    EXPECT_THAT(ids_of(related(index, "seed", pure_relevance(2, 0))), ElementsAre("a", "b"));
    EXPECT_THAT(ids_of(related(index, "seed", pure_relevance(2, 2))), ElementsAre("c", "d"));
    EXPECT_THAT(ids_of(related(index, "seed", pure_relevance(2, 4))), ElementsAre("e"));
}

TEST(Related, HonoursTheDates) {
    const MiniIndex index{{
        {.id = "seed", .title = "Whales", .text = "고래", .date = "2024-08-01"},
        {.id = "old", .title = "Whales", .text = "고래", .date = "2024-07-01"},
        {.id = "new", .title = "Whales", .text = "고래", .date = "2024-09-01"},
    }};
    Ranking ranking = pure_relevance();
    ranking.since = DigestDate{2024, 8, 1};
    EXPECT_THAT(ids_of(related(index, "seed", ranking)), ElementsAre("new"));
}

std::vector<MiniPaper> with_filler(std::vector<MiniPaper> papers, int count = 40) {
    for (int i = 0; i < count; ++i) {
        const std::string nr = std::to_string(i);
        papers.push_back({.id = "p" + nr, .title = "Filler Number" + nr, .text = "물" + nr + "을 붓습니다."});
    }
    return papers;
}

TEST(Related, TellsWhichNamesBelongTogether) {
    const MiniIndex index{with_filler({
        {.id = "seed", .title = "LLaVA: Eyes", .text = "고래를 봅니다."},
        {.id = "next", .title = "Faster with LLaVA-NeXT", .text = "고래를 봅니다."},
        {.id = "plain", .title = "Eyes", .text = "고래를 봅니다."},
    })};
    const Answer answer = related(index, "seed");
    EXPECT_THAT(find(answer, "next")->why, Contains(Reason{Reason::Kind::kSameFamily, "LLaVA, LLaVA-NeXT"}));
    for (const Reason& reason : find(answer, "plain")->why) {
        EXPECT_NE(reason.kind, Reason::Kind::kSameFamily);
    }
}

TEST(Related, ReasonsDoNotSayTheSameTwiceNorMereNumbers) {
    const MiniIndex index{with_filler({
        {.id = "seed", .title = "Seed", .text = "GPT-4o가 고래 37마리를 봅니다."},
        {.id = "other", .title = "Other", .text = "GPT-4o가 고래 37마리를 봅니다."},
        {.id = "number", .title = "Number", .text = "37"},
    })};
    const Answer answer = related(index, "seed");
    std::vector<std::string> words;
    for (const Reason& reason : find(answer, "other")->why) {
        words.push_back(reason.text);
    }
    EXPECT_THAT(words, ::testing::UnorderedElementsAre("GPT-4o", "고래", "마리"));
    EXPECT_THAT(find(answer, "number")->why, ElementsAre(Reason{Reason::Kind::kSharedTerm, "37"}))
        << "poor, but the only reason there is";
}

TEST(Related, ReasonsAreNotPartsOfOtherWords) {
    const MiniIndex index{with_filler({
        {.id = "seed", .title = "Storage with rag", .text = "강화학습과 화학"},
        {.id = "other", .title = "Storage with rag", .text = "강화학습과 화학"},
        {.id = "chemistry", .title = "Other", .text = "강화학습과 화학"},
    })};
    std::vector<std::string> words;
    const Answer answer = related(index, "seed");
    for (const Reason& reason : answer.hits.at(0).why) {
        words.push_back(reason.text);
    }
    EXPECT_THAT(words, ::testing::IsSupersetOf({"Storage", "rag"}));
    words.clear();
    for (const Reason& reason : find(answer, "chemistry")->why) {
        words.push_back(reason.text);
    }
    EXPECT_THAT(words, ::testing::UnorderedElementsAre("강화학습", "화학"));
}

TEST(Related, APaperThatStandsInTwoIndexesIsNotItsOwnNeighbour) {
    std::string unique;
    for (int i = 0; i < 100; ++i) {
        unique +=
            " only" + std::string(1, static_cast<char>('a' + i / 26)) + std::string(1, static_cast<char>('a' + i % 26));
    }
    const MiniPaper seed{.id = "seed", .title = "Whales", .text = "고래와 소리" + unique};
    const MiniIndex both{with_filler({seed, {.id = "other", .title = "Whales", .text = "고래와 소리"}})};
    const MiniIndex copy{{seed}};
    Searcher two = test::searcher_over({both.folder(), copy.folder()});
    const auto answer = two.related(PaperId{"seed"}, pure_relevance());
    ASSERT_TRUE(answer);
    EXPECT_THAT(ids_of(*answer), ElementsAre("other")) << "what only the seed says must not push out what it shares";
}

TEST(Related, FindsWhatSaysTheSameInTheOtherLanguage) {
    std::vector<MiniPaper> papers{
        {.id = "seed", .title = "Seed", .text = "환각을 셉니다."},
        {.id = "english", .title = "Counting", .text = "We count hallucination here."},
    };
    for (const char* const id : {"g1", "g2", "g3"}) {
        papers.push_back({.id = id, .title = "Gloss", .text = "환각(hallucination)이 있습니다."});
    }
    const MiniIndex index{with_filler(papers)};
    const Answer answer = related(index, "seed");
    const Hit* const english = find(answer, "english");
    ASSERT_NE(english, nullptr);
    EXPECT_THAT(english->why, ElementsAre(Reason{Reason::Kind::kSharedTerm, "환각"}));
    EXPECT_LT(english->score, find(answer, "g1")->score) << "another name counts less";
}

TEST(Related, ASummaryThatContradictsItsTitleCountsLess) {
    const auto score_of_rice = [](const std::string& summary) {
        const MiniIndex index{with_filler({
            {.id = "seed", .title = "Whales of the Sea", .text = summary},
            {.id = "rice", .title = "Other", .text = "쌀밥을 짓습니다."},
            {.id = "whales", .title = "Whales again", .text = "고래를 셉니다."},
        })};
        const Answer answer = related(index, "seed");
        EXPECT_NE(find(answer, "whales"), nullptr);
        const Hit* const rice = find(answer, "rice");
        return rice == nullptr ? 0.0 : rice->score / find(answer, "whales")->score;
    };
    const double borne_out = score_of_rice("쌀밥과 whales 이야기입니다.");
    const double contradicted = score_of_rice("쌀밥과 cooking 이야기입니다.");
    EXPECT_GT(contradicted, 0);
    EXPECT_LT(contradicted, 0.7 * borne_out);
}

TEST(Related, APaperWithoutTextOrAuthorsHasNoNeighbours) {
    const MiniIndex index{{{.id = "bare", .title = "?!"}, {.id = "other", .title = "?!"}}};
    EXPECT_THAT(ids_of(related(index, "bare")), IsEmpty());
}

TEST(Related, ByVotesOrDateOnlyTheNearestAreOrdered) {
    std::vector<MiniPaper> papers{{.id = "seed", .title = "Whales by Sound", .text = "고래가 쌀을 먹습니다."}};
    for (std::size_t i = 0; i < 10 * kNearest; ++i) {  // what many papers have makes none alike
        const std::string nr = std::to_string(i);
        papers.push_back({.id = "other" + nr, .title = "Number" + nr, .text = "물" + nr + "을 붓습니다."});
    }
    for (std::size_t i = 0; i < 2 * kNearest; ++i) {
        const std::string nr = std::to_string(i);
        const bool near = i % 2 == 0;  // the far ones share one word and have more votes
        papers.push_back({.id = (near ? "near" : "far") + nr,
                          .title = near ? "Whales by Sound" : "Rice",
                          .text = near ? "고래가 노래" + nr + "를 듣습니다." : "쌀을 " + nr + "번 씻습니다.",
                          .votes = static_cast<Votes>(near ? i : 1000 + i),
                          .date = near ? "2024-08-01" : "2024-09-01"});
    }
    const MiniIndex index{papers};
    Ranking ranking = pure_relevance(2 * kNearest);
    const Answer by_relevance = related(index, "seed", ranking);
    EXPECT_GT(by_relevance.total, kNearest);
    std::map<std::string, double> scores;
    for (const Hit& hit : by_relevance.hits) {
        scores[hit.paper.id.value] = hit.score;
    }
    ranking.sort = Sort::kVotes;
    const Answer by_votes = related(index, "seed", ranking);
    EXPECT_EQ(by_votes.total, kNearest);
    ASSERT_EQ(by_votes.hits.size(), kNearest);
    EXPECT_EQ(by_votes.hits.front().paper.id.value, "near" + std::to_string(2 * kNearest - 2));
    EXPECT_EQ(by_votes.hits.back().paper.id.value, "near0");
    for (const Hit& hit : by_votes.hits) {
        EXPECT_NEAR(hit.score, scores.at(hit.paper.id.value), 1e-9) << hit.paper.id.value;
    }
    ranking.sort = Sort::kDate;
    ranking.since = DigestDate{2024, 9, 1};
    EXPECT_EQ(related(index, "seed", ranking).total, kNearest) << "the nearest of these days";
}

}  // namespace
}  // namespace saegin::query
