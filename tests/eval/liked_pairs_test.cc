// What pairs of liked papers promise: papers of grade 2 or more, never what is to be found, drawn by the seed alone.
#include "benchmarks/eval/liked_pairs.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using testing::TemporaryFile;

std::vector<std::string> names(const std::vector<LikedPair>& pairs) {
    std::vector<std::string> all;
    for (const LikedPair& pair : pairs) {
        all.push_back(pair.seed + ": " + pair.first + " " + pair.second);
    }
    return all;
}

TEST(LikedPairs, AreOfPapersThatSuitWell) {
    const TemporaryFile file{"s1 0 a 3\ns1 0 b 2\ns1 0 c 1\ns1 0 d 2\ns2 0 a 2\ns2 0 b 1\ns3 0 x 3\ns3 0 y 3\n",
                             "qrels.txt"};
    const auto qrels = Qrels::read(file.path());
    ASSERT_TRUE(qrels);
    const std::vector<LikedPair> pairs = liked_pairs(*qrels, 100, 1);
    EXPECT_THAT(names(pairs), ::testing::UnorderedElementsAre("s1: a b", "s1: a d", "s1: b d", "s3: x y"));
    for (const LikedPair& pair : pairs) {
        EXPECT_EQ(pair.others.size(), pair.seed == "s1" ? 2U : 0U);
        for (const Judgement& other : pair.others) {
            EXPECT_NE(other.docid, pair.first);
            EXPECT_NE(other.docid, pair.second);
        }
    }
}

TEST(LikedPairs, AreDrawnOfEachSeed) {
    std::string text;
    for (const char* const seed : {"s1", "s2"}) {
        for (int i = 0; i < 12; ++i) {
            text += std::string{seed} + " 0 d" + std::to_string(i) + " 2\n";
        }
    }
    const TemporaryFile file{text, "qrels.txt"};
    const auto qrels = Qrels::read(file.path());
    ASSERT_TRUE(qrels);
    const std::vector<std::string> one = names(liked_pairs(*qrels, 5, 1));
    EXPECT_EQ(one.size(), 10U);
    EXPECT_EQ(std::set<std::string>(one.begin(), one.end()).size(), 10U);
    EXPECT_EQ(one, names(liked_pairs(*qrels, 5, 1)));
    EXPECT_NE(one, names(liked_pairs(*qrels, 5, 2)));
}

}  // namespace
}  // namespace saegin::eval
