// Names joined with care: what is certainly one name, what may be, and what is near to an unknown one.
#include "query/author_identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace saegin::query {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

/// The n-th of these names has n papers fewer than the first.
std::vector<NamePapers> archive(const std::vector<std::string>& names) {
    std::vector<NamePapers> all;
    for (const std::string& name : names) {
        all.push_back({name, static_cast<std::uint32_t>(names.size() - all.size())});
    }
    return all;
}

std::vector<std::string> names_of(const std::vector<NamePapers>& list) {
    std::vector<std::string> names;
    std::transform(list.begin(), list.end(), std::back_inserter(names), [](const NamePapers& one) { return one.name; });
    return names;
}

struct Case {
    const char* name;
    std::vector<std::string> archive;
    std::string asked;
    std::vector<std::string> joined;
    std::vector<std::string> possible;
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for this name
void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class Joins : public testing::TestWithParam<Case> {};

TEST_P(Joins, NamesWithCare) {
    const Identity found = identify(archive(GetParam().archive), GetParam().asked);
    EXPECT_THAT(names_of(found.joined), ElementsAreArray(GetParam().joined));
    EXPECT_THAT(names_of(found.possible), ElementsAreArray(GetParam().possible));
    EXPECT_TRUE(found.joined.empty() || found.near.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Identify, Joins,
    testing::Values(
        Case{"AllSpellings",
             {"hye-jin kim", "hyejin kim", "kim hye jin", "hyejín kim", "hyejin kim lee", "jin kim"},
             "Hye Jin Kim",
             {"hye-jin kim", "hyejin kim", "kim hye jin", "hyejín kim"},
             {}},
        Case{"AnInitialThatOneNameFits",
             {"ada sample", "a. sample", "bo sample"},
             "Ada Sample",
             {"ada sample", "a. sample"},
             {}},
        Case{"AskedByAnInitial",
             {"ada sample", "sample ada", "bo sample"},
             "A. Sample",
             {"ada sample", "sample ada"},
             {}},
        Case{"AnInitialThatTwoNamesFit",
             {"ada sample", "a. sample", "abel sample"},
             "Ada Sample",
             {"ada sample"},
             {"a. sample"}},
        Case{"AnAmbiguousOneAskedFor",
             {"ada sample", "a. sample", "abel sample"},
             "A. Sample",
             {"a. sample"},
             {"ada sample", "abel sample"}},
        Case{"AnAmbiguousOneThatNobodyWrites",
             {"ada sample", "abel sample"},
             "A. Sample",
             {},
             {"ada sample", "abel sample"}},
        Case{"AMiddleInitialTooMany",
             {"ada sample", "ada y. sample"},
             "Ada Sample",
             {"ada sample", "ada y. sample"},
             {}},
        Case{"AMiddleInitialThatNobodyLeavesOut", {"ada y. sample", "bo sample"}, "ada sample", {"ada y. sample"}, {}},
        Case{"MiddleInitialsThatContradict",
             {"ada sample", "ada y. sample", "ada x. sample", "a. sample"},
             "Ada Sample",
             {"ada sample", "a. sample"},
             {"ada y. sample", "ada x. sample"}},
        Case{"AMiddleInitialAskedFor",
             {"ada sample", "ada y. sample", "ada x. sample"},
             "Ada Y. Sample",
             {"ada sample", "ada y. sample"},
             {"ada x. sample"}},
        Case{"AMiddleInitialAskedForThatNobodyWrites",
             {"ada sample", "ada x. sample"},
             "Ada Y. Sample",
             {"ada sample"},
             {"ada x. sample"}},
        Case{"AMiddleNameForAnInitial",
             {"ada young sample", "ada y. sample", "ada sample"},
             "Ada Young Sample",
             {"ada young sample"},
             {"ada y. sample"}},
        Case{"ALoneWordThatOneAuthorHas",
             {"ada sample", "sample ada", "a. sample", "bo other"},
             "Sample",
             {"ada sample", "sample ada", "a. sample"},
             {}},
        Case{"ALoneWordThatTwoHave", {"ada sample", "bo sample"}, "Sample", {}, {}},
        Case{"ALoneWordThatAnotherMayHave", {"ada sample", "b. sample"}, "Sample", {}, {}},
        Case{"ALoneWordThatIsAName", {"sample", "ada sample"}, "Sample", {"sample"}, {}},
        Case{"KoreanNames", {"김하나", "김 하나", "김하늘"}, "김하나", {"김하나", "김 하나"}, {}},
        Case{"NoLetters", {"ada sample"}, " - ", {}, {}}, Case{"NoNames", {}, "Ada Sample", {}, {}}),
    [](const auto& one) { return one.param.name; });

TEST(Identify, NamesThatAreNearAnUnknownOneAreTold) {
    const std::vector<NamePapers> names = archive({"ada sample", "ada bo sample", "ada semple", "dan ocean"});
    EXPECT_THAT(names_of(identify(names, "sample").near), ElementsAre("ada sample", "ada bo sample"));
    EXPECT_THAT(names_of(identify(names, "Sampel, Ada").near), ElementsAre("ada sample"));
    EXPECT_THAT(names_of(identify(names, "Ada Sempel").near), ElementsAre("ada semple"));
    EXPECT_THAT(identify(names, "Somebody Else").near, IsEmpty());
}

}  // namespace
}  // namespace saegin::query
