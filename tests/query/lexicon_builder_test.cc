// What an archive teaches: its lexicon
//  1. holds the pairs that papers give evidence for, with how many, and no others;
//  2. pairs loanwords with the English words they are used with, and never native words;
//  3. depends on the papers alone, not on their order, their files or the indexes they stand in.
#include "common/lexicon/lexicon_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "tests/support/archive_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using lexicon::Lexicon;
using test::MiniIndex;
using test::MiniPaper;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The lexicon of these indexes, read as one.
Lexicon lexicon_of(const std::vector<IndexFolder>& folders) {
    auto reader = IndexReader::open(folders);
    if (!reader) {
        throw std::runtime_error(to_string(reader.error()));
    }
    const auto text = reader->read(
        [&](const Xapian::Database&) -> Result<std::string> { return std::string{reader->lexicon().text()}; });
    return *Lexicon::from_text(*text);
}

/// Papers of one text each, and enough others that what two words share is more than chance.
std::vector<MiniPaper> papers_of(const std::vector<std::string>& texts) {
    constexpr std::size_t kOthers = 20;
    std::vector<MiniPaper> papers;
    for (const std::string& text : texts) {
        papers.push_back({.id = std::to_string(papers.size()), .text = text});
    }
    for (std::size_t i = 0; i < kOthers; ++i) {
        papers.push_back({.id = "other-" + std::to_string(i), .text = "바다에서 고기를 잡습니다."});
    }
    return papers;
}

/// Other names of `key`, each as "name papers", with a star for loanwords.
std::vector<std::string> names(const Lexicon& lexicon, const std::string& key) {
    std::vector<std::string> found;
    for (const lexicon::Pair& pair : lexicon.equivalents(key)) {
        found.push_back(pair.to.written + " " + std::to_string(pair.papers) +
                        (pair.origin == lexicon::Origin::kLoanword ? "*" : ""));
    }
    return found;
}

