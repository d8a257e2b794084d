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

TEST(Snippet, OtherNamesAreMarkedWholeAndOnlyWhole) {
    text::Analyzer analyzer;
    struct PhraseRow {
        std::vector<std::string> words;
        const char* source;
        const char* marked;
    };
    const std::vector<PhraseRow> rows{
        {{"대규모", "언어", "모델"}, "이 모델은 대규모 언어 모델이다", "이 모델은 [대규모 언어 모델]이다"},
        {{"대규모", "언어", "모델"}, "대규모 모델의 언어", "대규모 모델의 언어"},
        {{"larg", "languag", "model"}, "Large Language Models (LLMs)", "[Large Language Models] ([LLMs])"},
        {{"text", "imag"}, "text-to-image, text-image", "text-to-image, [text-image]"},
        {{"llm", "평가"}, "LLM 평가는 LLM을 평가한다", "[LLM 평가]는 [LLM을 평가]한다"},
        {{"a", "b"}, "a", "a"}};
    for (const PhraseRow& row : rows) {
        Highlighter highlight{query_terms("llm", analyzer.analyze("llm").tokens, RankingParameters{}),
                              {{row.words, 0.5}}};
        EXPECT_EQ(written(highlight.mark(text::to_nfc(row.source))), row.marked) << row.source;
    }
}

TEST(Snippet, AFormOfAShortNounIsMarkedWithoutItsParticle) {
    text::Analyzer analyzer;
    std::vector<QueryTerm> terms = query_terms("빛", analyzer.analyze("빛").tokens, RankingParameters{});
    ASSERT_FALSE(terms.empty());
    terms.front().also = {"XS빛으로"};
    EXPECT_EQ(written(Highlighter{terms}.mark("빛으로 본다")), "[빛]으로 본다");
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

TEST(Snippet, IsChosenAsListed) {
    struct ChoiceRow {
        const char* what;
        const char* query;
        std::vector<std::string> sections;
        std::size_t length;
        const char* shown;
    };
    const std::string pad = "아무 관계도 없는 문장이 여기에 있습니다. ";
    const std::vector<ChoiceRow> rows{
        {"variety beats repetition", "고래 소리", {"고래 고래 고래 고래.", "고래의 소리."}, 20, "[고래]의 [소리]."},
        {"of equals the first", "고래", {"고래가 하나.", "고래가 둘."}, 20, "[고래]가 하나."},
        {"repetition beats a single find", "고래", {"고래가 하나.", "고래와 고래."}, 20, "[고래]와 [고래]."},
        {"whole sentences as they fit", "고래", {"하나다. 고래다. 셋이다. 넷이다."}, 10, "하나다. [고래]다. …"},
        {"English sentences", "whale", {"A dog ran. A whale sang. A cat slept."}, 15, "… A [whale] sang. …"},
        {"a number is no end of a sentence",
         "whale",
         {"Version 2.5 of the whale. The rest is silence."},
         30,
         "Version 2.5 of the [whale]. …"},
        {"Korean sentences without a blank", "고래", {"하나입니다.고래입니다.셋입니다."}, 8, "… [고래]입니다. …"},
        {"the part of a long sentence that shows most",
         "고래 소리",
         {"고래는 " + std::string{"물 물 물 물 물 물 물 물 물 물 물 물 물 물 "} + "바다에서 고래의 소리를 듣고"},
         24,
         "… 바다에서 [고래]의 [소리]를 듣고"},
        {"white space at the ends is no text", "고래", {"  고래다.  \n"}, 20, "[고래]다."},
        {"an empty section is passed over", "없음", {"", " ", pad}, 40, "아무 관계도 없는 문장이 여기에 있습니다."},
        {"signs of Markdown go",
         "고래",
         {"**고래**의 `소리`와 [바다](https://example.org/a)."},
         40,
         "[고래]의 소리와 바다."},
        {"what only looks like Markdown stays",
         "고래",
         {"2 ** 3 고래 ** 4 [1](2) `"},
         40,
         "2 ** 3 [고래] ** 4 [1](2) `"},
        {"a find that is longer than the snippet is shown",
         "supercalifragilistic",
         {"a supercalifragilistic b"},
         5,
         "… [supercalifragilistic] …"},
    };
    for (const ChoiceRow& row : rows) {
        EXPECT_EQ(snippet(row.query, row.sections, row.length), row.shown) << row.what;
    }
}

TEST(Snippet, NoCharacterOfSeveralCodePointsIsCut) {
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";  // one sign of five code points
    const std::string accented = "x\u0323\u0307";
    for (const std::string& character : {family, accented}) {
        std::string source;
        for (int i = 0; i < 60; ++i) {
            source += character;
        }
        for (std::size_t length = 5; length < 25; ++length) {
            std::string shown = snippet("없음", {source}, length);
            ASSERT_TRUE(shown.ends_with(" …")) << shown;
            shown.resize(shown.size() - std::string{" …"}.size());
            EXPECT_EQ(shown.size() % character.size(), 0U) << length << ": " << shown;
        }
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
