// What glosses are read out of a text:
//  1. Both orders, short forms of English words, and every run of words in front that may be the name.
//  2. A name does not reach over quotation marks, signs, or words that belong to the sentence around it.
//  3. Lists of examples, remarks, numbers and sentences are no names.
//  4. No text breaks the reader, and what it gives always keeps the promised limits.
#include "common/lexicon/gloss_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "common/text/unicode.h"
#include "tests/support/seed.h"

namespace saegin::lexicon {
namespace {

using ::testing::ElementsAreArray;

/// Glosses as "english = other".
std::vector<std::string> glosses_of(std::string_view text) {
    std::vector<std::string> lines;
    for (const Gloss& gloss : read_glosses(text)) {
        lines.push_back(gloss.english + " = " + gloss.other);
    }
    return lines;
}

struct Case {
    const char* name;
    std::string text;
    std::vector<std::string> glosses;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class Glosses : public testing::TestWithParam<Case> {};

TEST_P(Glosses, AreAsListed) {
    EXPECT_THAT(glosses_of(GetParam().text), ElementsAreArray(GetParam().glosses)) << GetParam().text;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Orders, Glosses,
    testing::Values(
        Case{"KoreanFirst",
             "확산 모델(diffusion models)을 씁니다",
             {"diffusion models = 모델", "diffusion models = 확산 모델"}},
        Case{"BlankBeforeTheParenthesis", "환각 (hallucination)", {"hallucination = 환각"}},
        Case{"EnglishFirst",
             "새 방법인 Direct Preference Optimization(직접 선호도 최적화)를",
             {"Direct Preference Optimization = 직접 선호도 최적화"}},
        Case{"ShortFormFirst", "DPO(직접 선호도 최적화)", {"DPO = 직접 선호도 최적화"}},
        Case{"MarkFirst", "GPT-4o(옴니)", {"GPT-4o = 옴니"}},
        Case{"SeveralInOneText", "토큰(token)과 환각(hallucination)", {"hallucination = 환각", "token = 토큰"}},
        Case{"TwiceIsOnce", "토큰(token), 토큰(token)", {"token = 토큰"}},
        Case{"WhiteSpaceIsSingle",
             "희소  주의(sparse \t attention)",
             {"sparse attention = 주의", "sparse attention = 희소 주의"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    ShortForms, Glosses,
    testing::Values(
        Case{"ThreeWays",
             "언어 모델(Language Models, LMs)은",
             {"LMs = Language Models", "LMs = 모델", "LMs = 언어 모델", "Language Models = 모델",
              "Language Models = 언어 모델"}},
        Case{"ShortFormBeforeItsWords",
             "강화 학습(RL; reinforcement learning)",
             {"RL = reinforcement learning", "RL = 강화 학습", "RL = 학습", "reinforcement learning = 강화 학습",
              "reinforcement learning = 학습"}},
        Case{"OfEnglishWords", "We use Retrieval-Augmented Generation (RAG)", {"RAG = Retrieval-Augmented Generation"}},
        Case{"MixedCase", "Low-Rank Adaptation (LoRA)", {"LoRA = Low-Rank Adaptation"}},
        Case{"MixedCaseOverALink", "a Mixture of Experts (MoE)", {"MoE = Mixture of Experts"}},
        Case{"MixedCaseOfKoreanWords", "저차원 적응(LoRA)", {"LoRA = 저차원 적응", "LoRA = 적응"}},
        Case{"BesideAKoreanName",
             "Direct Preference Optimization(DPO, 직접 선호도 최적화)",
             {"DPO = Direct Preference Optimization", "Direct Preference Optimization = 직접 선호도 최적화"}},
        Case{"InitialsThatDiffer", "Retrieval-Augmented Generation (DPO)", {}},
        Case{"OneCapitalIsAWord", "Hugging Face (Hub)", {}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Reach, Glosses,
    testing::Values(
        Case{"GenitiveMayBeInside", "기존의 언어 모델(LM)", {"LM = 기존의 언어 모델", "LM = 모델", "LM = 언어 모델"}},
        Case{"AdnominalMayBeInside",
             "사전 학습된 모델(pretrained model)",
             {"pretrained model = 모델", "pretrained model = 사전 학습된 모델", "pretrained model = 학습된 모델"}},
        Case{"TopicEndsAPhrase", "논문은 환각(hallucination)", {"hallucination = 환각"}},
        Case{"ObjectEndsAPhrase", "문장을 요약(summarization)", {"summarization = 요약"}},
        Case{"PlaceEndsAPhrase", "그림에서는 분할(segmentation)", {"segmentation = 분할"}},
        Case{"ParticleBehindLatin", "LLM은 환각(hallucination)", {"hallucination = 환각"}},
        Case{"AndEndsAPhrase", "비용 및 정렬(alignment)", {"alignment = 정렬"}},
        Case{"ForEndsAPhrase", "사람을 위한 정렬(alignment)", {"alignment = 정렬"}},
        Case{"CommaEndsAPhrase", "값싼, 정렬(alignment)", {"alignment = 정렬"}},
        Case{"EarlierGlossEndsAPhrase", "토큰(token) 정렬(alignment)", {"alignment = 정렬", "token = 토큰"}},
        Case{"SingleQuotes",
             "논문 '사고의 연쇄'(Chain of Thought)",
             {"Chain of Thought = 사고의 연쇄", "Chain of Thought = 연쇄"}},
        Case{"CurlyQuotes",
             "논문 “희소 주의”(sparse attention)",
             {"sparse attention = 주의", "sparse attention = 희소 주의"}},
        Case{"BoldIsQuoted",
             "논문 **희소 주의**(sparse attention)",
             {"sparse attention = 주의", "sparse attention = 희소 주의"}},
        Case{"QuotedInside", "환각(‘hallucination’)", {"hallucination = 환각"}},
        Case{"ClosedQuoteEndsAPhrase", "'모델' 정렬(alignment)", {"alignment = 정렬"}},
        Case{"SixWordsAtMost",
             "가나 나다 다라 라마 마바 바사 사아 자차(eight words)",
             {"eight words = 다라 라마 마바 바사 사아 자차", "eight words = 라마 마바 바사 사아 자차",
              "eight words = 마바 바사 사아 자차", "eight words = 바사 사아 자차", "eight words = 사아 자차",
              "eight words = 자차"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(NoNames, Glosses,
                         testing::Values(Case{"ListOfThree", "여러 모델(LLaMA, GLM, Yi)", {}},
                                         Case{"ListOfTwo", "여러 모델(GPT-4, Claude)", {}},
                                         Case{"LongList", "여러 모델(하나, 둘, RL, reinforcement learning)", {}},
                                         Case{"ForExample", "모델(e.g. GPT)", {}},
                                         Case{"ForExampleInOneWord", "모델(eg GPT)", {}},
                                         Case{"Versus", "모델(vs GPT)", {}}, Case{"Percentage", "정확도(4.2%)", {}},
                                         Case{"Year", "논문(2024)", {}}, Case{"Size", "그림(256x256)", {}},
                                         Case{"Address", "코드(https://example.org/a)", {}},
                                         Case{"Sentence", "DPO(이것은 문장입니다. 이름이 아닙니다.)", {}},
                                         Case{"KoreanForKorean", "모델(모형)", {}},
                                         Case{"NothingInFront", "(diffusion models)", {}},
                                         Case{"NothingInside", "모델()", {}}, Case{"BlankInside", "모델(  )", {}},
                                         Case{"OneLetter", "변수(x)", {}},
                                         Case{"SevenWordsInside", "모델(one two three four five six seven)", {}}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(Hostile, Glosses,
                         testing::Values(Case{"Empty", "", {}}, Case{"OnlyOpens", "확산 모델(diffusion models", {}},
                                         Case{"OnlyCloses", "확산 모델)diffusion models", {}},
                                         Case{"WrongWayRound", ")모델(", {}}, Case{"Doubled", "모델((diffusion))", {}},
                                         Case{"Nested", "확산 모델(diffusion (DDPM) models)", {}},
                                         Case{"GoesOnBehindUnbalanced", "모델(( 토큰(token)", {"token = 토큰"}},
                                         Case{"LongInside", "모델(" + std::string(300, 'a') + ")", {}},
                                         Case{"LongName", "모델(" + std::string(kMaxNameBytes + 1, 'a') + ")", {}},
                                         Case{"LongestName",
                                              "모델(" + std::string(kMaxNameBytes, 'a') + ")",
                                              {std::string(kMaxNameBytes, 'a') + " = 모델"}}),
                         name_of);

TEST(GlossReader, IsLinearInTheLengthOfTheText) {
    // With the square of the length, each would take minutes.
    constexpr std::size_t kTimes = 200'000;
    const auto began = std::chrono::steady_clock::now();
    for (const std::string_view piece : {"(", ")", "()", "가(", "가(a", "a ", "가(token) ", "((a)"}) {
        std::string text;
        for (std::size_t i = 0; i < kTimes; ++i) {
            text += piece;
        }
        EXPECT_LE(read_glosses(text).size(), 8U) << piece;
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{60});
}

TEST(GlossReader, KeepsItsPromisesForAnyText) {
    const std::vector<std::string> pieces{"(",        ")",
                                          " ",        ",",
                                          "'",        "“",
                                          "*",        ".",
                                          "모델",     "확산",
                                          "의",       "는",
                                          "RL",       "reinforcement",
                                          "learning", "GPT-4",
                                          "LoRA",     "및",
                                          "[",        "\n",
                                          "\t",       "%",
                                          "é",        "漢",
                                          "ㅎ",       "\xF0\x9F\x98\x80",
                                          "-",        "of"};
    std::mt19937 random{test::test_seed(41)};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (auto length = random() % 40; length > 0; --length) {
            text += pieces[random() % pieces.size()];
        }
        const std::vector<Gloss> glosses = read_glosses(text);
        ASSERT_TRUE(std::is_sorted(glosses.begin(), glosses.end())) << text;
        ASSERT_EQ(std::adjacent_find(glosses.begin(), glosses.end()), glosses.end()) << text;
        for (const Gloss& gloss : glosses) {
            ASSERT_GE(gloss.english.size(), 2U) << text;
            ASSERT_FALSE(gloss.other.empty()) << text;
            ASSERT_LE(gloss.english.size(), kMaxNameBytes) << text;
            ASSERT_LE(gloss.other.size(), kMaxNameBytes) << text;
            for (std::size_t at = 0; at < gloss.english.size();) {
                ASSERT_FALSE(text::is_hangul_syllable(text::next_code_point(gloss.english, at))) << text;
            }
            for (const std::string& name : {gloss.english, gloss.other}) {
                ASSERT_EQ(name.find_first_of("()\t\n"), std::string::npos) << text;
                ASSERT_EQ(name.find("  "), std::string::npos) << text;
            }
        }
    }
}

}  // namespace
}  // namespace saegin::lexicon
