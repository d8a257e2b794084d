// Measures against figures worked out by hand.
#include "benchmarks/eval/measures.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "benchmarks/eval/gain_measures.h"

namespace saegin::eval {
namespace {

constexpr double kExact = 1e-12;

/// Ranks 1 to 6: grades 2, none, 0, 1, none, 3. Judged in all: 3, 2, 2, 1, 0, 0, so three of four relevant are found.
GradedRanking example(int level = 1) {
    return {{2, kUnjudged, 0, 1, kUnjudged, 3}, {0, 1, 2, 3, 2, 0, -1}, level};
}

GradedRanking nothing_found() {
    return {{}, {1, 0, 2}, 1};
}

GradedRanking nothing_relevant() {
    return {{0, kUnjudged, 0}, {0, 0, 0}, 1};
}

TEST(Measures, Counts) {
    EXPECT_EQ(example().retrieved(), 6U);
    EXPECT_EQ(example().relevant(), 4U);
    EXPECT_EQ(example().relevant_retrieved(), 3U);
    EXPECT_EQ(example(2).relevant(), 3U);
    EXPECT_EQ(example(2).relevant_retrieved(), 2U);
    EXPECT_EQ(judged_not_relevant(example()), 1);
    EXPECT_EQ(judged_not_relevant(example(2)), 2);
}

TEST(Measures, PrecisionAndRecall) {
    EXPECT_NEAR(precision(example(), 5), 2.0 / 5, kExact);
    EXPECT_NEAR(precision(example(), 10), 3.0 / 10, kExact);
    EXPECT_NEAR(precision(example(2), 5), 1.0 / 5, kExact);
    EXPECT_NEAR(recall(example(), 1), 1.0 / 4, kExact);
    EXPECT_NEAR(recall(example(), 100), 3.0 / 4, kExact);
    EXPECT_NEAR(relative_precision(example(), 3), 1.0 / 3, kExact);
    EXPECT_NEAR(relative_precision(example(), 100), 3.0 / 4, kExact);
    EXPECT_NEAR(r_precision(example(), 1), 2.0 / 4, kExact);
    EXPECT_NEAR(r_precision(example(), 2), 3.0 / 8, kExact);
    EXPECT_NEAR(r_precision(example(), 0.2), 1.0 / 1, kExact);  // 0.8 + 0.9, cut off
}

TEST(Measures, FirstRelevant) {
    EXPECT_EQ(success(example(), 1), 1);
    EXPECT_EQ(success(example(3), 5), 0);
    EXPECT_NEAR(reciprocal_rank(example(3), kWhole), 1.0 / 6, kExact);
    EXPECT_EQ(reciprocal_rank(example(3), 5), 0);
}

TEST(Measures, AveragePrecision) {
    EXPECT_NEAR(average_precision(example(), kWhole), (1.0 + 2.0 / 4 + 3.0 / 6) / 4, kExact);
    EXPECT_NEAR(average_precision(example(), 5), (1.0 + 2.0 / 4) / 4, kExact);
}

TEST(Measures, BinaryPreferenceSeesJudgedDocumentsOnly) {
    // Two judged documents are not relevant, one of them stands above the second and third relevant one.
    EXPECT_NEAR(binary_preference(example()), (1.0 + 0.5 + 0.5) / 4, kExact);
    // At level 3 one of the three documents above the only relevant one is unjudged; the other two cost it all.
    EXPECT_NEAR(binary_preference(example(3)), 0.0, kExact);
}

TEST(Measures, InterpolatedPrecision) {
    EXPECT_NEAR(interpolated_precision(example(), 0), 1.0, kExact);
    EXPECT_NEAR(interpolated_precision(example(), 0.5), 0.5, kExact);
    EXPECT_NEAR(interpolated_precision(example(), 0.6), 0.5, kExact);  // 2.4 documents: two
    EXPECT_NEAR(interpolated_precision(example(), 0.9), 0.0, kExact);  // 3.6 documents: four, one is missing
    // Needed documents for 0, 0.1 ... 1: 0 0 1 1 2 2 2 3 3 4 4
    EXPECT_NEAR(eleven_point_average(example()), (4 * 1.0 + 3 * 0.5 + 2 * 0.5) / 11, kExact);
}

TEST(Measures, JudgedAndUnjudged) {
    EXPECT_NEAR(judged_share(example(), 3), 2.0 / 3, kExact);
    EXPECT_NEAR(judged_share(example(), 10), 4.0 / 6, kExact);
    EXPECT_NEAR(unjudged_share(example(), 10), 2.0 / 10, kExact);
}

TEST(Measures, Sets) {
    EXPECT_NEAR(set_precision(example()), 3.0 / 6, kExact);
    EXPECT_NEAR(set_f(example()), 2 * 0.5 * 0.75 / 1.25, kExact);
    EXPECT_NEAR(set_average_precision(example()), 9.0 / 24, kExact);
    EXPECT_NEAR(set_relative_precision(example()), 3.0 / 4, kExact);
    EXPECT_EQ(utility(example()), 0);
    EXPECT_EQ(utility(example(2)), -2);
}

TEST(Measures, RankBiased) {
    EXPECT_NEAR(rank_biased_precision(example(), 0.5), 0.5 * (1 + 1.0 / 8 + 1.0 / 32), kExact);
    EXPECT_NEAR(graded_rank_biased_precision(example(), 0.5), 0.5 * (2.0 / 3 + 1.0 / 3 / 8 + 1.0 / 32), kExact);
    EXPECT_NEAR(rank_biased_residual(example(), 0.5), 1.0 / 64 + 0.5 * (1.0 / 2 + 1.0 / 16), kExact);
    EXPECT_EQ(rank_biased_residual(GradedRanking({1, 0}, {1, 0}, 1), 0.5), 0);
}

TEST(Measures, NdcgWithBothGains) {
    const auto log = [](int rank) { return std::log2(rank + 1.0); };
    const double ideal = 3 / log(1) + 2 / log(2) + 2 / log(3) + 1 / log(4);
    EXPECT_NEAR(ndcg(example(), kWhole, Gain::kLinear), (2 / log(1) + 1 / log(4) + 3 / log(6)) / ideal, kExact);
    EXPECT_NEAR(ndcg(example(2), 3, Gain::kLinear), 2 / (3 / log(1) + 2 / log(2) + 2 / log(3)), kExact);
    EXPECT_NEAR(ndcg(example(), 4, Gain::kExponential),
                (3 / log(1) + 1 / log(4)) / (7 / log(1) + 3 / log(2) + 3 / log(3) + 1 / log(4)), kExact);
    // Grades too high for 2^g in a double.
    EXPECT_NEAR(ndcg(GradedRanking({0, 5000}, {5000, 0}, 1), 10, Gain::kExponential), log(1) / log(2), kExact);
}

TEST(Measures, GainsAveraged) {
    const auto log = [](int rank) { return std::log2(rank + 1.0); };
    const double ideal1 = 3 / log(1);
    const double ideal4 = ideal1 + 2 / log(2) + 2 / log(3) + 1 / log(4);
    const double after1 = 2 / log(1);
    const double after4 = after1 + 1 / log(4);
    const double after6 = after4 + 3 / log(6);
    EXPECT_NEAR(ndcg_at_gains(example()), (after1 / ideal1 + (after4 + after6 + after6) / ideal4) / 4, kExact);
    // Steps of the ideal ranking after ranks 1, 3 and 4; one rank follows the first without a gain: the end counts too.
    const double ideal3 = ideal4 - 1 / log(4);
    EXPECT_NEAR(ndcg_at_steps(example()), (after1 / ideal1 + after1 / ideal3 + after4 / ideal4 + after6 / ideal4) / 4,
                kExact);
    // Ideal sums 3, 5, 7, 8, 9 (at least 1 each), 10; gained 2, 2, 2, 3, 3, 6.
    EXPECT_NEAR(normalised_gain(example()),
                (2 / std::log2(2 + 1.0) + 1 / std::log2(2 + 5.0) + 3 / std::log2(2 + 4.0)) / 8, kExact);
    EXPECT_NEAR(binary_gain(example()), (1 / std::log2(2.0) + 1 / std::log2(4.0) + 1 / std::log2(5.0)) / 4, kExact);
}

TEST(Measures, AreZeroWhereTheyAreNotDefined) {
    for (const GradedRanking& ranking :
         {nothing_found(), nothing_relevant(), GradedRanking({}, {}, 1), GradedRanking({kUnjudged}, {-1}, 1)}) {
        for (const double value : {precision(ranking, 10),
                                   recall(ranking, 10),
                                   success(ranking, 10),
                                   relative_precision(ranking, 10),
                                   r_precision(ranking, 1),
                                   average_precision(ranking, kWhole),
                                   reciprocal_rank(ranking, kWhole),
                                   binary_preference(ranking),
                                   interpolated_precision(ranking, 0),
                                   eleven_point_average(ranking),
                                   set_precision(ranking),
                                   set_f(ranking),
                                   set_average_precision(ranking),
                                   set_relative_precision(ranking),
                                   rank_biased_precision(ranking, 0.8),
                                   binary_gain(ranking),
                                   ndcg(ranking, 10, Gain::kLinear),
                                   ndcg(ranking, kWhole, Gain::kExponential),
                                   ndcg_at_gains(ranking),
                                   ndcg_at_steps(ranking),
                                   normalised_gain(ranking),
                                   graded_rank_biased_precision(ranking, 0.9)}) {
            EXPECT_EQ(value, 0);
        }
    }
    EXPECT_EQ(judged_share(nothing_found(), 10), 0);
    EXPECT_EQ(rank_biased_residual(nothing_found(), 0.8), 0);
    EXPECT_EQ(utility(nothing_found()), 0);
}

TEST(Measures, ArePerfectForTheIdealRanking) {
    const GradedRanking ideal{{3, 2, 2, 1}, {3, 2, 2, 1, 0}, 1};
    for (const double value :
         {precision(ideal, 4), recall(ideal, 4), relative_precision(ideal, 2), r_precision(ideal, 1),
          average_precision(ideal, kWhole), reciprocal_rank(ideal, kWhole), binary_preference(ideal),
          eleven_point_average(ideal), set_f(ideal), binary_gain(ideal), ndcg(ideal, kWhole, Gain::kLinear),
          ndcg(ideal, 2, Gain::kExponential), ndcg_at_gains(ideal), ndcg_at_steps(ideal), normalised_gain(ideal)}) {
        EXPECT_NEAR(value, 1, kExact);
    }
}

}  // namespace
}  // namespace saegin::eval
