// The program as its users call it: words in, text and exit code out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/table.h"
#include "tests/eval/program_call.h"
#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using testing::call;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using ::testing::StartsWith;
using testing::TemporaryFile;

class Commands : public ::testing::Test {
protected:
    TemporaryFile qrels{"q1 0 a 3\nq1 0 b 0\nq2 0 a 1\nq3 0 c 1\n", "qrels.txt"};
    TemporaryFile base{"q1 Q0 b 1 2 t\nq1 Q0 a 2 1 t\nq2 Q0 a 1 1 t\nq9 Q0 a 1 1 t\n", "base.run"};
    TemporaryFile mine{"q1 Q0 a 1 2 u\nq1 Q0 b 2 1 u\nq2 Q0 b 1 2 u\nq2 Q0 a 2 1 u\n", "<i>mine.run"};
};

TEST_F(Commands, MeasureShowsARowPerRun) {
    const Outcome outcome =
        call({"measure", "--qrels", qrels.path(), "-m", "RR", "-m", "P_5", "-m", "num_ret", base.path(), mine.path()});
    EXPECT_EQ(outcome.code, cli::kDone) << outcome.err;
    EXPECT_EQ(outcome.out,
              "run          RR     P@5  NumRet\n"
              "base     0.7500  0.2000       3\n"
              "<i>mine  0.7500  0.2000       4\n");
    EXPECT_THAT(outcome.err, HasSubstr("base: 1 queries without judgements are ignored"));
    EXPECT_THAT(outcome.err, HasSubstr("base: 1 judged queries without results are left out"));
}

TEST_F(Commands, MeasureCountsMissingQueriesWhenComplete) {
    const Outcome outcome = call({"measure", "--qrels", qrels.path(), "-m", "RR", "-c", base.path()});
    EXPECT_THAT(outcome.out, HasSubstr("0.5000"));
    EXPECT_THAT(outcome.err, HasSubstr("count as zero"));
}

TEST_F(Commands, MeasureTakesALevel) {
    const Outcome outcome = call({"measure", "--qrels", qrels.path(), "-m", "RR", "--level", "2", base.path()});
    EXPECT_THAT(outcome.out, HasSubstr("0.2500"));
}

TEST_F(Commands, MeasureShowsQueriesAndAllMeasures) {
    const Outcome wide =
        call({"measure", "--qrels", qrels.path(), "-m", "RR", "-m", "gm_map", "-q", "--format", "tsv", base.path()});
    EXPECT_EQ(wide.out,
              "run\tquery\tRR\tgm_map\n"
              "base\tq1\t0.5000\t\n"
              "base\tq2\t1.0000\t\n"
              "base\tall\t0.7500\t0.7071\n");
    const Outcome tall = call({"measure", "--qrels", qrels.path(), "-m", "all", "-q", base.path(), mine.path()});
    EXPECT_THAT(tall.out, StartsWith("measure"));
    EXPECT_THAT(tall.out, HasSubstr("gm_map                   all    0.7071   0.7071\n"));
    EXPECT_THAT(tall.out, Not(HasSubstr("gm_map                   q1")));
}

TEST_F(Commands, MeasureWritesJson) {
    const Outcome outcome =
        call({"measure", "--qrels", qrels.path(), "-m", "RR", "-q", "-f", "json", base.path(), mine.path()});
    const auto json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["qrels"]["queries"], 3);
    EXPECT_EQ(json["measures"], nlohmann::json({"RR"}));
    EXPECT_EQ(json["runs"][0]["name"], "base");
    EXPECT_EQ(json["runs"][0]["tag"], "t");
    EXPECT_EQ(json["runs"][0]["values"]["RR"], 0.75);
    EXPECT_EQ(json["runs"][0]["per_query"]["q1"]["RR"], 0.5);
    EXPECT_EQ(json["runs"][0]["without_judgements"], 1);
    EXPECT_EQ(json["runs"][1]["without_results"], 1);
}

TEST_F(Commands, RunsOfOneNameAreShownByTheirPaths) {
    const TemporaryFile other{"q1 Q0 a 1 2 u\n", "base.run"};
    const Outcome outcome = call({"measure", "--qrels", qrels.path(), base.path(), other.path()});
    EXPECT_THAT(outcome.out, HasSubstr(base.path()));
    EXPECT_THAT(outcome.out, HasSubstr(other.path()));
}

TEST_F(Commands, RefuseWrongUsageWithAHint) {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"measure", base.path()},
        {"measure", "--qrels", qrels.path()},
        {"measure", "--qrels", qrels.path(), "-m", "nDGC@10", base.path()},
        {"measure", "--qrels", qrels.path(), "--format", "xml", base.path()},
        {"measure", "--qrels", qrels.path(), "--level", "0", base.path()},
        {"measure", "--qrels", qrels.path() + ".none", base.path()},
        {"measure", "--qrels", qrels.path(), base.path() + ".none"},
        {"compare", "--qrels", qrels.path(), base.path()},
        {"compare", "--qrels", qrels.path(), "-m", "gm_map", base.path(), mine.path()},
        {"compare", "--qrels", qrels.path(), "--draws", "0", base.path(), mine.path()},
        {"compare", "--qrels", qrels.path(), "--seed", "x", base.path(), mine.path()},
        {"report", "--qrels", qrels.path(), base.path()},
        {"report", "--qrels", qrels.path(), "--output", qrels.path() + "/none/x.html", base.path()},
        {"report", "--qrels", qrels.path(), "--output", qrels.path() + ".html", "--sweep", base.path(), base.path()},
        {"report", "--qrels", qrels.path(), "--output", qrels.path() + ".html", "--settings", "none", base.path()},
        {"report", "--qrels", qrels.path(), "--output", qrels.path() + ".html", "--db", "/nonexistent", base.path()},
        {"compare", "--qrels", qrels.path(), "--topics", base.path(), base.path(), mine.path()},
        {"sleep"},
    };
    for (const auto& words : wrong) {
        const Outcome outcome = call(words);
        EXPECT_EQ(outcome.code, cli::kFailed) << ::testing::PrintToString(words);
        EXPECT_EQ(outcome.out, "") << ::testing::PrintToString(words);
        EXPECT_THAT(outcome.err, StartsWith("saegin-eval: "));
        EXPECT_THAT(outcome.err, HasSubstr("(")) << "no hint";
    }
}

