// The engine in this process answers as the programs do, file by file.
#include "benchmarks/eval/engine.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/update.h"
#include "query/batch.h"
#include "tests/eval/small_collection.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::SmallCollection;

Engine engine_over(const std::string& documents) {
    std::ostringstream nowhere;
    indexer::Progress progress{nowhere, false};
    Result<Engine> engine = Engine::build({documents}, progress);
    if (!engine) {
        throw std::runtime_error(to_string(engine.error()));
    }
    return *std::move(engine);
}

query::RankingParameters pure_relevance() {
    query::RankingParameters parameters;
    parameters.vote = 0;
    return parameters;
}

std::vector<std::string> ids(const RankedQuery& query) {
    std::vector<std::string> found;
    for (const Retrieved& document : query.documents) {
        found.emplace_back(document.docid);
    }
    return found;
}

TEST(EngineAnswers, AreTheRunThatTheSearchProgramWrites) {
    const SmallCollection collection;
    Engine engine = engine_over(collection.path("docs.jsonl"));
    const std::vector<Topic> topics{{"q2", "bird song"}, {"q1", "whale song"}, {"q0", "없는말"}};
    const auto answers = engine.answer(topics, Task::kSearch, pure_relevance(), 3);
    ASSERT_TRUE(answers) << to_string(answers.error());
    EXPECT_EQ(answers->empty, 1U);
    EXPECT_THAT(answers->unknown, IsEmpty());
    ASSERT_EQ(answers->run.queries().size(), 2U);
    EXPECT_THAT(ids(answers->run.queries()[0]), ElementsAre("whale1", "whale2", "bird1"))
        << "equal scores stand in order of id, as shown to readers, and not as TREC breaks ties";

    // The run as a file, from the batch of saegin-query.
    const test::TempDir temp;
    std::ostringstream progress_text;
    indexer::Progress progress{progress_text, false};
    std::istringstream none;
    const IndexFolder folder{temp.path() / "index"};
    ASSERT_TRUE(indexer::update_index(folder, {{collection.path("docs.jsonl")}, false, 1}, none, progress));
    query::Searcher searcher{*query::IndexReader::open({folder})};
    std::ofstream out{temp.path() / "a.run"};
    query::Batch batch;
    batch.depth = 3;
    batch.parameters = pure_relevance();
    ASSERT_TRUE(
        query::run_batch(searcher, {{"q2", "bird song", 1}, {"q1", "whale song", 2}, {"q0", "없는말", 3}}, batch, out));
    const auto written = Run::read((temp.path() / "a.run").string());
    ASSERT_TRUE(written);
    ASSERT_EQ(written->queries().size(), answers->run.queries().size());
    for (std::size_t q = 0; q < written->queries().size(); ++q) {
        EXPECT_EQ(written->queries()[q].qid, answers->run.queries()[q].qid);
        EXPECT_EQ(ids(written->queries()[q]), ids(answers->run.queries()[q]));
    }
}

TEST(EngineAnswers, OfRelatedPapersReportThoseThatAreNotThere) {
    const SmallCollection collection;
    Engine engine = engine_over(collection.path("docs.jsonl"));
    const auto answers =
        engine.answer(std::vector<Topic>{{"r1", "whale1"}, {"r2", "gone"}}, Task::kRelated, pure_relevance(), 10);
    ASSERT_TRUE(answers) << to_string(answers.error());
    EXPECT_THAT(answers->unknown, ElementsAre("r2"));
    EXPECT_EQ(answers->empty, 1U);
    ASSERT_EQ(answers->run.queries().size(), 1U);
    EXPECT_EQ(ids(answers->run.queries()[0]).front(), "whale2");
}

TEST(EngineAnswers, TakeTheirParametersEachTime) {
    const SmallCollection collection;
    Engine engine = engine_over(collection.path("docs.jsonl"));
    const std::vector<Topic> topics{{"q1", "whale song"}};
    query::RankingParameters popular;
    popular.vote = 10;
    const auto before = engine.answer(topics, Task::kSearch, pure_relevance(), 1);
    const auto with_votes = engine.answer(topics, Task::kSearch, popular, 1);
    const auto after = engine.answer(topics, Task::kSearch, pure_relevance(), 1);
    ASSERT_TRUE(before && with_votes && after);
    EXPECT_THAT(ids(before->run.queries()[0]), ElementsAre("whale1"));
    EXPECT_THAT(ids(with_votes->run.queries()[0]), ElementsAre("whale2"));
    EXPECT_EQ(before->run.file().text(), after->run.file().text());
}

