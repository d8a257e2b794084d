#include "benchmarks/eval/comparison.h"

#include <gtest/gtest.h>

namespace saegin::eval {
namespace {

Evaluation evaluation_of(const std::vector<double>& values) {
    static constexpr std::string_view kIds = "abcdefghij";
    Evaluation evaluation;
    for (std::size_t q = 0; q < values.size(); ++q) {
        evaluation.queries.push_back({kIds.substr(q, 1), {values[q]}});
    }
    return evaluation;
}

TEST(Compare, CountsWinsTiesAndLossesAndNamesWhatMoved) {
    const std::vector<Evaluation> evaluations{evaluation_of({0.5, 0.5, 0.5, 0.5, 0.5}),
                                              evaluation_of({0.6, 0.9, 0.5, 0.1, 0.5 + 1e-12})};
    TestSettings settings;
    settings.moved = 1;
    const auto comparisons = compare(evaluations, 0, settings);
    ASSERT_EQ(comparisons.size(), 1U);
    const Comparison& one = comparisons.front();
    EXPECT_EQ(one.wins, 2U);
    EXPECT_EQ(one.ties, 2U);
    EXPECT_EQ(one.losses, 1U);
    EXPECT_DOUBLE_EQ(one.base, 0.5);
    EXPECT_NEAR(one.difference, 0.02, 1e-9);
    ASSERT_EQ(one.gained.size(), 1U);
    EXPECT_EQ(one.gained[0].qid, "b");
    EXPECT_EQ(one.gained[0].run, 0.9);
    ASSERT_EQ(one.lost.size(), 1U);
    EXPECT_EQ(one.lost[0].qid, "d");
    // Moves 0.1, 0.4, -0.4: of their eight patterns of signs six sum to 0.1 or more, in either direction; all do.
    EXPECT_DOUBLE_EQ(one.randomisation.p, 1);
}

TEST(Compare, AdjustsOverTheRunsAndLeavesEachTestAlone) {
    const std::vector<Evaluation> both{evaluation_of({0.1, 0.2, 0.3, 0.4, 0.5, 0.6}),
                                       evaluation_of({0.2, 0.4, 0.6, 0.5, 0.9, 0.7}),
                                       evaluation_of({0.2, 0.2, 0.3, 0.3, 0.9, 0.9})};
    const std::vector<Evaluation> alone{both[0], both[2]};
    const auto together = compare(both, 0, {});
    const auto single = compare(alone, 0, {});
    EXPECT_EQ(together[1].randomisation.p, single[0].randomisation.p);
    EXPECT_EQ(together[1].interval.low, single[0].interval.low);
    EXPECT_DOUBLE_EQ(together[0].randomisation.p, 2.0 / 64);
    EXPECT_DOUBLE_EQ(together[0].p_holm, 2 * together[0].randomisation.p);
    EXPECT_GE(together[1].p_holm, together[0].p_holm);
    EXPECT_DOUBLE_EQ(single[0].p_holm, single[0].randomisation.p);
}

TEST(Compare, EqualMovesStandInTheOrderOfTheirIds) {
    const std::vector<Evaluation> evaluations{evaluation_of({0, 0, 0}), evaluation_of({0.5, 0.5, 0.5})};
    const auto comparisons = compare(evaluations, 0, {});
    ASSERT_EQ(comparisons[0].gained.size(), 3U);
    EXPECT_EQ(comparisons[0].gained[0].qid, "a");
    EXPECT_EQ(comparisons[0].gained[2].qid, "c");
    EXPECT_EQ(comparisons[0].effect, std::nullopt);
}

TEST(Compare, ASingleRunHasNothingToBeComparedWith) {
    EXPECT_TRUE(compare(std::vector<Evaluation>{evaluation_of({0.5})}, 0, {}).empty());
}

}  // namespace
}  // namespace saegin::eval
