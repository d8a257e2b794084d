// What the vote prior promises:
//  1. It is the mid-rank percentile among the papers of the same weeks, whatever the order of the papers.
//  2. Without votes or a day it is neutral, and such papers count in nobody's window.
//  3. The window reaches kPriorDays to either side, both ends included.
//  4. One viral paper stretches nothing.
#include "common/vote_prior.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/support/seed.h"

namespace saegin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The definition, word by word.
double by_definition(const std::vector<VoteRecord>& records, const VoteRecord& paper) {
    double below = 0;
    double equal = 0;
    double all = 0;
    for (const VoteRecord& other : records) {
        if (other.day && other.votes && std::abs(*other.day - *paper.day) <= kPriorDays) {
            ++all;
            below += *other.votes < *paper.votes ? 1 : 0;
            equal += *other.votes == *paper.votes ? 1 : 0;
        }
    }
    return (below + equal / 2) / all;
}

TEST(VotePrior, IsNeutralWhereVotesOrDayAreUnknown) {
    EXPECT_THAT(vote_priors({}), IsEmpty());
    EXPECT_THAT(vote_priors({{10, std::nullopt}, {std::nullopt, 500}, {std::nullopt, std::nullopt}}),
                ElementsAre(kNeutralPrior, kNeutralPrior, kNeutralPrior));
}

TEST(VotePrior, UnknownPapersCountInNobodysWindow) {
    EXPECT_THAT(vote_priors({{10, 5}, {10, std::nullopt}, {10, 9}, {std::nullopt, 1}}),
                ElementsAre(0.25, kNeutralPrior, 0.75, kNeutralPrior));
}

TEST(VotePrior, ALonelyPaperIsTheMedianOfItsWeeks) {
    EXPECT_THAT(vote_priors({{10, 0}}), ElementsAre(0.5));
    EXPECT_THAT(vote_priors({{10, 100000}}), ElementsAre(0.5));
}

TEST(VotePrior, IsTheMidRank) {
    EXPECT_THAT(vote_priors({{1, 30}, {1, 10}, {1, 20}, {1, 40}}), ElementsAre(0.625, 0.125, 0.375, 0.875));
    EXPECT_THAT(vote_priors({{1, 7}, {1, 7}, {1, 7}}), ElementsAre(0.5, 0.5, 0.5));
    EXPECT_THAT(vote_priors({{1, 0}, {1, 0}, {1, 3}, {1, 9}}), ElementsAre(0.25, 0.25, 0.625, 0.875));
}

TEST(VotePrior, TheWindowIncludesBothItsEnds) {
    EXPECT_THAT(vote_priors({{100, 1}, {100 + kPriorDays, 9}}), ElementsAre(0.25, 0.75));
    EXPECT_THAT(vote_priors({{100, 1}, {100 + kPriorDays + 1, 9}}), ElementsAre(0.5, 0.5));
    EXPECT_THAT(vote_priors({{-kPriorDays, 1}, {0, 9}}), ElementsAre(0.25, 0.75));
}

TEST(VotePrior, AViralPaperStretchesNothing) {
    const std::vector<double> calm = vote_priors({{1, 10}, {1, 20}, {1, 30}, {1, 40}});
    EXPECT_EQ(vote_priors({{1, 10}, {1, 20}, {1, 30}, {1, 40'000'000}}), calm);
}

TEST(VotePrior, GrowsWithTheReadershipOfItsSeason) {
    // 20 votes were much in a quiet month and are little in a busy one.
    const std::vector<double> priors = vote_priors({{0, 5}, {0, 10}, {0, 20}, {200, 20}, {200, 50}, {200, 90}});
    EXPECT_GT(priors[2], 0.8);
    EXPECT_LT(priors[3], 0.2);
}

TEST(VotePrior, AgreesWithItsDefinitionInAnyOrder) {
    std::mt19937 random{test::test_seed(20240828)};
    for (int round = 0; round < 30; ++round) {
        std::vector<VoteRecord> records(random() % 120);
        for (VoteRecord& record : records) {
            if (random() % 10 != 0) {
                record.day = static_cast<std::int32_t>(random() % 90);
            }
            if (random() % 10 != 0) {
                record.votes = static_cast<Votes>(random() % 12);
            }
        }
        const std::vector<double> priors = vote_priors(records);
        ASSERT_EQ(priors.size(), records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            const bool ranked = records[i].day && records[i].votes;
            ASSERT_DOUBLE_EQ(priors[i], ranked ? by_definition(records, records[i]) : kNeutralPrior) << "paper " << i;
        }
        std::vector<std::size_t> order(records.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::shuffle(order.begin(), order.end(), random);
        std::vector<VoteRecord> shuffled;
        for (const std::size_t i : order) {
            shuffled.push_back(records[i]);
        }
        const std::vector<double> again = vote_priors(shuffled);
        for (std::size_t i = 0; i < order.size(); ++i) {
            ASSERT_EQ(again[i], priors[order[i]]) << "the order of the papers must not matter, to the last bit";
        }
    }
}

}  // namespace
}  // namespace saegin
