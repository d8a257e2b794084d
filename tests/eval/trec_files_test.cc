#include "benchmarks/eval/trec_files.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/run_writer.h"
#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TemporaryFile;

std::vector<std::string> ids_of(const RankedQuery& query) {
    std::vector<std::string> ids;
    for (const Retrieved& document : query.documents) {
        ids.emplace_back(document.docid);
    }
    return ids;
}

std::vector<std::string> ranking_of(std::string_view content) {
    const TemporaryFile file{content};
    const auto run = Run::read(file.path());
    if (!run || run->queries().size() != 1) {
        ADD_FAILURE() << (run ? "not one query" : to_string(run.error()));
        return {};
    }
    return ids_of(run->queries().front());
}

/// The error of reading `content`, which must be one of the input, in that line.
template <typename File>
std::string error_of(std::string_view content, std::size_t line) {
    const TemporaryFile file{content};
    const Result<File> read = File::read(file.path());
    if (read) {
        ADD_FAILURE() << "accepted: " << content;
        return "";
    }
    EXPECT_EQ(read.error().code, Code::kInvalidInput);
    EXPECT_EQ(read.error().where, (Where{file.path(), line})) << to_string(read.error());
    return read.error().message;
}

std::string qrels_error(std::string_view content, std::size_t line) {
    return error_of<Qrels>(content, line);
}

std::string run_error(std::string_view content, std::size_t line) {
    return error_of<Run>(content, line);  // inside a TEST, Run is a member of the test class
}

TEST(QrelsFile, SortsQueriesAndDocumentsByTheirBytes) {
    const TemporaryFile file{"10 0 b 1\n10 0 a 0\n9 0 c 3\n10 0 B -1\n"};
    const auto qrels = Qrels::read(file.path());
    ASSERT_TRUE(qrels) << to_string(qrels.error());
    ASSERT_EQ(qrels->queries().size(), 2U);
    EXPECT_EQ(qrels->queries()[0].qid, "10");
    ASSERT_EQ(qrels->queries()[0].judgements.size(), 3U);
    EXPECT_EQ(qrels->queries()[0].judgements[0].docid, "B");
    EXPECT_EQ(qrels->queries()[0].judgements[0].grade, -1);
    EXPECT_EQ(qrels->queries()[0].judgements[2].docid, "b");
    EXPECT_EQ(qrels->queries()[1].qid, "9");
}

TEST(QrelsFile, SurvivesAMove) {
    const TemporaryFile file{"1 0 d 1\n"};
    auto read = Qrels::read(file.path());
    ASSERT_TRUE(read);
    const Qrels moved = *std::move(read);
    EXPECT_EQ(moved.queries()[0].qid, "1");
    EXPECT_EQ(moved.queries()[0].judgements[0].docid, "d");
}

TEST(QrelsFile, TakesTabsCarriageReturnsBlankLinesCommentsAndAMissingLastNewline) {
    const TemporaryFile file{"\xEF\xBB\xBF# made by hand\r\n1\t0\td1\t2\r\n\r\n   \r\n 1  0  d2\t +1 \r\n2 0 한글 0"};
    const auto qrels = Qrels::read(file.path());
    ASSERT_TRUE(qrels) << to_string(qrels.error());
    ASSERT_EQ(qrels->queries().size(), 2U);
    EXPECT_EQ(qrels->queries()[0].judgements[1].grade, 1);
    EXPECT_EQ(qrels->queries()[1].judgements[0].docid, "한글");
}

TEST(QrelsFile, NamesFileAndLineOfWhatItCannotRead) {
    EXPECT_THAT(qrels_error("1 0 d 1\n1 0 e\n", 2), HasSubstr("four columns"));
    EXPECT_THAT(qrels_error("1 0 d 1 x\n", 1), HasSubstr("four columns"));
    EXPECT_THAT(qrels_error("1 0 d high\n", 1), HasSubstr("'high'"));
    EXPECT_THAT(qrels_error("1 0 d 1.5\n", 1), HasSubstr("'1.5'"));
    EXPECT_THAT(qrels_error("1 0 d 99999999999999999999\n", 1), HasSubstr("grade"));
    EXPECT_THAT(qrels_error("1 0 d 1\n\n2 0 d 1\n1 0 e 1\n1 0 d 1\n", 5), HasSubstr("judged twice"));
    EXPECT_THAT(qrels_error("", 0), HasSubstr("no judgements"));
    EXPECT_THAT(qrels_error("\n# nothing\n", 0), HasSubstr("no judgements"));
}

