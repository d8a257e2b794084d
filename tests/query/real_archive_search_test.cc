// Searches over the real archive find what a reader expects. Only titles, ids and single words of it stand here.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "common/text/unicode.h"
#include "query/searcher.h"
#include "query/stats.h"
#include "tests/support/mini_index.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

Answer search(Searcher& searcher, const std::string& query) {
    const auto answer = searcher.search(query, Ranking{});
    EXPECT_TRUE(answer) << to_string(answer.error());
    return answer ? *answer : Answer{};
}

std::string written(const std::vector<Fragment>& fragments) {
    std::string text;
    for (const Fragment& fragment : fragments) {
        text += fragment.hit ? "[" + fragment.text + "]" : fragment.text;
    }
    return text;
}

/// How many of the hits have one of `words` in title or summary.
std::size_t with_any(const Answer& answer, const std::vector<std::string>& words) {
    return static_cast<std::size_t>(std::count_if(answer.hits.begin(), answer.hits.end(), [&](const Hit& hit) {
        const std::string text = text::fold(hit.paper.title + "\n" + summary_text(hit.paper));
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text.find(word) != std::string::npos; });
    }));
}

/// What holds for every first page: ten papers, none twice, each with a snippet, ranked by score.
void expect_sound_page(const Answer& answer) {
    ASSERT_EQ(answer.hits.size(), 10U);
    EXPECT_GE(answer.total, 10U);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        const Hit& hit = answer.hits[i];
        EXPECT_THAT(ids, Not(Contains(hit.paper.id.value)));
        ids.push_back(hit.paper.id.value);
        EXPECT_THAT(hit.snippet, Not(IsEmpty())) << hit.paper.id.value;
        EXPECT_THAT(hit.why, Not(IsEmpty())) << hit.paper.id.value;
        EXPECT_TRUE(i == 0 || hit.score <= answer.hits[i - 1].score);
        // What is marked, in the title or in the snippet, is why the paper is here.
        EXPECT_THAT(written(hit.title) + written(hit.snippet), ::testing::HasSubstr("[")) << hit.paper.id.value;
    }
}

TEST(RealArchiveSearch, OneDigestOfTwelvePapers) {
    SAEGIN_REQUIRE_SHARED(digest, "archive/2024/08/28.md");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {digest.string()});
    auto reader = IndexReader::open({folder});
    ASSERT_TRUE(reader);
    const auto stats = read_stats(*reader);
    ASSERT_TRUE(stats);
    EXPECT_EQ(stats->papers, 12U);
    EXPECT_EQ(stats->without_votes, 0U);
    EXPECT_EQ(stats->first_date, (DigestDate{2024, 8, 28}));
    EXPECT_EQ(stats->last_date, (DigestDate{2024, 8, 28}));
    Searcher searcher{std::move(*reader)};
    const auto stored = searcher.show(PaperId{"2408.15237"});
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->paper.title, "The Mamba in the Llama: Distilling and Accelerating Hybrid Models");
    EXPECT_THAT(stored->paper.authors, Contains("Tri Dao"));
    EXPECT_EQ(stored->paper.sections.size(), 3U);
    const Answer mamba = search(searcher, "Mamba");
    ASSERT_EQ(mamba.hits.size(), 1U);
    EXPECT_EQ(mamba.hits[0].paper.id.value, "2408.15237");
    EXPECT_THAT(test::ids_found(searcher, "확산 모델"), Contains("2408.14837"));
    EXPECT_EQ(test::ids_found(searcher, "Text2SQL").at(0), "2408.14717");
}

// One test, since each test may run in a process of its own and the index takes seconds to build.
TEST(RealArchiveSearch, TheWholeArchive) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    Searcher searcher = test::searcher_over({folder});
    {
        SCOPED_TRACE("확산 모델");
        const Answer answer = search(searcher, "확산 모델");
        expect_sound_page(answer);
        EXPECT_EQ(with_any(answer, {"확산"}), 10U);
        EXPECT_GE(with_any(answer, {"diffusion"}), 8U);
        EXPECT_EQ(search(searcher, "확산 모델을").hits[0].paper.id, answer.hits[0].paper.id);
    }
    {
        SCOPED_TRACE("diffusion");
        const Answer answer = search(searcher, "diffusion");
        expect_sound_page(answer);
        EXPECT_EQ(with_any(answer, {"diffusion"}), 10U);
        const auto in_title = std::count_if(answer.hits.begin(), answer.hits.end(), [](const Hit& hit) {
            return text::fold(hit.paper.title).find("diffusion") != std::string::npos;
        });
        EXPECT_GE(in_title, 8) << "hundreds of papers have it in the title";
    }
    {
        SCOPED_TRACE("Mamba distillation");
        const Answer answer = search(searcher, "Mamba distillation");
        expect_sound_page(answer);
        EXPECT_EQ(answer.hits[0].paper.id.value, "2408.15237");
        EXPECT_EQ(written(answer.hits[0].title),
                  "The [Mamba] in the Llama: [Distilling] and Accelerating Hybrid Models");
        EXPECT_EQ(with_any(answer, {"mamba", "distill"}), 10U);
    }
    {
        SCOPED_TRACE("LLM의 환각");
        const Answer answer = search(searcher, "LLM의 환각");
        expect_sound_page(answer);
        EXPECT_EQ(with_any(answer, {"환각", "hallucination"}), 10U);
    }
    {
        SCOPED_TRACE("related");
        const auto answer = searcher.related(PaperId{"2408.15237"}, test::pure_relevance(30));
        ASSERT_TRUE(answer) << to_string(answer.error());
        ASSERT_EQ(answer->hits.size(), 30U);
        bool author = false;
        for (const Hit& hit : answer->hits) {
            EXPECT_NE(hit.paper.id.value, "2408.15237");
            EXPECT_THAT(hit.why, Not(IsEmpty())) << hit.paper.id.value;
            author = author ||
                     std::count(hit.why.begin(), hit.why.end(), Reason{Reason::Kind::kSharedAuthor, "Tri Dao"}) > 0;
        }
        EXPECT_TRUE(author) << "papers of Tri Dao are neighbours by their author";
        EXPECT_GE(with_any(*answer, {"mamba", "ssm", "상태 공간"}), 15U);
    }
    {
        SCOPED_TRACE("known items");
        EXPECT_EQ(search(searcher, "Neural Network Diffusion").hits.at(0).paper.id.value, "2402.13144");
        EXPECT_EQ(search(searcher, "Text2SQL is Not Enough").hits.at(0).paper.id.value, "2408.14717");
        EXPECT_EQ(
            search(searcher, "Linear-Time Sequence Modeling with Selective State Spaces").hits.at(0).paper.id.value,
            "2312.00752");
    }
}

}  // namespace
}  // namespace saegin::query
