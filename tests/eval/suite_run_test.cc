// What running a suite promises: plain and changed queries are answered by the same engine and compared in pairs, and
// only changed ones count.
#include "benchmarks/eval/suites/suite_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/suites/suite_report.h"

namespace saegin::eval {
namespace {

std::vector<const Variant*> variants_named(const std::vector<std::string_view>& names) {
    std::vector<const Variant*> found;
    for (const Variant& variant : all_variants()) {
        if (std::find(names.begin(), names.end(), variant.name) != names.end()) {
            found.push_back(&variant);
        }
    }
    return found;
}

std::vector<Measure> measures() {
    return *parse_measures({"nDCG@10", "RR@10", "Success@1"});
}

/// An engine that knows these queries and answers all others with nothing.
SuiteEngine engine_of(std::map<std::string, std::vector<std::string>> answers) {
    return [answers = std::move(answers)](const std::string& query, bool) -> Result<std::vector<std::string>> {
        const auto found = answers.find(query);
        return found == answers.end() ? std::vector<std::string>{} : found->second;
    };
}

Suite three_topics() {
    return {"title",
            "titles",
            false,
            9,
            {{"q1", "abc", {{"a", 1}}}, {"q2", "확산", {{"b", 1}}}, {"q3", "LOUD", {{"c", 1}}}}};
}

constexpr std::size_t kReciprocalRank = 1;

class RunSuite : public testing::Test {
protected:
    static SuiteFigures run(const std::vector<std::string_view>& variants) {
        const SuiteEngine engine = engine_of({{"abc", {"a", "x"}}, {"확산", {"x", "b"}}, {"ABC", {"x", "y", "a"}}});
        Result<SuiteFigures> figures =
            run_suite(three_topics(), measures(), kReciprocalRank, variants_named(variants), engine, TestSettings{});
        EXPECT_TRUE(figures);
        return *std::move(figures);
    }
};

TEST_F(RunSuite, MeasuresThePlainQueries) {
    const SuiteFigures figures = run({});
    EXPECT_EQ(column(figures.plain, kReciprocalRank), (std::vector<double>{1, 0.5, 0}));
    EXPECT_DOUBLE_EQ(figures.plain.summary[kReciprocalRank], 0.5);
    EXPECT_EQ(figures.plain.queries[1].qid, "q2");
    EXPECT_EQ(figures.answers[0], (std::vector<std::string>{"a", "x"}));
}

TEST_F(RunSuite, ComparesChangedQueriesOnly) {
    const SuiteFigures figures = run({"upper-case"});
    ASSERT_EQ(figures.variants.size(), 1U);
    const VariantFigures& upper = figures.variants[0];
    ASSERT_EQ(upper.topics.size(), 1U) << "Hangul has no capitals, and LOUD has them";
    EXPECT_EQ(upper.topics[0], (SuiteTopic{"q1", "ABC", {{"a", 1}}}));
    ASSERT_TRUE(upper.comparison);
    EXPECT_DOUBLE_EQ(upper.comparison->base, 1) << "of the changed query, not of all three";
    EXPECT_DOUBLE_EQ(upper.comparison->run, 1.0 / 3);
    EXPECT_EQ(upper.comparison->losses, 1U);
}

TEST_F(RunSuite, HasNoComparisonWhereNothingChanged) {
    const SuiteFigures figures = run({"no-spaces", "upper-case", "nfd"});
    EXPECT_FALSE(figures.variants[0].comparison);
    EXPECT_TRUE(figures.variants[0].topics.empty());
    EXPECT_TRUE(figures.variants[1].comparison);
    EXPECT_TRUE(figures.variants[2].comparison);
}

TEST_F(RunSuite, HandsErrorsOn) {
    const SuiteEngine broken = [](const std::string&, bool) -> Result<std::vector<std::string>> {
        return Error{Code::kCorrupt, "broken", "mend it"};
    };
    const auto figures = run_suite(three_topics(), measures(), kReciprocalRank, {}, broken, TestSettings{});
    ASSERT_FALSE(figures);
    EXPECT_EQ(figures.error().code, Code::kCorrupt);
}

TEST_F(RunSuite, TellsTheEngineWhetherTitlesAreHidden) {
    Suite suite = three_topics();
    suite.titles_hidden = true;
    std::size_t hidden = 0;
    std::size_t asked = 0;
    const SuiteEngine engine = [&](const std::string&, bool titles_hidden) -> Result<std::vector<std::string>> {
        ++asked;
        hidden += titles_hidden ? 1U : 0U;
        return std::vector<std::string>{};
    };
    ASSERT_TRUE(run_suite(suite, measures(), kReciprocalRank, variants_named({"upper-case"}), engine, TestSettings{}));
    EXPECT_EQ(asked, 4U) << "three plain, one changed";
    EXPECT_EQ(hidden, asked);
}

TEST_F(RunSuite, AgreesOverSharedQueries) {
    SuiteFigures korean = run({});
    SuiteFigures english = run({});
    EXPECT_DOUBLE_EQ(agreement(korean, english).overlap, 1);
    EXPECT_DOUBLE_EQ(agreement(korean, english).rbo, 1);
    english.answers[0] = {"x", "z"};  // one of two in common
    english.answers[1] = {"p", "q"};  // none
    english.suite.topics.pop_back();
    const Agreement both = agreement(korean, english);
    EXPECT_EQ(both.queries, 2U);
    EXPECT_DOUBLE_EQ(both.overlap, 0.25);
    EXPECT_GT(both.rbo, 0);
    EXPECT_LT(both.rbo, 0.5);
}

TEST_F(RunSuite, IsReportedInThreeForms) {
    SuiteReport report{{"some/index"}, 12, {}, {}, 0.5, measures(), {}, Agreement{3, 0.5, 0.25}};
    report.suites.push_back(run({"no-spaces", "upper-case"}));
    const std::string text = suite_text(report);
    EXPECT_NE(text.find("title  indexed        3   9"), std::string::npos) << text;
    EXPECT_NE(text.find("overlap@10 0.5000, RBO(p=0.9) 0.2500"), std::string::npos) << text;
    EXPECT_NE(text.find("title  upper-case  RR@10          1  1.0000   0.3333  66.7%     -0.6667"), std::string::npos)
        << text;
    EXPECT_EQ(text.find("no-spaces"), std::string::npos) << "it changed nothing";
    EXPECT_EQ(
        suite_tsv(report).substr(0, suite_tsv(report).find("\ttitle")),
        "suite\tvariant\tqueries\tnDCG@10\tRR@10\tSuccess@1\tcompared_by\tplain\tdifference\tlow\thigh\tp\tp_holm\t"
        "better\tworse\n"
        "title\tplain\t3\t0.5436\t0.5000\t0.3333\n"
        "title\tno-spaces\t0\n"
        "title\tupper-case\t1\t0.5000\t0.3333\t0.0000\tRR@10\t1.0000\t-0.6667\t-0.6667\t-0.6667\t1\t1\t0\t1\n");
    const auto json = nlohmann::json::parse(suite_json(report));
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["gloss_agreement"]["queries"], 3);
    EXPECT_EQ(json["suites"][0]["values"]["RR@10"], 0.5);
    EXPECT_EQ(json["suites"][0]["variants"][0]["changed"], 0);
    EXPECT_FALSE(json["suites"][0]["variants"][0].contains("difference"));
    EXPECT_EQ(json["suites"][0]["variants"][1]["plain"]["RR@10"], 1.0);
    EXPECT_EQ(json["suites"][0]["variants"][1]["losses"], 1);
}

}  // namespace
}  // namespace saegin::eval