TEST_F(Commands, RefuseRunsThatAnswerNoJudgedQuery) {
    const TemporaryFile foreign{"x Q0 a 1 1 t\n", "foreign.run"};
    for (const char* command : {"measure", "compare"}) {
        const Outcome outcome = call({command, "--qrels", qrels.path(), foreign.path(), foreign.path()});
        EXPECT_EQ(outcome.code, cli::kFailed);
        EXPECT_THAT(outcome.err, HasSubstr("no query"));
    }
    EXPECT_EQ(call({"measure", "-c", "--qrels", qrels.path(), foreign.path()}).code, cli::kDone);
}

TEST_F(Commands, CompareShowsTestsAndQueries) {
    const Outcome outcome =
        call({"compare", "--qrels", qrels.path(), "-m", "RR", "--seed", "42", base.path(), mine.path()});
    EXPECT_EQ(outcome.code, cli::kDone) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("base base, 2 queries, seed 42\n"));
    EXPECT_THAT(outcome.out, HasSubstr("p (Holm)"));
    EXPECT_THAT(outcome.out, HasSubstr("  q1     0.5000  1.0000     +0.5000\n  q2     1.0000  0.5000     -0.5000\n"));
}

TEST_F(Commands, CompareOfAllLeavesOutWhatHasNoValueForAQuery) {
    const Outcome outcome =
        call({"compare", "--qrels", qrels.path(), "-m", "all", "--draws", "10", "-f", "tsv", base.path(), mine.path()});
    EXPECT_EQ(outcome.code, cli::kDone) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("\nnDCG@10\t"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("\ngm_map\t")));
}

TEST_F(Commands, CompareTellsTheTextOfQueriesThatMoved) {
    const TemporaryFile topics{"q1\t확산\nq3\tx\n", "topics.tsv"};
    const std::vector<std::string> words{"compare",  "--qrels",     qrels.path(), "-m",       "RR",
                                         "--topics", topics.path(), base.path(),  mine.path()};
    EXPECT_THAT(call(words).out, HasSubstr("  query  text    base     run  difference\n"
                                           "  q1     확산  0.5000  1.0000     +0.5000\n"
                                           "  q2           1.0000  0.5000     -0.5000\n"));
    std::vector<std::string> in_json = words;
    in_json.insert(in_json.end(), {"-f", "json"});
    const auto run = nlohmann::json::parse(call(in_json).out)["measures"][0]["runs"][0];
    EXPECT_EQ(run["gained"][0]["text"], "확산");
    EXPECT_FALSE(run["lost"][0].contains("text"));
}

TEST_F(Commands, CompareWritesJsonAndTsv) {
    const auto json = nlohmann::json::parse(
        call({"compare", "--qrels", qrels.path(), "-m", "RR", "-f", "json", "-c", base.path(), mine.path()}).out);
    EXPECT_EQ(json["queries"], 3);
    EXPECT_EQ(json["seed"], 1);
    const auto& run = json["measures"][0]["runs"][0];
    EXPECT_EQ(run["wins"], 1);
    EXPECT_EQ(run["ties"], 1);
    EXPECT_EQ(run["losses"], 1);
    EXPECT_EQ(run["p"], 1.0);
    EXPECT_EQ(run["exact"], true);
    EXPECT_EQ(run["gained"][0]["query"], "q1");
    const Outcome same = call({"compare", "--qrels", qrels.path(), "-m", "RR", "-f", "json", base.path(), base.path()});
    EXPECT_TRUE(nlohmann::json::parse(same.out)["measures"][0]["runs"][0]["effect_size"].is_null());
    const Outcome tsv = call({"compare", "--qrels", qrels.path(), "-f", "tsv", base.path(), mine.path()});
    EXPECT_THAT(tsv.out, StartsWith("measure\tbase\trun\tqueries\t"));
    EXPECT_THAT(tsv.out, HasSubstr("\nAP\tbase\t<i>mine\t2\t0.7500\t"));
}

TEST(TableText, AlignsKoreanByItsWidth) {
    Table table{{"실행", "값"}, 1};
    table.add({"가나다", "1"});
    table.add({"abc", "10"});
    EXPECT_EQ(table.aligned(), "실행    값\n가나다   1\nabc     10\n");
}

TEST(TableText, KeepsCellsOnOneLineInTsv) {
    Table table{{"a", "b"}, 1};
    table.add({"x\ty\n", "1"});
    EXPECT_EQ(table.tab_separated(), "a\tb\nx y \t1\n");
}

}  // namespace
}  // namespace saegin::eval
