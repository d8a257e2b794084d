// Trends of the real archive: true ones are found, the change in the form of its summaries is none, and nothing rises
// when days are shuffled. Only single words of titles stand here.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <iterator>

#include "common/text/unicode.h"
#include "query/title_terms.h"
#include "query/trends.h"
#include "tests/query/shuffled_days.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Not;

std::vector<std::string> rising(const Trends& trends) {
    std::vector<std::string> terms;
    std::transform(trends.rising.begin(), trends.rising.end(), std::back_inserter(terms),
                   [](const RisingTerm& term) { return text::fold(term.text); });
    return terms;
}

TEST(RealArchiveTrends, AreThoseOfTitlesAndNoneOfShuffledDays) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    auto reader = IndexReader::open({folder});
    ASSERT_TRUE(reader);
    const auto titles = read_dated_titles(*reader);
    ASSERT_TRUE(titles) << to_string(titles.error());

    EXPECT_THAT(rising(find_trends(*titles, {std::nullopt, DigestDate{2024, 12, 31}})),
                AllOf(Contains("o1"), Contains("reasoning")));
    // Summaries of the middle of 2024 have another form: counted there, these words rise most of all.
    for (const unsigned month : {6U, 7U, 8U}) {
        const std::vector<std::string> then = rising(find_trends(*titles, {std::nullopt, DigestDate{2024, month, 30}}));
        for (const char* const word : {"network", "process", "transformer", "natural", "accuracy", "attention"}) {
            EXPECT_THAT(then, Not(Contains(word))) << month;
        }
    }

    constexpr std::size_t kShuffles = 30;
    const std::uint32_t seed = test::test_seed(2024);
    const Trends all = find_trends(*titles);
    for (std::size_t months = 2; months <= all.months.size(); ++months) {
        const Month last = all.months[months - 1];
        const DayRange range{std::nullopt,
                             DigestDate{last / 12, static_cast<unsigned>(last % 12) + 1, 31}};  // 31 ends any month
        const Trends trends = find_trends(*titles, range);
        const test::FalseRisers found = test::false_risers(*titles, range, seed, kShuffles);
        std::cout << month_text(last) << ": " << trends.tested << " terms tested, " << trends.rising.size()
                  << " rising; of shuffled days (seeds " << seed << " to " << seed + kShuffles - 1 << ") "
                  << found.rising << " in " << found.with_any << " of " << kShuffles << " shuffles\n";
        EXPECT_LT(found.mean_share, kFalseRate) << month_text(last);
        EXPECT_LE(found.with_any, kShuffles / 6) << month_text(last) << ": 1.5 are expected at most";
    }
}

}  // namespace
}  // namespace saegin::query
