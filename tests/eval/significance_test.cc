#include "benchmarks/eval/significance.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace saegin::eval {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pointwise;

/// The definition of the randomisation test, followed word by word: every pattern of signs, one after another.
double enumerate_signs(const std::vector<double>& differences) {
    const double seen = std::abs(std::accumulate(differences.begin(), differences.end(), 0.0));
    const std::uint64_t patterns = std::uint64_t{1} << differences.size();
    std::uint64_t count = 0;
    for (std::uint64_t pattern = 0; pattern < patterns; ++pattern) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i) {
            sum += ((pattern >> i) & 1U) != 0 ? -differences[i] : differences[i];
        }
        count += std::abs(sum) >= seen - 1e-9 ? 1U : 0U;
    }
    return static_cast<double>(count) / static_cast<double>(patterns);
}

/// Uniform in [-1, 1) + shift, rounded to hundredths so that sums tie, as measures do.
std::vector<double> random_differences(std::mt19937_64& generator, std::size_t number, double shift) {
    std::vector<double> differences(number);
    for (double& difference : differences) {
        const double uniform = static_cast<double>(generator() >> 11U) * 0x1p-53;
        difference = std::round((2 * uniform - 1 + shift) * 100) / 100;
    }
    return differences;
}

TEST(RandomisationTest, HandExamples) {
    // Eight patterns of 1, 2, 3; as far from 0 as 6 are +++ and ---.
    const auto three = randomisation_test(std::vector<double>{1, 2, 3}, 10, 1);
    EXPECT_TRUE(three.exact);
    EXPECT_EQ(three.tried, 8U);
    EXPECT_DOUBLE_EQ(three.p, 2.0 / 8);
    // 1, 1, -1 sums to 1, as do or exceed six more: all patterns do.
    EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{1, 1, -1}, 10, 1).p, 1);
    EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{0, 0}, 10, 1).p, 1);
    EXPECT_DOUBLE_EQ(randomisation_test({}, 10, 1).p, 1);
    EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{0.5}, 10, 1).p, 1);
}

TEST(RandomisationTest, ZerosHaveNoPart) {
    std::vector<double> differences{0.3, -0.1, 0.2, 0.4};
    const double p = randomisation_test(differences, 10, 1).p;
    differences.resize(100, 0.0);
    const auto padded = randomisation_test(differences, 10, 1);
    EXPECT_TRUE(padded.exact);
    EXPECT_DOUBLE_EQ(padded.p, p);
}

TEST(RandomisationTest, AgreesWithExhaustiveEnumeration) {
    constexpr std::uint64_t kSeed = 20240917;
    std::cout << "seed " << kSeed << "\n";
    std::mt19937_64 generator{kSeed};
    for (std::size_t trial = 0; trial < 60; ++trial) {
        const std::size_t number = 1 + trial % 14;
        const auto differences = random_differences(generator, number, trial % 3 == 0 ? 0.4 : 0);
        const auto tested = randomisation_test(differences, 10, 1);
        EXPECT_TRUE(tested.exact);
        EXPECT_NEAR(tested.p, enumerate_signs(differences), 1e-12) << "trial " << trial;
    }
}