TEST(QrelsFile, TellsAMissingFileFromAnUnreadableOne) {
    const TemporaryFile file{""};
    const auto missing = Qrels::read(file.path() + ".none");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, Code::kNotFound);
    const auto folder = Qrels::read(std::filesystem::path{file.path()}.parent_path().string());
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().code, Code::kIo);
}

TEST(RunFile, SaysThatAPackedFileMustBeUnpacked) {
    EXPECT_THAT(run_error("\x1F\x8B\x08 more", 0), HasSubstr("packed"));
}

TEST(RunFile, OrdersByScoreThenByIdDescendingAndIgnoresTheRank) {
    EXPECT_THAT(ranking_of("1 Q0 a 1 1 t\n1 Q0 b 2 3 t\n1 Q0 c 3 2 t\n"), ElementsAre("b", "c", "a"));
    EXPECT_THAT(ranking_of("1 Q0 a 1 2 t\n1 Q0 b 2 2 t\n1 Q0 B 3 2 t\n"), ElementsAre("b", "a", "B"));
}

TEST(RunFile, ComparesBytesAndNotSignedCharacters) {
    EXPECT_THAT(ranking_of("1 Q0 z 1 2 t\n1 Q0 é 2 2 t\n"), ElementsAre("é", "z"));
}

TEST(RunFile, TellsScoresApartThatAreEqualAsFloats) {
    EXPECT_THAT(ranking_of("1 Q0 z 1 1.00000000001 t\n1 Q0 a 2 1.00000000002 t\n"), ElementsAre("a", "z"));
}

TEST(RunFile, TakesScoresOfEveryForm) {
    EXPECT_THAT(ranking_of("1 Q0 a 1 -1e3 t\n1 Q0 b 2 +2.5E-1 t\n1 Q0 c 3 .5 t\n1 Q0 d 4 1e999 t\n"
                           "1 Q0 e 5 -1e999 t\n1 Q0 f 6 1e-999 t\n1 Q0 g 7 inf t\n"),
                ElementsAre("g", "d", "c", "b", "f", "a", "e"));
}

TEST(RunFile, JoinsQueriesWhoseLinesStandApart) {
    const TemporaryFile file{"2 Q0 a 1 1 t\n1 Q0 a 1 1 t\n2 Q0 b 2 5 t\n"};
    const auto run = Run::read(file.path());
    ASSERT_TRUE(run) << to_string(run.error());
    ASSERT_EQ(run->queries().size(), 2U);
    EXPECT_EQ(run->queries()[0].qid, "1");
    EXPECT_THAT(ids_of(run->queries()[1]), ElementsAre("b", "a"));
}

TEST(RunFile, KeepsTheTagOfTheLastLineAndIgnoresWhatFollowsIt) {
    const TemporaryFile file{"1 Q0 a 1 2 first\r\n\r\n1 Q0 b 2 1 last and more\r\n"};
    const auto run = Run::read(file.path());
    ASSERT_TRUE(run) << to_string(run.error());
    EXPECT_EQ(run->tag(), "last");
}

TEST(RunFile, WithoutLinesFoundNothing) {
    const TemporaryFile file{""};
    const auto run = Run::read(file.path());
    ASSERT_TRUE(run);
    EXPECT_THAT(run->queries(), IsEmpty());
    EXPECT_EQ(run->tag(), "");
}

