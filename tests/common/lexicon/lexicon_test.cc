// The lexicon as it is stored: what goes in comes out in both directions, and text that is not its own is refused.
#include "common/lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/support/seed.h"

namespace saegin::lexicon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Pair kHallucination{{"hallucin", "hallucination"}, {"환각", "환각"}, 16, Origin::kGloss};
const Pair kShortForm{{"llm", "LLM"}, {"larg languag model", "Large Language Models"}, 9, Origin::kGloss};
const Pair kLarge{{"llm", "LLM"}, {"대규모 언어 모델", "대규모 언어 모델"}, 30, Origin::kGloss};
const Pair kBig{{"llm", "LLM"}, {"대형 언어 모델", "대형 언어 모델"}, 9, Origin::kGloss};
const Pair kToken{{"token", "token"}, {"토큰", "토큰"}, 7, Origin::kLoanword};

Pair turned(const Pair& pair) {
    return {pair.to, pair.from, pair.papers, pair.origin};
}

TEST(Lexicon, FindsEitherNameByTheOther) {
    const Lexicon lexicon = Lexicon::from_pairs({kHallucination, kLarge, kToken});
    EXPECT_EQ(lexicon.size(), 3U);
    EXPECT_THAT(lexicon.equivalents("hallucin"), ElementsAre(kHallucination));
    EXPECT_THAT(lexicon.equivalents("환각"), ElementsAre(turned(kHallucination)));
    EXPECT_THAT(lexicon.equivalents("대규모 언어 모델"), ElementsAre(turned(kLarge)));
    EXPECT_THAT(lexicon.equivalents("토큰"), ElementsAre(turned(kToken)));
}

TEST(Lexicon, MostPapersComeFirstThenKeys) {
    const Lexicon lexicon = Lexicon::from_pairs({kBig, kShortForm, kLarge});
    EXPECT_THAT(lexicon.equivalents("llm"), ElementsAre(kLarge, kShortForm, kBig));
}

TEST(Lexicon, FindsWholeKeysOnly) {
    const Lexicon lexicon = Lexicon::from_pairs({kHallucination, kLarge, kToken});
    for (const char* const key :
         {"", "hallu", "hallucination", "환", "환각 ", "언어 모델", "대규모", "zzz", "\t", "힣", "\x01"}) {
        EXPECT_THAT(lexicon.equivalents(key), IsEmpty()) << key;
    }
}

TEST(Lexicon, AnEmptyOneFindsNothing) {
    for (const Lexicon& lexicon : {Lexicon{}, Lexicon::from_pairs({})}) {
        EXPECT_EQ(lexicon.size(), 0U);
        EXPECT_EQ(lexicon.text(), "");
        EXPECT_THAT(lexicon.all(), IsEmpty());
        EXPECT_THAT(lexicon.equivalents("token"), IsEmpty());
    }
}

TEST(Lexicon, TheOrderOfPairsDoesNotMatter) {
    const Lexicon lexicon = Lexicon::from_pairs({kToken, kBig, kLarge});
    EXPECT_EQ(lexicon.text(), Lexicon::from_pairs({kLarge, turned(kToken), kBig}).text());
}

TEST(Lexicon, ComesBackFromItsText) {
    std::mt19937 random{test::test_seed(4)};
    const std::vector<std::string> words{"a", "모델", "language", "강화", "x y", "é", "힣"};
    for (int round = 0; round < 200; ++round) {
        std::vector<Pair> pairs;
        for (auto count = random() % 12; count > 0; --count) {
            const std::string number = std::to_string(pairs.size());  // no pair twice
            const Name from{words[random() % words.size()] + number, words[random() % words.size()]};
            const Name to{words[random() % words.size()] + "." + number, words[random() % words.size()]};
            pairs.push_back({from, to, static_cast<std::uint32_t>(random()),
                             random() % 2 == 0 ? Origin::kGloss : Origin::kLoanword});
        }
        const Lexicon lexicon = Lexicon::from_pairs(pairs);
        const Result<Lexicon> back = Lexicon::from_text(lexicon.text());
        ASSERT_TRUE(back);
        EXPECT_EQ(back->all(), lexicon.all());
        EXPECT_EQ(back->size(), pairs.size());
        for (const Pair& pair : pairs) {
            EXPECT_THAT(back->equivalents(pair.from.key), ::testing::Contains(pair));
            EXPECT_THAT(back->equivalents(pair.to.key), ::testing::Contains(turned(pair)));
        }
    }
}