TEST(RandomisationTest, DrawnSignsComeCloseToAllSigns) {
    constexpr std::uint64_t kSeed = 5;
    std::cout << "seed " << kSeed << "\n";
    std::mt19937_64 generator{kSeed};
    for (const double shift : {0.0, 0.2, 0.5}) {
        const auto differences = random_differences(generator, kExactUpTo + 2, shift);
        const auto drawn = randomisation_test(differences, 100'000, kSeed);
        EXPECT_FALSE(drawn.exact);
        EXPECT_EQ(drawn.tried, 100'000U);
        const double exact = enumerate_signs(differences);
        const double error = std::sqrt(exact * (1 - exact) / 100'000) + 1e-5;
        EXPECT_NEAR(drawn.p, exact, 4 * error) << "shift " << shift;
    }
}

TEST(RandomisationTest, SameSeedSameFigure) {
    std::mt19937_64 generator{7};
    const auto differences = random_differences(generator, 100, 0.1);
    EXPECT_EQ(randomisation_test(differences, 1000, 3).p, randomisation_test(differences, 1000, 3).p);
    EXPECT_NE(randomisation_test(differences, 1000, 3).p, randomisation_test(differences, 1000, 4).p);
}

TEST(RandomisationTest, PIsNeverZero) {
    const std::vector<double> differences(50, 0.5);
    EXPECT_DOUBLE_EQ(randomisation_test(differences, 999, 1).p, 1.0 / 1000);
}

TEST(RandomisationTest, FindsOneInTwentyWhereThereIsNothing) {
    // Two systems with different values for each of 40 queries, and labels shuffled query by query: no system is
    // better.
    constexpr std::uint64_t kSeed = 1;
    constexpr int kTrials = 1000;
    std::cout << "seed " << kSeed << "\n";
    std::mt19937_64 generator{kSeed};
    int by_signs = 0;
    int by_t = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
        std::vector<double> differences = random_differences(generator, 40, 0.3);
        for (double& difference : differences) {
            difference = (generator() & 1U) != 0 ? -difference : difference;
        }
        const auto tested = randomisation_test(differences, 1999, generator());
        ASSERT_FALSE(tested.exact);
        by_signs += tested.p <= 0.05 ? 1 : 0;
        by_t += paired_t_test(differences).value_or(1) <= 0.05 ? 1 : 0;
    }
    std::cout << "false positives at 0.05: randomisation " << by_signs << ", t-test " << by_t << " of " << kTrials
              << "\n";
    EXPECT_GE(by_signs, kTrials * 3 / 100);
    EXPECT_LE(by_signs, kTrials * 7 / 100);
    EXPECT_GE(by_t, kTrials * 3 / 100);
    EXPECT_LE(by_t, kTrials * 7 / 100);
}

TEST(PairedTTest, TextbookExample) {
    // Student's own data, Biometrika 1908: hours of sleep gained by two drugs; t = 4.0621, 9 degrees of freedom.
    const std::vector<double> gained{1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
    EXPECT_NEAR(paired_t_test(gained).value(), 0.002833, 1e-6);
    EXPECT_NEAR(cohens_dz(gained).value(), 4.0621277 / std::sqrt(10.0), 1e-6);
}

TEST(PairedTTest, IsSymmetricAndDefinedAtItsLimits) {
    EXPECT_DOUBLE_EQ(*paired_t_test(std::vector<double>{1, 2, 4}), *paired_t_test(std::vector<double>{-1, -2, -4}));
    EXPECT_EQ(paired_t_test(std::vector<double>{0, 0, 0}), 1.0);
    EXPECT_EQ(paired_t_test(std::vector<double>{0.1, 0.1, 0.1}), 0.0);
    EXPECT_EQ(paired_t_test(std::vector<double>{0.1}), std::nullopt);
    EXPECT_EQ(paired_t_test({}), std::nullopt);
    EXPECT_EQ(cohens_dz(std::vector<double>{0.1, 0.1, 0.1}), std::nullopt);
    EXPECT_EQ(cohens_dz(std::vector<double>{0.1}), std::nullopt);
}

TEST(Holm, HandExamples) {
    const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
    // Sorted: 0.005 x 4, 0.01 x 3, 0.03 x 2, 0.04 x 1, which may not fall below the step before.
    EXPECT_THAT(holm(p), Pointwise(DoubleNear(1e-12), std::vector<double>{0.03, 0.06, 0.06, 0.02}));
    EXPECT_THAT(holm(std::vector<double>{0.6, 0.7}), ElementsAre(1.0, 1.0));
    EXPECT_THAT(holm(std::vector<double>{0.2}), ElementsAre(0.2));
    EXPECT_TRUE(holm({}).empty());
}

TEST(BootstrapMean, CoversTheMeanAndNarrowsWithTheData) {
    constexpr std::uint64_t kSeed = 11;
    std::cout << "seed " << kSeed << "\n";
    std::mt19937_64 generator{kSeed};
    const auto values = random_differences(generator, 400, 0.25);
    const Interval interval = bootstrap_mean(values, 0.95, 10'000, kSeed);
    const double middle = mean(values);
    // Normal theory: 1.96 standard errors of a uniform variable of width 2.
    const double half = 1.96 * (2 / std::sqrt(12.0)) / std::sqrt(400.0);
    EXPECT_NEAR(interval.low, middle - half, 0.15 * half);
    EXPECT_NEAR(interval.high, middle + half, 0.15 * half);
    const Interval again = bootstrap_mean(values, 0.95, 10'000, kSeed);
    EXPECT_EQ(again.low, interval.low);
    EXPECT_EQ(again.high, interval.high);
    const Interval narrow = bootstrap_mean(values, 0.5, 10'000, kSeed);
    EXPECT_GT(narrow.low, interval.low);
    EXPECT_LT(narrow.high, interval.high);
}

TEST(BootstrapMean, OfOneValueAndOfNone) {
    const Interval one = bootstrap_mean(std::vector<double>{0.25}, 0.95, 10, 1);
    EXPECT_EQ(one.low, 0.25);
    EXPECT_EQ(one.high, 0.25);
    EXPECT_EQ(bootstrap_mean({}, 0.95, 10, 1).high, 0);
    EXPECT_EQ(bootstrap_mean(std::vector<double>{1, 1}, 0.95, 1, 1).low, 1);
}

}  // namespace
}  // namespace saegin::eval
