// `saegin-eval suite` as a user runs it: on the sample archive and on indexes of a few papers.
#include "benchmarks/eval/suites/suite_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/program.h"
#include "benchmarks/eval/suites/archive_papers.h"
#include "benchmarks/eval/suites/suite_search.h"
#include "benchmarks/eval/trec_files.h"
#include "tests/eval/shared_folder.h"
#include "tests/eval/temporary_file.h"
#include "tests/support/mini_index.h"

namespace saegin::eval {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

Outcome call(std::vector<std::string> words) {
    words.insert(words.begin(), {"saegin-eval", "suite"});
    std::vector<const char*> argv;
    std::transform(words.begin(), words.end(), std::back_inserter(argv),
                   [](const std::string& word) { return word.c_str(); });
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    Outcome outcome;
    outcome.code = cli::run(program(), static_cast<int>(argv.size()), argv.data());
    outcome.out = ::testing::internal::GetCapturedStdout();
    outcome.err = ::testing::internal::GetCapturedStderr();
    return outcome;
}

std::string content(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The index of the sample archive, made once.
class SampleArchive : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        sample_folder = std::make_unique<test::TempDir>();
        test::index_inputs(IndexFolder{db()}, {std::string{SAEGIN_SOURCE_DIR} + "/tests/data/archive/2023",
                                               std::string{SAEGIN_SOURCE_DIR} + "/tests/data/archive/2024/08"});
    }
    static void TearDownTestSuite() { sample_folder.reset(); }

    static std::string db() { return (sample_folder->path() / "index").string(); }
    static fs::path place(const std::string& name) { return sample_folder->path() / name; }

private:
    inline static std::unique_ptr<test::TempDir> sample_folder;
};

TEST_F(SampleArchive, FindsItsTitles) {
    const Outcome outcome = call({"--db", db(), "-f", "json"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json["papers"], 27);
    ASSERT_EQ(json["suites"].size(), 5U);
    EXPECT_EQ(json["suites"][0]["name"], "title");
    EXPECT_EQ(json["suites"][0]["queries"], 27);
    EXPECT_GT(json["suites"][0]["values"]["RR@10"], 0.95);
    EXPECT_LT(json["suites"][1]["values"]["RR@10"], json["suites"][0]["values"]["RR@10"]) << "titles are hidden";
    EXPECT_GT(json["suites"][2]["values"]["Success@10"], 0.95) << "a sentence of its own";
    for (const auto& variant : json["suites"][0]["variants"]) {
        if (variant["name"] == "upper-case" || variant["name"] == "nfd") {
            EXPECT_EQ(variant.value("losses", 0), 0) << variant["name"];
        }
    }
}

TEST_F(SampleArchive, GivesTheSameEachTime) {
    const std::vector<std::string> words{"--db", db(), "--sample", "5", "--seed", "3", "-f", "tsv"};
    const Outcome first = call(words);
    EXPECT_EQ(first.code, cli::kDone) << first.err;
    EXPECT_EQ(call(words).out, first.out);
    EXPECT_THAT(first.out, HasSubstr("title\tplain\t5\t"));
}

TEST_F(SampleArchive, TakesPartsByName) {
    const Outcome outcome = call({"--db", db(), "--suite", "sentence", "--variant", "nfd", "--variant", "jamo-typo"});
    EXPECT_EQ(outcome.code, cli::kDone) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("sentence  jamo-typo"));
    EXPECT_THAT(outcome.out, HasSubstr("sentence  nfd"));
    EXPECT_EQ(outcome.out.find("title"), outcome.out.find("titles")) << "no other suite";
    EXPECT_EQ(outcome.out.find("particles"), std::string::npos);
}

TEST_F(SampleArchive, WritesWhatOthersCanRun) {
    const fs::path folder = place("suites");
    const Outcome outcome = call({"--db", db(), "--sample", "7", "--output", folder.string()});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto manifest = nlohmann::json::parse(content(folder / "suites.json"));
    EXPECT_EQ(manifest["suites"][1]["name"], "hidden-title");
    EXPECT_EQ(manifest["suites"][1]["index_titles"], false);
    for (const auto& suite : manifest["suites"]) {
        std::vector<std::pair<std::string, std::size_t>> parts{{"plain", suite["queries"]}};
        for (const auto& [variant, changed] : suite["changed"].items()) {
            parts.emplace_back(variant, changed);
        }
        for (const auto& [part, queries] : parts) {
            const fs::path where = folder / suite["name"].get<std::string>() / part;
            EXPECT_EQ(fs::exists(where / "topics.tsv"), queries > 0) << where;
            if (queries > 0) {
                const auto topics = read_topics((where / "topics.tsv").string());
                const auto qrels = Qrels::read((where / "qrels.txt").string());
                ASSERT_TRUE(topics && qrels) << where;
                EXPECT_EQ(topics->size(), queries) << where;
                EXPECT_EQ(qrels->queries().size(), queries) << where;
            }
        }
    }
}

