// Explanations:
//  1. The parts add up to the score, for words, phrases, fields, other names, nearness, second look and votes.
//  2. They name what was found and how often.
//  3. They are the same over several indexes as over one.
#include "query/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <numeric>

#include "tests/support/archive_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using ::testing::Contains;
using ::testing::Field;
using ::testing::SizeIs;

constexpr double kRounding = 1e-6;

Answer explained(Searcher& searcher, const std::string& query, bool plain = false) {
    Ranking ranking;
    ranking.explain = true;
    ranking.plain = plain;
    auto answer = searcher.search(query, ranking);
    EXPECT_TRUE(answer) << query;
    return answer ? *std::move(answer) : Answer{};
}

void expect_sums(const Answer& answer, const std::string& query) {
    ASSERT_THAT(answer.explanations, SizeIs(answer.hits.size())) << query;
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        const std::vector<ScorePart>& parts = answer.explanations[i].parts;
        const double sum = std::accumulate(parts.begin(), parts.end(), 0.0,
                                           [](double all, const ScorePart& part) { return all + part.score; });
        EXPECT_NEAR(sum, answer.hits[i].score, kRounding) << query << ": " << answer.hits[i].paper.id.value;
    }
}

std::vector<MiniPaper> random_papers(std::size_t count) {
    std::mt19937 random{test::test_seed(33)};
    std::vector<MiniPaper> papers;
    for (std::size_t i = 0; i < count; ++i) {
        const test::PaperText text = test::random_paper(std::to_string(i), random);
        papers.push_back({.id = text.id,
                          .title = text.title,
                          .text = text.summary,
                          .authors = {"Ada Example", "Kim " + std::to_string(i % 7)},
                          .votes = static_cast<Votes>(i % 50),
                          .date = "2024-08-28"});
    }
    return papers;
}

constexpr auto kQueries = std::to_array<const char*>({"로봇", "GPT-4o 점수", "robots \"지식 증류\"", "환각 author:ada",
                                                      "title:robots -3D", "동영상의 시간", "ro* 말뭉치",
                                                      "+환각 votes:>=5", "Ada Example llama-3", "date:2024-08"});

TEST(Explanation, PartsAddUpToTheScore) {
    const MiniIndex index{random_papers(400)};  // enough for a latent space
    Searcher searcher = index.searcher();
    std::size_t papers = 0;
    for (const char* const query : kQueries) {
        const Answer answer = explained(searcher, query);
        expect_sums(answer, query);
        papers += answer.hits.size();
    }
    EXPECT_GT(papers, 50U);
}

TEST(Explanation, IsTheSameOverSeveralIndexes) {
    const std::vector<MiniPaper> papers = random_papers(330);
    const MiniIndex whole{papers};
    const MiniIndex small{{papers.begin(), papers.begin() + 40}};
    const MiniIndex large{{papers.begin() + 40, papers.end()}};
    Searcher one = whole.searcher();
    Searcher two = test::searcher_over({small.folder(), large.folder()});
    for (const char* const query : kQueries) {
        const Answer expected = explained(one, query);
        const Answer found = explained(two, query);
        expect_sums(found, query);
        ASSERT_EQ(found.hits.size(), expected.hits.size()) << query;
        for (std::size_t i = 0; i < found.hits.size(); ++i) {
            EXPECT_EQ(found.hits[i].paper.id, expected.hits[i].paper.id) << query;
            ASSERT_EQ(found.explanations[i].parts.size(), expected.explanations[i].parts.size()) << query;
            EXPECT_NEAR(found.explanations[i].average_length, expected.explanations[i].average_length, kRounding);
        }
    }
}

TEST(Explanation, NamesWhatWasFoundAndHowOften) {
    const MiniIndex index{{{.id = "a", .title = "Pruning", .text = "pruning of large networks, pruning again"},
                           {.id = "b", .title = "Boats", .text = "boats"}}};
    Searcher searcher = index.searcher();
    const Answer answer = explained(searcher, "pruning");
    ASSERT_THAT(answer.explanations, SizeIs(1));
    ASSERT_THAT(answer.explanations[0].parts, Contains(Field(&ScorePart::kind, Part::Kind::kWord)));
    const ScorePart& word = *std::find_if(answer.explanations[0].parts.begin(), answer.explanations[0].parts.end(),
                                          [](const ScorePart& part) { return part.kind == Part::Kind::kWord; });
    ASSERT_THAT(word.terms, SizeIs(1));
    EXPECT_EQ(word.terms[0].term, "prune");
    EXPECT_EQ(word.terms[0].frequency, 5U) << "twice in the summary, and the title counts three times";
    EXPECT_EQ(word.terms[0].papers, 1U);
}

TEST(Explanation, OfRelatedPapersAddsUpToo) {
    const MiniIndex index{random_papers(330)};
    Searcher searcher = index.searcher();
    Ranking ranking;
    ranking.explain = true;
    for (const char* const id : {"3", "17", "200"}) {
        const auto answer = searcher.related(PaperId{id}, ranking);
        ASSERT_TRUE(answer) << id;
        EXPECT_FALSE(answer->hits.empty());
        expect_sums(*answer, id);
    }
}

TEST(RealArchiveExplanation, AddsUpForEveryTopic) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    SAEGIN_REQUIRE_SHARED(topics, "testsets/archive/topics.tsv");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    Searcher searcher = test::searcher_over({folder});
    std::ifstream in{topics};
    std::size_t papers = 0;
    for (std::string line; std::getline(in, line);) {
        const std::string query = line.substr(line.find('\t') + 1);
        const Answer answer = explained(searcher, query, true);
        expect_sums(answer, query);
        papers += answer.hits.size();
    }
    EXPECT_GE(papers, 500U);
}

}  // namespace
}  // namespace saegin::query
