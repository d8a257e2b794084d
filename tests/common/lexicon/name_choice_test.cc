// Which of the candidates becomes the Korean name: long enough for what it names, and grown to the left only while most
// papers agree.
#include "common/lexicon/name_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace saegin::lexicon {
namespace {

using ::testing::ElementsAreArray;

TEST(NameChoice, WhatAnEnglishNameNeeds) {
    struct Row {
        const char* english;
        double words;
    };
    for (const Row& row :
         {Row{"", 1}, Row{"hallucination", 1}, Row{"Hallucination", 1}, Row{"diffusion models", 2},
          Row{"Chain of Thought", 2}, Row{"of the", 1}, Row{"text-to-image generation", 3}, Row{"fine-tuning", 2},
          Row{"input/output", 2}, Row{"RL", 2}, Row{"AI", 2}, Row{"LLM", 3}, Row{"LLMs", 3}, Row{"MoE", 3},
          Row{"I2V", 3}, Row{"LoRA", 3}, Row{"NeRF", 3}, Row{"3DGS", 3}, Row{"ABCDEFGHIJ", 6}}) {
        EXPECT_EQ(words_needed(row.english), row.words) << row.english;
    }
}

TEST(NameChoice, WhatAKoreanNameSays) {
    struct Row {
        std::vector<std::string> words;
        double said;
    };
    for (const Row& row : {Row{{}, 0}, Row{{"뇌"}, 1}, Row{{"환각"}, 1}, Row{{"강화학습"}, 2}, Row{{"강화", "학습"}, 2},
                           Row{{"대규모", "언어", "모델"}, 3.5}, Row{{"gpt", "모델"}, 2}, Row{{"transformer"}, 1}}) {
        EXPECT_EQ(words_said({row.words, "", 1}), row.said) << testing::PrintToString(row.words);
    }
}

/// A candidate from its words as written, which a hyphen parts, too; they stand for the analysed ones.
Candidate candidate(const std::string& written, std::uint32_t papers) {
    std::vector<std::string> words(1);
    for (const char c : written) {
        if (c == ' ' || c == '-') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return {words, written, papers};
}

struct Case {
    const char* name;
    double needed;
    std::vector<Candidate> candidates;
    std::vector<std::string> chosen;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class Choice : public testing::TestWithParam<Case> {};

TEST_P(Choice, IsAsListed) {
    const std::vector<Candidate>& candidates = GetParam().candidates;
    std::vector<std::string> chosen;
    for (const std::size_t at : choose_names(candidates, GetParam().needed)) {
        ASSERT_LT(at, candidates.size());
        chosen.push_back(candidates[at].written);
    }
    EXPECT_THAT(chosen, ElementsAreArray(GetParam().chosen));
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Names, Choice,
    testing::Values(
        Case{"NoCandidates", 1, {}, {}}, Case{"OneWordForOneWord", 1, {candidate("환각", 16)}, {"환각"}},
        Case{"HeadIsTooShort", 2, {candidate("모델", 9), candidate("확산 모델", 9)}, {"확산 모델"}},
        Case{"EachSufficientBranch",
             3,
             {candidate("모델", 40), candidate("언어 모델", 40), candidate("대규모 언어 모델", 20),
              candidate("대형 언어 모델", 15)},
             {"대규모 언어 모델", "대형 언어 모델"}},
        Case{"QualifierIsNoPart",
             3,
             {candidate("모델", 20), candidate("언어 모델", 20), candidate("대형 언어 모델", 20),
              candidate("최근 대형 언어 모델", 18)},
             {"대형 언어 모델"}},
        Case{"ShortNameOfManyStands", 3, {candidate("처리", 8), candidate("자연어 처리", 8)}, {"자연어 처리"}},
        Case{"GrowsWhereMostAgree", 1, {candidate("정렬", 10), candidate("가치 정렬", 6)}, {"가치 정렬"}},
        Case{"StaysWhereFewAgree", 1, {candidate("정렬", 10), candidate("가치 정렬", 5)}, {"정렬"}},
        Case{"OnePaperDoesNotGrow", 1, {candidate("정렬", 1), candidate("가치 정렬", 1)}, {"정렬"}},
        Case{"OnePaperGrowsToTheNeed", 2, {candidate("신경망", 1), candidate("그래프 신경망", 1)}, {"그래프 신경망"}},
        Case{"CompoundSaysTwoWords", 2, {candidate("강화학습", 5)}, {"강화학습"}},
        Case{"BothSpacings",
             2,
             {candidate("강화학습", 5), candidate("학습", 7), candidate("강화 학습", 7)},
             {"강화학습", "강화 학습"}},
        Case{"TooLongForShort",
             1,
             {candidate("모델", 9), candidate("언어 모델", 9), candidate("대규모 언어 모델", 9),
              candidate("한국어 대규모 언어 모델", 9)},
             {}},
        Case{"HalfOfAWord", 1, {candidate("오브", 9)}, {}}, Case{"BareHeadOfFew", 1, {candidate("기법", 2)}, {}},
        Case{"BareHeadOfMany", 1, {candidate("모듈", 9)}, {"모듈"}},
        Case{"WithoutItsHeadNothing", 2, {candidate("확산 모델", 9)}, {}},
        Case{"AHyphenLeavesNoShorterName", 2, {candidate("텍스트-이미지", 3)}, {"텍스트-이미지"}},
        Case{"BesideItsSecondHalf", 2, {candidate("이미지", 2), candidate("텍스트-이미지", 9)}, {"텍스트-이미지"}},
        Case{"BehindAHyphen", 3, {candidate("생성", 4), candidate("텍스트-이미지 생성", 4)}, {"텍스트-이미지 생성"}}),
    name_of);

}  // namespace
}  // namespace saegin::lexicon
