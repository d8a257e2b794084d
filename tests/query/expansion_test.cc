// What is searched beside the typed words:
//  1. other names of a thing, from either language, as phrases where they are several words;
//  2. compounds with other spaces;
//  3. never as much as what was typed, and never twice.
#include "query/expansion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/query/bind_text.h"
#include "tests/support/archive_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using lexicon::Name;
using lexicon::Origin;
using lexicon::Pair;
using test::MiniIndex;
using test::MiniPaper;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = Alternative::Kind;

std::vector<QueryWord> words_of(const std::string& text) {
    std::vector<QueryWord> words;
    std::istringstream parts{text};
    for (std::string word; parts >> word;) {
        words.push_back({word, word, true, text::is_stop_word(word), false});
    }
    return words;
}

/// An archive whose papers have these texts, three papers each, and many that have none of the words.
std::vector<MiniPaper> thrice(const std::vector<std::string>& texts) {
    constexpr int kTimes = 3;
    constexpr int kOthers = 60;
    std::vector<MiniPaper> papers;
    for (const std::string& text : texts) {
        for (int i = 0; i < kTimes; ++i) {
            papers.push_back({.id = std::to_string(papers.size()), .text = text});
        }
    }
    for (int i = 0; i < kOthers; ++i) {
        papers.push_back({.id = "other" + std::to_string(i), .text = "바다에서 고기를 잡습니다."});
    }
    return papers;
}

std::vector<Addition> added(const std::vector<QueryWord>& words, const std::vector<Pair>& pairs,
                            const std::vector<MiniPaper>& papers) {
    const MiniIndex index{papers};
    const lexicon::Lexicon lexicon = lexicon::Lexicon::from_pairs(pairs);
    return test::TestReader{{index.folder()}}.read([&](const Xapian::Database& database) {
        return expand(words, lexicon, Vocabulary{database}, RankingParameters{});
    });
}

