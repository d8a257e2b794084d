// Which Hangul words are heard as English ones: loanwords and their origin sound alike, and what tells native words
// from them, the spelling and the vowels, tells.
#include "common/lexicon/sound.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/lexicon/loanword.h"

namespace saegin::lexicon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The likeness of vowels that a pair with evidence needs (lexicon_builder.cc).
constexpr double kAlike = 0.6;

std::string sound_of_hangul(const std::string& word) {
    return sounds_of_hangul({word}).front();
}

bool sounds_alike(const std::string& hangul, const std::string& english) {
    const std::vector<std::string> sounds = sounds_of_english(english);
    return std::find(sounds.begin(), sounds.end(), sound_of_hangul(hangul)) != sounds.end();
}

struct Words {
    const char* hangul;
    const char* english;
};

void PrintTo(const Words& words, std::ostream* out) {
    *out << words.hangul << " and " << words.english;
}

class Loanwords : public testing::TestWithParam<Words> {};

TEST_P(Loanwords, SoundLikeTheirOrigin) {
    const auto& [hangul, english] = GetParam();
    EXPECT_TRUE(sounds_alike(hangul, english));
    EXPECT_TRUE(looks_like_loanword(hangul));
    EXPECT_GE(likeness_of_vowels(hangul, english), kAlike);
}

INSTANTIATE_TEST_SUITE_P(
    , Loanwords,
    testing::Values(Words{"트랜스포머", "transformer"}, Words{"토큰", "token"}, Words{"디퓨전", "diffusion"},
                    Words{"할루시네이션", "hallucination"}, Words{"프루닝", "pruning"}, Words{"어텐션", "attention"},
                    Words{"프롬프트", "prompt"}, Words{"파이프라인", "pipeline"}, Words{"인코더", "encoder"},
                    Words{"디코더", "decoder"}, Words{"데이터셋", "dataset"}, Words{"임베딩", "embedding"},
                    Words{"스케일링", "scaling"}, Words{"베이스라인", "baseline"}, Words{"클러스터", "cluster"},
                    Words{"네트워크", "network"}, Words{"그래프", "graph"}, Words{"노이즈", "noise"},
                    Words{"로봇", "robot"}, Words{"비디오", "video"}, Words{"아키텍처", "architecture"},
                    Words{"시퀀스", "sequence"}, Words{"라벨링", "labeling"}, Words{"커리큘럼", "curriculum"},
                    Words{"멀티모달", "multimodal"}, Words{"에이전트", "agent"}, Words{"챗봇", "chatbot"},
                    Words{"파인튜닝", "finetuning"}, Words{"컨텍스트", "context"}, Words{"텍스처", "texture"},
                    Words{"렌더링", "rendering"}, Words{"레이턴시", "latency"}, Words{"스트리밍", "streaming"},
                    Words{"샘플링", "sampling"}, Words{"파라미터", "parameter"}, Words{"가우시안", "gaussian"},
                    Words{"스플래팅", "splatting"}, Words{"쿼리", "query"}, Words{"메모리", "memory"},
                    Words{"모달리티", "modality"}, Words{"태스크", "task"}, Words{"도메인", "domain"},
                    Words{"시뮬레이션", "simulation"}, Words{"픽셀", "pixel"}, Words{"마스크", "mask"},
                    Words{"튜닝", "tuning"}, Words{"백본", "backbone"}));

class NativeWords : public testing::TestWithParam<Words> {};

TEST_P(NativeWords, AreToldFromEnglishOnes) {
    const auto& [hangul, english] = GetParam();
    EXPECT_FALSE(sounds_alike(hangul, english) && is_telling(sound_of_hangul(hangul)) && looks_like_loanword(hangul) &&
                 likeness_of_vowels(hangul, english) >= kAlike);
}

