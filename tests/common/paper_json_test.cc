// What stored entries promise: they come back as they were, the same entries give the same bytes, and whatever is not
// such a text is an error.
#include "common/paper_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace saegin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Entry full_entry() {
    Entry entry;
    entry.id.value = "2408.15237";
    entry.title = "\"Quotes\", \\ and $λ$ — 한글\ttab\nline";
    entry.url = "https://arxiv.org/abs/2408.15237";
    entry.date = DigestDate{2024, 8, 28};
    entry.votes = std::numeric_limits<Votes>::max();
    entry.authors = {"Ada Example", "김하나", ""};
    entry.sections = {{"What's New", "첫째 글"}, {"", "둘째 글 \U0001F600"}};
    entry.file = "/digests/2024/08/28.md";
    entry.line = 1'000'000;
    return entry;
}

Entry bare_entry() {
    Entry entry;
    entry.id.value = "x";
    entry.title = "T";
    entry.file = "-";
    entry.line = 1;
    return entry;
}

TEST(PaperJson, GivesEntriesBackAsTheyWere) {
    for (const std::vector<Entry>& entries :
         {std::vector{full_entry()}, std::vector{bare_entry()}, std::vector{bare_entry(), full_entry()}}) {
        const auto read = entries_from_json(entries_to_json(entries));
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, entries);
    }
}

TEST(PaperJson, NoVotesAreNotUnknownVotes) {
    Entry entry = bare_entry();
    entry.votes = 0;
    EXPECT_EQ(entries_from_json(entries_to_json({entry}))->front().votes, 0);
    EXPECT_EQ(entries_from_json(entries_to_json({bare_entry()}))->front().votes, std::nullopt);
}

TEST(PaperJson, LeavesOutWhatIsEmpty) {
    const std::string json = entries_to_json({bare_entry()});
    for (const char* const key : {"url", "date", "votes", "authors", "sections", "null"}) {
        EXPECT_THAT(json, Not(HasSubstr(key)));
    }
    EXPECT_THAT(json, Not(HasSubstr("\n")));
}

TEST(PaperJson, SameEntriesGiveSameBytes) {
    const auto again = entries_from_json(entries_to_json({full_entry(), bare_entry()}));
    ASSERT_TRUE(again);
    EXPECT_EQ(entries_to_json(*again), entries_to_json({full_entry(), bare_entry()}));
}

TEST(PaperJson, RefusesWhatIsNoStoredPaper) {
    for (const char* const text :
         {"", "[]", "{}", "null", "7", "\"text\"", "[1]", "[{}]", "[null]", "{\"id\":\"x\"}",
          R"([{"id":"x","file":"f","line":1}])", R"([{"id":7,"file":"f","line":1,"title":"T"}])",
          R"([{"id":"x","file":"f","line":"1","title":"T"}])", R"([{"id":"x","file":"f","line":1,"title":null}])",
          R"([{"id":"x","file":"f","line":1,"title":"T","votes":"many"}])",
          R"([{"id":"x","file":"f","line":1,"title":"T","authors":"Ada"}])",
          R"([{"id":"x","file":"f","line":1,"title":"T","authors":[1]}])",
          R"([{"id":"x","file":"f","line":1,"title":"T","sections":[["only a heading"]]}])",
          R"([{"id":"x","file":"f","line":1,"title":"T","date":20240828}])"}) {
        const auto read = entries_from_json(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, Code::kCorrupt) << text;
        EXPECT_THAT(read.error().hint, HasSubstr("--rebuild"));
    }
}

TEST(PaperJson, SurvivesAnyDamage) {
    constexpr unsigned kSeed = 20240828;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random{kSeed};
    const std::string whole = entries_to_json({full_entry(), bare_entry()});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        ASSERT_FALSE(entries_from_json(std::string_view{whole}.substr(0, length))) << "cut to " << length;
    }
    for (int round = 0; round < 2000; ++round) {
        std::string damaged = whole;
        damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        (void)entries_from_json(damaged);  // an error or an entry, but no exception and no crash
    }
}

}  // namespace
}  // namespace saegin