/// As "typed: name, name"; a name that is only spaced otherwise has a ~ in front.
std::vector<std::string> written(const std::vector<Addition>& additions) {
    std::vector<std::string> lines;
    for (const Addition& addition : additions) {
        std::string line = addition.typed + ":";
        for (const Alternative& alternative : addition.alternatives) {
            line += std::string{alternative.kind == Kind::kSpacing ? " ~" : " "} + alternative.written + ",";
        }
        line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

Pair pair(Name from, Name to, std::uint32_t papers) {
    return {std::move(from), std::move(to), papers, Origin::kGloss};
}

std::vector<Pair> pairs() {
    const Name llm{"llm", "LLM"};
    const Name large{"larg languag model", "large language model"};
    const Name korean{"대규모 언어 모델", "대규모 언어 모델"};
    return {
        pair({"hallucin", "hallucination"}, {"환각", "환각"}, 10),
        pair({"hallucin", "hallucination"}, {"할루시네이션", "할루시네이션"}, 8),
        pair(llm, korean, 9),
        pair(llm, large, 7),
        pair(large, korean, 8),
        pair({"languag model", "language model"}, {"언어 모델", "언어 모델"}, 9),
        pair({"text to imag", "text-to-image"}, {"텍스트 이미지", "텍스트-이미지"}, 9),
    };
}

struct Case {
    const char* name;
    std::string typed;
    std::vector<std::string> added;
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for this name
void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

class Expansion : public testing::TestWithParam<Case> {};

TEST_P(Expansion, AddsWhatIsListed) {
    const std::vector<MiniPaper> papers =
        thrice({"환각 할루시네이션 hallucinations", "LLM large language models", "대규모 언어 모델 강화 학습",
                "강화학습", "text to image", "텍스트 이미지"});
    EXPECT_THAT(written(added(words_of(GetParam().typed), pairs(), papers)), ElementsAreArray(GetParam().added));
}

INSTANTIATE_TEST_SUITE_P(
    OtherNames, Expansion,
    testing::Values(
        Case{"KoreanToEnglishAndOnToAnotherName", "환각", {"환각: hallucination, 할루시네이션"}},
        Case{"EnglishToKorean", "hallucin", {"hallucin: 환각, 할루시네이션"}},
        Case{"AnotherSpellingByWayOfEnglish", "할루시네이션", {"할루시네이션: hallucination, 환각"}},
        Case{"AcronymToBoth", "llm", {"llm: 대규모 언어 모델, large language model"}},
        Case{"KoreanToAcronymAndWords", "대규모 언어 모델", {"대규모 언어 모델: LLM, large language model"}},
        Case{"WordsToAcronymAndKorean", "larg languag model", {"larg languag model: 대규모 언어 모델, LLM"}},
        Case{"TheLongerNameWinsOverTheOneInsideIt",
             "작은 대규모 언어 모델 환각",
             {"대규모 언어 모델: LLM, large language model", "환각: hallucination, 할루시네이션"}},
        Case{"TheShorterNameAlone", "언어 모델", {"언어 모델: language model"}},
        Case{"AStopWordInsideAName", "text to imag", {"text to imag: 텍스트-이미지"}},
        Case{"AStopWordAloneHasNoName", "to", {}}, Case{"NothingForWhatNobodyGlosses", "강화", {}},
        Case{"NothingForNothing", "", {}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Spacing, Expansion,
    testing::Values(Case{"OneWordInParts", "강화학습", {"강화학습: ~강화 학습"}},
                    Case{"PartsAsOneWord", "강화 학습", {"강화 학습: ~강화학습"}},
                    Case{"PartsAsOneWordThatNoPaperHas", "언어 학습", {}},
                    Case{"OneWordFindsTheNamesOfItsParts",
                         "대규모언어모델",
                         {"대규모언어모델: LLM, ~대규모 언어 모델, large language model"}},
                    Case{"TwiceTypedAddsOnce", "강화학습 강화학습", {"강화학습: ~강화 학습"}},
                    Case{"NameTwiceTypedAddsOnce", "환각 강화 환각", {"환각: hallucination, 할루시네이션"}}),
    name_of);

TEST(Expansion, JoinsOnlyWordsThatStandBare) {
    const std::vector<MiniPaper> papers = thrice({"강화 학습", "강화학습"});
    std::vector<QueryWord> words = words_of("강화 학습");
    EXPECT_THAT(added(words, {}, papers), SizeIs(1));
    words[0].is_bare = false;  // 강화를 학습
    EXPECT_THAT(added(words, {}, papers), IsEmpty());
}

TEST(Expansion, AuthorsHaveNoOtherNames) {
    const std::vector<MiniPaper> papers = thrice({"환각 hallucination"});
    std::vector<QueryWord> words = words_of("환각");
    words[0].is_author = true;
    EXPECT_THAT(added(words, pairs(), papers), IsEmpty());
}

TEST(Expansion, OffersNoNameThatNoPaperHas) {
    EXPECT_THAT(written(added(words_of("환각"), pairs(), thrice({"환각 할루시네이션"}))),
                ElementsAre("환각: 할루시네이션"));
    EXPECT_THAT(added(words_of("llm"), pairs(), thrice({"LLM 대규모 언어 language model"})), IsEmpty())
        << "every word of a phrase has to be known";
}

TEST(Expansion, NamesThatHardlyAnyPaperUsesAreLeftOut) {
    const std::vector<MiniPaper> papers = thrice({"환각 착각 망상 hallucination"});
    const auto names = [&](std::uint32_t rare) {
        return written(added(words_of("hallucin"),
                             {pair({"hallucin", "hallucination"}, {"환각", "환각"}, 100),
                              pair({"hallucin", "hallucination"}, {"망상", "망상"}, rare)},
                             papers));
    };
    EXPECT_THAT(names(10), ElementsAre("hallucin: 환각, 망상"));
    EXPECT_THAT(names(9), ElementsAre("hallucin: 환각"));
}

TEST(Expansion, AtMostSoManyNamesOfTheMostPapers) {
    std::vector<Pair> many;
    std::string text = "name";
    for (std::uint32_t i = 0; i < 2 * kMaxEquivalents; ++i) {
        const std::string other = "kb" + std::string(1, static_cast<char>('a' + i)) + "k";
        many.push_back(pair({"name", "name"}, {other, other}, 100 - i));
        text += " " + other;
    }
    const auto additions = added(words_of("name"), many, thrice({text}));
    ASSERT_THAT(additions, SizeIs(1));
    ASSERT_THAT(additions[0].alternatives, SizeIs(kMaxEquivalents));
    EXPECT_EQ(additions[0].alternatives.front().written, "kbak");
    EXPECT_EQ(additions[0].alternatives.back().written, "kbfk");
}

TEST(Expansion, WeightsFallWithTheShareOfANameAndWithTheWayToIt) {
    const auto additions =
        added(words_of("환각"), pairs(), thrice({"환각 할루시네이션 hallucination", "환각 hallucination"}));
    ASSERT_THAT(additions, SizeIs(1));
    ASSERT_THAT(additions[0].alternatives, SizeIs(2));
    const RankingParameters parameters;
    EXPECT_LE(additions[0].alternatives[0].weight, parameters.equivalent);
    EXPECT_LT(additions[0].alternatives[1].weight, additions[0].alternatives[0].weight);
    EXPECT_GT(additions[0].alternatives[1].weight, 0);
}

TEST(Expansion, PhrasesAreSearchedAsPhrases) {
    const MiniIndex index{{{.id = "together", .text = "The large language models"},
                           {.id = "scattered", .text = "Models of a language that is large"},
                           {.id = "turned", .text = "language large models"},
                           {.id = "gloss1", .text = "거대 언어 모델(Large Language Models, LLMs)"},
                           {.id = "gloss2", .text = "거대 언어 모델(Large Language Models, LLMs)"},
                           {.id = "gloss3", .text = "거대 언어 모델(Large Language Models, LLMs)"}}};
    Searcher searcher = index.searcher();
    Ranking ranking = test::pure_relevance();
    ranking.parameters.near = 0;  // which takes single words of a name for the whole of it
    for (const char* const query : {"LLM", "거대 언어 모델", "거대언어모델"}) {
        EXPECT_THAT(test::ids_found(searcher, query, ranking),
                    testing::UnorderedElementsAre("together", "gloss1", "gloss2", "gloss3"))
            << query;
    }
}

/// The most that BM25 can give an alternative beside one occurrence of the typed words.
double worth(const std::vector<std::string>& words, const Vocabulary& vocabulary) {
    double sum = 0;
    for (const std::string& word : words) {
        sum += vocabulary.idf(vocabulary.papers(word));
    }
    return sum;
}

TEST(Expansion, WhatIsTypedAlwaysOutweighsWhatIsAdded) {
    // Rare names of common words and the other way round: the idf alone would turn the order.
    std::mt19937 random{test::test_seed(11)};
    std::vector<MiniPaper> papers;
    for (int i = 0; i < 120; ++i) {
        const test::PaperText text = test::random_paper(std::to_string(i), random);
        papers.push_back({.id = text.id, .title = text.title, .text = text.summary});
    }
    papers.push_back({.id = "rare", .text = "확산 모델(denoising walk)과 확산 모델(denoising walk)"});
    papers.push_back({.id = "rare2", .text = "확산 모델(denoising walk)"});
    const MiniIndex index{papers};
    test::TestReader reader{{index.folder()}};
    const RankingParameters parameters;
    const double most = std::max(parameters.equivalent, parameters.spacing);
    std::size_t alternatives = 0;
    const std::vector<Pair> all = reader.read([&](const Xapian::Database&) { return reader.lexicon().all(); });
    ASSERT_THAT(all, testing::Not(IsEmpty()));
    for (const Pair& one : all) {
        const BoundQuery bound = reader.bind(one.from.written);
        reader.read([&](const Xapian::Database& database) {
            const Vocabulary vocabulary{database};
            for (const Addition& addition : bound.additions) {
                std::vector<std::string> typed;
                for (const QueryWord& word : words_of(addition.key)) {
                    typed.push_back(word.text);
                }
                for (const Alternative& alternative : addition.alternatives) {
                    ++alternatives;
                    EXPECT_LT(alternative.weight, 1) << one.from.written << " -> " << alternative.written;
                    EXPECT_LE(alternative.weight * worth(alternative.words, vocabulary),
                              most * worth(typed, vocabulary) * (1 + 1e-9))
                        << one.from.written << " -> " << alternative.written;
                }
            }
            return true;
        });
    }
    EXPECT_GE(alternatives, 20U);
}

}  // namespace
}  // namespace saegin::query
