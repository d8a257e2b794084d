// Names as people write them: which are one name, which have all that is asked for, which may be short for another.
#include "query/author_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace saegin::query {
namespace {

struct Case {
    std::string name;
    std::string other;
    bool expected;
    const char* why;
};

TEST(AuthorName, IsReadAsItsWords) {
    EXPECT_EQ(AuthorName{"Zhu, Jun-Yan"}.words(), (std::vector<std::string>{"zhu", "junyan"}));
    EXPECT_EQ(AuthorName{"J.K. O'Neil"}.words(), (std::vector<std::string>{"j", "k", "oneil"}));
    EXPECT_EQ(AuthorName{"J.K. O'Neil"}.initials(), 2U);
    EXPECT_EQ(AuthorName{" - . "}.words(), std::vector<std::string>{});
}

TEST(AuthorName, HasAllThatIsAskedFor) {
    const std::vector<Case> cases{
        {"jun-yan zhu", "zhu, jun-yan", true, "in any order"},
        {"jun-yan zhu", "j zhu", true, "by an initial"},
        {"y. lecun", "lecun", true, "by one word"},
        {"jun-yan zhu", "jun", false, "a part of a word is no word"},
        {"li li", "li li li", false, "each word stands for one of the name"},
        {"yann lecun", "", false, "nothing is no name"},
        {"anna abel", "a. abel", true, "the initial is for the word that is left"},
        {"abel a.", "a. abel", true, "a letter stands for itself"},
        {"abel", "a. abel", false, "a word is taken once"},
        {"김하나", "하나 김", false, "syllables are no words"},
        {"김 하나", "하나 김", true, "Korean words are"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(AuthorName{one.name}.has(AuthorName{one.other}), one.expected)
            << one.name << " / " << one.other << ": " << one.why;
    }
}

TEST(AuthorName, IsOneNameHoweverItIsWritten) {
    const std::vector<Case> cases{
        {"Hye-Jin Kim", "Hyejin Kim", true, "hyphen or none"},
        {"Hye-Jin Kim", "Hye Jin Kim", true, "hyphen or blank"},
        {"KIM Hyejin", "Hye Jin Kim", true, "order, case and blank"},
        {"José Núñez", "Jose Nunez", true, "accents"},
        {"Dana O'Sample", "Dana OSample", true, "apostrophe"},
        {"김하나", "김 하나", true, "a blank in a Korean name"},
        {"Yong Jae Lee", "Jae Lee", false, "a word more"},
        {"J. Lee", "Jae Lee", false, "an initial is not the whole word"},
        {"Bo Xu", "Bo Xue", false, "another word"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(same_name(AuthorName{one.name}, AuthorName{one.other}), one.expected)
            << one.name << " / " << one.other << ": " << one.why;
        EXPECT_EQ(same_name(AuthorName{one.other}, AuthorName{one.name}), one.expected) << "the other way round";
    }
}

TEST(AuthorName, MayBeShortForALongerOne) {
    const std::vector<Case> cases{
        {"J. Zhu", "Jun-Yan Zhu", true, "a family name and an initial"},
        {"Zhu, J.", "Jun Yan Zhu", true, "in any order"},
        {"Ada Y. Sample", "Ada Sample", true, "the full name leaves the middle one out"},
        {"Ada Y. Sample", "Ada Young Sample", true, "the full name has it"},
        {"Ada Y. Sample", "Ada Bo Sample", false, "it is another one"},
        {"A. Sample", "Sample", false, "an initial and a family name are not the family name"},
        {"Ada Sample", "Ada Sample", false, "nothing is short here"},
        {"A. S.", "Ada Sample", false, "nothing but initials says nothing"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(may_abbreviate(AuthorName{one.name}, AuthorName{one.other}), one.expected)
            << one.name << " / " << one.other << ": " << one.why;
    }
}

}  // namespace
}  // namespace saegin::query
