// The formulas of related papers, on papers that are few enough to be computed by hand. Their words:
//
//         sea  ship  star  moon
//   p1     2    1     .     .     3 words
//   p2     1    .     3     .     4 words
//   p3     .    4     1     .     5 words
//   p4     .    .     .     2     2 words
//
// So N = 4, the mean length is 3.5, and sea, ship and star are in two papers each: their ln(N / df) is ln 2.
#include "benchmarks/related/formulations.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace saegin::related {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

enum Word : std::uint32_t { kMoon, kSea, kShip, kStar };
enum Place : std::size_t { kP1, kP2, kP3, kP4 };

latent::WordCounts four_papers() {
    return {{"moon", "sea", "ship", "star"},
            {{"p1", {{kSea, 2}, {kShip, 1}}},
             {"p2", {{kSea, 1}, {kStar, 3}}},
             {"p3", {{kShip, 4}, {kStar, 1}}},
             {"p4", {{kMoon, 2}}}}};
}

/// Settings under which so small an archive has words to speak of.
constexpr double kAll = 1;

MoreLikeThis from_two_papers_on() {
    MoreLikeThis settings;
    settings.fewest_papers = 2;
    settings.fewest_in_seed = 1;
    return settings;
}

TEST(Corpus, CountsPapersAndLengths) {
    const Corpus corpus{four_papers()};
    EXPECT_EQ(corpus.papers_with(kSea), 2U);
    EXPECT_EQ(corpus.papers_with(kMoon), 1U);
    EXPECT_DOUBLE_EQ(corpus.length(kP3), 5);
    EXPECT_DOUBLE_EQ(corpus.mean_length(), 3.5);
    EXPECT_EQ(corpus.place("p3"), kP3);
    EXPECT_FALSE(corpus.place("p0"));
    EXPECT_FALSE(corpus.place("p9"));
}

TEST(Formulations, MoreLikeThisRanksTheBestWordsOfTheSeedByBm25) {
    const Corpus corpus{four_papers()};
    const Scores scores = more_like_this(corpus, kP1, from_two_papers_on());
    // Of a word in 2 of 4 papers BM25's idf is ln(1 + 2.5 / 2.5) = ln 2.
    EXPECT_DOUBLE_EQ(scores[kP2], std::log(2.0) * 1 / (1 + 1.2 * (0.25 + 0.75 * 4 / 3.5)));
    EXPECT_DOUBLE_EQ(scores[kP3], std::log(2.0) * 4 / (4 + 1.2 * (0.25 + 0.75 * 5 / 3.5)));
    EXPECT_DOUBLE_EQ(scores[kP4], 0);
}

TEST(Formulations, MoreLikeThisBoostsAWordByItsShareOfTheBest) {
    const Corpus corpus{four_papers()};
    MoreLikeThis settings = from_two_papers_on();
    const Scores plain = more_like_this(corpus, kP1, settings);
    settings.boost = true;
    const Scores boosted = more_like_this(corpus, kP1, settings);
    // Chosen by tf x (1 + ln(5 / 3)): sea twice as much as ship.
    EXPECT_DOUBLE_EQ(boosted[kP2], plain[kP2]);
    EXPECT_DOUBLE_EQ(boosted[kP3], plain[kP3] / 2);
}

struct ChoiceCase {
    const char* what;
    void (*change)(MoreLikeThis& settings);
    bool sea;
    bool ship;
};

TEST(Formulations, MoreLikeThisTakesWordsWithinItsLimits) {
    const Corpus corpus{four_papers()};
    for (const ChoiceCase& row : {
             ChoiceCase{"all", [](MoreLikeThis&) {}, true, true},
             ChoiceCase{"the best one", [](MoreLikeThis& settings) { settings.terms = 1; }, true, false},
             ChoiceCase{"twice in the seed", [](MoreLikeThis& settings) { settings.fewest_in_seed = 2; }, true, false},
             ChoiceCase{"in three papers", [](MoreLikeThis& settings) { settings.fewest_papers = 3; }, false, false},
         }) {
        MoreLikeThis settings = from_two_papers_on();
        row.change(settings);
        const Scores scores = more_like_this(corpus, kP1, settings);
        EXPECT_EQ(scores[kP2] > 0, row.sea) << row.what;
        EXPECT_EQ(scores[kP3] > 0, row.ship) << row.what;
    }
}

