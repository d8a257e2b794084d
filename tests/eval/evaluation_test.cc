#include "benchmarks/eval/evaluation.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using testing::TemporaryFile;

/// q1: found at rank 2. q2: not answered. q3: nothing relevant. The run also answers q0 and q9, which nobody judged.
constexpr std::string_view kQrels = "q1 0 a 2\nq1 0 b 0\nq2 0 a 1\nq3 0 a 0\n";
constexpr std::string_view kRun = "q9 Q0 a 1 2 t\nq1 Q0 b 1 2 t\nq1 Q0 a 2 1 t\nq3 Q0 a 1 1 t\nq0 Q0 a 1 1 t\n";

Evaluation evaluate_texts(std::string_view qrels_text, std::string_view run_text, const std::vector<std::string>& names,
                          const Settings& settings) {
    const TemporaryFile qrels_file{qrels_text};
    const TemporaryFile run_file{run_text};
    const auto qrels = Qrels::read(qrels_file.path());
    const auto run = Run::read(run_file.path());
    const auto measures = parse_measures(names);
    if (!qrels || !run || !measures) {
        ADD_FAILURE() << "the example cannot be read";
        return {};
    }
    Evaluation evaluation = evaluate(*qrels, *run, *measures, settings);
    for (QueryValues& query : evaluation.queries) {
        query.qid = "";  // a view into qrels, which end here
    }
    return evaluation;
}

TEST(Evaluate, LeavesUnansweredQueriesOutAndIgnoresUnjudgedOnes) {
    const auto evaluation = evaluate_texts(kQrels, kRun, {"RR", "NumQ", "NumRel"}, {});
    EXPECT_EQ(evaluation.queries.size(), 2U);
    EXPECT_EQ(evaluation.without_judgements, 2U);
    EXPECT_EQ(evaluation.without_results, 1U);
    EXPECT_DOUBLE_EQ(evaluation.summary[0], 0.5 / 2);
    EXPECT_DOUBLE_EQ(evaluation.summary[1], 2);
    EXPECT_DOUBLE_EQ(evaluation.summary[2], 1);
}

TEST(Evaluate, CountsUnansweredQueriesAsZeroWhenComplete) {
    const auto evaluation =
        evaluate_texts(kQrels, kRun, {"RR", "NumQ", "NumRel", "gm_map", "utility"}, {.level = 1, .complete = true});
    EXPECT_EQ(evaluation.queries.size(), 3U);
    EXPECT_DOUBLE_EQ(evaluation.summary[0], 0.5 / 3);
    EXPECT_DOUBLE_EQ(evaluation.summary[1], 3);
    EXPECT_DOUBLE_EQ(evaluation.summary[2], 2);
    EXPECT_NEAR(evaluation.summary[3], std::cbrt(0.5 * kGeometricFloor * kGeometricFloor), 1e-12);
    EXPECT_DOUBLE_EQ(evaluation.summary[4], (0.0 + 0.0 - 1.0) / 3);
}

TEST(Evaluate, TakesTheLevelOfTheMeasureBeforeThatOfTheSettings) {
    const auto evaluation =
        evaluate_texts(kQrels, kRun, {"NumRel", "NumRel(rel=1)", "NumRel(rel=3)"}, {.level = 2, .complete = false});
    EXPECT_EQ(evaluation.summary, (std::vector<double>{1, 1, 0}));
}

TEST(Evaluate, ACompleteRunCountsRelevantDocumentsAsTrecEvalDoes) {
    const auto evaluation = evaluate_texts(kQrels, kRun, {"NumRel", "NumRel(rel=2)"}, {.level = 2, .complete = true});
    EXPECT_EQ(evaluation.summary, (std::vector<double>{2, 1}));
}

TEST(Evaluate, AnEmptyRunHasNoSummaryUnlessComplete) {
    EXPECT_TRUE(evaluate_texts(kQrels, "", {"AP"}, {}).summary.empty());
    EXPECT_EQ(evaluate_texts(kQrels, "", {"AP"}, {.level = 1, .complete = true}).summary, std::vector<double>{0});
}

TEST(Evaluate, NegativeGradesAreUnjudged) {
    const auto evaluation =
        evaluate_texts("q 0 a -1\nq 0 b 1\n", "q Q0 a 1 2 t\nq Q0 b 2 1 t\n",
                       {"Bpref", "unj_5", "Judged@2", "num_nonrel_judged_ret", "nDCG@10", "rbp"}, {});
    const double second = 1 / std::log2(3.0);
    const std::vector<double> expected{1, 0.2, 0.5, 0, second, 0.1 * 0.9};
    for (std::size_t m = 0; m < expected.size(); ++m) {
        EXPECT_NEAR(evaluation.summary[m], expected[m], 1e-12) << m;
    }
}

TEST(Summarise, OfNothingIsZero) {
    EXPECT_EQ(summarise(Summary::kMean, {}), 0);
    EXPECT_EQ(summarise(Summary::kGeometricMean, {}), 0);
}

}  // namespace
}  // namespace saegin::eval
