// `saegin-eval sweep`: a grid of points, each measured as `run` measures it.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/eval/program_call.h"
#include "tests/eval/small_collection.h"
#include "tests/support/shared_data.h"

namespace saegin::eval {
namespace {

using testing::call;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::SmallCollection;
using ::testing::StartsWith;

class SweepCommand : public ::testing::Test {
protected:
    [[nodiscard]] Outcome sweep(const std::vector<std::string>& more) const {
        std::vector<std::string> words{"sweep", "--collection", collection.folder()};
        words.insert(words.end(), more.begin(), more.end());
        return call(words);
    }
    [[nodiscard]] nlohmann::json sweep_json(std::vector<std::string> more) const {
        more.insert(more.end(), {"-f", "json"});
        const Outcome outcome = sweep(more);
        EXPECT_EQ(outcome.code, cli::kDone) << outcome.err;
        return nlohmann::json::parse(outcome.out);
    }
    SmallCollection collection;
};

TEST_F(SweepCommand, WritesJsonInTheFormThatIsDrawn) {
    // With much weight on votes whale2, which is judged best, stands before whale1.
    const auto json = sweep_json({"--vary", "vote=0,10", "--vary", "b=0.5", "--folds", "2"});
    std::vector<std::string> keys;
    for (const auto& item : json.items()) {
        keys.push_back(item.key());
    }
    EXPECT_THAT(keys, ElementsAre("best", "collection", "cross_validated", "folds", "measure", "parameters", "points",
                                  "queries", "seed", "settings", "version"));
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["measure"], "nDCG@10");
    EXPECT_EQ(json["queries"], 3);
    EXPECT_EQ(json["folds"], 2);
    EXPECT_EQ(json["seed"], 1);
    EXPECT_EQ(json["collection"], std::filesystem::path{collection.folder()}.filename().string());
    EXPECT_EQ(json["parameters"], nlohmann::json({"vote", "b"}));
    ASSERT_EQ(json["points"].size(), 2U);
    EXPECT_EQ(json["points"][0]["values"], nlohmann::json({{"vote", 0.0}, {"b", 0.5}}));
    EXPECT_LT(json["points"][0]["mean"], json["points"][1]["mean"]);
    EXPECT_TRUE(json["points"][0]["vote_percentile"].is_number());
    EXPECT_EQ(json["best"]["values"]["vote"], 10.0);
    EXPECT_EQ(json["best"]["mean"], json["points"][1]["mean"]);
    EXPECT_TRUE(json["cross_validated"]["mean"].is_number());
    ASSERT_EQ(json["cross_validated"]["folds"].size(), 2U);
    EXPECT_TRUE(json["cross_validated"]["folds"][0]["values"].contains("b"));
    EXPECT_TRUE(json["cross_validated"]["folds"][0]["train"].is_number());
    EXPECT_TRUE(json["cross_validated"]["folds"][0]["test"].is_number());
    EXPECT_TRUE(json["settings"]["version"].is_string());
    EXPECT_TRUE(json["settings"]["analyzer"].is_string());
    EXPECT_THAT(json["settings"]["ranking"].get<std::string>(), HasSubstr("k1="));
}

TEST_F(SweepCommand, MeasuresEachPointAsRunDoes) {
    const auto swept = sweep_json({"--vary", "vote=0..10/4", "--set", "b=0.75", "-m", "AP", "--folds", "3"});
    for (const auto& point : swept["points"]) {
        const std::string vote = "vote=" + std::to_string(point["values"]["vote"].get<double>());
        const Outcome run = call(
            {"run", "--collection", collection.folder(), "--set", vote, "--set", "b=0.75", "-m", "AP", "-f", "json"});
        EXPECT_EQ(nlohmann::json::parse(run.out)["sets"][0]["values"]["AP"], point["mean"]) << vote;
    }
}

TEST_F(SweepCommand, KnowsNoPercentileWhereNoPaperHasVotes) {
    collection.write("docs.jsonl", "{\"id\": \"whale2\", \"title\": \"Whale song\"}\n");
    const auto json = sweep_json({"--vary", "b=0,1", "--folds", "2"});
    EXPECT_TRUE(json["points"][0]["vote_percentile"].is_null());
    EXPECT_THAT(sweep({"--vary", "b=0,1", "--folds", "2", "-f", "tsv"}).out, HasSubstr("\t\t"));
}

TEST_F(SweepCommand, WritesTextAndTsv) {
    const Outcome text = sweep({"--vary", "vote=0,10", "--folds", "2", "--seed", "5"});
    ASSERT_EQ(text.code, cli::kDone) << text.err;
    EXPECT_THAT(text.out, StartsWith("vote  nDCG@10  vote_percentile  chosen\n   0   "));
    EXPECT_THAT(text.out, HasSubstr(", at vote=10\n"));
    EXPECT_THAT(text.out, HasSubstr("over 2 folds of 3 queries, seed 5\n"));
    EXPECT_THAT(text.out, HasSubstr("\nranking   of topics, else: k1="));
    const Outcome tsv = sweep({"--vary", "vote=0,10", "--vary", "b=0.5", "--folds", "2", "-f", "tsv"});
    EXPECT_THAT(tsv.out, StartsWith("vote\tb\tnDCG@10\tvote_percentile\tchosen\n0\t0.5\t"));
}

TEST_F(SweepCommand, OfRelatedPapersLeavesVotesOut) {
    const auto json = sweep_json({"--related", "--vary", "related-title=0,1", "-m", "RR", "--folds", "2"});
    EXPECT_THAT(json["collection"].get<std::string>(), ::testing::EndsWith(", related"));
    EXPECT_EQ(json["queries"], 2);
    EXPECT_EQ(json["points"][0]["mean"], 0.5);
    EXPECT_THAT(sweep({"--related", "--vary", "related-title=0,1", "--folds", "2"}).out,
                HasSubstr("ranking   of related, else: k1="));
    EXPECT_THAT(sweep({"--related", "--vary", "related-title=0,1", "--folds", "2"}).out, HasSubstr(" vote=0 "));
}

TEST_F(SweepCommand, RefusesWrongUsageWithAHint) {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"--vary", "votes=1"},
        {"--vary", "vote=1", "--vary", "vote=2"},
        {"--vary", "vote=0,1", "--set", "vote=1"},
        {"--vary", "vote=0,1"},
        {"--vary", "vote=0,1", "--folds", "1"},
        {"--vary", "vote=0,1", "--folds", "4"},
        {"--vary", "vote=0,1", "--folds", "2", "--seed", "x"},
        {"--vary", "vote=0,1", "--folds", "2", "-m", "gm_map"},
        {"--vary", "vote=0,1", "--folds", "2", "-m", "NumRet"},
        {"--vary", "vote=0,1", "--folds", "2", "-m", "all"},
        {"--vary", "vote=0,1", "--folds", "2", "-m", "AP", "-m", "RR"},
        {"--vary", "vote=0,1", "--folds", "2", "-f", "xml"},
        {"--vary", "vote=0..1/999", "--vary", "b=0,1", "--folds", "2"},
    };
    for (const auto& words : wrong) {
        const Outcome outcome = sweep(words);
        EXPECT_EQ(outcome.code, cli::kFailed) << ::testing::PrintToString(words);
        EXPECT_THAT(outcome.out, IsEmpty()) << ::testing::PrintToString(words);
        EXPECT_THAT(outcome.err, StartsWith("saegin-eval: "));
        EXPECT_THAT(outcome.err, HasSubstr("(")) << "no hint: " << ::testing::PrintToString(words);
    }
    std::filesystem::remove(collection.path("seeds.tsv"));
    std::filesystem::remove(collection.path("qrels-related.txt"));
    const Outcome none = sweep({"--related", "--vary", "b=0,1", "--folds", "2"});
    EXPECT_EQ(none.code, cli::kFailed);
    EXPECT_THAT(none.err, HasSubstr("no seeds"));
}

TEST(RealSweep, LetsPopularPapersRiseWithTheirWeight) {
    SAEGIN_REQUIRE_SHARED(folder, "testsets/archive");
    const Outcome outcome = call({"sweep", "--collection", folder.string(), "--vary", "vote=0,0.5,2", "-f", "json"});
    ASSERT_EQ(outcome.code, cli::kDone) << outcome.err;
    const auto points = nlohmann::json::parse(outcome.out)["points"];
    EXPECT_NEAR(points[0]["vote_percentile"].get<double>(), 0.5, 0.03);
    EXPECT_LT(points[0]["vote_percentile"], points[1]["vote_percentile"]);
    EXPECT_LT(points[1]["vote_percentile"], points[2]["vote_percentile"]);
}

}  // namespace
}  // namespace saegin::eval
