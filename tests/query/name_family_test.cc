// What families of names promise: names that belong together are told as such, ordinary words and notions are not.
#include "query/name_family.h"

#include <gtest/gtest.h>

#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

struct TitleRow {
    const char* title;
    std::vector<SystemName> names;
};

class NamesInTitle : public ::testing::TestWithParam<TitleRow> {};

TEST_P(NamesInTitle, AreFound) {
    text::Analyzer analyzer;
    EXPECT_EQ(names_in_title(GetParam().title, analyzer), GetParam().names) << GetParam().title;
}

INSTANTIATE_TEST_SUITE_P(Titles, NamesInTitle,
                         ::testing::Values(TitleRow{"LLaVA-NeXT: Better Eyes", {{"LLaVA-NeXT", {"llava", "next"}}}},
                                           TitleRow{"Hearing with Video-LLaVA", {{"Video-LLaVA", {"llava"}}}},
                                           TitleRow{"Qwen2-Audio Technical Report", {{"Qwen2-Audio", {"qwen"}}}},
                                           TitleRow{"Phi-3 on a Phone", {{"Phi-3", {"phi"}}}},
                                           TitleRow{"Whales: Their Songs", {{"Whales", {"whale"}}}},
                                           TitleRow{"Audio Flamingo: Few Shots", {}},
                                           TitleRow{"Chatbot Arena: A Platform", {}},
                                           TitleRow{"Track4Gen: Points", {{"Track4Gen", {"track"}}}},
                                           TitleRow{"A Large Audio-Language Model", {}},
                                           TitleRow{"Learning in 2024 and beyond", {}},
                                           TitleRow{"How Far Are We from Whales: A Survey", {}}, TitleRow{"AI", {}},
                                           TitleRow{"", {}}, TitleRow{": : -", {}}, TitleRow{"- -- -3 a-", {}},
                                           TitleRow{"확산모델: 조사", {{"확산모델", {"확산모델"}}}}));

TEST(SameFamily, NeedsACommonRoot) {
    const std::vector<SystemName> names{{"LLaVA", {"llava"}}};
    EXPECT_EQ(same_family(names, {{"Other", {"other"}}, {"LLaVA-NeXT", {"llava", "next"}}}), "LLaVA, LLaVA-NeXT");
    EXPECT_EQ(same_family(names, {{"LLaVA", {"llava"}}}), "LLaVA");
    EXPECT_EQ(same_family(names, {{"Other", {"other"}}}), std::nullopt);
    EXPECT_EQ(same_family(names, {}), std::nullopt);
    EXPECT_EQ(same_family({}, names), std::nullopt);
}

}  // namespace
}  // namespace saegin::query
