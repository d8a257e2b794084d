// What the suites promise: which queries they make of which papers, and that a sample stays nearly the same when papers
// come and go.
#include "benchmarks/eval/suites/suite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "benchmarks/eval/suites/judged_topics.h"
#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kSummary = "큰 모델을 작은 모델로 옮기는 방법을 다룹니다. 점수는 두 배가 넘게 올랐다고 합니다.";

ArchivePaper paper(const std::string& id, const std::string& title, const std::string& text = kSummary) {
    Entry entry;
    entry.id = PaperId{id};
    entry.title = title;
    entry.sections = {{"", text}};
    return {merge_entries({entry}), {entry}};
}

Suite suite_of(std::string_view kind, const std::vector<ArchivePaper>& papers, const Sampling& sampling = {}) {
    const auto kinds = all_suite_kinds();
    return make_suite(*std::find_if(kinds.begin(), kinds.end(), [&](const SuiteKind& k) { return k.name == kind; }),
                      papers, sampling);
}

std::vector<std::string> qids(const Suite& suite) {
    std::vector<std::string> ids;
    std::transform(suite.topics.begin(), suite.topics.end(), std::back_inserter(ids),
                   [](const SuiteTopic& topic) { return topic.qid; });
    return ids;
}

TEST(Suites, AskForTitles) {
    const Suite suite = suite_of("title", {paper("2", "Diffusion\n Models"), paper("1", "확산 모델")});
    EXPECT_EQ(suite.candidates, 2U);
    EXPECT_FALSE(suite.titles_hidden);
    EXPECT_THAT(suite.topics,
                ElementsAre(SuiteTopic{"1", "확산 모델", {{"1", 1}}}, SuiteTopic{"2", "Diffusion Models", {{"2", 1}}}));
}

TEST(Suites, LeaveOutWhatIsNotOnePaper) {
    const std::vector<ArchivePaper> papers{paper("1", "Same Title"), paper("2", "same  title"), paper("3", ""),
                                           paper("a b", "A Blank"),  paper("#5", "A Comment"),  paper("6", "Another")};
    EXPECT_THAT(qids(suite_of("title", papers)), ElementsAre("6"));
    EXPECT_THAT(qids(suite_of("hidden-title", papers)), ElementsAre("6"));
}

TEST(Suites, HideEnglishTitlesOfKoreanSummaries) {
    const Suite suite =
        suite_of("hidden-title", {paper("1", "Diffusion"), paper("2", "확산 diffusion"), paper("3", "GPT 4"),
                                  paper("4", "Distillation", "An English text."), paper("5", "Alignment", "짧은 글")});
    EXPECT_TRUE(suite.titles_hidden);
    EXPECT_THAT(qids(suite), ElementsAre("1"));
}

TEST(Suites, DrawASentenceThatStandsInOnePaper) {
    const std::vector<ArchivePaper> papers{
        paper("1", "A", std::string{kSummary} + " 이 문장은 하나의 논문에만 있습니다."), paper("2", "B")};
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Suite suite = suite_of("sentence", papers, {200, seed});
        EXPECT_TRUE(suite.titles_hidden);
        EXPECT_THAT(suite.topics, ElementsAre(SuiteTopic{"1", "이 문장은 하나의 논문에만 있습니다.", {{"1", 1}}}));
    }
    std::set<std::string> drawn;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        drawn.insert(suite_of("sentence", {papers[1]}, {200, seed}).topics.at(0).text);
    }
    EXPECT_EQ(drawn.size(), 2U) << "each of its two sentences under some seed";
}

TEST(Suites, AskForBothSidesOfAGloss) {
    const std::vector<ArchivePaper> papers{paper("2", "A", "확산 모델(diffusion models)"),
                                           paper("1", "B", "확산 모델(diffusion models)"),
                                           paper("3", "C", "확산 모델")};
    EXPECT_THAT(suite_of("gloss-ko", papers).topics,
                ElementsAre(SuiteTopic{"diffusion_models", "확산 모델", {{"1", 1}, {"2", 1}}}));
    EXPECT_THAT(suite_of("gloss-en", papers).topics,
                ElementsAre(SuiteTopic{"diffusion_models", "diffusion models", {{"1", 1}, {"2", 1}}}));
}

TEST(Suites, MayBeEmpty) {
    for (const SuiteKind& kind : all_suite_kinds()) {
        EXPECT_THAT(make_suite(kind, {}, {}).topics, IsEmpty()) << kind.name;
        EXPECT_THAT(make_suite(kind, {paper("1", "", "")}, {}).topics, IsEmpty()) << kind.name;
    }
}

TEST(Suites, SampleBySeedAndKeepTheSampleAsTheArchiveGrows) {
    std::vector<ArchivePaper> papers;
    for (int i = 100; i < 200; ++i) {
        papers.push_back(paper(std::to_string(i), "Title " + std::to_string(i)));
    }
    const std::vector<std::string> sample = qids(suite_of("title", papers, {20, 1}));
    EXPECT_EQ(sample.size(), 20U);
    EXPECT_TRUE(std::is_sorted(sample.begin(), sample.end()));
    EXPECT_EQ(qids(suite_of("hidden-title", papers, {20, 1})), sample) << "suites take the same papers";
    EXPECT_NE(qids(suite_of("title", papers, {20, 2})), sample);
    std::reverse(papers.begin(), papers.end());
    EXPECT_EQ(qids(suite_of("title", papers, {20, 1})), sample) << "the order of papers says nothing";
    papers.push_back(paper("999", "One More"));
    std::vector<std::string> kept;
    const std::vector<std::string> grown = qids(suite_of("title", papers, {20, 1}));
    std::set_intersection(sample.begin(), sample.end(), grown.begin(), grown.end(), std::back_inserter(kept));
    EXPECT_GE(kept.size(), 19U);
}

TEST(JudgedTopics, AreASuite) {
    const testing::TemporaryFile topics{"q2\t확산  모델\nq1\tmamba\nq3\tunjudged\n", "topics.tsv"};
    const testing::TemporaryFile qrels{"q1 0 b 2\nq1 0 a 0\nq2 0 c 1\nq9 0 c 1\n", "qrels.txt"};
    const Result<Suite> suite = read_judged_topics(topics.path(), qrels.path());
    ASSERT_TRUE(suite);
    EXPECT_EQ(suite->candidates, 3U);
    EXPECT_THAT(suite->topics, ElementsAre(SuiteTopic{"q1", "mamba", {{"a", 0}, {"b", 2}}},
                                           SuiteTopic{"q2", "확산 모델", {{"c", 1}}}));
}

TEST(JudgedTopics, MustBelongToTheirJudgements) {
    const testing::TemporaryFile topics{"q1\tmamba\n", "topics.tsv"};
    const testing::TemporaryFile qrels{"other 0 a 1\n", "qrels.txt"};
    const Result<Suite> suite = read_judged_topics(topics.path(), qrels.path());
    ASSERT_FALSE(suite);
    EXPECT_EQ(suite.error().code, Code::kInvalidInput);
    EXPECT_EQ(suite.error().where.file, topics.path());
    EXPECT_FALSE(suite.error().hint.empty());
}

}  // namespace
}  // namespace saegin::eval
