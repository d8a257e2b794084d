// What papers promise:
//  1. Days convert both ways, and only days that exist are read.
//  2. Entries are ordered by day, file and line, those without a day first.
//  3. A paper has the earliest day, the highest vote and the newest text of its entries, and nothing is lost that only
//     one of them knows.
#include "common/paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace saegin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Entry entry(std::optional<DigestDate> date, const std::string& file = "/a.md", std::size_t line = 1) {
    Entry made;
    made.id.value = "2408.00001";
    made.title = "Title";
    made.date = date;
    made.file = file;
    made.line = line;
    return made;
}

constexpr DigestDate kMonday{2024, 8, 26};
constexpr DigestDate kTuesday{2024, 8, 27};
constexpr DigestDate kFriday{2024, 8, 30};

TEST(DigestDate, ConvertsBothWays) {
    EXPECT_EQ(to_days({1970, 1, 1}), 0);
    EXPECT_EQ(to_days({1969, 12, 31}), -1);
    EXPECT_EQ(to_days({2024, 8, 28}), 19963);
    for (std::int32_t days = to_days({1, 1, 1}); days <= to_days({9999, 12, 31}); days += 97) {
        ASSERT_EQ(to_days(from_days(days)), days);
        ASSERT_EQ(parse_date(to_string(from_days(days))), from_days(days));
    }
}

TEST(DigestDate, ReadsDaysAndTheDaysOfTimes) {
    EXPECT_EQ(parse_date("2024-08-28"), (DigestDate{2024, 8, 28}));
    EXPECT_EQ(parse_date("2024-08-28T23:59:59Z"), (DigestDate{2024, 8, 28}));
    EXPECT_EQ(parse_date("2024-08-28 10:00"), (DigestDate{2024, 8, 28}));
    EXPECT_EQ(parse_date("2024-02-29"), (DigestDate{2024, 2, 29}));
    EXPECT_EQ(parse_date("0001-01-01"), (DigestDate{1, 1, 1}));
    EXPECT_EQ(to_string(DigestDate{7, 3, 4}), "0007-03-04");
}

TEST(DigestDate, RefusesWhatIsNoDay) {
    for (const char* const text :
         {"", "2024", "2024-08", "2024-8-28", "24-08-28", "2024/08/28", "2024-08-28x", "2024-08-280", " 2024-08-28",
          "2024-13-01", "2024-00-10", "2024-02-30", "2023-02-29", "0000-01-01", "2024-+8-28", "2024--8-28",
          "-024-08-28", "20a4-08-28", "2024-08-2\xC2"}) {
        EXPECT_FALSE(parse_date(text)) << "'" << text << "'";
    }
}

TEST(Entries, AreOrderedByDayFileAndLine) {
    const std::vector<Entry> sorted{entry({}, "/b.md", 1),       entry({}, "/b.md", 2),
                                    entry(kMonday, "/b.md", 9),  entry(kTuesday, "/a.md", 9),
                                    entry(kTuesday, "/b.md", 1), entry(kTuesday, "/b.md", 3)};
    std::vector<Entry> entries = sorted;
    std::reverse(entries.begin(), entries.end());
    sort_entries(entries);
    EXPECT_EQ(entries, sorted);
}

TEST(MergeEntries, OneEntryIsThePaper) {
    Entry only = entry(kMonday);
    only.url = "https://arxiv.org/abs/2408.00001";
    only.votes = 3;
    only.authors = {"Ada Example"};
    only.sections = {{"What's New", "새로운 것"}};
    const Paper paper = merge_entries({only});
    EXPECT_EQ(paper.id, only.id);
    EXPECT_EQ(paper.title, "Title");
    EXPECT_EQ(paper.url, only.url);
    EXPECT_EQ(paper.date, kMonday);
    EXPECT_EQ(paper.votes, 3);
    EXPECT_EQ(paper.authors, only.authors);
    EXPECT_EQ(paper.sections, only.sections);
    EXPECT_THAT(paper.days, ElementsAre(kMonday));
}

TEST(MergeEntries, TakesTheEarliestDayTheHighestVoteAndTheNewestText) {
    Entry first = entry(kMonday);
    first.title = "Old Title";
    first.votes = 50;
    first.authors = {"Old Author"};
    first.sections = {{"", "옛 요약"}};
    Entry last = entry(kFriday);
    last.title = "New Title";
    last.votes = 9;
    last.authors = {"New Author"};
    last.sections = {{"", "새 요약"}};
    const Paper paper = merge_entries({first, entry(kTuesday), last});
    EXPECT_EQ(paper.title, "New Title");
    EXPECT_EQ(paper.votes, 50);
    EXPECT_EQ(paper.date, kMonday);
    EXPECT_THAT(paper.days, ElementsAre(kMonday, kTuesday, kFriday));
    EXPECT_THAT(paper.authors, ElementsAre("New Author"));
    EXPECT_EQ(summary_text(paper), "새 요약");
}

TEST(MergeEntries, KeepsWhatOnlyAnOlderEntryKnows) {
    Entry first = entry(kMonday);
    first.url = "https://example.org/p";
    first.votes = 0;
    first.authors = {"Ada Example"};
    first.sections = {{"", "요약"}};
    const Paper paper = merge_entries({first, entry(kTuesday)});
    EXPECT_EQ(paper.url, "https://example.org/p");
    EXPECT_EQ(paper.votes, 0) << "none is a count, too";
    EXPECT_THAT(paper.authors, ElementsAre("Ada Example"));
    EXPECT_EQ(summary_text(paper), "요약");
}

TEST(MergeEntries, UnknownStaysUnknown) {
    const Paper paper = merge_entries({entry({}), entry({}, "/b.md")});
    EXPECT_FALSE(paper.date);
    EXPECT_FALSE(paper.votes);
    EXPECT_THAT(paper.days, IsEmpty());
    EXPECT_EQ(summary_text(paper), "");
}

TEST(MergeEntries, ADayThatIsToldTwiceStandsOnce) {
    const Paper paper = merge_entries({entry({}), entry(kMonday, "/a.md"), entry(kMonday, "/b.md"), entry(kFriday)});
    EXPECT_THAT(paper.days, ElementsAre(kMonday, kFriday));
    EXPECT_EQ(paper.date, kMonday);
}

TEST(SummaryText, JoinsSectionsWithoutHeadings) {
    Paper paper;
    paper.sections = {{"What's New", "하나"}, {"", "둘"}, {"Performance", "셋"}};
    EXPECT_EQ(summary_text(paper), "하나\n둘\n셋");
}

}  // namespace
}  // namespace saegin
