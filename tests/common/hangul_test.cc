// What the Hangul functions promise: letters and syllables are two views of one text, the automaton composes as the
// two-set input method does, and nothing is ever lost.
#include "common/text/hangul.h"

#include <gtest/gtest.h>

#include <random>

#include "common/text/utf32.h"
#include "tests/support/seed.h"

namespace saegin::text {
namespace {

struct Case {
    const char* name;
    std::u32string_view text;
    std::u32string_view result;
};

std::ostream& operator<<(std::ostream& out, const Case& row) {
    return out << row.name;
}

class Keys : public testing::TestWithParam<Case> {};

TEST_P(Keys, AreThoseThatAreStruck) {
    EXPECT_EQ(to_utf8(to_keys(GetParam().text)), to_utf8(GetParam().result));
}

INSTANTIATE_TEST_SUITE_P(Hangul, Keys,
                         testing::Values(Case{"nothing", U"", U""}, Case{"open syllable", U"가", U"ㄱㅏ"},
                                         Case{"closed syllable", U"확", U"ㅎㅗㅏㄱ"},
                                         Case{"compound vowel", U"와", U"ㅇㅗㅏ"},
                                         Case{"compound final", U"값", U"ㄱㅏㅂㅅ"},
                                         Case{"both compound", U"궯", U"ㄱㅜㅔㄹㅂ"},
                                         Case{"doubled letters are one key", U"깎쨰", U"ㄲㅏㄲㅉㅒ"},
                                         Case{"the last syllable", U"힣", U"ㅎㅣㅎ"},
                                         Case{"compound letters on their own", U"ㄳㅢ", U"ㄱㅅㅡㅣ"},
                                         Case{"other text", U"GPT-4의 ∞", U"GPT-4ㅇㅡㅣ ∞"}));

class Composition : public testing::TestWithParam<Case> {};

TEST_P(Composition, IsThatOfTheInputMethod) {
    EXPECT_EQ(to_utf8(compose(GetParam().text)), to_utf8(GetParam().result));
}

INSTANTIATE_TEST_SUITE_P(Hangul, Composition,
                         testing::Values(Case{"nothing", U"", U""}, Case{"syllables", U"ㅎㅗㅏㄱㅅㅏㄴ", U"확산"},
                                         Case{"a vowel takes a final along", U"함ㅏ", U"하마"},
                                         Case{"a vowel takes half of a compound final along", U"값ㅣ", U"갑시"},
                                         Case{"a doubled final moves whole", U"깎ㅏ", U"까까"},
                                         Case{"a final joins the syllable before it", U"사ㄴ", U"산"},
                                         Case{"a second final makes a compound", U"갑ㅅ", U"값"},
                                         Case{"a third one starts anew", U"값ㅅㅏ", U"값사"},
                                         Case{"what never ends a syllable", U"가ㄸㅏ", U"가따"},
                                         Case{"what never ends a syllable, alone", U"가ㄸ", U"가ㄸ"},
                                         Case{"a vowel makes a compound", U"고ㅏ", U"과"},
                                         Case{"vowels that do not join", U"가ㅏㅏ", U"가ㅏㅏ"},
                                         Case{"a compound vowel takes no third", U"과ㅣ", U"과ㅣ"},
                                         Case{"consonants alone stay apart", U"ㅎㅅㄱㅅ", U"ㅎㅅㄱㅅ"},
                                         Case{"vowels alone join", U"ㅗㅏ", U"ㅘ"},
                                         Case{"a vowel alone and a syllable", U"ㅏㄱㅏ", U"ㅏ가"},
                                         Case{"no consonant closes a vowel alone", U"ㅏㄱ", U"ㅏㄱ"},
                                         Case{"other text parts", U"하 ㅁㅏ-ㄱ!", U"하 마-ㄱ!"}));

TEST(Hangul, TellsTextThatStartsWithOrHasSyllables) {
    struct Row {
        const char* text;
        bool starts;
        bool has;
    };
    for (const Row& row :
         {Row{"환각", true, true}, Row{"환각llm", true, true}, Row{"llm의", false, true}, Row{"llm", false, false},
          Row{"ㅎㄱ", false, false}, Row{"", false, false}, Row{"\xFF가", false, true}, Row{"漢字", false, false}}) {
        EXPECT_EQ(starts_with_hangul(row.text), row.starts) << row.text;
        EXPECT_EQ(has_hangul(row.text), row.has) << row.text;
    }
    EXPECT_TRUE(is_hangul(U'가') && is_hangul(U'ㄱ') && is_hangul(U'ㅏ'));
    EXPECT_FALSE(is_hangul(U'a') || is_hangul(U'漢') || is_hangul(0x1100));
}

TEST(Hangul, SplitsSyllablesIntoLetters) {
    EXPECT_EQ(split_syllable(U'가'), (SyllableLetters{U'ㄱ', U'ㅏ', 0}));
    EXPECT_EQ(split_syllable(U'값'), (SyllableLetters{U'ㄱ', U'ㅏ', U'ㅄ'}));
    EXPECT_EQ(split_syllable(U'힣'), (SyllableLetters{U'ㅎ', U'ㅣ', U'ㅎ'}));
    EXPECT_EQ(split_syllable(U'ㄱ'), std::nullopt);
    EXPECT_EQ(split_syllable(U'a'), std::nullopt);
    EXPECT_EQ(split_syllable(char32_t{0xD7A4}), std::nullopt) << "one behind the last syllable";
}

TEST(Hangul, JoinsOnlyLettersThatCanStandWhereTheyAre) {
    EXPECT_EQ(join_syllable({U'ㄱ', U'ㅏ', 0}), U'가');
    EXPECT_EQ(join_syllable({U'ㅎ', U'ㅘ', U'ㄱ'}), U'확');
    EXPECT_EQ(join_syllable({U'ㄳ', U'ㅏ', 0}), std::nullopt);
    EXPECT_EQ(join_syllable({U'ㄱ', U'ㅏ', U'ㄸ'}), std::nullopt);
    EXPECT_EQ(join_syllable({U'ㄱ', U'ㄴ', 0}), std::nullopt);
    EXPECT_EQ(join_syllable({U'ㅏ', U'ㅏ', 0}), std::nullopt);
    EXPECT_EQ(join_syllable({}), std::nullopt);
}

TEST(Hangul, GoesThereAndBackForEverySyllable) {
    for (char32_t c = U'가'; c <= U'힣'; ++c) {
        const auto letters = split_syllable(c);
        ASSERT_TRUE(letters);
        ASSERT_EQ(join_syllable(*letters), c);
        ASSERT_EQ(compose(to_keys(std::u32string{c})), std::u32string{c});
    }
}

TEST(Hangul, TellsConsonantsFromVowels) {
    for (const char32_t c : std::u32string_view{U"ㄱㄲㄳㅄㅎ"}) {
        EXPECT_TRUE(is_jamo_consonant(c) && !is_jamo_vowel(c) && is_compatibility_jamo(c));
    }
    for (const char32_t c : std::u32string_view{U"ㅏㅘㅢㅣ"}) {
        EXPECT_TRUE(is_jamo_vowel(c) && !is_jamo_consonant(c) && is_compatibility_jamo(c));
    }
    for (const char32_t c : {U'가', U'a', char32_t{0x3130}, char32_t{0x3164}, char32_t{0x1100}, U'\0'}) {
        EXPECT_FALSE(is_compatibility_jamo(c));
    }
}

TEST(Hangul, NamesInitialConsonants) {
    EXPECT_EQ(to_utf8(initials(U"확산")), "ㅎㅅ");
    EXPECT_EQ(to_utf8(initials(U"확산 model 꿈ㅋ")), "ㅎㅅ model ㄲㅋ");
}

/// Syllables, letters and whatever else may stand between them.
std::u32string random_text(std::mt19937& random, bool only_syllables) {
    constexpr std::uint32_t kSyllables = 11172;
    constexpr std::uint32_t kLetters = 51;
    constexpr std::u32string_view kOthers = U" -a1Z∞\U0001F600";
    std::u32string text;
    for (auto length = random() % 12; length > 0; --length) {
        const auto kind = only_syllables ? 0 : random() % 3;
        text += kind == 0   ? U'가' + static_cast<char32_t>(random() % kSyllables)
                : kind == 1 ? U'ㄱ' + static_cast<char32_t>(random() % kLetters)
                            : kOthers[random() % kOthers.size()];
    }
    return text;
}

TEST(Hangul, ComposesSyllablesToThemselves) {
    std::mt19937 random{test::test_seed(20240828)};
    for (int round = 0; round < 5000; ++round) {
        const std::u32string text = random_text(random, true);
        ASSERT_EQ(to_utf8(compose(to_keys(text))), to_utf8(text));
        ASSERT_EQ(initials(text).size(), text.size());
    }
}

TEST(Hangul, LosesNoKeyOfAnyText) {
    std::mt19937 random{test::test_seed(20240829)};
    for (int round = 0; round < 5000; ++round) {
        const std::u32string text = random_text(random, false);
        const std::u32string composed = compose(text);
        ASSERT_EQ(to_utf8(to_keys(composed)), to_utf8(to_keys(text)));
        ASSERT_EQ(to_utf8(compose(composed)), to_utf8(composed)) << "composing twice is composing once";
    }
}

}  // namespace
}  // namespace saegin::text
