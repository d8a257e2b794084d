// What a highlight and a snippet promise:
//  1. The mark covers the written form without its particle, never half a syllable, and neighbours are one mark.
//  2. Together the fragments are the text, as it is written.
//  3. A snippet is the stretch that shows most of what was asked, cut at words, with an ellipsis where text is left
//  out.
//  4. A text in which something is found never gives a snippet without a mark.
#include "query/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "common/text/unicode.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string written(const std::vector<Fragment>& fragments) {
    std::string text;
    for (const Fragment& fragment : fragments) {
        text += fragment.hit ? "[" + fragment.text + "]" : fragment.text;
    }
    return text;
}

Highlighter highlighter(const std::string& query) {
    text::Analyzer analyzer;
    const std::string text = text::to_nfc(query);
    return Highlighter{query_terms(text, analyzer.analyze(text).tokens, RankingParameters{})};
}

std::string marked(const std::string& query, const std::string& source) {
    return written(highlighter(query).mark(text::to_nfc(source)));
}

Paper paper_of(const std::vector<std::string>& sections) {
    Paper paper;
    for (const std::string& text : sections) {
        paper.sections.push_back({"", text});
    }
    return paper;
}

std::string snippet(const std::string& query, const std::vector<std::string>& sections, std::size_t length = 60) {
    return written(highlighter(query).snippet(paper_of(sections), length));
}

bool has_mark(const std::string& text) {
    return text.find('[') != std::string::npos;
}

struct Row {
    const char* query;
    const char* source;
    const char* marked;
};

TEST(Snippet, MarksAreAsListed) {
    const std::vector<Row> rows{

        // the particle stays outside, on either side
        {"확산모델", "새 확산모델은 빠르다", "새 [확산모델]은 빠르다"},
        {"확산모델을", "확산모델은", "[확산모델]은"},
        {"LLM의", "LLM은 크다", "[LLM]은 크다"},
        {"환각", "환각(hallucination)", "[환각](hallucination)"},
        // parts of a compound, at its joints only
        {"확산", "확산모델은", "[확산]모델은"},
        {"모델", "확산모델은", "확산[모델]은"},
        {"확산 모델", "확산모델은", "[확산모델]은"},
        {"화학", "강화학습은", "강화학습은"},
        // neighbours are one mark
        {"확산 모델", "확산 모델은", "[확산 모델]은"},
        {"text image", "a text-image pair", "a [text-image] pair"},
        {"확산 모델", "확산, 모델", "[확산], [모델]"},
        {"a b", "ab", "ab"},
        // versions and marks
        {"GPT-4o", "GPT-4o는 빠르다", "[GPT-4o]는 빠르다"},
        {"Llama 3", "Llama-3로", "[Llama-3]로"},
        {"m2ugen", "M$^{2}$UGen", "[M$^{2}$UGen]"},
        // stems and case, written as they are
        {"model", "Large MODELS and models", "Large [MODELS] and [models]"},
        // nothing to mark, and marks at the ends
        {"x", "", ""},
        {"", "가나", "가나"},
        {"없음", "가나 다라", "가나 다라"},
        {"가나", "가나", "[가나]"},
        // what looks like markup is text
        {"bold", "<b>bold</b> & <script>", "<b>[bold]</b> & <script>"}};
    for (const auto& [query, source, expected] : rows) {
        EXPECT_EQ(marked(query, source), expected) << query;
    }
}

TEST(Snippet, FragmentsAreTheTextAndMarksAreWholeCharacters) {
    std::mt19937 random{test::test_seed(28)};
    const std::vector<std::string> pieces{"확산", "모델", "은",     " ",  "-",  "GPT",    "4o",  "강화학습",
                                          "é",    "😀",    "$^{2}$", "、", "ㅎ", "\u0301", "<b>", "\n"};
    Highlighter highlight = highlighter("확산 모델 GPT-4o 학습 강화 é 2");
    for (int round = 0; round < 500; ++round) {
        std::string source;
        for (auto n = random() % 12; n > 0; --n) {
            source += pieces[random() % pieces.size()];
        }
        source = text::to_nfc(source);
        std::string together;
        bool before = false;
        bool first = true;
        for (const Fragment& fragment : highlight.mark(source)) {
            EXPECT_FALSE(fragment.text.empty()) << source;
            EXPECT_EQ(text::repair_utf8(fragment.text).replacements, 0U) << source;
            EXPECT_TRUE(first || fragment.hit != before) << "neighbours are not merged in: " << source;
            together += fragment.text;
            before = fragment.hit;
            first = false;
        }
        ASSERT_EQ(together, source);
    }
}

