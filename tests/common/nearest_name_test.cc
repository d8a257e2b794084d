// What was meant: the nearest known name, and none where nothing is near.
#include "common/nearest_name.h"

#include <gtest/gtest.h>

namespace saegin {
namespace {

TEST(NearestName, CountsEdits) {
    EXPECT_EQ(edits_between("", ""), 0U);
    EXPECT_EQ(edits_between("", "abc"), 3U);
    EXPECT_EQ(edits_between("abc", ""), 3U);
    EXPECT_EQ(edits_between("search", "serch"), 1U);
    EXPECT_EQ(edits_between("show", "shwo"), 2U);
    EXPECT_EQ(edits_between("kitten", "sitting"), 3U);
}

TEST(NearestName, IsTheNearestWithinTwoEdits) {
    const std::vector<std::string> names{"search", "show", "stats", "suggest", "n"};
    EXPECT_EQ(nearest_name("serch", names), "search");
    EXPECT_EQ(nearest_name("sugest", names), "suggest");
    EXPECT_EQ(nearest_name("stat", names), "stats");
    EXPECT_EQ(nearest_name("shwo", names), "show");
    EXPECT_EQ(nearest_name("search", names), "search");
    EXPECT_EQ(nearest_name("find", names), "");
    EXPECT_EQ(nearest_name("srch1x", names), "") << "three edits";
    EXPECT_EQ(nearest_name("x", names), "") << "a letter is no slip of another one";
    EXPECT_EQ(nearest_name("", names), "");
    EXPECT_EQ(nearest_name("serch", {}), "");
    EXPECT_EQ(nearest_name("aa", {"ab", "ac"}), "ab") << "the first of equals";
    EXPECT_EQ(nearest_name(std::string(1'000'000, 's'), names), "");
}

}  // namespace
}  // namespace saegin