TEST(RunFile, NamesFileAndLineOfWhatItCannotRead) {
    EXPECT_THAT(run_error("1 Q0 a 1 2 t\n1 Q0 b 2 1\n", 2), HasSubstr("six columns"));
    EXPECT_THAT(run_error("1 Q0 a 1 nan t\n", 1), HasSubstr("'nan'"));
    EXPECT_THAT(run_error("1 Q0 a 1 -NaN t\n", 1), HasSubstr("score"));
    EXPECT_THAT(run_error("1 Q0 a 1 1.5x t\n", 1), HasSubstr("'1.5x'"));
    EXPECT_THAT(run_error("1 Q0 a 1 + t\n", 1), HasSubstr("score"));
    EXPECT_THAT(run_error("1 Q0 a 1 +-1 t\n", 1), HasSubstr("score"));
    EXPECT_THAT(run_error("1 Q0 a 1 9 t\n2 Q0 a 1 9 t\n2 Q0 b 1 9 t\n1 Q0 a 2 1 t\n2 Q0 b 2 1 t\n", 4),
                HasSubstr("document 'a' stands twice under query '1'"));
}

TEST(RunWriter, KeepsTheGivenOrderThroughTiesAndDoublesThatAreOneFloat) {
    const std::vector<AnsweredQuery> answers{
        {"q1", {{"a", 3.0}, {"b", 3.0}, {"z", 3.0}, {"c", 2.0 + 2e-9}, {"d", 2.0 + 1e-9}, {"e", 5.0}, {"f", -1e-45}}}};
    const auto text = format_run(answers, "tag");
    ASSERT_TRUE(text) << to_string(text.error());
    EXPECT_THAT(ranking_of(*text), ElementsAre("a", "b", "z", "c", "d", "e", "f"));
    const TemporaryFile file{*text};
    const auto run = Run::read(file.path());
    ASSERT_TRUE(run);
    const auto documents = run->queries()[0].documents;
    for (std::size_t i = 1; i < documents.size(); ++i) {
        EXPECT_LT(static_cast<float>(documents[i].score), static_cast<float>(documents[i - 1].score));
    }
}

TEST(RunWriter, RefusesWhatARunFileCannotHold) {
    EXPECT_FALSE(format_run(std::vector<AnsweredQuery>{{"q 1", {}}}, "t"));
    EXPECT_FALSE(format_run(std::vector<AnsweredQuery>{{"#1", {}}}, "t"));
    EXPECT_FALSE(format_run(std::vector<AnsweredQuery>{{"1", {{"", 1}}}}, "t"));
    EXPECT_FALSE(format_run(std::vector<AnsweredQuery>{{"1", {{"a\tb", 1}}}}, "t"));
    EXPECT_FALSE(format_run(std::vector<AnsweredQuery>{}, ""));
    for (const double score : {std::nan(""), std::numeric_limits<double>::infinity(), 1e300}) {
        EXPECT_FALSE(format_run(std::vector<AnsweredQuery>{{"1", {{"a", score}}}}, "t")) << score;
    }
}

TEST(RunWriter, WritesAFileThatReadsBack) {
    const TemporaryFile file{""};
    const std::vector<AnsweredQuery> answers{{"q", {{"x", 1.5}, {"y", 0.25}}}};
    ASSERT_TRUE(write_run(file.path(), answers, "mine"));
    const auto run = Run::read(file.path());
    ASSERT_TRUE(run);
    EXPECT_EQ(run->file().text(), "q Q0 x 1 1.5 mine\nq Q0 y 2 0.25 mine\n");
    const auto failed = write_run(file.path() + "/none/run", answers, "mine");
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, Code::kIo);
}

TEST(TextFile, FingerprintTellsBytesApart) {
    const TemporaryFile one{"1 0 d 1\n"};
    const TemporaryFile other{"1 0 d 2\n"};
    const auto first = TextFile::read(one.path());
    const auto second = TextFile::read(other.path());
    ASSERT_TRUE(first);
    ASSERT_TRUE(second);
    EXPECT_EQ(first->fingerprint().size(), 16U);
    EXPECT_NE(first->fingerprint(), second->fingerprint());
}

}  // namespace
}  // namespace saegin::eval