struct Text {
    const char* name;
    const char* text;
};

class CorruptText : public testing::TestWithParam<Text> {};

TEST_P(CorruptText, IsRefused) {
    const Result<Lexicon> lexicon = Lexicon::from_text(GetParam().text);
    ASSERT_FALSE(lexicon);
    EXPECT_EQ(lexicon.error().code, Code::kCorrupt);
    EXPECT_THAT(lexicon.error().hint, ::testing::HasSubstr("--rebuild"));
}

std::string name_of(const testing::TestParamInfo<Text>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    , CorruptText,
    testing::Values(Text{"NotALine", "token"}, Text{"NoLineEnd", "a\ta\tb\tb\t1\tg"}, Text{"EmptyLine", "\n"},
                    Text{"TooFewColumns", "a\ta\tb\tb\t1\n"}, Text{"TooManyColumns", "a\ta\tb\tb\t1\tg\tx\n"},
                    Text{"NoNumber", "a\ta\tb\tb\tmany\tg\n"}, Text{"EmptyNumber", "a\ta\tb\tb\t\tg\n"},
                    Text{"NegativeNumber", "a\ta\tb\tb\t-1\tg\n"}, Text{"HalfANumber", "a\ta\tb\tb\t1x\tg\n"},
                    Text{"HugeNumber", "a\ta\tb\tb\t99999999999\tg\n"}, Text{"UnknownOrigin", "a\ta\tb\tb\t1\tz\n"},
                    Text{"EmptyKey", "\ta\tb\tb\t1\tg\n"}, Text{"EmptyOtherKey", "a\ta\t\tb\t1\tg\n"},
                    Text{"SecondLineBroken", "a\ta\tb\tb\t1\tg\nb\n"},
                    Text{"OutOfOrder", "b\tb\ta\ta\t1\tg\na\ta\tb\tb\t1\tg\n"}),
    name_of);

TEST(LexiconKey, IsItsWordsPartedByBlanks) {
    EXPECT_THAT(words_of_key("larg languag model"), ElementsAre("larg", "languag", "model"));
    EXPECT_THAT(words_of_key("환각"), ElementsAre("환각"));
    EXPECT_THAT(words_of_key(""), IsEmpty());
    for (const char* const key : {"larg languag model", "환각", ""}) {
        EXPECT_EQ(key_of_words(words_of_key(key)), key);
    }
}

TEST(LexiconKey, IsTheAnalysedWords) {
    text::Analyzer analyzer;
    EXPECT_EQ(key_of("Large Language Models", analyzer), "larg languag model");
    EXPECT_EQ(key_of("LLMs", analyzer), key_of("LLM", analyzer));
    EXPECT_EQ(key_of("fine-tuning", analyzer), key_of("Fine Tuning", analyzer));
    EXPECT_EQ(key_of("모델은", analyzer), "모델");
    EXPECT_EQ(key_of("대규모 언어 모델", analyzer), "대규모 언어 모델");
    EXPECT_EQ(key_of("", analyzer), "");
    EXPECT_EQ(key_of("!?", analyzer), "");
    EXPECT_EQ(key_of("a b c d e f g h", analyzer), "a b c d e f g h");
    EXPECT_EQ(key_of("a b c d e f g h i", analyzer), "");
}

}  // namespace
}  // namespace saegin::lexicon
