// What a query meets in an archive:
//  1. spellings of one thing meet: spaces, marks and versions, letters of other alphabets and widths;
//  2. what only shares letters does not;
//  3. what is repaired and added is said, and nothing is without a lexicon;
//  4. whole names of authors count in either order;
//  5. no query is too long.
#include "query/binder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/query/bind_text.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::ids_found;
using test::MiniIndex;
using test::MiniPaper;
using test::pure_relevance;
using test::TestReader;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;
using ::testing::UnorderedElementsAreArray;

/// One thing in several spellings, each of which finds the papers that have any of them, and these above all others.
struct Spellings {
    const char* name;
    std::vector<std::string> written;
    std::vector<std::string> others = {};  ///< papers that have something like it, which must not be among them
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for this name
void PrintTo(const Spellings& one, std::ostream* out) {
    *out << one.name;
}

template <typename Row>
std::string name_of(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

class Same : public testing::TestWithParam<Spellings> {
protected:
    static void expect_meetings(bool use_lexicon) {
        std::vector<MiniPaper> papers;
        std::vector<std::string> expected;
        for (const std::string& written : GetParam().written) {
            expected.push_back("same" + std::to_string(papers.size()));
            papers.push_back({.id = expected.back(), .title = written, .text = "새 글"});
        }
        for (const std::string& other : GetParam().others) {
            papers.push_back({.id = "other" + std::to_string(papers.size()), .title = other, .text = "새 글"});
        }
        for (int i = 0; i < 30; ++i) {
            papers.push_back({.id = "far" + std::to_string(i), .title = "Boats", .text = "바다에서 고기를 잡습니다."});
        }
        const MiniIndex index{papers};
        Searcher searcher = index.searcher();
        Ranking ranking = pure_relevance(papers.size());
        ranking.use_lexicon = use_lexicon;
        for (const std::string& query : GetParam().written) {
            std::vector<std::string> found = ids_found(searcher, query, ranking);
            found.resize(std::min(found.size(), expected.size()));
            EXPECT_THAT(found, UnorderedElementsAreArray(expected)) << query;
        }
    }
};

TEST_P(Same, SpellingsMeet) {
    expect_meetings(true);
}

/// What meets by the chain of the analyzer alone.
class SameAnyway : public Same {};

TEST_P(SameAnyway, SpellingsMeetWithoutALexicon) {
    expect_meetings(false);
}

std::vector<Spellings> marks() {
    return {Spellings{"Version", {"Llama-3", "Llama3", "Llama 3", "LLaMA-3", "llama_3"}, {"Llama-2", "GPT-3"}},
            Spellings{"PointVersion", {"Llama-3.1", "Llama3.1", "Llama 3.1"}, {"Llama-3", "Llama-3.2"}},
            Spellings{"VersionWithLetter", {"GPT-4o", "GPT4o", "gpt 4o", "GPT‑4o"}, {"GPT-4", "GPT-2"}},
            Spellings{"Signs", {"C++", "c++", "Ｃ＋＋"}, {"C", "C#"}},
            Spellings{"GreekLetter", {"β-VAE", "beta-VAE", "Beta VAE", "$\\beta$-VAE"}, {"γ-VAE", "beta"}},
            Spellings{"LatexCommands", {"$\\lambda$-Tuning", "λ-Tuning", "lambda-tuning"}, {"μ-Tuning"}},
            Spellings{"LatexFonts", {"$\\mathbf{X}$-Net", "X-Net", "$X$-Net"}, {"Y-Net"}},
            Spellings{"HyphenAndBlank", {"text-to-image", "text to image", "Text-to-Image"}, {"image", "text"}},
            Spellings{"Slash", {"encoder/decoder", "encoder-decoder", "encoder decoder"}, {"decoder"}},
            Spellings{"Thousands", {"1k tokens", "1K tokens", "1-k tokens"}, {"2k tokens", "tokens"}},
            Spellings{"Dimensions", {"3D Gaussian", "3-D Gaussian", "３Ｄ Gaussian"}, {"2D Gaussian"}}};
}

std::vector<Spellings> letters() {
    return {Spellings{"FullWidth", {"ＬＬＭ　확산", "LLM 확산"}, {"LMM 확신"}},
            Spellings{"Decomposed", {"확산", "\u1112\u116A\u11A8\u1109\u1161\u11AB"}, {"확신"}},
            Spellings{"DecomposedLatin", {"Ré", "Re\u0301"}, {"Ra"}},
            Spellings{"Case", {"ResNet", "RESNET", "resnet"}, {"AlexNet"}},
            Spellings{"Plural", {"diffusion model", "Diffusion Models"}, {"diffusion", "model"}},
            Spellings{"Particles", {"환각을", "환각", "환각에서는", "환각의"}, {"환경"}}};
}

std::vector<Spellings> spaces() {
    return {Spellings{"TwoWords",
                      {"강화학습", "강화 학습", "강화 학습", "강화 학습", "강화학습을"},
                      {"강화", "학습", "화학", "심화학습"}},
            Spellings{"ThreeWords",
                      {"대규모언어모델", "대규모 언어 모델", "대규모 언어 모델은", "대규모 언어 모델"},
                      {"언어", "대규모", "소규모어휘모형"}}};
}

INSTANTIATE_TEST_SUITE_P(Marks, Same, testing::ValuesIn(marks()), name_of<Spellings>);
INSTANTIATE_TEST_SUITE_P(Letters, Same, testing::ValuesIn(letters()), name_of<Spellings>);
INSTANTIATE_TEST_SUITE_P(Spaces, Same, testing::ValuesIn(spaces()), name_of<Spellings>);
INSTANTIATE_TEST_SUITE_P(Marks, SameAnyway, testing::ValuesIn(marks()), name_of<Spellings>);
INSTANTIATE_TEST_SUITE_P(Letters, SameAnyway, testing::ValuesIn(letters()), name_of<Spellings>);

TEST(Binder, SpellingsThatAreGlossedByTheSameNameMeet) {
    std::vector<MiniPaper> papers{{.id = "hangul", .text = "텍스트투이미지"},
                                  {.id = "hyphen", .text = "텍스트-이미지"},
                                  {.id = "english", .text = "text to image"},
                                  {.id = "none", .text = "로봇"}};
    for (int i = 0; i < 3; ++i) {  // so many have to agree on a name of one word for two
        papers.push_back({.id = "a" + std::to_string(i), .text = "텍스트투이미지(Text-to-Image) 생성"});
        papers.push_back({.id = "b" + std::to_string(i), .text = "텍스트-이미지(Text-to-Image, T2I) 생성"});
    }
    const MiniIndex index{papers};
    for (const char* const query : {"텍스트투이미지", "텍스트-이미지", "텍스트 이미지", "text-to-image"}) {
        const auto found = ids_found(index, query);
        for (const char* const id : {"hangul", "hyphen", "english"}) {
            EXPECT_THAT(found, Contains(id)) << query;
        }
    }
}

TEST(Binder, AWordIsNotFoundAcrossTheEdgesOfWords) {
    const MiniIndex index{{{.id = "learning", .text = "강화학습"},
                           {.id = "learning2", .text = "강화 학습"},
                           {.id = "learning3", .text = "심층강화학습을"},
                           {.id = "chemistry", .text = "화학"},
                           {.id = "chemistry2", .text = "유기화학의"}}};
    for (const bool use_lexicon : {true, false}) {
        Searcher searcher = index.searcher();
        Ranking ranking = pure_relevance();
        ranking.use_lexicon = use_lexicon;
        EXPECT_THAT(ids_found(searcher, "화학", ranking), UnorderedElementsAre("chemistry", "chemistry2"));
        EXPECT_THAT(ids_found(searcher, "강화", ranking), Not(Contains("chemistry")));
    }
}

/// An archive that glosses 환각 and knows 시스템, with something to mistype.
MiniIndex teaching() {
    return MiniIndex{{{.id = "gloss1", .text = "환각(hallucination)을 줄이는 시스템"},
                      {.id = "gloss2", .text = "환각(hallucination)을 재는 시스템"},
                      {.id = "korean", .text = "환각"},
                      {.id = "english", .text = "hallucination"},
                      {.id = "system", .text = "시스템"}}};
}

TEST(Binder, WithoutALexiconNothingIsAddedOrRepaired) {
    const MiniIndex index = teaching();
    TestReader reader{{index.folder()}};
    for (const char* const query : {"환각", "hallucination", "시스탬", "ghksrkr", "halucination", "할루시네이션"}) {
        const BoundQuery bound = reader.bind(query, false);
        EXPECT_THAT(bound.additions, IsEmpty()) << query;
        EXPECT_THAT(bound.corrections, IsEmpty()) << query;
        EXPECT_EQ(bound.text, query);
    }
    Searcher searcher = index.searcher();
    Ranking ranking = pure_relevance();
    ranking.use_lexicon = false;
    EXPECT_THAT(ids_found(searcher, "환각", ranking), UnorderedElementsAre("gloss1", "gloss2", "korean"));
    EXPECT_THAT(ids_found(searcher, "ghksrkr", ranking), IsEmpty());
    const auto answer = searcher.search("시스탬", ranking);
    ASSERT_TRUE(answer);
    EXPECT_THAT(answer->corrections, IsEmpty());
    EXPECT_THAT(answer->additions, IsEmpty());
}

struct Slip {
    const char* name;
    std::string query;
    std::string text;  ///< what is searched
    std::vector<Correction> corrections;
    std::vector<std::string> found;
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for this name
void PrintTo(const Slip& one, std::ostream* out) {
    *out << one.name;
}

class Slips : public testing::TestWithParam<Slip> {};

TEST_P(Slips, AreRepairedAndReported) {
    const MiniIndex index = teaching();
    const BoundQuery bound = TestReader{{index.folder()}}.bind(GetParam().query);
    EXPECT_EQ(bound.text, GetParam().text);
    EXPECT_EQ(bound.corrections, GetParam().corrections);
    Searcher searcher = index.searcher();
    const auto answer = searcher.search(GetParam().query, pure_relevance());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->query, GetParam().query);
    EXPECT_EQ(answer->corrections, GetParam().corrections);
    EXPECT_THAT(ids_found(searcher, GetParam().query), UnorderedElementsAreArray(GetParam().found));
}

INSTANTIATE_TEST_SUITE_P(, Slips,
                         testing::Values(Slip{"Spelling",
                                              "시스탬의",
                                              "시스템의",
                                              {{"시스탬", "시스템", Correction::Kind::kSpelling, {0, 9}}},
                                              {"gloss1", "gloss2", "system"}},
                                         Slip{"LayoutAndWhatItIsAlsoCalled",
                                              "ghksrkr",
                                              "환각",
                                              {{"ghksrkr", "환각", Correction::Kind::kLayout, {0, 7}}},
                                              {"gloss1", "gloss2", "korean", "english"}},
                                         Slip{"English",
                                              "halucination",
                                              "hallucination",
                                              {{"halucination", "hallucination", Correction::Kind::kSpelling, {0, 12}}},
                                              {"gloss1", "gloss2", "korean", "english"}},
                                         Slip{"EnglishBySound",
                                              "할루시네이션",
                                              "hallucination",
                                              {{"할루시네이션", "hallucination", Correction::Kind::kSound, {0, 18}}},
                                              {"gloss1", "gloss2", "korean", "english"}},
                                         Slip{"NoneInWhatIsKnown",
                                              "환각 시스템",
                                              "환각 시스템",
                                              {},
                                              {"gloss1", "gloss2", "korean", "english", "system"}},
                                         Slip{"NoneForWhatNothingIsLike", "쀍쀍", "쀍쀍", {}, {}}),
                         name_of<Slip>);

TEST(Binder, TheTypedWordRanksAboveItsEquivalent) {
    // Papers that are alike but for the name, which as many papers have: so the name alone decides.
    std::vector<MiniPaper> papers;
    for (int i = 0; i < 3; ++i) {
        papers.push_back(
            {.id = "gloss" + std::to_string(i), .text = "환각(hallucination)을 줄이는 긴 글의 모음입니다"});
        papers.push_back({.id = "korean" + std::to_string(i), .text = "환각 시험"});
        papers.push_back({.id = "english" + std::to_string(i), .text = "hallucination 시험"});
    }
    for (int i = 0; i < 30; ++i) {
        papers.push_back({.id = "other" + std::to_string(i), .text = "바다에서 고기를 잡습니다."});
    }
    const MiniIndex index{papers};
    Searcher searcher = index.searcher();
    Ranking ranking = pure_relevance(100);
    for (const double feedback : {0.0, RankingParameters{}.feedback}) {
        ranking.parameters.feedback = feedback;
        const auto place = [&](const std::vector<std::string>& found, const std::string& id) {
            return std::find(found.begin(), found.end(), id) - found.begin();
        };
        const auto korean = ids_found(searcher, "환각", ranking);
        ASSERT_THAT(korean, SizeIs(9));
        EXPECT_LT(place(korean, "korean2"), place(korean, "english0"));
        const auto english = ids_found(searcher, "hallucination", ranking);
        ASSERT_THAT(english, SizeIs(9));
        EXPECT_LT(place(english, "english2"), place(english, "korean0"));
    }
}

}  // namespace
}  // namespace saegin::query
