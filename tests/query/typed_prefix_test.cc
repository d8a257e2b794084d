// What goes on from typed keys, and that nothing comes back that had gone.
#include "query/typed_prefix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using ::testing::ElementsAre;
using Fit = TypedPrefix::Fit;

struct Case {
    const char* typed;
    const char* text;
    Fit fit;
};

TEST(TypedPrefix, FitsWhatGoesOnFromIt) {
    const std::vector<Case> cases{
        // whole syllables and unfinished ones
        {"확산", "확산모델", Fit::kPlain},
        {"하", "학습", Fit::kPlain},
        {"학", "학습", Fit::kPlain},
        {"학스", "학습", Fit::kPlain},
        {"학슨", "학습", Fit::kNone},
        {"확산ㅁ", "확산모델", Fit::kPlain},
        {"확산모", "확산모델", Fit::kPlain},
        {"호", "화학", Fit::kPlain},
        {"갑", "값", Fit::kPlain},
        {"값", "갑시", Fit::kPlain},
        {"학습", "학스", Fit::kRunsOut},
        // initial consonants
        {"ㅎ", "확산", Fit::kPlain},
        {"ㅎㅅ", "확산", Fit::kPlain},
        {"ㅎㅅㅁㄷ", "확산 모델", Fit::kPlain},
        {"ㅎㅅ ㅁㄷ", "확산모델", Fit::kPlain},
        {"ㅎㅅ ㅁㄷ", "확산 모델", Fit::kPlain},
        {"ㅎㅅㅁㄱ", "확산 모델", Fit::kNone},
        {"ㄳ", "가속", Fit::kPlain},
        {"ㅎㅅㅁㄷ", "확산", Fit::kRunsOut},
        {"ㄱㅎ학습", "강화학습", Fit::kPlain},
        // mixed: the input method draws the consonant to the syllable in front of it
        {"강화ㅎ", "강화학습", Fit::kPlain},
        {"강홯", "강화학습", Fit::kPlain},
        {"강홯ㅅ", "강화학습", Fit::kInitials},
        {"강화 ㅎㅅ", "강화학습", Fit::kPlain},
        {"강홯스", "강화학습", Fit::kNone},
        {"학스", "하고스", Fit::kNone},
        {"핛", "하고스", Fit::kInitials},
        // blanks and signs
        {"강화 학", "강화학습", Fit::kPlain},
        {"강화학", "강화 학습", Fit::kPlain},
        {"하 습", "학습", Fit::kNone},
        {"finetun", "fine-tuning", Fit::kPlain},
        {"fine-tun", "finetuning", Fit::kPlain},
        {"fine tun", "fine-tuning", Fit::kPlain},
        {"fine tun", "finetuning", Fit::kNone},
        {"to k", "token", Fit::kNone},
        {"to ", "token", Fit::kPlain},
        {"LLM기", "llm 기반", Fit::kPlain},
        // other scripts, case, width and marks
        {"Diff", "diffusion", Fit::kPlain},
        {"ＧＰＴ", "gpt-4o", Fit::kPlain},
        {"gpt4", "gpt-4o", Fit::kPlain},
        {"pok\xC3\xA9", "pokellmon", Fit::kPlain},
        {"x", "y", Fit::kNone},
        {"", "anything", Fit::kPlain},
        {"?!", "anything", Fit::kPlain},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(TypedPrefix{one.typed}.fit(one.text, 0), one.fit) << one.typed << " in " << one.text;
    }
}

TEST(TypedPrefix, StartsAtAnyByteOfTheText) {
    EXPECT_TRUE(TypedPrefix{"dao"}.fits("tri dao", 4));
    EXPECT_FALSE(TypedPrefix{"dao"}.fits("tri dao", 0));
}

TEST(TypedPrefix, FoldsAsTheIndexDoes) {
    EXPECT_EQ(fold_for_typing("$\\lambda$-ECLIPSE"), "lambda-eclipse");
    EXPECT_EQ(fold_for_typing("ㅎㅅ"), "ㅎㅅ") << "typed letters stay what they are";
}

TEST(TypedPrefix, KnowsWhereWordsBegin) {
    EXPECT_THAT(word_starts("llm의 text-to-3d"), ElementsAre(0, 3, 7, 12, 15));
    EXPECT_THAT(word_starts(" (rag)"), ElementsAre(2));
    EXPECT_THAT(word_starts(""), ElementsAre());
}

TEST(TypedPrefix, KeysBeyondTheLimitAreIgnored) {
    const std::string text(TypedPrefix::kMostKeys, 'a');
    EXPECT_TRUE(TypedPrefix{text + "b"}.fits(text, 0));
    EXPECT_FALSE(TypedPrefix{text.substr(1) + "b"}.fits(text, 0));
}

/// A text of few different letters, so that fits are frequent.
std::u32string random_text(std::mt19937& random) {
    constexpr std::u32string_view kLetters = U"가각갃갈닭하학화확스슥습사나난ab  -";
    std::u32string text;
    for (auto length = 1 + random() % 7; length > 0; --length) {
        text += kLetters[random() % kLetters.size()];
    }
    return text;
}

/// Keys that often are a way to type `text`: whole syllables, initials, blanks put in or left out, then anything.
std::u32string random_keys(const std::u32string& text, std::mt19937& random) {
    constexpr std::u32string_view kKeys = U"ㄱㄴㄹㅅㅎㅏㅡㅗab ";
    std::u32string keys;
    for (const char32_t c : text) {
        if (c == U' ' || c == U'-') {
            keys += random() % 2 == 0 ? U" " : U"";
            continue;
        }
        const std::u32string whole = text::to_keys(std::u32string{c});
        keys += random() % 2 == 0 ? whole : whole.substr(0, 1);
        keys += random() % 8 == 0 ? U" " : U"";
    }
    for (auto more = random() % 4; more > 0; --more) {
        keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(random() % (keys.size() + 1)),
                    kKeys[random() % kKeys.size()]);
    }
    return keys;
}

TEST(TypedPrefix, WhatIsGoneNeverComesBackStrokeByStroke) {
    std::mt19937 random{test::test_seed(20241124)};
    std::size_t lost = 0;
    std::size_t kept = 0;
    for (int round = 0; round < 30000; ++round) {
        const std::u32string text = random_text(random);
        const std::string folded = fold_for_typing(text::to_utf8(text));
        const std::u32string keys = random_keys(text, random);
        bool before = true;
        for (std::size_t stroke = 0; stroke <= keys.size(); ++stroke) {
            // What the input method shows after this stroke; the text box holds nothing else.
            const std::string shown = text::to_utf8(text::compose(keys.substr(0, stroke)));
            const bool now = TypedPrefix{shown}.fits(folded, 0);
            ASSERT_TRUE(before || !now) << folded << " came back at '" << shown << "'";
            before = now;
        }
        (before ? kept : lost) += 1;
    }
    EXPECT_GT(kept, 1000U);
    EXPECT_GT(lost, 1000U);
}

}  // namespace
}  // namespace saegin::query
