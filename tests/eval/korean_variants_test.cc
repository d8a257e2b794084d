// What the Korean variants and the keyboard promise in detail: which words are nouns, which form a particle takes,
// which keys touch.
#include "benchmarks/eval/suites/korean_variants.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "benchmarks/eval/suites/keyboard_slips.h"
#include "common/text/utf32.h"

namespace saegin::eval {
namespace {

/// All forms that a variant makes of a text under many seeds.
std::set<std::string> forms(std::u32string (*make)(std::u32string_view, Draw&), std::u32string_view text) {
    std::set<std::string> all;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        Draw draw{seed, "forms"};
        all.insert(text::to_utf8(make(text, draw)));
    }
    return all;
}

TEST(Particles, TakeTheFormThatFitsTheFinalConsonant) {
    EXPECT_EQ(forms(add_particles, U"검색"), (std::set<std::string>{"검색은", "검색이", "검색을", "검색과", "검색으로",
                                                                    "검색의", "검색에서", "검색도"}));
    EXPECT_EQ(forms(add_particles, U"데이터"),
              (std::set<std::string>{"데이터는", "데이터가", "데이터를", "데이터와", "데이터로", "데이터의",
                                     "데이터에서", "데이터도"}));
    EXPECT_EQ(forms(add_particles, U"모델"),
              (std::set<std::string>{"모델은", "모델이", "모델을", "모델과", "모델로", "모델의", "모델에서", "모델도"}))
        << "로 after ㄹ";
}

TEST(Particles, GoBehindEveryNoun) {
    const std::set<std::string> all = forms(add_particles, U"확산 모델");
    EXPECT_TRUE(all.contains("확산의 모델은"));
    EXPECT_EQ(all.size(), 64U) << "8 by 8, each drawn for itself";
}

class Untouched : public testing::TestWithParam<const char*> {};

TEST_P(Untouched, TakesNoParticle) {
    const std::string text = GetParam();
    EXPECT_EQ(forms(add_particles, text::to_utf32(text)), std::set<std::string>{text});
}

INSTANTIATE_TEST_SUITE_P(Particles, Untouched,
                         testing::Values("모델을", "생성하는", "제안합니다", "있다", "그리고", "새로운", "확산(",
                                         "확산X", "확산3", "말", "LLM에서", "(RAG)에서는", "diffusion"));

TEST(JamoTypo, KeepsSyllablesWhole) {
    const std::set<std::string> all = forms(mistype_jamo, U"확산");
    EXPECT_TRUE(all.contains("확신")) << "ㅏ and ㅣ touch";
    EXPECT_TRUE(all.contains("확한")) << "ㅅ and ㅎ touch, as T and G do";
    EXPECT_FALSE(all.contains("확완")) << "ㅅ and ㅇ do not";
    EXPECT_FALSE(all.contains("확산"));
}

TEST(JamoTypo, ReachesEveryWord) {
    std::set<bool> first_changed;
    for (const std::string& form : forms(mistype_jamo, U"확산 모델")) {
        first_changed.insert(form.ends_with(" 모델"));
    }
    EXPECT_EQ(first_changed.size(), 2U);
}

TEST(EnglishTypo, MakesAllFourKinds) {
    const std::set<std::string> all = forms(mistype_english, U"model");
    EXPECT_TRUE(all.contains("mdoel")) << "swapped";
    EXPECT_TRUE(all.contains("moel")) << "dropped";
    EXPECT_TRUE(all.contains("moddel")) << "doubled";
    EXPECT_TRUE(all.contains("mosel")) << "struck beside";
    EXPECT_FALSE(all.contains("model"));
    EXPECT_FALSE(all.contains("omdel")) << "the first letter stays";
}

TEST(EnglishTypo, KeepsTheCaseOfTheKeyBeside) {
    for (const std::string& form : forms(mistype_english, U"MODEL")) {
        EXPECT_EQ(form.find_first_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << form;
    }
}

TEST(Keyboard, KnowsWhichKeysTouch) {
    EXPECT_EQ(text::to_utf8(keys_beside(U's')), "adewxz");
    EXPECT_EQ(text::to_utf8(keys_beside(U'S')), "ADEWXZ");
    EXPECT_EQ(text::to_utf8(keys_beside(U'q')), "aw");
    EXPECT_EQ(text::to_utf8(keys_beside(U'p')), "lo");
    EXPECT_EQ(text::to_utf8(keys_beside(U'm')), "jkn");
    EXPECT_EQ(keys_beside(U'1'), U"");
    EXPECT_EQ(keys_beside(U'가'), U"");
    for (char32_t a = U'a'; a <= U'z'; ++a) {
        for (const char32_t b : keys_beside(a)) {
            EXPECT_NE(keys_beside(b).find(a), std::u32string::npos) << "touching is mutual";
        }
    }
}

}  // namespace
}  // namespace saegin::eval
