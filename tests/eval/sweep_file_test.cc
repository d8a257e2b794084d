#include "benchmarks/eval/sweep_file.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/json_file.h"
#include "benchmarks/eval/report_sweep.h"
#include "benchmarks/eval/settings_file.h"
#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;
using testing::TemporaryFile;

constexpr std::string_view kSweep = R"({
  "version": 1, "collection": "<archive>", "measure": "nDCG@10", "queries": 60, "folds": 2, "seed": 7,
  "parameters": ["vote", "k1"],
  "points": [
    {"values": {"k1": 1.2, "vote": 0}, "mean": 0.5, "vote_percentile": 0.4},
    {"values": {"vote": 1, "k1": 1.2}, "mean": 0.75, "vote_percentile": null},
    {"values": {"vote": 1, "k1": 2}, "mean": 0.75}],
  "best": {"values": {"vote": 1, "k1": 1.2}, "mean": 0.75},
  "cross_validated": {"mean": 0.625, "folds": [{"values": {"vote": 1, "k1": 2}, "train": 0.7, "test": 0.6}]},
  "settings": {"version": "1.0", "parameters": {"b": 0.5}}, "later": []
})";

template <typename Parse>
auto parse_text(std::string_view text, const Parse& parse) {
    const TemporaryFile file{text, "x.json"};
    const auto read = TextFile::read(file.path());
    EXPECT_TRUE(read);
    return parse(*read);
}

TEST(SweepFile, ReadsPointsFoldsAndSettings) {
    const auto sweep = parse_text(kSweep, parse_sweep);
    ASSERT_TRUE(sweep) << to_string(sweep.error());
    EXPECT_EQ(sweep->measure, "nDCG@10");
    EXPECT_EQ(sweep->queries, 60U);
    ASSERT_EQ(sweep->points.size(), 3U);
    EXPECT_THAT(sweep->points[0].values, ElementsAre(0, 1.2));
    EXPECT_EQ(sweep->points[0].vote_percentile, 0.4);
    EXPECT_EQ(sweep->points[1].vote_percentile, std::nullopt);
    EXPECT_EQ(sweep->points[2].vote_percentile, std::nullopt);
    EXPECT_EQ(&best_point(*sweep), &sweep->points[1]) << "the first of equals";
    EXPECT_EQ(sweep->cross_validated, 0.625);
    EXPECT_THAT(sweep->folds.at(0).values, ElementsAre(1, 2));
    EXPECT_THAT(sweep->settings, ElementsAre(Pair("folds", "2"), Pair("seed", "7"), Pair("version", "1.0"),
                                             Pair("parameters.b", "0.5")));
}

TEST(SweepFile, RoundingIsNoReasonToCallALaterPointTheBest) {
    Sweep sweep;
    sweep.points = {{{0}, 0.5, {}}, {{1}, 0.75, {}}, {{2}, 0.75 + 1e-12, {}}, {{3}, 0.7, {}}};
    EXPECT_EQ(&best_point(sweep), &sweep.points[1]);
    sweep.points[2].mean += 1e-6;
    EXPECT_EQ(&best_point(sweep), &sweep.points[2]);
}

TEST(SweepFile, NeedsNoFoldsAndNoSettings) {
    const auto sweep = parse_text(
        R"({"version":1,"measure":"AP","parameters":["b"],"points":[{"values":{"b":0},"mean":0}]})", parse_sweep);
    ASSERT_TRUE(sweep) << to_string(sweep.error());
    EXPECT_EQ(sweep->queries, 0U);
    EXPECT_EQ(sweep->cross_validated, std::nullopt);
    EXPECT_TRUE(sweep->folds.empty());
    EXPECT_TRUE(sweep->settings.empty());
}

