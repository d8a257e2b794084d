// What is taken out of summaries: sentences that could be questions, and pairs of a Korean and an English term.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/suites/gloss_pairs.h"
#include "benchmarks/eval/suites/sentences.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Sentences, AreThoseThatCouldBeALongQuestion) {
    EXPECT_THAT(korean_sentences("작은 모델이 큰 모델을 이긴다는 결과입니다. 짧다.\n"
                                 "This one is written in English only. 점수는 GPT-4o보다 두 배\t 높게 나왔습니다."),
                ElementsAre("작은 모델이 큰 모델을 이긴다는 결과입니다.", "점수는 GPT-4o보다 두 배 높게 나왔습니다."));
    EXPECT_THAT(korean_sentences(""), IsEmpty());
    EXPECT_THAT(korean_sentences("가 나 다 라"), IsEmpty()) << "four words";
    std::string endless;
    for (int i = 0; i < 31; ++i) {
        endless += "모델 ";
    }
    EXPECT_THAT(korean_sentences(endless), IsEmpty()) << "31 words";
}

TEST(Sentences, StandOnOneLine) {
    EXPECT_EQ(one_line("  a\t\tb \n c\u00A0"), "a b c");
    EXPECT_EQ(one_line(" \n"), "");
    EXPECT_EQ(one_line("a\xFF"), "a\xEF\xBF\xBD");
}

struct Row {
    const char* name;
    const char* text;
    std::vector<Gloss> glosses;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.name;
}

class Glosses : public testing::TestWithParam<Row> {};

TEST_P(Glosses, AreAsListed) {
    const std::vector<Gloss> found = glosses_in(GetParam().text);
    ASSERT_EQ(found.size(), GetParam().glosses.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].english, GetParam().glosses[i].english);
        EXPECT_EQ(found[i].korean, GetParam().glosses[i].korean);
    }
}

INSTANTIATE_TEST_SUITE_P(
    GlossPairs, Glosses,
    testing::Values(
        Row{"one word", "이 증류(distillation)는", {{"distillation", {"증류"}}}},
        Row{"as many Korean words as English ones",
            "새로운 큰 확산 모델(Diffusion Models)을",
            {{"diffusion models", {"모델", "확산 모델"}}}},
        Row{"hyphens part words",
            "다음 토큰 예측(next-token prediction)",
            {{"next-token prediction", {"예측", "토큰 예측", "다음 토큰 예측"}}}},
        Row{"only up to the comma", "언어 모델(language models, LMs)", {{"language models", {"모델", "언어 모델"}}}},
        Row{"not beyond a particle",
            "모델을 강화학습(reinforcement learning)",
            {{"reinforcement learning", {"강화학습"}}}},
        Row{"not beyond another script",
            "LLM 환각 탐지(x hallucination detection)",
            {{"x hallucination detection", {"탐지", "환각 탐지"}}}},
        Row{"behind a quotation mark", "\"증류\" 및 '확산'(diffusion) (확산(diffusion))", {{"diffusion", {"확산"}}}},
        Row{"two in a row",
            "증류(distillation)와 정렬(alignment)",
            {{"distillation", {"증류"}}, {"alignment", {"정렬"}}}},
        Row{"an acronym alone", "검색 증강 생성(RAG)과 모델(LLMs)", {}},
        Row{"a remark",
            "결과(표 3)와 점수(see the table on page three of the paper for all the figures that we have)",
            {}},
        Row{"a blank before it", "증류 (distillation)", {}}, Row{"torn from a number", "2차원(dimension)", {}},
        Row{"an inflected word", "제안하는(proposed)", {}}, Row{"never closed", "증류(distillation", {}},
        Row{"nothing in it", "증류()", {}}, Row{"too many words", "모델(a model of many more words)", {}},
        Row{"nothing", "", {}}));

std::vector<SummaryText> summaries(const std::vector<std::string>& texts) {
    std::vector<SummaryText> all;
    for (const std::string& text : texts) {
        all.push_back({PaperId{std::to_string(all.size() + 1)}, text});
    }
    return all;
}

TEST(GlossPairs, NeedTwoPapers) {
    EXPECT_THAT(mine_gloss_pairs(summaries({"증류(distillation)와 증류(distillation)"})), IsEmpty());
    const auto pairs = mine_gloss_pairs(summaries({"증류(distillation)", "이 증류(Distillation)", "없음"}));
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].korean, "증류");
    EXPECT_EQ(pairs[0].english, "distillation");
    EXPECT_THAT(pairs[0].papers, ElementsAre(PaperId{"1"}, PaperId{"2"}));
}

TEST(GlossPairs, TakeTheLongestSideThatHalfOfThePapersWrite) {
    const auto pairs = mine_gloss_pairs(
        summaries({"큰 확산 모델(diffusion models)", "확산 모델(diffusion models)", "잠재확산모델(diffusion models)"}));
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].korean, "확산 모델");
}

TEST(GlossPairs, LeaveOutAKoreanSideThatIsOnlyAPart) {
    EXPECT_THAT(mine_gloss_pairs(summaries({"큰 모델(language model)", "작은 모델(language model)"})), IsEmpty());
}

TEST(GlossPairs, KeepTheBestEnglishOfAKoreanSide) {
    const auto pairs = mine_gloss_pairs(
        summaries({"주의(attention)", "주의(attention)", "주의(attention)", "주의(caution)", "주의(caution)"}));
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].english, "attention");
}

}  // namespace
}  // namespace saegin::eval