TEST(EngineAnswers, WithIdsThatNoRunCanHoldAreAnError) {
    const SmallCollection collection;
    collection.write("odd.jsonl", R"({"id": "two words", "title": "Whale"})");
    Engine engine = engine_over(collection.path("odd.jsonl"));
    const auto answers = engine.answer(std::vector<Topic>{{"q1", "whale"}}, Task::kSearch, pure_relevance(), 10);
    ASSERT_FALSE(answers);
    EXPECT_EQ(answers.error().code, Code::kInvalidInput);
}

TEST(EngineFacts, TellOfTheIndex) {
    const SmallCollection collection;
    collection.write("bad.jsonl", "{\"id\": \"a\", \"title\": \"b\"}\nnonsense\n");
    const Engine engine = engine_over(collection.path("bad.jsonl"));
    EXPECT_EQ(engine.facts().papers, 1U);
    EXPECT_GT(engine.facts().bytes, 0U);
    EXPECT_TRUE(engine.facts().seconds);
    ASSERT_EQ(engine.facts().skipped.size(), 1U);
    EXPECT_EQ(engine.facts().skipped[0].where.line, 2U);
}

TEST(EngineFacts, AnIndexThatIsNotThereIsNotFound) {
    const test::TempDir temp;
    const auto engine = Engine::open((temp.path() / "none").string());
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().code, Code::kNotFound);
}

TEST(TemporaryFolders, GoAwayWithTheirLastOwner) {
    std::filesystem::path path;
    {
        Result<TemporaryFolder> folder = TemporaryFolder::make();
        ASSERT_TRUE(folder);
        path = folder->path();
        std::ofstream{path / "file"} << "x";
        const TemporaryFolder moved = *std::move(folder);
        EXPECT_TRUE(std::filesystem::exists(path / "file"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Percentiles, AreAmongPapersOfTheSameWeeks) {
    const SmallCollection collection;
    const Engine engine = engine_over(collection.path("docs.jsonl"));
    const VotePercentiles& votes = engine.votes();
    // Of whale1 to whale3 with 10, 30 and 20 votes: those below it, and half of itself, by three.
    EXPECT_DOUBLE_EQ(votes.of("whale1").value(), 0.5 / 3);
    EXPECT_DOUBLE_EQ(votes.of("whale2").value(), 2.5 / 3);
    EXPECT_DOUBLE_EQ(votes.of("whale3").value(), 1.5 / 3);
    EXPECT_DOUBLE_EQ(votes.of("bird2").value(), 0.5) << "alone in its weeks";
    EXPECT_DOUBLE_EQ(votes.of("bird1").value(), 0.5) << "no votes";
    EXPECT_DOUBLE_EQ(votes.of("stone").value(), 0.5) << "no date";
    EXPECT_FALSE(votes.of("gone"));
}

TEST(Percentiles, OfARunAreAMeanOverQueriesOfMeansOverTheFirstTen) {
    const SmallCollection collection;
    const Engine engine = engine_over(collection.path("docs.jsonl"));
    const auto mean_of = [&](std::string_view run) {
        return engine.votes().mean_at_top(*Run::parse(TextFile::of("run", run)));
    };
    EXPECT_DOUBLE_EQ(mean_of("a Q0 whale1 1 9 t\n").value(), 0.5 / 3);
    EXPECT_DOUBLE_EQ(mean_of("a Q0 whale1 1 9 t\na Q0 whale2 2 8 t\na Q0 bird1 3 7 t\n").value(), 0.5);
    EXPECT_DOUBLE_EQ(mean_of("a Q0 whale2 1 9 t\nb Q0 bird2 1 9 t\nb Q0 whale3 1 8 t\n").value(), (2.5 / 3 + 0.5) / 2);
    std::string eleven = "a Q0 whale1 1 99 t\n";
    for (int rank = 2; rank <= 10; ++rank) {
        eleven += "a Q0 none" + std::to_string(rank) + " 1 50 t\n";
    }
    EXPECT_DOUBLE_EQ(mean_of(eleven + "a Q0 whale2 11 1 t\n").value(), 0.5 / 3) << "the eleventh is not looked at";
    EXPECT_FALSE(mean_of(""));
}

TEST(Percentiles, AreUnknownWhereNoPaperHasVotes) {
    const SmallCollection collection;
    collection.write("plain.jsonl", R"({"id": "a", "title": "Whale", "date": "2024-08-01"})");
    const Engine engine = engine_over(collection.path("plain.jsonl"));
    EXPECT_FALSE(engine.votes().of("a"));
    EXPECT_FALSE(engine.votes().mean_at_top(*Run::parse(TextFile::of("run", "q Q0 a 1 1 t\n"))));
}

}  // namespace
}  // namespace saegin::eval
