// What other pairs speak against is no pair of the lexicon.
#include "common/lexicon/pair_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace saegin::lexicon {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

Pair pair(const std::string& english, const std::string& korean, std::uint32_t papers, Origin origin = Origin::kGloss) {
    return {{english, english}, {korean, korean}, papers, origin};
}

std::vector<std::string> kept(std::vector<Pair> pairs) {
    std::vector<std::string> names;
    for (const Pair& one : without_doubtful(pairs)) {
        names.push_back(one.from.key + "=" + one.to.key);
    }
    // The order of the pairs must not matter.
    std::reverse(pairs.begin(), pairs.end());
    EXPECT_EQ(without_doubtful(pairs).size(), names.size());
    return names;
}

TEST(PairFilter, TakesOutParts) {
    EXPECT_THAT(kept({pair("decod", "디코딩", 9, Origin::kLoanword), pair("specul decod", "디코딩", 3)}),
                ElementsAre("decod=디코딩"));
    EXPECT_THAT(kept({pair("deep learn", "딥러닝", 2), pair("learn", "딥러닝", 1)}).size(), 2U)
        << "the longer name has more papers";
}

TEST(PairFilter, TakesOutOneLooserWordBesideAName) {
    EXPECT_THAT(kept({pair("hallucin", "환각", 4), pair("hallucin", "발생", 1), pair("hallucin", "환상", 2)}),
                ElementsAre("hallucin=환각", "hallucin=환상"));
    EXPECT_THAT(kept({pair("hallucin", "환각", 3), pair("hallucin", "발생", 1)}).size(), 2U);
    EXPECT_THAT(kept({pair("llm", "언어 모델", 9), pair("llm", "언어모델", 1)}).size(), 2U)
        << "a spacing is no other word";
    EXPECT_THAT(kept({pair("llm", "larg languag model", 1), pair("llm", "언어 모델", 9)}).size(), 2U);
}

TEST(PairFilter, TakesOutWhatNamesAnotherThing) {
    EXPECT_THAT(kept({pair("prior", "확산", 1), pair("diffus", "확산", 3)}), ElementsAre("diffus=확산"));
    EXPECT_THAT(kept({pair("prior", "확산", 2), pair("diffus", "확산", 5)}).size(), 2U);
    EXPECT_THAT(kept({pair("labell", "라벨링", 1), pair("label", "라벨링", 9)}).size(), 2U);
    EXPECT_THAT(kept({pair("prm", "보상 모델", 6), pair("process reward model", "보상 모델", 2),
                      pair("prm", "process reward model", 1)})
                    .size(),
                3U)
        << "a short form and its words are one thing";
    EXPECT_THAT(kept({pair("prior", "확산", 1, Origin::kLoanword), pair("diffus", "확산", 9)}),
                UnorderedElementsAre("prior=확산", "diffus=확산"));
    EXPECT_THAT(kept({}), ElementsAre());
}

}  // namespace
}  // namespace saegin::lexicon
