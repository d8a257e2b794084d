// What slips cost: one wrong key is one slip, likely slips are cheap, and the cheap filter never hides a near word.
#include "query/edit_cost.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "query/hangul_keys.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

constexpr int kAnything = 1000;

struct Slip {
    const char* name;
    std::string typed;
    std::string meant;
    int cost;
};

std::ostream& operator<<(std::ostream& out, const Slip& slip) {
    return out << slip.name;
}

int hangul_cost(const std::string& typed, const std::string& meant) {
    const HangulKeys keys;
    return edit_cost(keys.of(typed), keys.of(meant), Script::kHangul, kAnything).value_or(-1);
}

class HangulSlip : public testing::TestWithParam<Slip> {};

TEST_P(HangulSlip, Costs) {
    EXPECT_EQ(hangul_cost(GetParam().typed, GetParam().meant), GetParam().cost);
}

INSTANTIATE_TEST_SUITE_P(
    EditCost, HangulSlip,
    testing::Values(Slip{"none", "확산", "확산", 0}, Slip{"a syllable in pieces", "화ㄱ산", "확산", 0},
                    Slip{"ㅐ for ㅔ", "시스탬", "시스템", kAlike}, Slip{"ㅗ for ㅓ", "토큰", "터큰", kAlike},
                    Slip{"tense for plain", "확싼", "확산", kAlike},
                    Slip{"aspirated for plain", "위치", "위지", kAlike},
                    Slip{"a key beside", "샌성", "생성", kNeighbour}, Slip{"a key above", "학쇼", "학소", kNeighbour},
                    Slip{"any other key", "학차", "학사", kArbitrary},
                    Slip{"a letter twice", "그루ㅜㅂ", "그룹", kDoubled}, Slip{"a letter once", "각", "각ㄱ", kDoubled},
                    Slip{"no final", "확사", "확산", kMissing}, Slip{"a final too many", "확산이", "확사이", kExtra},
                    Slip{"two letters changed", "홧간", "확산", kTransposed},
                    Slip{"two wrong letters of one syllable", "학살", "학습", kNeighbour + kArbitrary}));

class EnglishSlip : public testing::TestWithParam<Slip> {};

TEST_P(EnglishSlip, Costs) {
    const Slip& slip = GetParam();
    EXPECT_EQ(edit_cost(slip.typed, slip.meant, Script::kEnglish, kAnything), slip.cost);
    EXPECT_EQ(edit_cost(slip.typed, slip.meant, Script::kEnglish, slip.cost), slip.cost);
    EXPECT_EQ(edit_cost(slip.typed, slip.meant, Script::kEnglish, slip.cost - 1), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    EditCost, EnglishSlip,
    testing::Values(Slip{"none", "model", "model", 0}, Slip{"once", "embeding", "embedding", kDoubled},
                    Slip{"twice", "modell", "model", kDoubled},
                    Slip{"missing", "multiligual", "multilingual", kMissing}, Slip{"extra", "modelk", "model", kExtra},
                    Slip{"transposed", "imgae", "image", kTransposed},
                    Slip{"transposed at the start", "omdel", "model", kTransposed},
                    Slip{"transposed at the end", "modle", "model", kTransposed},
                    Slip{"a key beside", "mpdel", "model", kNeighbour},
                    Slip{"any other key", "mqdel", "model", kArbitrary},
                    Slip{"what sounds alike in Korean only", "hop", "hoo", kNeighbour},
                    Slip{"all missing", "", "ab", 2 * kMissing}, Slip{"all too many", "ab", "", 2 * kExtra}));

TEST(EditCost, RefusesWhatIsTooLong) {
    const std::string longest(kMaxKeys, 'a');
    EXPECT_EQ(edit_cost(longest, longest, Script::kEnglish, 0), 0);
    EXPECT_EQ(edit_cost(longest + "a", longest, Script::kEnglish, kAnything), std::nullopt);
    EXPECT_EQ(edit_cost(longest, longest + "a", Script::kEnglish, kAnything), std::nullopt);
}

TEST(EditCost, ABudgetOnlyHidesWhatIsDearer) {
    std::mt19937 random{test::test_seed(41)};
    const auto word = [&] {
        std::string letters(std::uniform_int_distribution<std::size_t>{0, 7}(random), ' ');
        for (char& letter : letters) {
            letter = static_cast<char>('a' + std::uniform_int_distribution<int>{0, 3}(random));
        }
        return letters;
    };
    for (int round = 0; round < 3000; ++round) {
        const std::string typed = word();
        const std::string meant = word();
        const int cost = edit_cost(typed, meant, Script::kEnglish, kAnything).value_or(-1);
        for (const int budget : {6, 9, 10, 16, 24}) {
            const auto within = edit_cost(typed, meant, Script::kEnglish, budget);
            EXPECT_EQ(within.has_value(), cost <= budget) << typed << ' ' << meant << ' ' << budget;
            EXPECT_EQ(within.value_or(cost), cost) << typed << ' ' << meant << ' ' << budget;
            if (within) {
                EXPECT_TRUE(may_be_near(key_bag(typed), key_bag(meant), budget)) << typed << ' ' << meant;
            }
        }
    }
}

TEST(HangulKeys, AreNothingForOtherText) {
    const HangulKeys keys;
    EXPECT_EQ(keys.of("값쟤ㄳ"), "rkqtwOrt");
    EXPECT_EQ(keys.of("확산a"), "");
    EXPECT_EQ(keys.of(""), "");
    EXPECT_EQ(keys.of("\xED\x99"), "");
}

}  // namespace
}  // namespace saegin::query
