// What the Unicode functions promise: valid UTF-8 out of any bytes, one normal form, folding that joins spellings, and
// widths and counts as a person sees them.
#include "common/text/unicode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace saegin::text {
namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

struct Damage {
    const char* name;
    std::string bytes;
    std::string repaired;
    std::size_t replacements;
};

class Repair : public testing::TestWithParam<Damage> {};

TEST_P(Repair, ReplacesWhatIsMalformedAndNothingElse) {
    const Repaired result = repair_utf8(GetParam().bytes);
    EXPECT_EQ(result.text, GetParam().repaired) << GetParam().name;
    EXPECT_EQ(result.replacements, GetParam().replacements) << GetParam().name;
}

using namespace std::string_literals;

INSTANTIATE_TEST_SUITE_P(Unicode, Repair,
                         testing::Values(Damage{"nothing", "", "", 0},
                                         Damage{"sound text", "확산 a β \U0001F600", "확산 a β \U0001F600", 0},
                                         Damage{"a stray byte", "a\xFFz", "a"s + kReplacement + "z", 1},
                                         Damage{"a stray continuation", "a\x80z", "a"s + kReplacement + "z", 1},
                                         Damage{"a syllable cut short at the end", "a\xED\x99", "a"s + kReplacement, 1},
                                         Damage{"a syllable cut short inside", "\xED\x99z", kReplacement + "z"s, 1},
                                         Damage{"an overlong slash", "\xC0\xAF", ""s + kReplacement + kReplacement, 2},
                                         Damage{"a NUL", "a\0z"s, "a"s + kReplacement + "z", 1},
                                         Damage{"a replacement that was written so", kReplacement, kReplacement, 0},
                                         Damage{"a byte order mark", "\xEF\xBB\xBF확산", "확산", 0},
                                         Damage{"a byte order mark inside", "a\xEF\xBB\xBFz", "a\xEF\xBB\xBFz", 0}));

TEST(Unicode, RepairMakesAnyBytesValid) {
    constexpr unsigned kSeed = 20240828;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random{kSeed};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto length = random() % 20; length > 0; --length) {
            bytes += static_cast<char>(random() % 256);
        }
        const Repaired once = repair_utf8(bytes);
        const Repaired twice = repair_utf8(once.text);
        ASSERT_EQ(twice.replacements, 0U);
        // A mark that a first repair let stand behind a dropped one is at the start then.
        if (!once.text.starts_with("\xEF\xBB\xBF")) {
            ASSERT_EQ(twice.text, once.text);
        }
        const std::string nfc = to_nfc(bytes);
        ASSERT_EQ(to_nfc(nfc), nfc);
        (void)fold(bytes);
        (void)character_count(bytes);
        (void)display_width(bytes);
    }
}

TEST(Unicode, NfcJoinsWhatIsWrittenInParts) {
    EXPECT_EQ(to_nfc("\u1112\u116A\u11A8\u1109\u1161\u11AB"), "확산");
    EXPECT_EQ(to_nfc("e\u0301"), "é");
    EXPECT_EQ(to_nfc("a\xFF"), "a"s + kReplacement);
}

TEST(Unicode, NfcKeepsTypedInitialConsonants) {
    EXPECT_EQ(to_nfc("ㅎㅅ"), "ㅎㅅ") << "compatibility jamo are what a person types";
    EXPECT_EQ(fold("ㅎㅅ"), "ㅎㅅ");
}

TEST(Unicode, FoldJoinsSpellings) {
    EXPECT_EQ(fold("GPT"), "gpt");
    EXPECT_EQ(fold("ＧＰＴ－４！"), "gpt-4!");
    EXPECT_EQ(fold("Straße"), "strasse");
    EXPECT_EQ(fold("ÉCOLE"), fold("e\u0301cole"));
    EXPECT_EQ(fold("확산 모델"), "확산 모델");
    EXPECT_EQ(fold("ΣΑΣ"), fold("σας"));
    EXPECT_EQ(fold(""), "");
}

TEST(Unicode, CountsCharactersAsAPersonSeesThem) {
    EXPECT_EQ(character_count(""), 0U);
    EXPECT_EQ(character_count("확산"), 2U);
    EXPECT_EQ(character_count("\u1112\u116A\u11A8"), 1U) << "one syllable, written in parts";
    EXPECT_EQ(character_count("e\u0301a"), 2U);
    EXPECT_EQ(character_count("\U0001F468\u200D\U0001F469\u200D\U0001F467"), 1U) << "a family";
    EXPECT_EQ(code_point_count("e\u0301a"), 3U);
    EXPECT_EQ(code_point_count("확산"), 2U);
    EXPECT_EQ(code_point_count(""), 0U);
}

TEST(Unicode, KnowsTheColumnsOfATerminal) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("확산"), 4U);
    EXPECT_EQ(display_width("ＧＰ"), 4U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("a확"), 3U);
    EXPECT_EQ(display_width(""), 0U);
}

TEST(Unicode, WalksByCodePoints) {
    const std::string text = "a확\U0001F600\xFFz";
    std::vector<char32_t> found;
    for (std::size_t at = 0; at < text.size();) {
        found.push_back(next_code_point(text, at));
    }
    EXPECT_THAT(found, testing::ElementsAre(U'a', U'확', U'\U0001F600', char32_t{0xFFFD}, U'z'));
}

TEST(Unicode, AppendsAnyCodePointAsValidText) {
    std::string out;
    for (const char32_t c : {U'a', U'é', U'확', U'\U0001F600'}) {
        append(out, c);
    }
    EXPECT_EQ(out, "aé확\U0001F600");
    out.clear();
    append(out, char32_t{0xD800});
    append(out, char32_t{0x110000});
    EXPECT_EQ(out, ""s + kReplacement + kReplacement) << "surrogates and beyond are no characters";
}

TEST(Unicode, KnowsSyllablesFromJamo) {
    EXPECT_TRUE(is_hangul_syllable(U'가'));
    EXPECT_TRUE(is_hangul_syllable(U'힣'));
    EXPECT_FALSE(is_hangul_syllable(U'ㅎ'));
    EXPECT_FALSE(is_hangul_syllable(U'a'));
}

}  // namespace
}  // namespace saegin::text
