// What the analysis chain promises:
//  1. Scripts are parted, and a particle behind a Latin word is no token.
//  2. Particles and endings are stripped where rule and length allow; look-alike nouns survive.
//  3. Versions and marks are found whole and in parts, however they are written.
//  4. Tokens keep the written form they stand for, without the particle.
//  5. Bigrams never mix with words, and edge bigrams are told from inner ones.
//  6. Nothing is dropped in silence, and no input breaks the chain.
#include "common/text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "common/text/unicode.h"

namespace saegin::text {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

std::vector<Token> tokens_of(const std::string& text) {
    return Analyzer{}.analyze(to_nfc(text)).tokens;
}

std::vector<std::string> texts(const std::string& text, TokenKind kind) {
    std::vector<std::string> out;
    for (const Token& token : tokens_of(text)) {
        if (token.kind == kind) {
            out.push_back(token.text);
        }
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        out += (out.empty() ? "" : " ") + part;
    }
    return out;
}

struct Row {
    const char* source;
    const char* words;   // kWord tokens
    const char* wholes;  // kWhole tokens
};

class WordsAndWholes : public testing::TestWithParam<Row> {};

TEST_P(WordsAndWholes, AreAsListed) {
    const auto& [source, words, wholes] = GetParam();
    EXPECT_EQ(joined(texts(source, TokenKind::kWord)), words) << source;
    EXPECT_EQ(joined(texts(source, TokenKind::kWhole)), wholes) << source;
}

INSTANTIATE_TEST_SUITE_P(
    Analyzer, WordsAndWholes,
    testing::Values(
        // 1. scripts
        Row{"LLM의 환각", "llm 환각", ""}, Row{"RAG기반 검색", "rag 기반 검색", ""},
        Row{"CLIP으로부터의 지식", "clip 지식", ""}, Row{"2024년", "2024 년", ""}, Row{"3.5%의 향상", "3.5 향상", ""},
        Row{"모델(LLM)은 \"주의\"를", "모델 llm 주의", ""},
        // 2. particles
        Row{"확산모델은", "확산모델", ""}, Row{"모델들에서는", "모델", ""}, Row{"데이터로부터의", "데이터", ""},
        Row{"사용자를 연구자가", "사용자 연구자", ""}, Row{"생성하는 최적화되었습니다", "생성 최적화", ""},
        Row{"효과적으로 효과적인", "효과적 효과적", ""},
        // 2. survivors
        Row{"회의 결과 도로 정의 주의 차이", "회의 결과 도로 정의 주의 차이", ""},
        Row{"실험결과 재정의 고속도로 정확도 해상도 전문가", "실험결과 재정의 고속도로 정확도 해상도 전문가", ""},
        Row{"실험결과를 고속도로에서 정확도의", "실험결과 고속도로 정확도", ""},
        // 3. versions and marks
        Row{"GPT-4o는", "gpt 4o", "gpt4o"}, Row{"GPT4o", "gpt 4o", "gpt4o"}, Row{"Llama-3", "llama 3", "llama3"},
        Row{"Llama3", "llama 3", "llama3"}, Row{"Llama 3", "llama 3", "llama3"},
        Row{"Llama 3.1", "llama 3.1", "llama3.1"}, Row{"Qwen2.5-72B", "qwen 2.5 72b", "qwen2.572b"},
        Row{"C++", "c", "c++"}, Row{"C++로 짠", "c 짠", "c++"}, Row{"C#", "c", "c#"}, Row{"Ｃ＃은", "c", "c#"},
        Row{"F#1", "f 1", ""}, Row{"o1 3D", "o1 3d", ""}, Row{"β-VAE", "beta vae", "betavae"},
        Row{"$\\beta$-VAE", "beta vae", "betavae"}, Row{"beta-VAE", "beta vae", "betavae"},
        Row{"M$^{2}$UGen", "m2 ugen", "m2ugen"}, Row{"PanGu-$π$", "pangu pi", "pangupi"},
        Row{"$λ$-ECLIPSE", "lambda eclips", "lambdaeclipse"}, Row{"PokéLLMon", "pokellmon", ""},
        Row{"Poke\u0301LLMon", "pokellmon", ""}, Row{"Søren", "soren", ""},
        Row{"$\\lambda$-ECLIPSE", "lambda eclips", "lambdaeclipse"},
        Row{"LLM$\\times$MapReduce", "llm mapreduc", "llmmapreduce"},
        Row{"text-to-image", "text to imag", "texttoimage"}, Row{"텍스트-이미지의", "텍스트 이미지", "텍스트이미지"},
        Row{"in 2024", "in 2024", ""}, Row{"of 3", "of 3", ""},
        // folding
        Row{"ＧＰＴ－４", "gpt 4", "gpt4"}, Row{"Models LLMs What's", "model llm what", ""}, Row{"1,000", "1000", ""},
        Row{"Straße", "strass", ""},
        // no formula: a price
        Row{"$5 and 6$ less", "5 and 6 less", ""},
        // nothing to find
        Row{"", "", ""}, Row{" ,.;!? -- ++ ", "", ""}));

TEST(Analyzer, SpanIsTheWrittenFormWithoutItsParticle) {
    const std::string source = to_nfc("새 확산모델은 GPT-4o보다");
    std::vector<std::string> written;
    for (const Token& token : Analyzer{}.analyze(source).tokens) {
        if (token.kind == TokenKind::kWord || token.kind == TokenKind::kWhole) {
            written.push_back(source.substr(token.span.begin, token.span.end - token.span.begin));
        }
    }
    EXPECT_THAT(written, ElementsAre("새", "확산모델", "GPT-4o", "GPT", "4o"));
}

TEST(Analyzer, BigramsKnowTheEdgesOfTheWord) {
    EXPECT_THAT(texts("강화학습은", TokenKind::kBigram), ElementsAre("화학"));
    EXPECT_THAT(texts("강화학습은", TokenKind::kEdgeBigram), ElementsAre("강화", "학습"));
    EXPECT_THAT(texts("강화학습은", TokenKind::kWord), Not(Contains("화학")));
    EXPECT_THAT(texts("수", TokenKind::kBigram), ElementsAre());
}

TEST(Analyzer, BigramSpansCoverTheirTwoSyllables) {
    const std::string source = to_nfc("확산모델은");
    for (const Token& token : Analyzer{}.analyze(source).tokens) {
        if (token.kind != TokenKind::kWord) {
            EXPECT_EQ(source.substr(token.span.begin, token.span.end - token.span.begin), token.text);
        }
    }
}

TEST(Analyzer, ParticlesTakeNoPosition) {
    std::vector<std::uint32_t> positions;
    for (const Token& token : tokens_of("LLM의 환각")) {
        if (token.kind == TokenKind::kWord) {
            positions.push_back(token.position);
        }
    }
    EXPECT_THAT(positions, ElementsAre(0U, 1U));
}

TEST(Analyzer, DecomposedTextMeetsComposedText) {
    EXPECT_EQ(tokens_of("\u1112\u116A\u11A8\u1109\u1161\u11AB"), tokens_of("확산"));
}

TEST(Analyzer, CutsWhatIsTooLongAndCountsIt) {
    std::string syllables;
    for (int i = 0; i < 1000; ++i) {
        syllables += "가나";
    }
    const Analysis analysis = Analyzer{}.analyze(syllables);
    EXPECT_EQ(analysis.cut, 1U);
    for (const Token& token : analysis.tokens) {
        EXPECT_LE(token.text.size(), kMaxTokenBytes);
        EXPECT_EQ(repair_utf8(token.text).replacements, 0U) << "cut inside a character";
    }
}

TEST(Analyzer, SurvivesAnyTextAndKeepsSpansInside) {
    constexpr unsigned kSeed = 20240828;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random{kSeed};
    const std::vector<std::string> pieces{"$",    "\\",     "{",   "^",   "-",
                                          "C++",  "확산",   "은",  "ㅎ",  "\u1100",
                                          "4o",   " ",      "GPT", "é",   "\xF0\x9F\x98\x80",
                                          "中文", "\u200D", "x_",  "1,0", ".",
                                          "の",   "\u0301"};
    Analyzer analyzer;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) {
            text += pieces[random() % pieces.size()];
        }
        text = to_nfc(text);
        std::uint32_t last = 0;
        for (const Token& token : analyzer.analyze(text).tokens) {
            ASSERT_LE(token.span.begin, token.span.end) << text;
            ASSERT_LE(token.span.end, text.size()) << text;
            ASSERT_FALSE(token.text.empty()) << text;
            ASSERT_GE(token.position, last) << text;
            last = token.position;
        }
    }
}

TEST(Analyzer, FingerprintNamesTheChain) {
    EXPECT_EQ(analyzer_fingerprint().rfind("saegin-mixed/", 0), 0U);
}

}  // namespace
}  // namespace saegin::text