TEST_F(SampleArchive, TakesJudgedTopics) {
    const testing::TemporaryFile topics{"t1\t확산 모델\nt2\tmamba\n", "topics.tsv"};
    const testing::TemporaryFile qrels{"t1 0 2408.14837 2\nt2 0 2408.15237 1\n", "qrels.txt"};
    const Outcome outcome =
        call({"--db", db(), "--topics", topics.path(), "--qrels", qrels.path(), "--only-topics", "-f", "json"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto json = nlohmann::json::parse(outcome.out);
    ASSERT_EQ(json["suites"].size(), 1U);
    EXPECT_EQ(json["suites"][0]["name"], "topics");
    EXPECT_EQ(json["suites"][0]["measure"], "nDCG@10");
    EXPECT_EQ(json["suites"][0]["values"]["Success@10"], 1.0);
    EXPECT_TRUE(json["gloss_agreement"].is_null());
}

TEST_F(SampleArchive, RefusesWrongUsageWithAHint) {
    const testing::TemporaryFile topics{"t1\tmamba\n", "topics.tsv"};
    const std::vector<std::vector<std::string>> wrong{
        {"--db", db() + ".none"},
        {"--db", db(), "more"},
        {"--db", db(), "--suite", "titel"},
        {"--db", db(), "--variant", "typo"},
        {"--db", db(), "--sample", "0"},
        {"--db", db(), "--seed", "x"},
        {"--db", db(), "--vote-weight", "-1"},
        {"--db", db(), "--topics", topics.path()},
        {"--db", db(), "--only-topics"},
        {"--db", db(), "--format", "xml"},
        {"--db", db(), "--suite", "title", "--output", topics.path()},
    };
    for (const auto& words : wrong) {
        const Outcome outcome = call(words);
        EXPECT_EQ(outcome.code, cli::kFailed) << ::testing::PrintToString(words);
        EXPECT_EQ(outcome.out, "") << ::testing::PrintToString(words);
        EXPECT_THAT(outcome.err, StartsWith("saegin-eval: "));
        EXPECT_THAT(outcome.err, HasSubstr("(")) << "no hint";
    }
}

TEST(SuiteCommand, SaysWhereNothingCanBeAsked) {
    const test::MiniIndex index{{{.id = "with blank", .title = "A", .text = "짧음"}}};
    const Outcome outcome = call({"--db", index.folder().path().string()});
    EXPECT_EQ(outcome.code, cli::kFailed);
    EXPECT_THAT(outcome.err, HasSubstr("no query can be made"));
}

TEST(UntitledIndexes, AnswerWithoutTitlesAndGoAway) {
    const test::MiniIndex index{{{.id = "1", .title = "Whales", .text = "고래를 소리로 셉니다."},
                                 {.id = "2", .title = "Other", .text = "whales 라고 적은 글입니다."}}};
    Result<query::IndexReader> reader = open_indexes({index.folder().path().string()});
    ASSERT_TRUE(reader);
    const auto papers = read_archive(*reader);
    ASSERT_TRUE(papers);
    ASSERT_EQ(papers->size(), 2U);
    EXPECT_EQ(papers->front().paper.title, "Whales");
    fs::path place;
    {
        const auto untitled = UntitledIndex::build(*papers, 2);
        ASSERT_TRUE(untitled) << to_string(untitled.error());
        place = untitled->folder().path().parent_path();
        EXPECT_TRUE(fs::exists(place));
    }
    EXPECT_FALSE(fs::exists(place));
    Result<SuiteSearch> search = SuiteSearch::open(*std::move(reader), *papers, true, 0);
    ASSERT_TRUE(search) << to_string(search.error());
    EXPECT_THAT(*search->answer("whales", false), ElementsAre("1", "2"));
    EXPECT_THAT(*search->answer("whales", true), ElementsAre("2"));
    EXPECT_THAT(*search->answer("고래", true), ElementsAre("1"));
    EXPECT_THAT(*search->answer("", true), IsEmpty());
}

TEST(RealArchive, IsFoundByItsTitlesAndSentences) {
    const fs::path archive = testing::shared_folder() / "archive";
    if (!fs::exists(archive)) {
        GTEST_SKIP() << "no real archive at " << archive << ": set SAEGIN_SHARED to the folder that holds it";
    }
    const test::TempDir folder;
    const IndexFolder index{folder.path() / "index"};
    test::index_inputs(index, {(archive / "2024" / "08").string()});
    const Outcome outcome = call({"--db", index.path().string(), "--sample", "50", "-f", "json"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto json = nlohmann::json::parse(outcome.out);
    EXPECT_GT(json["suites"][0]["values"]["RR@10"], 0.98);
    EXPECT_GT(json["suites"][2]["values"]["RR@10"], 0.95);
    EXPECT_GT(json["suites"][3]["queries"], 0);
}

}  // namespace
}  // namespace saegin::eval
