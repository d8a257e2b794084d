// What the seeded choices promise: the same everywhere, even, and independent of each other.
#include "benchmarks/eval/suites/seeded_draw.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace saegin::eval {
namespace {

TEST(SeededDraw, GivesTheSameOnEveryMachine) {
    Draw draw{1, "test"};
    std::vector<std::size_t> drawn;
    for (int i = 0; i < 6; ++i) {
        drawn.push_back(draw.below(1000));
    }
    EXPECT_EQ(drawn, (std::vector<std::size_t>{780, 79, 739, 942, 543, 171}));
    EXPECT_EQ(seeded_number(1, "2408.15237"), 8804565312479136517U);
}

TEST(SeededDraw, HasAStreamForEachPurposeAndSeed) {
    const auto stream = [](std::uint64_t seed, const char* purpose) {
        Draw draw{seed, purpose};
        std::vector<std::size_t> drawn;
        for (int i = 0; i < 20; ++i) {
            drawn.push_back(draw.below(100));
        }
        return drawn;
    };
    EXPECT_EQ(stream(1, "a"), stream(1, "a"));
    EXPECT_NE(stream(1, "a"), stream(1, "b"));
    EXPECT_NE(stream(1, "a"), stream(2, "a"));
}

TEST(SeededDraw, DrawsEvenlyAndWithinBounds) {
    constexpr std::size_t kSides = 6;
    constexpr int kThrows = 60000;
    std::array<int, kSides> seen{};
    Draw draw{7, "dice"};
    for (int i = 0; i < kThrows; ++i) {
        const std::size_t side = draw.below(kSides);
        ASSERT_LT(side, kSides);
        ++seen.at(side);
    }
    for (const int times : seen) {
        EXPECT_NEAR(times, kThrows / 6.0, 500) << "five standard deviations";
    }
    EXPECT_EQ(draw.below(1), 0U);
}

}  // namespace
}  // namespace saegin::eval
