// Figures about an index: counted over papers, not over entries, and true for several indexes as well.
#include "query/stats.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::MiniIndex;

Stats stats_of(std::vector<IndexFolder> folders) {
    auto reader = IndexReader::open(std::move(folders));
    EXPECT_TRUE(reader);
    const auto stats = read_stats(*reader);
    EXPECT_TRUE(stats);
    return stats ? *stats : Stats{};
}

TEST(Stats, CountsPapersAndWhatTheyLack) {
    MiniIndex index{{
        {.id = "a",
         .title = "One",
         .text = "가 나",
         .authors = {"Ada Example", "김하나"},
         .votes = 5,
         .date = "2024-08-02"},
        {.id = "b", .title = "Two", .text = "다 라", .authors = {"Ada Example"}, .date = "2024-08-30"},
        {.id = "c", .title = "Three", .votes = 0},
    }};
    index.write("later.jsonl", test::to_jsonl({{.id = "a",
                                                .title = "One",
                                                .text = "가 나",
                                                .authors = {"Ada Example"},
                                                .votes = 7,
                                                .date = "2024-09-02"}}));
    const Stats stats = stats_of({index.folder()});
    EXPECT_EQ(stats.papers, 3U);
    EXPECT_EQ(stats.sources, 2U);
    EXPECT_EQ(stats.first_date, (DigestDate{2024, 8, 2}));
    EXPECT_EQ(stats.last_date, (DigestDate{2024, 8, 30})) << "a paper counts on its first day";
    EXPECT_EQ(stats.without_date, 1U);
    EXPECT_EQ(stats.without_votes, 1U) << "no votes is not zero votes";
    EXPECT_EQ(stats.without_authors, 1U);
    EXPECT_EQ(stats.on_several_days, 1U);
    EXPECT_EQ(stats.votes, 7);
    EXPECT_EQ(stats.most_votes, 7);
    EXPECT_GE(stats.authors, 1U);
    EXPECT_GT(stats.terms, stats.words);
    EXPECT_GT(stats.words, 0U);
    EXPECT_GT(stats.average_length, 0);
    EXPECT_GT(stats.index_bytes, 0U);
}

TEST(Stats, OfAnEmptyIndexAreZero) {
    const MiniIndex index;
    const Stats stats = stats_of({index.folder()});
    EXPECT_EQ(stats.papers, 0U);
    EXPECT_FALSE(stats.first_date);
    EXPECT_FALSE(stats.last_date);
    EXPECT_EQ(stats.words, 0U);
}

TEST(Stats, OfTwoIndexesCountAPaperOfBothOnce) {
    const MiniIndex first{{{.id = "both", .title = "One", .votes = 3}, {.id = "a", .title = "Two", .votes = 1}}};
    const MiniIndex second{{{.id = "both", .title = "One", .votes = 3}}};
    const Stats stats = stats_of({first.folder(), second.folder()});
    EXPECT_EQ(stats.papers, 2U) << "a search finds two papers as well";
    EXPECT_EQ(stats.votes, 4);
    EXPECT_EQ(stats.index_bytes, first.folder().bytes() + second.folder().bytes());
}

TEST(Stats, VotesBeyondAllReasonDoNotOverflow) {
    constexpr Votes kMost = std::numeric_limits<Votes>::max();
    const MiniIndex index{{{.id = "a", .title = "One", .votes = kMost}, {.id = "b", .title = "Two", .votes = kMost}}};
    const Stats stats = stats_of({index.folder()});
    EXPECT_EQ(stats.most_votes, kMost);
    EXPECT_GE(stats.votes, stats.most_votes);
}

}  // namespace
}  // namespace saegin::query