INSTANTIATE_TEST_SUITE_P(, NativeWords,
                         testing::Values(Words{"정확도", "accuracy"}, Words{"강화학습", "reinforcement"},
                                         Words{"결과", "class"}, Words{"연구", "yank"}, Words{"효율적인", "heuristic"},
                                         Words{"생성", "sensing"}, Words{"기반", "cabin"}, Words{"방법", "bomb"},
                                         Words{"학습", "hockey"}, Words{"최적화", "checks"}, Words{"다양한", "diana"},
                                         Words{"들어올", "truly"}, Words{"접근", "chopin"}, Words{"언어", "on"},
                                         Words{"의미", "image"}, Words{"있는", "isn"}, Words{"성능", "song"},
                                         Words{"적용", "joking"}, Words{"대규모", "dagger"}, Words{"문제", "munch"},
                                         Words{"바탕", "bathing"}, Words{"정밀도", "zealand"}, Words{"구체적", "coach"},
                                         Words{"기존", "kitchen"}, Words{"지식", "jigsaw"},
                                         Words{"시각적", "cigarette"}, Words{"모두", "mode"}, Words{"이미", "imi"},
                                         Words{"높은", "known"}, Words{"없는", "oven"}));

TEST(Sound, EnglishSpellingIsAmbiguous) {
    EXPECT_THAT(sounds_of_english("graph"), ElementsAre("KLvP"));
    EXPECT_THAT(sounds_of_english("task"), ElementsAre("TvCK", "TvSK"));
    EXPECT_THAT(sounds_of_english("token"), ElementsAre("TvKN", "TvKvN"));  // the e may be silent
}

TEST(Sound, OnlyPlainEnglishWordsHaveOne) {
    for (const char* const word : {"", "Token", "gpt4", "fine-tuning", "two words", "토큰", "caf\xC3\xA9"}) {
        EXPECT_THAT(sounds_of_english(word), IsEmpty()) << word;
    }
    EXPECT_FALSE(sounds_of_english(std::string(30, 'a')).empty());
    EXPECT_THAT(sounds_of_english(std::string(31, 'a')), IsEmpty());
}

TEST(Sound, TheMostAmbiguousWordHasFewSounds) {
    // Each of these letters doubles what there is.
    const std::vector<std::string> sounds = sounds_of_english("sxzsxzsxzsxzsxzsxzsxzsxzsxz");
    EXPECT_LE(sounds.size(), 64U);
    EXPECT_TRUE(std::is_sorted(sounds.begin(), sounds.end()));
    EXPECT_EQ(std::adjacent_find(sounds.begin(), sounds.end()), sounds.end());
}

TEST(Sound, EachHangulWordKeepsItsPlace) {
    EXPECT_THAT(sounds_of_hangul({"토큰", "", "token", "토큰 토큰", "ㅌ", "토큰"}),
                ElementsAre("TvKN", "", "", "", "", "TvKN"));
    EXPECT_THAT(sounds_of_hangul({}), IsEmpty());
}

TEST(Sound, OnlySeveralConsonantsTell) {
    EXPECT_FALSE(is_telling(""));
    EXPECT_FALSE(is_telling("vNvC"));
    EXPECT_TRUE(is_telling("TvKN"));
    EXPECT_EQ(consonants_in("TLvNSPvM"), 6U);
    EXPECT_EQ(consonants_in("v"), 0U);
}

TEST(Loanword, SpellingTellsNativeWords) {
    for (const char* const native : {"많은", "없는", "있다", "의미", "뿐", "깨끗", "높이", "앞", "꽃", "", "a", "ㅌ"}) {
        EXPECT_FALSE(looks_like_loanword(native)) << native;
    }
}

TEST(Loanword, VowelsAreComparedInOrder) {
    EXPECT_EQ(likeness_of_vowels("토큰", "token"), 1);
    EXPECT_EQ(likeness_of_vowels("파이썬", "python"), 1);  // 아이 is one sound
    EXPECT_EQ(likeness_of_vowels("트", "t"), 1);           // neither has one
    EXPECT_EQ(likeness_of_vowels("트", "to"), 0);
    EXPECT_LT(likeness_of_vowels("이미지", "moussaka"), kAlike);
    EXPECT_EQ(likeness_of_vowels("", "token"), 0);
}

}  // namespace
}  // namespace saegin::lexicon
