// Rising terms: what is planted is found, what is chance is not, and the figures are exact.
#include "query/trends.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <iterator>

#include "tests/query/shuffled_days.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::size_t kMonths = 12;
constexpr std::size_t kPapersInMonth = 100;

/// A year of papers whose titles have words drawn from 300, the n-th with a probability of about 1/n; and "comet" in
/// every twelfth title, but in every fourth of the last three months.
DatedTitles synthetic_archive(std::uint32_t seed) {
    std::mt19937 random{seed};
    std::vector<DatedTitle> papers;
    for (std::size_t i = 0; i < kMonths * kPapersInMonth; ++i) {
        const std::size_t month = i / kPapersInMonth;
        std::string title;
        for (std::size_t word = 1; word <= 300; ++word) {
            if (random() % word == 0 && random() % 3 == 0) {
                std::string name(3, 'a');
                name[0] = static_cast<char>('b' + word % 17);
                name[1] = static_cast<char>('b' + word / 17);
                title += name + ": ";  // the sign keeps neighbours from being pairs
            }
        }
        title += i % (month + 3 < kMonths ? 12 : 4) == 0 ? "comet" : "";
        papers.push_back({PaperId{std::to_string(i)}, title,
                          DigestDate{2024, static_cast<unsigned>(month) + 1, static_cast<unsigned>(i % 28) + 1}});
    }
    return dated_titles(std::move(papers));
}

std::vector<std::string> rising(const Trends& trends) {
    std::vector<std::string> terms;
    std::transform(trends.rising.begin(), trends.rising.end(), std::back_inserter(terms),
                   [](const RisingTerm& term) { return term.text; });
    return terms;
}

TEST(Trends, OneWrongDateDoesNotStretchThemOverCenturies) {
    DatedTitles archive = synthetic_archive(1);
    const Trends before = find_trends(archive, {});
    archive.days.front() = {1, 1, 1};
    const Trends after = find_trends(archive, {});
    EXPECT_EQ(after.months.size(), static_cast<std::size_t>(kMostMonths));
    EXPECT_EQ(after.months.back(), before.months.back());
    EXPECT_EQ(after.now, before.now);
    EXPECT_EQ(after.rising.size(), before.rising.size());
}

TEST(Trends, FindWhatRises) {
    const Trends trends = find_trends(synthetic_archive(test::test_seed(7)));
    EXPECT_EQ(trends.months.size(), kMonths);
    EXPECT_EQ(trends.now, 3U);
    EXPECT_GT(trends.tested, 50U);
    ASSERT_THAT(rising(trends), Contains("comet"));
    const RisingTerm& comet = trends.rising.front();
    EXPECT_EQ(comet.text, "comet");
    EXPECT_EQ(comet.papers, 150U);
    EXPECT_EQ(comet.now, (Share{75, 300}));
    EXPECT_EQ(comet.before, (Share{75, 900}));
    EXPECT_EQ(month_text(comet.first_seen), "2024-01");
    EXPECT_THAT(comet.by_month, ElementsAre(9, 8, 8, 9, 8, 8, 9, 8, 8, 25, 25, 25));
    EXPECT_LE(comet.q, kFalseRate);
    EXPECT_LE(comet.p, comet.q);
}

TEST(Trends, OfShuffledDaysAreHardlyAny) {
    constexpr std::size_t kShuffles = 100;
    const std::uint32_t seed = test::test_seed(1000);
    const DatedTitles titles = synthetic_archive(7);
    const test::FalseRisers found = test::false_risers(titles, {}, seed, kShuffles);
    std::cout << "seeds " << seed << " to " << seed + kShuffles - 1 << ": " << found.rising << " risers, in "
              << found.with_any << " of " << kShuffles << " shuffles\n";
    EXPECT_LT(found.mean_share, kFalseRate);
    EXPECT_LE(found.with_any, kShuffles / 10) << "5 are expected at most";
}