TEST(SweepFile, SaysWhatIsWrong) {
    const std::vector<std::pair<std::string_view, std::string_view>> wrong{
        {"[]", "version 1"},
        {"3", "version 1"},
        {R"({"version":2})", "version 1"},
        {R"({"version":1})", "measure"},
        {R"({"version":1,"measure":"AP","parameters":"b"})", "parameters"},
        {R"({"version":1,"measure":"AP","parameters":["b"]})", "no points"},
        {R"({"version":1,"measure":"AP","parameters":["b"],"points":{}})", "no points"},
        {R"({"version":1,"measure":"AP","parameters":["b"],"points":[{"values":{"b":1},"mean":1},7]})", "point 2"},
        {R"({"version":1,"measure":"AP","parameters":["b"],"points":[{"values":{"c":1},"mean":1}]})", "point 1"},
        {R"({"version":1,"measure":"AP","parameters":["b"],"points":[{"values":{"b":"1"},"mean":1}]})", "point 1"},
        {R"({"version":1,"measure":"AP","parameters":["b"],"points":[{"values":{"b":1}}]})", "point 1"},
        {R"({"version":1,"measure":"AP","parameters":["b"],"points":[{"values":{"b":1},"mean":1}],)"
         R"("cross_validated":{"folds":[{"values":{"b":1},"train":1}]}})",
         "fold 1"},
    };
    for (const auto& [text, part] : wrong) {
        const auto sweep = parse_text(text, parse_sweep);
        ASSERT_FALSE(sweep) << text;
        EXPECT_EQ(sweep.error().code, Code::kInvalidInput);
        EXPECT_THAT(sweep.error().message, HasSubstr(part)) << text;
        EXPECT_FALSE(sweep.error().hint.empty());
    }
}

TEST(JsonFile, NamesTheLineOfAFault) {
    const std::vector<std::pair<std::string_view, std::size_t>> wrong{
        {"", 1},       {"{\n\"a\": 1,\n}", 3},     {"{\"a\": 1}\n\n]", 3},
        {"[1,\n2", 2}, {"{\n\"a\": \"\xFF\"}", 2}, {"1e999", 1}};
    for (const auto& [text, line] : wrong) {
        const auto json = parse_text(text, parse_json);
        ASSERT_FALSE(json) << text;
        EXPECT_EQ(json.error().where.line, line) << text;
    }
}

TEST(JsonFile, BoundsTheDepth) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parse_text(nested(kDeepestJson), parse_json));
    const auto deeper = parse_text(nested(kDeepestJson + 1), parse_json);
    ASSERT_FALSE(deeper);
    EXPECT_THAT(deeper.error().message, HasSubstr("too deep"));
    EXPECT_FALSE(parse_text(std::string(1'000'000, '['), parse_json));
}

TEST(SettingsFile, TakesTheWholeOrItsSettings) {
    const auto whole = parse_text(
        R"({"k1": 1.2, "on": true, "list": [1, "b"], "rows": [{"x": 1, "y": "z"}, {"x": 2}], "mixed": [[1]], "in": {"y": null}})",
        parse_settings);
    ASSERT_TRUE(whole);
    EXPECT_THAT(*whole, ElementsAre(Pair("k1", "1.2"), Pair("on", "true"), Pair("list", "1, b"),
                                    Pair("rows", "x 1, y z; x 2"), Pair("mixed", "[[1]]"), Pair("in.y", "null")));
    const auto part = parse_text(R"({"runs": [], "settings": {"version": "1"}})", parse_settings);
    ASSERT_TRUE(part);
    EXPECT_THAT(*part, ElementsAre(Pair("version", "1")));
    EXPECT_FALSE(parse_text("[1]", parse_settings));
}

TEST(SweepSections, DrawEachParameterAndTheVotes) {
    const auto sweep = parse_text(kSweep, parse_sweep);
    ASSERT_TRUE(sweep);
    const std::string html = sweep_sections({*sweep, *sweep});
    for (const char* part : {"&lt;archive&gt; by vote, k1, 60 queries", "nDCG@10 by vote, the others at their best",
                             "nDCG@10 by k1, the others at their best", "nDCG@10 by mean vote percentile",
                             "Best of 3 points: vote 1, k1 1.2 with 0.7500", "Cross-validated 0.6250", "sweep-1-0"}) {
        EXPECT_THAT(html, HasSubstr(part));
    }
    Sweep without_votes = *sweep;
    without_votes.points.erase(without_votes.points.begin());
    EXPECT_THAT(sweep_sections({without_votes}), Not(HasSubstr("percentile</figcaption>")));
    EXPECT_EQ(sweep_sections({}), "");
}

}  // namespace
}  // namespace saegin::eval