TEST(Formulations, PoissonTopicsMultiplyTheWeightsOfSharedWords) {
    const Corpus corpus{four_papers()};
    // At mu / lambda = 1/2 and lambda - mu = 0.1: 1 / (1 + 0.5^(tf - 1) e^(0.1 l)) x sqrt(ln 2).
    const Scores scores = poisson_topics(corpus, kP1, {0.2, 0.1, kAll});
    const double sea_in_p1 = 1 / (1 + 0.5 * std::exp(0.3));
    const double sea_in_p2 = 1 / (1 + std::exp(0.4));
    const double ship_in_p1 = 1 / (1 + std::exp(0.3));
    const double ship_in_p3 = 1 / (1 + 0.125 * std::exp(0.5));
    EXPECT_DOUBLE_EQ(scores[kP2], sea_in_p1 * sea_in_p2 * std::log(2.0));
    EXPECT_DOUBLE_EQ(scores[kP3], ship_in_p1 * ship_in_p3 * std::log(2.0));
    EXPECT_DOUBLE_EQ(scores[kP4], 0);
    EXPECT_THAT(poisson_topics(corpus, kP1, {0.2, 0.1, 0.4}), ElementsAre(0, 0, 0, 0)) << "all words are too common";
}

TEST(Formulations, CosineIsThatOfTheAngle) {
    const Corpus corpus{four_papers()};
    const Scores scores = cosine(corpus, kP1, {kAll});
    // ln 2 is in all weights of these three and falls out.
    const auto length = [](double tf, double other) { return std::hypot(1 + std::log(tf), 1 + std::log(other)); };
    EXPECT_DOUBLE_EQ(scores[kP1], 1);
    EXPECT_DOUBLE_EQ(scores[kP2], (1 + std::log(2.0)) * 1 / (length(2, 1) * length(1, 3)));
    EXPECT_DOUBLE_EQ(scores[kP3], 1 * (1 + std::log(4.0)) / (length(2, 1) * length(4, 1)));
    EXPECT_DOUBLE_EQ(scores[kP4], 0);
    EXPECT_THAT(cosine(corpus, kP1, {0.4}), ElementsAre(0, 0, 0, 0)) << "all words are too common";
}

TEST(Formulations, LatentCosineIsThatOfTheRows) {
    const Corpus corpus{four_papers()};
    const latent::LatentSpace space = latent::LatentSpace::from_rows({"p1", "p2", "p4"}, {{1, 0}, {1, 1}, {0, 1}});
    const Scores scores = latent_cosine(corpus, kP1, space);
    EXPECT_NEAR(scores[kP2], std::sqrt(0.5), 0.01);
    EXPECT_DOUBLE_EQ(scores[kP3], 0) << "not in the space";
    EXPECT_NEAR(scores[kP4], 0, 0.01);
    EXPECT_THAT(latent_cosine(corpus, kP3, space), ElementsAre(0, 0, 0, 0));
}

TEST(Formulations, TheBestComeInOrderWithoutTheSeedAndWhatScoresNothing) {
    const Corpus corpus{four_papers()};
    EXPECT_THAT(best(corpus, {0.5, 9, 0.5, 0}, kP2, 10), ElementsAre(Pair("p1", 0.5), Pair("p3", 0.5)));
    EXPECT_THAT(best(corpus, {0.1, 0.2, 0.3, 9}, kP4, 2), ElementsAre(Pair("p3", 0.3), Pair("p2", 0.2)));
    EXPECT_THAT(best(corpus, {-1, 0, 0, 1}, kP4, 2), ElementsAre());
}

}  // namespace
}  // namespace saegin::related
