// A Hangul compound is split into words that the archive also has apart, and into nothing else.
#include "query/compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/query/bind_text.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using ::testing::ElementsAreArray;

/// An archive of words, each in so many papers of its own.
using Attested = std::map<std::string, std::size_t>;

std::vector<std::string> split(const Attested& words, const std::string& compound) {
    std::vector<test::MiniPaper> papers;
    for (const auto& [word, count] : words) {
        for (std::size_t i = 0; i < count; ++i) {
            papers.push_back({.id = std::to_string(papers.size()), .text = word});
        }
    }
    const test::MiniIndex index{papers};
    return test::TestReader{{index.folder()}}.read([&](const Xapian::Database& database) {
        const Vocabulary vocabulary{database};
        for (const auto& [word, count] : words) {
            EXPECT_EQ(vocabulary.papers(word), count) << "the test means '" << word << "' as one word";
        }
        return split_compound(compound, vocabulary);
    });
}

struct Case {
    const char* name;
    Attested words;
    std::string compound;
    std::vector<std::string> parts;
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for this name
void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class Compound : public testing::TestWithParam<Case> {};

TEST_P(Compound, IsSplitAsListed) {
    EXPECT_THAT(split(GetParam().words, GetParam().compound), ElementsAreArray(GetParam().parts));
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

std::string times(int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(
    Split, Compound,
    testing::Values(
        Case{"TwoParts", {{"강화", 3}, {"학습", 3}}, "강화학습", {"강화", "학습"}},
        Case{"ThreeParts", {{"대규모", 3}, {"언어", 3}, {"모델", 3}}, "대규모언어모델", {"대규모", "언어", "모델"}},
        Case{"NeitherPartIsTheWholeWord", {{"강화학습", 9}, {"강화", 3}, {"학습", 3}}, "강화학습", {"강화", "학습"}},
        Case{"FewPartsWinOverMany",
             {{"음성인식", 4}, {"음성", 4}, {"인식", 4}, {"기술", 4}},
             "음성인식기술",
             {"음성인식", "기술"}},
        Case{"CommonPartsWinOverRareOnes",
             {{"대학", 3}, {"생활동", 3}, {"대학생", 12}, {"활동", 12}},
             "대학생활동",
             {"대학생", "활동"}},
        Case{"AndTheOtherWayRound",
             {{"대학", 12}, {"생활동", 12}, {"대학생", 3}, {"활동", 3}},
             "대학생활동",
             {"대학", "생활동"}},
        Case{"UpToTwentySyllables",
             {{"강화", 3}, {"학습", 3}},
             times(5, "강화학습"),
             {"강화", "학습", "강화", "학습", "강화", "학습", "강화", "학습", "강화", "학습"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Whole, Compound,
    testing::Values(Case{"WithAPartThatTooFewPapersHave", {{"강화", 3}, {"학습", 2}}, "강화학습", {}},
                    Case{"WithAPartThatNoPaperHas", {{"강화", 3}, {"학습", 3}}, "강화문법", {}},
                    Case{"WithAMiddleThatNoPaperHas", {{"강화", 3}, {"학습", 3}}, "강화문법학습", {}},
                    Case{"WithAPartOfOneSyllable", {{"강화", 3}, {"학습", 3}}, "강화학습법", {}},
                    Case{"WithAPartAcrossTheEdgeOfAWord", {{"화학", 3}, {"강화", 3}}, "강화학습", {}},
                    Case{"OfThreeSyllables", {{"강화", 3}, {"학습", 3}}, "강학습", {}},
                    Case{"OfOtherLetters", {{"강화", 3}, {"robot", 3}}, "강화robot", {}},
                    Case{"WithABlank", {{"강화", 3}, {"학습", 3}}, "강화 학습", {}},
                    Case{"Empty", {{"강화", 3}}, "", {}},
                    Case{"OfMoreThanTwentySyllables", {{"강화", 3}, {"학습", 3}}, times(5, "강화학습") + "강화", {}}),
    name_of);

TEST(Compounds, AnEmptyArchiveSplitsNothing) {
    EXPECT_THAT(split({}, "강화학습"), testing::IsEmpty());
}

}  // namespace
}  // namespace saegin::query
