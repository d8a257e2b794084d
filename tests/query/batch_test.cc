// What a batch promises: topics are read or refused with file and line, and the run is one that evaluation tools take:
// six columns, ranks from 1, scores that strictly fall.
#include "query/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Row {
    std::string topic;
    std::string q0;
    std::string id;
    std::size_t rank = 0;
    double score = 0;
    std::string tag;
};

std::vector<Row> rows_of(const std::string& run) {
    std::vector<Row> rows;
    std::istringstream lines{run};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream columns{line};
        Row row;
        columns >> row.topic >> row.q0 >> row.id >> row.rank >> row.score >> row.tag;
        EXPECT_FALSE(columns.fail()) << line;
        std::string more;
        EXPECT_FALSE(columns >> more) << line;
        rows.push_back(row);
    }
    return rows;
}

/// Ten papers, nine of which tie.
MiniIndex ties() {
    std::vector<MiniPaper> papers{{.id = "best", .title = "Whale song", .text = "고래의 노래"}};
    for (int i = 0; i < 9; ++i) {
        papers.push_back({.id = "p" + std::to_string(i), .title = "Whale", .text = "고래"});
    }
    return MiniIndex{papers};
}

std::string run_of(const MiniIndex& index, const std::vector<Topic>& topics, const Batch& batch,
                   BatchReport* report = nullptr) {
    Searcher searcher = index.searcher();
    std::ostringstream out;
    const auto done = run_batch(searcher, topics, batch, out);
    EXPECT_TRUE(done) << to_string(done.error());
    if (done && report != nullptr) {
        *report = *done;
    }
    return out.str();
}

TEST(Batch, WritesARunWhoseScoresStrictlyFall) {
    const MiniIndex index = ties();
    BatchReport report;
    const std::vector<Row> rows =
        rows_of(run_of(index, {{"q1", "고래 노래", 1}, {"q2", "없는말", 2}, {"q3", "whale", 3}}, Batch{}, &report));
    EXPECT_EQ(report.topics, 3U);
    EXPECT_EQ(report.empty, 1U);
    EXPECT_THAT(report.unknown, IsEmpty());
    ASSERT_EQ(rows.size(), 20U);
    EXPECT_EQ(rows[0].id, "best");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].q0, "Q0");
        EXPECT_EQ(rows[i].tag, "saegin");
        EXPECT_EQ(rows[i].topic, i < 10 ? "q1" : "q3");
        EXPECT_EQ(rows[i].rank, i % 10 + 1);
        if (rows[i].rank > 1) {
            EXPECT_LT(rows[i].score, rows[i - 1].score);
            EXPECT_LT(static_cast<float>(rows[i].score), static_cast<float>(rows[i - 1].score))
                << "also for tools that count in single precision";
        }
    }
}

TEST(Batch, KeepsTheOrderOfTheSearch) {
    const MiniIndex index = ties();
    Searcher searcher = index.searcher();
    Ranking ranking;
    ranking.limit = 100;
    const std::vector<std::string> found = test::ids_found(searcher, "고래 노래", ranking);
    std::vector<std::string> written;
    for (const Row& row : rows_of(run_of(index, {{"q1", "고래 노래", 1}}, Batch{}))) {
        written.push_back(row.id);
    }
    EXPECT_EQ(written, found);
}

TEST(Batch, DepthAndTagAreHonoured) {
    Batch batch;
    batch.depth = 3;
    batch.tag = "other";
    const std::vector<Row> rows = rows_of(run_of(ties(), {{"q1", "whale", 1}}, batch));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].tag, "other");
}

TEST(Batch, OfPaperIdsReportsThoseThatNoIndexHas) {
    const MiniIndex index{{{.id = "a", .title = "Whale song"}, {.id = "b", .title = "Whale song"}, {.id = "c"}}};
    Batch batch;
    batch.related = true;
    batch.parameters.vote = 0;
    BatchReport report;
    const std::vector<Row> rows =
        rows_of(run_of(index, {{"q1", "a", 1}, {"q2", "gone", 2}, {"q3", "c", 3}}, batch, &report));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].id, "b");
    EXPECT_THAT(report.unknown, ElementsAre("q2"));
    EXPECT_EQ(report.empty, 2U);
}

TEST(Batch, IsTheSameEveryTime) {
    const MiniIndex index = ties();
    const std::vector<Topic> topics{{"q1", "고래 노래", 1}, {"q2", "whale", 2}};
    EXPECT_EQ(run_of(index, topics, Batch{}), run_of(index, topics, Batch{}));
}

TEST(Batch, AnIdWithABlankIsAnErrorAndNoBrokenRun) {
    const MiniIndex index{{{.id = "two words", .title = "Whale"}}};
    Searcher searcher = index.searcher();
    std::ostringstream out;
    const auto done = run_batch(searcher, {{"q1", "whale", 1}}, Batch{}, out);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::kInvalidInput);
    EXPECT_THAT(done.error().message, HasSubstr("two words"));
}

TEST(Batch, AFullDiskIsAnError) {
    const MiniIndex index = ties();
    Searcher searcher = index.searcher();
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    const auto done = run_batch(searcher, {{"q1", "whale", 1}}, Batch{}, out);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::kIo);
}

TEST(Topics, AreReadWithEitherLineEndAndWithoutOne) {
    const test::TempDir temp;
    const std::string file = temp.write_file("t.tsv", "\xEF\xBB\xBFq1\t확산 모델\r\n\n\r\nq2\ta\tb\nq-3\t");
    const auto topics = read_topics(file);
    ASSERT_TRUE(topics) << to_string(topics.error());
    ASSERT_EQ(topics->size(), 3U);
    EXPECT_EQ((*topics)[0].id, "q1");
    EXPECT_EQ((*topics)[0].text, "확산 모델");
    EXPECT_EQ((*topics)[1].text, "a\tb");
    EXPECT_EQ((*topics)[1].line, 4U);
    EXPECT_EQ((*topics)[2].id, "q-3");
    EXPECT_EQ((*topics)[2].text, "");
}

TEST(Topics, AnEmptyFileHasNone) {
    const test::TempDir temp;
    const auto topics = read_topics(temp.write_file("t.tsv", ""));
    ASSERT_TRUE(topics);
    EXPECT_THAT(*topics, IsEmpty());
}

TEST(Topics, ABadLineNamesItsFileAndNumber) {
    const test::TempDir temp;
    for (const std::string& bad :
         {std::string{"no tab here"}, std::string{"\tno id"}, std::string{"two words\tquery"}, std::string{"q1\tagain"},
          std::string{"q2\t\xFF\xFE"}, std::string{"   "}, std::string{"q2 \tquery"}}) {
        const std::string file = temp.write_file("t.tsv", "q1\tquery\n\n" + bad + "\nq9\tlast\n");
        const auto topics = read_topics(file);
        ASSERT_FALSE(topics) << bad;
        EXPECT_EQ(topics.error().code, Code::kInvalidInput) << bad;
        EXPECT_EQ(topics.error().where, (Where{file, 3})) << bad;
        EXPECT_FALSE(topics.error().hint.empty()) << bad;
    }
}

TEST(Topics, AFileThatIsNotThereIsNotFound) {
    const test::TempDir temp;
    const auto absent = read_topics((temp.path() / "absent.tsv").string());
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, Code::kNotFound);
    EXPECT_THAT(absent.error().message, HasSubstr("absent.tsv"));
    EXPECT_FALSE(read_topics(temp.path().string())) << "a folder is no file of topics";
}

}  // namespace
}  // namespace saegin::query
