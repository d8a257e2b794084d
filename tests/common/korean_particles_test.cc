// What particle stripping promises: particles and common endings go where rule and length allow, nouns that merely look
// so stay whole, and a particle behind a Latin word is known as one.
#include "common/text/korean_particles.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "common/text/unicode.h"

namespace saegin::text {
namespace {

std::u32string decoded(const std::string& utf8) {
    std::u32string out;
    for (std::size_t at = 0; at < utf8.size();) {
        out += next_code_point(utf8, at);
    }
    return out;
}

std::string stem_of(const std::string& word) {
    const std::u32string letters = decoded(word);
    std::string out;
    for (const char32_t c : letters.substr(0, stem_length(letters))) {
        append(out, c);
    }
    return out;
}

struct Word {
    const char* written;
    const char* stem;
};

class Stems : public testing::TestWithParam<Word> {};

TEST_P(Stems, AreAsListed) {
    EXPECT_EQ(stem_of(GetParam().written), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Particles, Stems,
                         testing::Values(Word{"모델은", "모델"}, Word{"모델이", "모델"}, Word{"모델을", "모델"},
                                         Word{"모델과", "모델"}, Word{"모델의", "모델"}, Word{"모델도", "모델"},
                                         Word{"모델만", "모델"}, Word{"모델에", "모델"}, Word{"모델로", "모델"},
                                         Word{"구조는", "구조"}, Word{"구조가", "구조"}, Word{"구조를", "구조"},
                                         Word{"구조와", "구조"}, Word{"구조로", "구조"}, Word{"그림으로", "그림"},
                                         Word{"검색처럼", "검색"}, Word{"검색보다", "검색"}, Word{"검색까지", "검색"},
                                         Word{"문장마다", "문장"}, Word{"데이터입니다", "데이터"}));

INSTANTIATE_TEST_SUITE_P(StackedParticles, Stems,
                         testing::Values(Word{"모델들은", "모델"}, Word{"모델들에서는", "모델"},
                                         Word{"데이터로부터의", "데이터"}, Word{"사용자들에게만", "사용자"},
                                         Word{"문서에서부터", "문서"}));

INSTANTIATE_TEST_SUITE_P(Endings, Stems,
                         testing::Values(Word{"생성하는", "생성"}, Word{"생성합니다", "생성"}, Word{"생성된", "생성"},
                                         Word{"최적화되었습니다", "최적화"}, Word{"학습시킨", "학습"},
                                         Word{"효과적인", "효과적"}, Word{"효과적으로", "효과적"},
                                         Word{"설명하며", "설명"}, Word{"비교했습니다", "비교"}));

// A form that does not fit the syllable before it is no particle.
INSTANTIATE_TEST_SUITE_P(FormsThatDoNotFit, Stems,
                         testing::Values(Word{"구조은", "구조은"}, Word{"모델는", "모델는"}, Word{"모델를", "모델를"},
                                         Word{"구조을", "구조을"}, Word{"그림와", "그림와"}));

INSTANTIATE_TEST_SUITE_P(Survivors, Stems,
                         testing::Values(Word{"회의", "회의"}, Word{"결과", "결과"}, Word{"도로", "도로"},
                                         Word{"정의", "정의"}, Word{"주의", "주의"}, Word{"차이", "차이"},
                                         Word{"실험결과", "실험결과"}, Word{"재정의", "재정의"},
                                         Word{"고속도로", "고속도로"}, Word{"정확도", "정확도"},
                                         Word{"해상도", "해상도"}, Word{"전문가", "전문가"}, Word{"증가", "증가"},
                                         Word{"어린이", "어린이"}, Word{"고양이", "고양이"},
                                         Word{"성능평가", "성능평가"}, Word{"데이터추가", "데이터추가"}));

// The same nouns with a particle of their own lose just that.
INSTANTIATE_TEST_SUITE_P(SurvivorsWithParticles, Stems,
                         testing::Values(Word{"결과는", "결과"}, Word{"결과를", "결과"}, Word{"정의의", "정의"},
                                         Word{"정확도를", "정확도"}, Word{"정확도의", "정확도"},
                                         Word{"고속도로에서", "고속도로"}, Word{"회의에서는", "회의"},
                                         Word{"고양이가", "고양이"}, Word{"차이만", "차이"}, Word{"주의를", "주의"}));

INSTANTIATE_TEST_SUITE_P(ShortWords, Stems,
                         testing::Values(Word{"", ""}, Word{"의", "의"}, Word{"수는", "수는"}, Word{"것을", "것을"},
                                         Word{"은는", "은는"}));

TEST(KoreanParticles, AnyWordKeepsTwoSyllables) {
    constexpr unsigned kSeed = 20240828;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random{kSeed};
    const std::u32string common = U"은는이가을를의에서로으도만과와들하되했습니다적인라고며부터까지한할된";
    for (int round = 0; round < 20000; ++round) {
        std::u32string word;
        for (auto length = random() % 9; length > 0; --length) {
            word +=
                random() % 4 == 0 ? static_cast<char32_t>(0xAC00 + random() % 11172) : common[random() % common.size()];
        }
        const std::size_t stem = stem_length(word);
        ASSERT_LE(stem, word.size());
        ASSERT_GE(stem, std::min<std::size_t>(word.size(), 2));
    }
}

TEST(KoreanParticles, JamoAreLeftAlone) {
    EXPECT_EQ(stem_of("ㅎㅅ은"), "ㅎㅅ은") << "nothing can be said of a syllable that is none";
    EXPECT_EQ(stem_of("ㅋㅋㅋㅋ"), "ㅋㅋㅋㅋ");
}

TEST(KoreanParticles, KnowsAParticleStandingAlone) {
    for (const char* const particle : {"의", "은", "는", "이", "가", "을", "를", "와", "과", "로", "으로", "에서",
                                       "에서는", "으로부터의", "보다", "들은", "입니다", "까지만", "들에서는"}) {
        EXPECT_TRUE(is_particle(decoded(particle))) << particle;
    }
    for (const char* const word : {"", "기반", "모델", "환각", "의미", "이미지", "가지", "하는", "도구", "에너지"}) {
        EXPECT_FALSE(is_particle(decoded(word))) << word;
    }
}

}  // namespace
}  // namespace saegin::text