TEST(Snippet, ShowsWholeSentencesAroundWhatWasFound) {
    const std::string text =
        "첫 문장은 다른 것을 말합니다. 둘째 문장은 물을 말합니다. 셋째 문장은 밥을 말합니다. "
        "넷째 문장은 고래를 셉니다. 다섯째 문장은 그림을 말합니다. 여섯째 문장은 마지막입니다.";
    const std::string shown = snippet("고래", {text}, 40);
    EXPECT_THAT(shown, HasSubstr("넷째 문장은 [고래]를 셉니다."));
    EXPECT_THAT(shown, StartsWith("… "));
    EXPECT_TRUE(shown.ends_with(" …")) << shown;
}

TEST(Snippet, PrefersTheStretchThatShowsMore) {
    const std::string shown = snippet("고래 소리", {"고래와 고래와 고래가 있습니다.", "고래의 소리를 듣습니다."}, 30);
    EXPECT_EQ(shown, "[고래]의 [소리]를 듣습니다.");
}

TEST(Snippet, OfAWholeShortTextHasNoEllipsis) {
    EXPECT_EQ(snippet("고래", {"고래를 셉니다."}), "[고래]를 셉니다.");
}

TEST(Snippet, WithoutAMarkIsTheStart) {
    EXPECT_EQ(snippet("없음", {"첫 문장입니다. 둘째 문장입니다."}), "첫 문장입니다. 둘째 문장입니다.");
    EXPECT_EQ(snippet("", {"첫 문장입니다.", "다른 절입니다."}), "첫 문장입니다.");
    EXPECT_EQ(snippet("없음", {}), "");
    EXPECT_EQ(snippet("없음", {""}), "");
}

TEST(Snippet, ASentenceThatIsTooLongIsCutAroundItsMark) {
    std::string before;
    std::string after;
    for (int i = 0; i < 100; ++i) {
        before += "앞의 낱말 ";
        after += " 뒤의 낱말";
    }
    const std::string shown = snippet("고래", {before + "고래를 세고" + after}, 60);
    EXPECT_THAT(shown, HasSubstr("[고래]를"));
    EXPECT_THAT(shown, StartsWith("… "));
    EXPECT_TRUE(shown.ends_with(" …")) << shown;
    EXPECT_LE(text::code_point_count(shown), 60U + 2 * 2 + 2);
}

TEST(Snippet, WhereverTheMarkStandsItIsShown) {
    constexpr std::size_t kLength = 60;
    const std::string after =
        " 그리고 아무 말이나 한참 동안 이어지는 아주 긴 문장의 끝 부분이 여기에 다시 한참 동안 있고 또 있고";
    for (std::size_t place = 0; place < 2 * kLength; ++place) {
        std::string before;
        for (std::size_t i = 0; i < place; ++i) {
            before += i % 5 == 4 ? " " : "물";
        }
        EXPECT_TRUE(has_mark(snippet("고래수염", {before + " 고래수염을" + after}, kLength)))
            << place << " characters in front: " << snippet("고래수염", {before + " 고래수염을" + after}, kLength);
    }
}

TEST(Snippet, TextWithoutBlanksIsCutAtACharacter) {
    std::string syllables;
    for (int i = 0; i < 500; ++i) {
        syllables += "가나";
    }
    const std::string shown = snippet("없음", {syllables}, 60);
    EXPECT_EQ(text::repair_utf8(shown).replacements, 0U);
    EXPECT_LE(text::code_point_count(shown), 64U);
    const std::string found = snippet("고래", {syllables + " 고래 " + syllables}, 60);
    EXPECT_TRUE(has_mark(found)) << found;
    EXPECT_EQ(text::repair_utf8(found).replacements, 0U);
}

TEST(Snippet, LengthIsABoundForEveryText) {
    std::mt19937 random{test::test_seed(29)};
    const std::vector<std::string> pieces{"고래", "물고기", ". ", " ", "다. ", "GPT-4o ", "\n", "😀", "? "};
    for (int round = 0; round < 300; ++round) {
        std::string source;
        for (auto n = random() % 150; n > 0; --n) {
            source += pieces[random() % pieces.size()];
        }
        const std::vector<Fragment> fragments = highlighter("고래 gpt").snippet(paper_of({source}), 50);
        std::size_t length = 0;
        for (const Fragment& fragment : fragments) {
            length += text::code_point_count(fragment.text);
            EXPECT_EQ(text::repair_utf8(fragment.text).replacements, 0U);
        }
        EXPECT_LE(length, 50U + 4) << source;
    }
}

TEST(Snippet, TheEllipsisIsNoMark) {
    const std::string text = "첫 문장입니다. 고래입니다. 끝 문장입니다. 그리고 더 많은 문장이 이어집니다.";
    for (const Fragment& fragment : highlighter("고래").snippet(paper_of({text}), 20)) {
        EXPECT_TRUE(!fragment.hit || fragment.text == "고래") << fragment.text;
    }
    EXPECT_THAT(snippet("고래", {text}, 20), Not(HasSubstr("[…")));
}

}  // namespace
}  // namespace saegin::query