struct Case {
    const char* name;
    std::vector<std::string> texts;
    std::string key;
    std::vector<std::string> names;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

class Learned : public testing::TestWithParam<Case> {};

TEST_P(Learned, NamesAreAsListed) {
    const MiniIndex index{papers_of(GetParam().texts)};
    EXPECT_THAT(names(lexicon_of({index.folder()}), GetParam().key), testing::ElementsAreArray(GetParam().names));
}

INSTANTIATE_TEST_SUITE_P(
    Glosses, Learned,
    testing::Values(
        Case{"TwoPapersSaySo", {"환각(hallucination)을", "환각(hallucination)은"}, "환각", {"hallucination 2"}},
        Case{"EitherOrder", {"환각(hallucination)을", "Hallucination(환각)은"}, "hallucin", {"환각 2"}},
        Case{"TwiceInAPaperIsOnce",
             {"환각(hallucination)과 환각(Hallucinations)", "환각(hallucination)"},
             "hallucin",
             {"환각 2"}},
        Case{"OnePaperIsNotEnough", {"환각(hallucination)을", "환각을 줄입니다", "a hallucination"}, "hallucin", {}},
        Case{"UseTogetherMakesUpForIt",
             {"환각(hallucination)을", "환각과 hallucination을 줄입니다"},
             "hallucin",
             {"환각 1"}},
        Case{"TheLongestNameThatPapersSupport",
             {"대규모 언어 모델(LLM)", "기존의 대규모 언어 모델(LLM)", "최근 대규모 언어 모델(LLM)"},
             "llm",
             {"대규모 언어 모델 3"}},
        Case{"NotAPieceOfIt",
             {"대규모 언어 모델(LLM)", "기존의 대규모 언어 모델(LLM)", "최근 대규모 언어 모델(LLM)"},
             "언어 모델",
             {}},
        Case{"ThreeWays",
             {"강화 학습(Reinforcement Learning, RL)", "강화 학습(Reinforcement Learning, RL)을"},
             "강화 학습",
             {"Reinforcement Learning 2", "RL 2"}},
        Case{"ShortFormOfEnglishWords",
             {"Retrieval-Augmented Generation (RAG) is new"},
             "rag",
             {"Retrieval-Augmented Generation 1"}},
        Case{"PluralsAreOne",
             {"확산 모델(diffusion model)", "확산 모델(diffusion models)", "확산 모델(Diffusion Models)"},
             "확산 모델",
             {"Diffusion Models 3"}},
        Case{"HyphensAreBlanks",
             {"미세 조정(fine-tuning)", "미세 조정(fine tuning)", "미세 조정(fine-tuning)"},
             "미세 조정",
             {"fine-tuning 3"}},
        Case{"VariantsBeside",
             {"미세 조정(fine-tuning)", "미세 조정(fine-tuning)", "파인튜닝(fine-tuning)", "파인튜닝(fine-tuning)",
              "파인튜닝(fine-tuning)"},
             "fine tune",
             {"파인튜닝 3", "미세 조정 2"}},
        Case{"ASlipBesideAKnownName",
             {"환각(hallucination)", "환각(hallucination)", "환각(hallucination)", "환각(hallucination)",
              "착각(hallucination)과 착각", "착각은 hallucination"},
             "hallucin",
             {"환각 4"}},
        Case{"ParticlesAreNoPart", {"환각을(hallucination)", "환각(hallucination)"}, "환각", {"hallucination 2"}},
        Case{"ListsTeachNothing", {"모델(Llama, Qwen)", "모델(Llama, Qwen)"}, "llama", {}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Loanwords, Learned,
    testing::Values(
        Case{"UsedTogether",
             {"트랜스포머는 transformer 블록", "transformer와 트랜스포머"},
             "트랜스포머",
             {"transformer 2*"}},
        Case{"InTheOtherDirection",
             {"트랜스포머는 transformer 블록", "transformer와 트랜스포머"},
             "transform",
             {"트랜스포머 2*"}},
        Case{"NeverTogether",
             {"트랜스포머는 블록", "트랜스포머의 블록", "transformer block", "a transformer"},
             "트랜스포머",
             {}},
        Case{"OnceTogether", {"트랜스포머는 transformer 블록", "트랜스포머의 블록", "a transformer"}, "트랜스포머", {}},
        Case{"GlossedIsNoLoanword", {"토큰(token)과", "토큰(token)을"}, "토큰", {"token 2"}},
        Case{"NativeWordOfOtherVowels", {"생성과 sensing", "생성은 sensing"}, "생성", {}},
        Case{"NativeWordOfTenseLetters", {"깔끔 calcium", "깔끔 calcium"}, "깔끔", {}},
        Case{"TheOneUsedTogether",
             {"마스크와 mask", "마스크는 mask", "마스크 musk", "a musk", "the musk"},
             "마스크",
             {"mask 2*"}}),
    name_of);

TEST(LexiconBuilder, AnEmptyIndexTeachesNothing) {
    const MiniIndex index;
    EXPECT_THAT(lexicon_of({index.folder()}).all(), IsEmpty());
}

TEST(LexiconBuilder, WhatGoesAwayIsForgotten) {
    std::vector<MiniPaper> papers = papers_of({"환각(hallucination)", "환각(hallucination)", "환각(hallucination)"});
    MiniIndex index{papers};
    EXPECT_THAT(names(lexicon_of({index.folder()}), "환각"), ElementsAre("hallucination 3"));
    papers.erase(papers.begin());
    index.set(papers);
    EXPECT_THAT(names(lexicon_of({index.folder()}), "환각"), ElementsAre("hallucination 2"));
    papers.erase(papers.begin());
    index.set(papers);
    EXPECT_THAT(names(lexicon_of({index.folder()}), "환각"), IsEmpty());
}

/// An archive drawn at random, with glosses and loanwords in it.
std::vector<MiniPaper> random_papers(std::mt19937& random, std::size_t count) {
    std::vector<MiniPaper> papers;
    for (std::size_t i = 0; i < count; ++i) {
        const test::PaperText text = test::random_paper(std::to_string(i), random);
        papers.push_back({.id = text.id, .title = text.title, .text = text.summary});
    }
    return papers;
}

TEST(LexiconBuilder, TheOrderOfPapersDoesNotMatter) {
    std::mt19937 random{test::test_seed(5)};
    std::vector<MiniPaper> papers = random_papers(random, 60);
    const std::string expected = lexicon_of({MiniIndex{papers}.folder()}).text();
    ASSERT_NE(expected, "");
    for (int round = 0; round < 5; ++round) {
        std::shuffle(papers.begin(), papers.end(), random);
        EXPECT_EQ(lexicon_of({MiniIndex{papers}.folder()}).text(), expected);
    }
}

TEST(LexiconBuilder, APaperInTwoIndexesCountsOnce) {
    const std::vector<MiniPaper> papers = papers_of(
        {"환각(hallucination)을", "트랜스포머는 transformer 블록", "가지치기(pruning)를", "가지치기(Pruning)는"});
    const MiniIndex first{papers};
    const MiniIndex second{papers};
    const std::string expected = lexicon_of({first.folder()}).text();
    EXPECT_THAT(names(lexicon_of({first.folder()}), "가지치기"), ElementsAre("Pruning 2"));
    EXPECT_EQ(lexicon_of({first.folder(), second.folder()}).text(), expected);
}

TEST(LexiconBuilder, SeveralIndexesTeachWhatOneOfAllTheirPapersTeaches) {
    std::mt19937 random{test::test_seed(6)};
    for (int round = 0; round < 5; ++round) {
        const std::vector<MiniPaper> all = random_papers(random, 60);
        std::array<std::vector<MiniPaper>, 3> shares;
        for (const MiniPaper& paper : all) {
            const std::size_t share = random() % shares.size();
            shares[share].push_back(paper);
            if (random() % 5 == 0) {  // some stand in two of them
                shares[(share + 1) % shares.size()].push_back(paper);
            }
        }
        const MiniIndex one{all};
        const MiniIndex first{shares[0]};
        const MiniIndex second{shares[1]};
        const MiniIndex third{shares[2]};
        const std::string expected = lexicon_of({one.folder()}).text();
        ASSERT_NE(expected, "");
        EXPECT_EQ(lexicon_of({first.folder(), second.folder(), third.folder()}).text(), expected);
        EXPECT_NE(lexicon_of({first.folder()}).text(), expected);
    }
}

}  // namespace
}  // namespace saegin::query
