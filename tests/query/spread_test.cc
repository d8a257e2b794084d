// What spreading promises: at 0 nothing moves; the best stays first; likeness to what stands before costs a place; the
// order does not depend on what cannot be placed.
#include "query/spread.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace saegin::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

latent::LatentSpace space_of(std::vector<std::string> ids, const std::vector<latent::Vector>& rows) {
    return latent::LatentSpace::from_rows(std::move(ids), rows);
}

TEST(Spread, PutsWhatIsUnlikeTheFirstBeforeItsTwin) {
    const auto space = space_of({"a", "b", "c"}, {{1, 0}, {1, 0.01F}, {0, 1}});
    const std::vector<Candidate> candidates{{"a", 1.0}, {"b", 0.9}, {"c", 0.6}};
    EXPECT_THAT(spread_out(candidates, space, 0), ElementsAre(0, 1, 2));
    EXPECT_THAT(spread_out(candidates, space, 0.1), ElementsAre(0, 1, 2)) << "a little: relevance decides";
    EXPECT_THAT(spread_out(candidates, space, 0.5), ElementsAre(0, 2, 1));
    EXPECT_THAT(spread_out(candidates, space, 1), ElementsAre(0, 2, 1));
}

TEST(Spread, LeavesAloneWhatItCannotPlace) {
    const std::vector<Candidate> candidates{{"a", 1.0}, {"b", 0.9}, {"c", 0.6}};
    EXPECT_THAT(spread_out(candidates, latent::LatentSpace{}, 0.9), ElementsAre(0, 1, 2));
    EXPECT_THAT(spread_out({}, latent::LatentSpace{}, 0.9), IsEmpty());
    EXPECT_THAT(spread_out({{"a", 1.0}}, latent::LatentSpace{}, 0.9), ElementsAre(0));
    EXPECT_THAT(spread_out({{"a", -1.0}, {"b", -2.0}}, space_of({"a", "b"}, {{1, 0}, {0, 1}}), 0.9), ElementsAre(0, 1))
        << "scores below 0 have no best to share";
}

TEST(Spread, PropertiesOfRandomLists) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        std::mt19937_64 random{seed};
        const std::size_t count = 1 + random() % 260;  // some longer than what is spread
        std::vector<std::string> ids;
        std::vector<latent::Vector> rows;
        std::vector<Candidate> candidates;
        double score = 10;
        for (std::size_t i = 0; i < count; ++i) {
            ids.push_back(std::to_string(1000 + i));
            latent::Vector row(4);
            std::generate(row.begin(), row.end(), [&] { return static_cast<float>(random() % 200) - 100.5F; });
            rows.push_back(std::move(row));
            candidates.push_back({ids.back(), score});
            score -= static_cast<double>(random() % 3) / 100;
        }
        const auto space = space_of(ids, rows);
        std::vector<std::size_t> plain(count);
        std::iota(plain.begin(), plain.end(), 0);
        EXPECT_EQ(spread_out(candidates, space, 0), plain) << "seed " << seed;
        for (const double spread : {0.2, 0.7, 1.0}) {
            std::vector<std::size_t> order = spread_out(candidates, space, spread);
            EXPECT_EQ(order.front(), 0U) << "seed " << seed;
            for (std::size_t i = kSpreadOver; i < count; ++i) {
                EXPECT_EQ(order[i], i) << "seed " << seed;
            }
            std::sort(order.begin(), order.end());
            EXPECT_EQ(order, plain) << "each once, seed " << seed;
        }
    }
}

}  // namespace
}  // namespace saegin::query
