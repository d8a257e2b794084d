// What the measures of agreement promise, against values worked out by hand and the definition itself.
#include "benchmarks/eval/suites/rank_overlap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "tests/support/seed.h"

namespace saegin::eval {
namespace {

using Ids = std::vector<std::string>;

struct Pair {
    const char* name;
    Ids a;
    Ids b;
    double overlap;  ///< at 3
    double rbo;      ///< with p = 0.5
};

std::ostream& operator<<(std::ostream& out, const Pair& pair) {
    return out << pair.name;
}

class Overlap : public testing::TestWithParam<Pair> {};

TEST_P(Overlap, IsAsWorkedOut) {
    const Pair& pair = GetParam();
    EXPECT_NEAR(overlap_at(pair.a, pair.b, 3), pair.overlap, 1e-12);
    EXPECT_NEAR(overlap_at(pair.b, pair.a, 3), pair.overlap, 1e-12);
    EXPECT_NEAR(rank_biased_overlap(pair.a, pair.b, 0.5), pair.rbo, 1e-12);
    EXPECT_NEAR(rank_biased_overlap(pair.b, pair.a, 0.5), pair.rbo, 1e-12);
}

// {a,b,c} and {b,a,d}: agreement 0, 1, 2/3. Sum of A_d p^d = 0 + 1/4 + (2/3)/8 = 1/3, times (1-p)/p = 1, and 2/3 / 8.
// {a} and {a,b}, s = 1, l = 2: X = 1, 1. Sum = 1/2 + (1/2)/4 + (1 * 1 / 2)/4 = 3/4, rest = (0 / 2 + 1/1) / 4 = 1/4.
// {a} and {b,a}: X = 0, 1. Sum = 0 + (1/2)/4 + 0 = 1/8, rest = (1/2 + 0)/4 = 1/8.
INSTANTIATE_TEST_SUITE_P(RankOverlap, Overlap,
                         testing::Values(Pair{"both empty", {}, {}, 1, 1}, Pair{"one empty", {"a"}, {}, 0, 0},
                                         Pair{"equal", {"a", "b", "c"}, {"a", "b", "c"}, 1, 1},
                                         Pair{"disjoint", {"a", "b"}, {"c", "d"}, 0, 0},
                                         Pair{"swapped", {"a", "b", "c"}, {"b", "a", "d"}, 2.0 / 3, 5.0 / 12},
                                         Pair{"the shorter goes on as it began", {"a"}, {"a", "b"}, 0.5, 1},
                                         Pair{"met late", {"a"}, {"b", "a"}, 0.5, 0.25},
                                         Pair{"beyond the depth",
                                              {"a", "b", "c", "x"},
                                              {"a", "b", "d", "c"},
                                              2.0 / 3,
                                              0.5 + 0.25 + 2.0 / 3 / 8 + 0.75 / 16 + 0.75 / 16}));

TEST(RankOverlap, FollowsTheDefinitionForEqualLengths) {
    std::mt19937 random{test::test_seed(20240828)};
    for (int round = 0; round < 200; ++round) {
        Ids pool;
        for (int i = 0; i < 30; ++i) {
            pool.push_back(std::to_string(i));
        }
        const auto draw = [&] {
            std::shuffle(pool.begin(), pool.end(), random);
            return Ids(pool.begin(), pool.begin() + 20);
        };
        const Ids a = draw();
        const Ids b = draw();
        double sum = 0;
        double agreement = 0;
        for (std::size_t d = 1; d <= a.size(); ++d) {
            agreement = overlap_at(a, b, d);
            sum += agreement * std::pow(0.9, d);
        }
        const double expected = sum * (0.1 / 0.9) + agreement * std::pow(0.9, a.size());
        ASSERT_NEAR(rank_biased_overlap(a, b, 0.9), expected, 1e-9);
    }
}

}  // namespace
}  // namespace saegin::eval
