// What the keyboard layouts promise: the text that was meant comes out of the text that was typed, both ways, and what
// no letter key types stays.
#include "common/text/keyboard_layout.h"

#include <gtest/gtest.h>

#include <random>

#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "tests/support/seed.h"

namespace saegin::text {
namespace {

struct Slip {
    std::u32string_view typed;
    std::u32string_view meant;
};

std::ostream& operator<<(std::ostream& out, const Slip& slip) {
    return out << to_utf8(slip.typed);
}

class MeantKorean : public testing::TestWithParam<Slip> {};

TEST_P(MeantKorean, IsRead) {
    EXPECT_EQ(to_utf8(english_to_korean(GetParam().typed)), to_utf8(GetParam().meant));
}

INSTANTIATE_TEST_SUITE_P(KeyboardLayout, MeantKorean,
                         testing::Values(Slip{U"", U""}, Slip{U"ghkrtks", U"확산"}, Slip{U"Rn", U"꾸"},
                                         Slip{U"rn", U"구"}, Slip{U"rkqt", U"값"}, Slip{U"ghkrtks ahepf", U"확산 모델"},
                                         Slip{U"gPdml", U"혜의"}, Slip{U"GHKRTKS", U"홖싼"}, Slip{U"gt", U"ㅎㅅ"},
                                         Slip{U"rjator3!", U"검색3!"}, Slip{U"함k", U"함ㅏ"}, Slip{U"é ∞", U"é ∞"}));

class MeantEnglish : public testing::TestWithParam<Slip> {};

TEST_P(MeantEnglish, IsRead) {
    EXPECT_EQ(to_utf8(korean_to_english(GetParam().typed)), to_utf8(GetParam().meant));
}

INSTANTIATE_TEST_SUITE_P(KeyboardLayout, MeantEnglish,
                         testing::Values(Slip{U"", U""}, Slip{U"헷", U"gpt"}, Slip{U"ㄱㅁㅎ", U"rag"},
                                         Slip{U"ㅡㅐㅇ디", U"model"}, Slip{U"ㄳ", U"rt"}, Slip{U"ㅚ", U"hl"},
                                         Slip{U"까", U"Rk"}, Slip{U"ㅒ", U"O"}, Slip{U"헷-4", U"gpt-4"},
                                         Slip{U"GPT 헷", U"GPT gpt"}, Slip{U"\u1100é", U"\u1100é"}));

TEST(KeyboardLayout, HasEveryLetterOnAKeyOrTwo) {
    for (char32_t c = U'ㄱ'; c <= U'ㅣ'; ++c) {
        const std::u32string keys = to_keys(std::u32string{c});
        EXPECT_EQ(key_of_jamo(c).has_value(), keys.size() == 1) << to_utf8(keys);
        for (const char32_t key : keys) {
            const auto latin = key_of_jamo(key);
            ASSERT_TRUE(latin) << to_utf8(keys);
            EXPECT_EQ(jamo_of_key(*latin), key) << to_utf8(keys);
        }
    }
    EXPECT_EQ(jamo_of_key(U'A'), U'ㅁ') << "nothing of its own under Shift";
    EXPECT_EQ(jamo_of_key(U'1'), std::nullopt);
    EXPECT_EQ(jamo_of_key(U'ㅁ'), std::nullopt);
    EXPECT_EQ(key_of_jamo(U'a'), std::nullopt);
}

TEST(KeyboardLayout, GoesThereAndBack) {
    constexpr std::u32string_view kSigns = U" -1∞é";
    constexpr std::u32string_view kShifted = U"EOPQRTW";
    constexpr std::uint32_t kSyllables = 11172;
    constexpr std::uint32_t kAlphabet = 26;
    std::mt19937 random{test::test_seed(20240828)};
    for (int round = 0; round < 5000; ++round) {
        std::u32string korean;
        std::u32string english;
        for (auto length = random() % 10; length > 0; --length) {
            const bool sign = random() % 5 == 0;
            const bool shift = random() % 5 == 0;
            korean += sign ? kSigns[random() % kSigns.size()] : U'가' + static_cast<char32_t>(random() % kSyllables);
            english += sign    ? kSigns[random() % kSigns.size()]
                       : shift ? kShifted[random() % kShifted.size()]
                               : U'a' + static_cast<char32_t>(random() % kAlphabet);
        }
        ASSERT_EQ(to_utf8(english_to_korean(korean_to_english(korean))), to_utf8(korean));
        ASSERT_EQ(to_utf8(korean_to_english(english_to_korean(english))), to_utf8(english));
    }
}

}  // namespace
}  // namespace saegin::text
