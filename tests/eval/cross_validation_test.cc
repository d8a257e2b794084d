// Cross-validation against answers that are known beforehand.
#include "benchmarks/eval/cross_validation.h"

#include <numeric>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/seed.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;

TEST(BestPoint, IsTheFirstOfEquals) {
    EXPECT_EQ(best_point({{0.2, 0.4}, {0.4, 0.2}, {0.3, 0.3}}), 0U);
    EXPECT_EQ(best_point({{0.2, 0.4}, {0.4, 0.2 + 1e-12}}), 0U) << "rounding is no reason";
    EXPECT_EQ(best_point({{0.2, 0.4}, {0.4, 0.21}}), 1U);
    const PointValues values{{1, 0, 0}, {0, 1, 0}};
    const std::vector<std::size_t> second{1};
    EXPECT_EQ(best_point(values, second), 1U);
}

TEST(CrossValidation, OfOnePointIsItsMean) {
    const CrossValidation result = cross_validate({{0.1, 0.2, 0.6, 0.7, 0.9}}, 2, 1);
    EXPECT_DOUBLE_EQ(result.mean, 0.5);
    ASSERT_EQ(result.folds.size(), 2U);
    EXPECT_NEAR(result.folds[0].test * 3 + result.folds[1].test * 2, 2.5, 1e-12) << "the first fold has one more";
    EXPECT_DOUBLE_EQ(result.folds[0].train, result.folds[1].test);
}

TEST(CrossValidation, OfAPointThatIsBetterEverywhereChoosesIt) {
    PointValues values(3, std::vector<double>(20, 0.5));
    values[1].assign(20, 0.75);
    const CrossValidation result = cross_validate(values, 5, 7);
    EXPECT_DOUBLE_EQ(result.mean, 0.75);
    for (const Fold& fold : result.folds) {
        EXPECT_EQ(fold.point, 1U);
    }
}

TEST(CrossValidation, LeavingOneOutSeesThatChanceDoesNotRepeat) {
    // Point i is right for topic i only: what the others choose is never right for the one left out.
    PointValues values(4, std::vector<double>(4, 0));
    for (std::size_t i = 0; i < 4; ++i) {
        values[i][i] = 1;
    }
    const CrossValidation result = cross_validate(values, 4, 3);
    EXPECT_DOUBLE_EQ(result.mean, 0) << "the best point has 0.25 over all";
    for (const Fold& fold : result.folds) {
        EXPECT_DOUBLE_EQ(fold.train, 1.0 / 3);
        EXPECT_DOUBLE_EQ(fold.test, 0);
    }
}

TEST(CrossValidation, IsTheSameForASeedAndDiffersBetweenSeeds) {
    // Powers of two: the sum of a fold tells which topics are in it.
    std::vector<double> powers(16);
    for (std::size_t i = 0; i < powers.size(); ++i) {
        powers[i] = static_cast<double>(std::size_t{1} << i);
    }
    const auto tests = [&](std::uint64_t seed) {
        std::vector<double> means;
        for (const Fold& fold : cross_validate({powers}, 4, seed).folds) {
            means.push_back(fold.test);
        }
        return means;
    };
    EXPECT_EQ(tests(1), tests(1));
    std::set<std::vector<double>> different;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        different.insert(tests(seed));
        const std::vector<double> means = tests(seed);
        EXPECT_DOUBLE_EQ(std::accumulate(means.begin(), means.end(), 0.0) * 4, 65535) << "each topic in one fold";
    }
    EXPECT_EQ(different.size(), 10U);
}

TEST(CrossValidation, IsNotLedAstrayByNoiseAsTheBestPointIs) {
    std::mt19937 random{test::test_seed(20241124)};
    std::uniform_real_distribution<double> noise{0, 1};
    double best = 0;
    double validated = 0;
    constexpr int kTrials = 200;
    for (int trial = 0; trial < kTrials; ++trial) {
        PointValues values(20, std::vector<double>(30));
        for (auto& point : values) {
            for (double& value : point) {
                value = noise(random);
            }
        }
        const std::vector<double>& chosen = values[best_point(values)];
        best += std::accumulate(chosen.begin(), chosen.end(), 0.0) / 30 / kTrials;
        validated += cross_validate(values, 5, static_cast<std::uint64_t>(trial)).mean / kTrials;
    }
    EXPECT_GT(best, 0.57) << "all points are worth 0.5";
    EXPECT_NEAR(validated, 0.5, 0.02);
}

}  // namespace
}  // namespace saegin::eval
