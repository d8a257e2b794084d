// `saegin-eval run`: from a folder to figures in one go.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/update.h"
#include "query/ranking.h"
#include "tests/eval/program_call.h"
#include "tests/eval/small_collection.h"
#include "tests/support/shared_data.h"

namespace saegin::eval {
namespace {

using testing::call;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::SmallCollection;
using ::testing::StartsWith;

class RunCommand : public ::testing::Test {
protected:
    [[nodiscard]] Outcome run(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"run", "--collection", collection.folder()};
        words.insert(words.end(), more.begin(), more.end());
        return call(words);
    }
    SmallCollection collection;
};

TEST_F(RunCommand, ShowsTopicsAndRelatedPapersAndCategories) {
    const Outcome outcome = run({"--set", "vote=0", "-m", "RR", "-m", "P@5"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    // q1: 1; q2: bird1 is first where ids break the tie of length, so bird2 is second or first; q3: nothing found.
    EXPECT_THAT(outcome.out, StartsWith("         queries      RR     P@5\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\nrelated        2  0.5000  0.1000\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\ntopics  birds           1  "));
    EXPECT_THAT(outcome.out, HasSubstr("\ntopics  whales          1  1.0000  0.4000\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\ntopics  other           1  0.0000  0.0000\n"));
    EXPECT_LT(outcome.out.find("  birds"), outcome.out.find("  whales")) << "in the order of topics.jsonl";
    EXPECT_THAT(outcome.out, HasSubstr("index     6 papers"));
    EXPECT_THAT(outcome.out, HasSubstr("; 1 without a result; 1 of papers that are not in the index\n"));
    EXPECT_THAT(outcome.out, HasSubstr("vote=0 "));
    EXPECT_THAT(outcome.out, HasSubstr("\nsaegin    "));
    EXPECT_EQ(outcome.err, "");
}

TEST_F(RunCommand, WritesTsvWithARowForEach) {
    const Outcome outcome = run({"--set", "vote=0", "-m", "RR", "-q", "-f", "tsv"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("set\tscope\tname\tqueries\tRR\ntopics\tall\t\t3\t"));
    EXPECT_THAT(outcome.out, HasSubstr("\ntopics\tcategory\twhales\t1\t1.0000\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\ntopics\tquery\tq3\t1\t0.0000\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\nrelated\tquery\tr1\t1\t1.0000\nrelated\tquery\tr2\t1\t0.0000\n"));
}

TEST_F(RunCommand, WritesJsonWithAllThatTheFiguresDependOn) {
    const Outcome outcome = run({"--set", "b=0.25", "-m", "RR", "-m", "gm_map", "-q", "-f", "json", "--depth", "7"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["measures"], nlohmann::json({"RR", "gm_map"}));
    EXPECT_EQ(json["index"]["papers"], 6);
    EXPECT_TRUE(json["index"]["seconds"].is_number());
    const auto& topics = json["sets"][0];
    EXPECT_EQ(topics["name"], "topics");
    EXPECT_EQ(topics["queries"], 3);
    EXPECT_EQ(topics["without_results"], 1);
    EXPECT_EQ(topics["parameters"]["b"], 0.25);
    EXPECT_EQ(topics["parameters"]["vote"], query::RankingParameters{}.vote);
    EXPECT_EQ(topics["per_query"]["q1"]["RR"], 1.0);
    EXPECT_FALSE(topics["per_query"]["q1"].contains("gm_map"));
    EXPECT_EQ(topics["categories"]["birds"]["queries"], 1);
    const auto& related = json["sets"][1];
    EXPECT_EQ(related["parameters"]["vote"], 0.0) << "as saegin-query related has it";
    EXPECT_EQ(related["parameters"]["b"], 0.25);
    EXPECT_EQ(related["unknown"], nlohmann::json({"r2"}));
    const auto& settings = json["settings"];
    EXPECT_EQ(settings["depth"], 7);
    EXPECT_TRUE(settings["index"].is_null());
    EXPECT_EQ(settings["files"].size(), 6U);
    EXPECT_THAT(settings["ranking"]["topics"].get<std::string>(), HasSubstr("k1="));
    EXPECT_EQ(settings["files"][0]["role"], "documents");
    EXPECT_FALSE(nlohmann::json::parse(run({"-f", "json"}).out)["sets"][0].contains("per_query"));
}

TEST_F(RunCommand, KeepsRunsThatMeasureTheSame) {
    const std::string folder = collection.path("kept/runs");
    const Outcome outcome = run({"--output", folder, "-m", "AP", "-f", "tsv"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const Outcome measured = call(
        {"measure", "-c", "--qrels", collection.path("qrels.txt"), "-m", "AP", "-f", "tsv", folder + "/topics.run"});
    const std::string value = measured.out.substr(measured.out.rfind('\t'));
    EXPECT_THAT(outcome.out, HasSubstr("topics\tall\t\t3" + value));
    EXPECT_TRUE(std::filesystem::exists(folder + "/related.run"));
}

TEST_F(RunCommand, LeavesNothingBehind) {
    const auto ours = [] {
        std::size_t found = 0;
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path())) {
            found += entry.path().filename().string().starts_with("saegin-eval-") ? 1U : 0U;
        }
        return found;
    };
    const test::TempDir temp;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    ::setenv("TMPDIR", temp.path().c_str(), 1);
    EXPECT_EQ(run().code, cli::kDone);
    EXPECT_EQ(ours(), 0U);
    ::unsetenv("TMPDIR");
}

TEST_F(RunCommand, TakesAnIndexThatIsThere) {
    const test::TempDir temp;
    const std::string folder = (temp.path() / "index").string();
    std::ostringstream nowhere;
    indexer::Progress progress{nowhere, false};
    std::istringstream nothing;
    ASSERT_TRUE(indexer::update_index(IndexFolder{folder}, {{collection.path("docs.jsonl")}}, nothing, progress));
    const Outcome made = run({"-f", "tsv", "-q"});
    std::filesystem::remove(collection.path("docs.jsonl"));
    const Outcome there = run({"-f", "tsv", "-q", "--db", folder});
    EXPECT_EQ(there.code, cli::kDone) << there.err;
    EXPECT_EQ(there.out, made.out);
    const auto json = nlohmann::json::parse(run({"-f", "json", "--db", folder}).out);
    EXPECT_EQ(json["settings"]["index"], folder);
    EXPECT_TRUE(json["index"]["seconds"].is_null());

    std::ofstream{temp.path() / "x"} << "not an index";
    EXPECT_EQ(run({"--db", temp.path().string()}).code, cli::kFailed);
    const Outcome missing = run({"--db", temp.path().string() + "/none"});
    EXPECT_EQ(missing.code, cli::kFailed);
    EXPECT_THAT(missing.err, HasSubstr("no index at"));
}

TEST_F(RunCommand, IndexesAFolderOfDigests) {
    collection.write("digests/2024/08/28.md",
                     "## Daily Papers (2024-08-28)\n\n### [Bird maps](https://arxiv.org/abs/2408.00001)\n\nVote: 3\n\n"
                     "- **What's New**: 새의 지도를 그립니다.\n");
    collection.write("qrels.txt", "q2 0 2408.00001 1\n");
    std::filesystem::remove(collection.path("seeds.tsv"));
    std::filesystem::remove(collection.path("qrels-related.txt"));
    const Outcome outcome = run({"--documents", collection.path("digests"), "-m", "RR", "-f", "tsv"});
    EXPECT_THAT(outcome.out, HasSubstr("topics\tall\t\t1\t1.0000\n")) << outcome.err;
    EXPECT_THAT(outcome.out, Not(HasSubstr("related")));
    EXPECT_THAT(outcome.err, HasSubstr("topics: 2 without judgements are left out"));
}

TEST_F(RunCommand, TellsWhatIsLeftOut) {
    collection.write("docs.jsonl", "{\"id\": \"whale1\", \"title\": \"Whale song\"}\nnonsense\n");
    collection.write("qrels.txt", "q1 0 whale1 1\nq9 0 whale1 1\n");
    const Outcome outcome = run();
    EXPECT_EQ(outcome.code, cli::kDone);
    EXPECT_THAT(outcome.err, HasSubstr("1 documents could not be read"));
    EXPECT_THAT(outcome.err, HasSubstr("docs.jsonl:2: not a JSON object"));
    EXPECT_THAT(outcome.err, HasSubstr("topics: 1 judged queries are not asked and count as zero"));
}

TEST_F(RunCommand, RefusesWrongUsageWithAHint) {
    const std::vector<std::vector<std::string>> wrong{
        {"--set", "votes=1"}, {"--set", "b=2"},         {"-m", "nDGC"},     {"--depth", "0"},
        {"--level", "0"},     {"--documents", "-"},     {"-f", "xml"},      {"operand"},
        {"--db", ""},         {"--documents", "/none"}, {"--split", "dev"}, {"--output", collection.path("docs.jsonl")},
    };
    for (const auto& words : wrong) {
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.code, cli::kFailed) << ::testing::PrintToString(words);
        EXPECT_THAT(outcome.out, IsEmpty()) << ::testing::PrintToString(words);
        EXPECT_THAT(outcome.err, StartsWith("saegin-eval: "));
        EXPECT_THAT(outcome.err, HasSubstr("(")) << "no hint: " << ::testing::PrintToString(words);
    }
    EXPECT_EQ(call({"run"}).code, cli::kFailed);
}

TEST(RealCollections, TheArchiveIsRankedAtLeastAsWellAsByOthers) {
    SAEGIN_REQUIRE_SHARED(folder, "testsets/archive");
    const Outcome outcome = call({"run", "--collection", folder.string(), "--set", "vote=0", "-f", "json"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json["index"]["papers"], 3590);
    EXPECT_EQ(json["sets"][0]["queries"], 60);
    EXPECT_GE(json["sets"][0]["values"]["nDCG@10"], 0.583) << "Lucene with its Korean analyzer";
    EXPECT_EQ(json["sets"][1]["queries"], 20);
    EXPECT_GE(json["sets"][1]["values"]["nDCG@10"], 0.440) << "Lucene's more-like-this";
}

}  // namespace
}  // namespace saegin::eval
