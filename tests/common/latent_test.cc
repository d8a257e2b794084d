// The latent space:
//  1. brings papers together that use other words for the same theme;
//  2. comes back from its stored form, and damage is told;
//  3. of several indexes is that of one index of all their papers, whatever their order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "common/latent/latent_builder.h"
#include "tests/support/seed.h"

namespace saegin::latent {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;
using ::testing::IsEmpty;

std::string padded(std::size_t number) {
    std::string text = std::to_string(number);
    return std::string(5 - text.size(), '0') + text;
}

/// Papers of `themes`, each of which draws its words from a list of its own; no two papers need share a word.
WordCounts themed_papers(std::size_t papers, std::size_t themes) {
    constexpr std::size_t kWords = 40;  // of a theme
    constexpr int kDrawn = 8;
    std::mt19937 random{test::test_seed(5)};
    WordCounts counts;
    for (std::size_t word = 0; word < themes * kWords; ++word) {
        counts.words.push_back("w" + padded(word));
    }
    for (std::size_t i = 0; i < papers; ++i) {
        std::map<std::uint32_t, std::uint32_t> drawn;
        for (int draw = 0; draw < kDrawn; ++draw) {
            ++drawn[static_cast<std::uint32_t>((i % themes) * kWords + random() % kWords)];
        }
        counts.papers.push_back({"p" + padded(i), {drawn.begin(), drawn.end()}});
    }
    return counts;
}

bool share_a_word(const WordCounts::Paper& a, const WordCounts::Paper& b) {
    return std::any_of(a.words.begin(), a.words.end(), [&](const auto& word) {
        return std::any_of(b.words.begin(), b.words.end(),
                           [&](const auto& other) { return other.first == word.first; });
    });
}

double likeness(const LatentSpace& space, std::size_t a, std::size_t b) {
    return static_cast<double>(space.likeness(space.row(a))[b]);
}

TEST(LatentSpace, PapersOfOneThemeLieInOneDirection) {
    constexpr std::size_t kThemes = 10;
    const WordCounts counts = themed_papers(600, kThemes);
    const LatentSpace space = build_latent_space(counts);
    ASSERT_EQ(space.size(), 600U);
    ASSERT_EQ(space.dimensions(), kDimensions);
    double same = 0;  // of papers of one theme that share no word: without themes it would be 0
    double other = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < counts.papers.size(); i += kThemes) {
        for (std::size_t j = i + kThemes; j < counts.papers.size(); j += kThemes) {
            if (!share_a_word(counts.papers[i], counts.papers[j])) {
                same += likeness(space, i, j);
                other += likeness(space, i, j + 1);
                ++pairs;
            }
        }
    }
    ASSERT_GT(pairs, 100);
    EXPECT_GT(same / pairs, 0.04);
    EXPECT_NEAR(other / pairs, 0, 0.02);
    EXPECT_NEAR(likeness(space, 7, 7), 1, 1e-4);
}

TEST(LatentSpace, OfFewPapersIsEmpty) {
    EXPECT_EQ(build_latent_space(themed_papers(kFewestPapers - 1, 10)).size(), 0U);
    EXPECT_EQ(build_latent_space({}).text(), "");
    EXPECT_THAT(LatentSpace{}.likeness({}), IsEmpty());
}

TEST(LatentSpace, ComesBackFromItsStoredForm) {
    const LatentSpace space = LatentSpace::from_rows({"a", "b", "c"}, {{3, 4}, {-1, 0}, {0, 0}});
    const auto back = LatentSpace::from_text(space.text());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->text(), space.text());
    EXPECT_EQ(back->place("b"), 1U);
    EXPECT_EQ(back->place("bb"), std::nullopt);
    EXPECT_THAT(back->row(0), ElementsAre(FloatNear(0.6F, 0.01F), FloatNear(0.8F, 0.01F)));
    EXPECT_THAT(back->likeness({0, 2}), ElementsAre(FloatNear(0.8F, 0.01F), FloatNear(0, 0.01F), FloatNear(0, 0.01F)));
    EXPECT_THAT(back->likeness({0, 0}), ElementsAre(0, 0, 0)) << "no direction";
}

TEST(LatentSpace, DamageIsTold) {
    const std::string good = LatentSpace::from_rows({"a", "b"}, {{3, 4}, {-1, 0}}).text();
    for (const std::string& bad :
         {good.substr(1), good + "x", good.substr(0, good.size() - 1), std::string{"x"}, std::string{"2 2\n"},
          std::string{"99999999999999999999 2\n"}, std::string{"2 99999999999\na\nb\n"}, std::string{"-1 2\n"}}) {
        const auto read = LatentSpace::from_text(bad);
        ASSERT_FALSE(read) << bad;
        EXPECT_EQ(read.error().code, Code::kCorrupt);
    }
}

TEST(WordCounts, ComeBackFromTheirStoredForm) {
    const WordCounts counts = themed_papers(50, 3);
    const auto back = word_counts_from(to_text(counts));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, counts);
    const WordCounts large{{"a", std::string(245, 'z')}, {{"id", {{0, 4000000000U}, {1, 127}}}, {"other", {}}}};
    EXPECT_EQ(*word_counts_from(to_text(large)), large);
    EXPECT_EQ(*word_counts_from(to_text({})), WordCounts{});
}

TEST(WordCounts, DamageIsTold) {
    std::mt19937 random{test::test_seed(8)};
    const std::string good = to_text(themed_papers(20, 2));
    for (std::size_t end = 0; end < good.size(); end += 7) {
        EXPECT_FALSE(word_counts_from(good.substr(0, end))) << end;
    }
    EXPECT_FALSE(word_counts_from(good + "x"));
    for (int round = 0; round < 500; ++round) {  // whatever comes back is sound
        std::string bad = good;
        bad[random() % bad.size()] = static_cast<char>(random() % 256);
        if (const auto read = word_counts_from(bad)) {
            for (const WordCounts::Paper& paper : read->papers) {
                for (const auto& [word, count] : paper.words) {
                    ASSERT_LT(word, read->words.size());
                }
            }
        }
    }
}

TEST(WordCounts, OfSeveralIndexesAreThoseOfOne) {
    const WordCounts all = themed_papers(400, 4);
    std::vector<WordCounts> parts(3);
    for (std::size_t i = 0; i < all.papers.size(); ++i) {
        parts[i % 3].papers.push_back(all.papers[i]);
    }
    for (WordCounts& part : parts) {  // each knows only its own words
        std::map<std::uint32_t, std::uint32_t> places;
        for (const WordCounts::Paper& paper : part.papers) {
            for (const auto& [word, count] : paper.words) {
                places.emplace(word, 0);
            }
        }
        for (auto& [word, place] : places) {
            place = static_cast<std::uint32_t>(part.words.size());
            part.words.push_back(all.words[word]);
        }
        for (WordCounts::Paper& paper : part.papers) {
            for (auto& [word, count] : paper.words) {
                word = places.at(word);
            }
        }
    }
    EXPECT_EQ(joined(parts), all);
    EXPECT_EQ(joined({parts[2], parts[0], parts[1], parts[2]}), all) << "in any order, and copies count once";
    EXPECT_EQ(build_latent_space(joined(parts)).text(), build_latent_space(all).text());
}

}  // namespace
}  // namespace saegin::latent