TEST(Trends, ARangeLeavesPapersOut) {
    const DatedTitles titles = synthetic_archive(7);
    const Trends early = find_trends(titles, {std::nullopt, DigestDate{2024, 8, 31}});
    EXPECT_EQ(early.months.size(), 8U);
    EXPECT_EQ(early.now, 2U);
    EXPECT_THAT(rising(early), ::testing::Not(Contains("comet"))) << "it had not risen then";
    const Trends late = find_trends(titles, {DigestDate{2024, 9, 15}, std::nullopt});
    EXPECT_EQ(month_text(late.months.front()), "2024-09");
    EXPECT_EQ(late.now, 1U);
    const Trends last = find_trends(titles, {DigestDate{2024, 6, 1}, std::nullopt});
    const auto comet = std::find_if(last.rising.begin(), last.rising.end(),
                                    [](const RisingTerm& term) { return term.text == "comet"; });
    if (comet != last.rising.end()) {
        EXPECT_EQ(month_text(comet->first_seen), "2024-01") << "also before the range";
    }
}

TEST(Trends, OfTooLittleAreNone) {
    EXPECT_TRUE(find_trends({}).months.empty());
    const Trends one_month = find_trends(synthetic_archive(7), {DigestDate{2024, 3, 1}, DigestDate{2024, 3, 31}});
    EXPECT_EQ(one_month.months.size(), 1U);
    EXPECT_EQ(one_month.now, 0U);
    EXPECT_EQ(one_month.tested, 0U);
    EXPECT_THAT(one_month.rising, IsEmpty());
    EXPECT_TRUE(find_trends(synthetic_archive(7), {DigestDate{2030, 1, 1}, std::nullopt}).months.empty());
}

TEST(Trends, MonthsWithoutPapersAreThere) {
    const Trends trends = find_trends({{DigestDate{2023, 11, 30}, DigestDate{2024, 2, 1}}, {}});
    ASSERT_EQ(trends.months.size(), 4U);
    EXPECT_EQ(month_text(trends.months[1]), "2023-12");
    EXPECT_THAT(trends.papers, ElementsAre(1, 0, 0, 1));
}

TEST(ChanceOfRise, IsThatOfDrawingWithoutReplacement) {
    // Of 5 papers, 2 have the term and 2 are of the last months: both of them in 1 of 10 draws, at least one in 7.
    EXPECT_NEAR(chance_of_rise({2, 2}, {2, 5}), 0.1, 1e-12);
    EXPECT_NEAR(chance_of_rise({1, 2}, {2, 5}), 0.7, 1e-12);
    EXPECT_EQ(chance_of_rise({0, 2}, {2, 5}), 1);
    EXPECT_EQ(chance_of_rise({2, 4}, {3, 5}), 1) << "fewer cannot be";
    EXPECT_NEAR(chance_of_rise({3, 4}, {3, 5}), 0.4, 1e-12);
    EXPECT_EQ(chance_of_rise({5, 5}, {5, 5}), 1);
}

TEST(ChanceOfRise, IsSmallNoMoreOftenThanItSays) {
    // The probability of each outcome is the difference of two neighbouring chances. Those at or below a level must not
    // add up to more than it.
    for (const std::uint32_t all : {40U, 400U, 4000U}) {
        for (const std::uint32_t with_term : {5U, 11U, 37U}) {
            for (const std::uint32_t now : {all / 13, all / 4, all / 2}) {
                const std::uint32_t most = std::min(with_term, now);
                for (const double level : {0.05, 0.01, 0.0005}) {
                    double probability = 0;
                    for (std::uint32_t papers = 0; papers <= most; ++papers) {
                        const double here = chance_of_rise({papers, now}, {with_term, all});
                        const double above = papers == most ? 0 : chance_of_rise({papers + 1, now}, {with_term, all});
                        ASSERT_GE(here, above - 1e-12);
                        probability += here <= level ? here - above : 0;
                    }
                    EXPECT_LE(probability, level + 1e-12) << all << " " << with_term << " " << now;
                }
            }
        }
    }
}

}  // namespace
}  // namespace saegin::query
