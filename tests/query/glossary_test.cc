// The glossary over small archives: names, evidence, and what a term may look like.
#include "query/glossary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using lexicon::Origin;
using test::MiniIndex;
using test::MiniPaper;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<MiniPaper> archive() {
    return {
        {.id = "1",
         .title = "One",
         .text = "처음 문장입니다. 대규모 언어 모델(Large Language Models, LLMs)을 씁니다. 끝입니다.",
         .votes = 1,
         .date = "2024-08-28"},
        {.id = "2", .title = "Two", .text = "대규모 언어 모델(LLM)이 답합니다.", .votes = 50, .date = "2024-08-28"},
        {.id = "3", .title = "Three", .text = "대규모 언어 모델(LLM)을 줄입니다.", .votes = 20, .date = "2024-08-28"},
        {.id = "4",
         .title = "Four",
         .text = "우리는 대규모 언어 모델(LLM)을 잽니다.",
         .votes = 2,
         .date = "2024-08-28"},
        {.id = "10",
         .title = "Ten",
         .text = "거대한 Large Language Models (LLMs)는 큽니다. 대규모 언어 모델(Large Language "
                 "Model)입니다."},
        {.id = "5", .title = "A Transformer", .text = "새 트랜스포머입니다. 밥도 짓습니다."},
        {.id = "6", .title = "More", .text = "트랜스포머는 transformer와 같습니다."},
        {.id = "7", .title = "Rice", .text = "밥을 짓습니다."},
        {.id = "8", .title = "Tea", .text = "차를 마십니다."},
        {.id = "9", .title = "Soup", .text = "국을 끓입니다."},
    };
}

class GlossaryOf : public testing::Test {
protected:
    Glossary find(const std::string& term, std::size_t limit = 20) {
        const auto found = look_up(reader_, term, limit);
        EXPECT_TRUE(found) << to_string(found.error());
        return found ? *found : Glossary{};
    }

    std::vector<std::string> others(const std::string& term) {
        std::vector<std::string> names;
        for (const GlossaryPair& pair : find(term).pairs) {
            names.push_back(pair.pair.to.written);
        }
        return names;
    }

    MiniIndex index_{archive()};
    IndexReader reader_ = *IndexReader::open({index_.folder()});
};

TEST_F(GlossaryOf, FindsATermInEitherLanguageAndAnyForm) {
    for (const char* const term : {"LLM", "llms", "LLM의", "ＬＬＭ", "Large Language Models", "large-language model"}) {
        EXPECT_THAT(others(term), Contains("대규모 언어 모델")) << term;
    }
    for (const char* const term : {"대규모 언어 모델", "대규모 언어 모델은", "대규모언어모델", "대규모언어모델의"}) {
        EXPECT_THAT(others(term), Contains("LLM")) << term;
    }
    EXPECT_THAT(others("트랜스포머"), ElementsAre("transformer"));
    for (const char* const nothing : {"밥", "?!", "\xFF", "언어 모델 대규모"}) {
        EXPECT_THAT(others(nothing), IsEmpty()) << nothing;
    }
}

TEST_F(GlossaryOf, ShowsTheSentencesOfTheMostVotedPapers) {
    const Glossary found = find("대규모 언어 모델", 1);
    ASSERT_EQ(found.pairs.size(), 1U);
    EXPECT_GE(found.total, 2U);
    const GlossaryPair& best = found.pairs[0];
    EXPECT_EQ(best.pair.to.written, "LLM");
    EXPECT_GE(best.pair.papers, 3U);
    EXPECT_EQ(best.pair.origin, Origin::kGloss);
    ASSERT_EQ(best.evidence.size(), kMostEvidence);
    EXPECT_EQ(best.evidence[0],
              (Evidence{PaperId{"2"}, "Two", DigestDate{2024, 8, 28}, "대규모 언어 모델(LLM)이 답합니다."}));
    EXPECT_EQ(best.evidence[1].id.value, "3");
    EXPECT_EQ(best.evidence[2].id.value, "4");
}

TEST_F(GlossaryOf, TakesTheSentenceOutOfItsText) {
    const std::string sentence = "대규모 언어 모델(Large Language Models, LLMs)을 씁니다.";
    const Glossary found = find("Large Language Models");
    ASSERT_FALSE(found.pairs.empty());
    for (const GlossaryPair& pair : found.pairs) {
        ASSERT_FALSE(pair.evidence.empty()) << pair.pair.to.written;
        EXPECT_THAT(pair.evidence, Contains(testing::Field(&Evidence::sentence, sentence))) << pair.pair.to.written;
    }
}

TEST_F(GlossaryOf, ALoanwordIsShownWhereBothNamesStand) {
    const Glossary found = find("transformer");
    ASSERT_EQ(found.pairs.size(), 1U);
    EXPECT_EQ(found.pairs[0].pair.origin, Origin::kLoanword);
    EXPECT_EQ(found.pairs[0].pair.papers, 2U);
    std::vector<std::string> sentences;
    for (const Evidence& evidence : found.pairs[0].evidence) {
        sentences.push_back(evidence.sentence);
    }
    EXPECT_THAT(sentences, ElementsAre("A Transformer", "트랜스포머는 transformer와 같습니다."));
    EXPECT_EQ(found.pairs[0].evidence[0].date, std::nullopt);
}

TEST_F(GlossaryOf, TheListHasEachPairOnceMostPapersFirst) {
    const auto all = read_glossary(reader_, 100);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->total, reader_.lexicon().size());
    EXPECT_EQ(all->pairs.size(), all->total);
    EXPECT_EQ(all->pairs[0].pair.from.written, "LLM");
    EXPECT_EQ(all->pairs[0].pair.to.written, "대규모 언어 모델");
    for (std::size_t i = 1; i < all->pairs.size(); ++i) {
        EXPECT_GE(all->pairs[i - 1].pair.papers, all->pairs[i].pair.papers);
        EXPECT_THAT(all->pairs[i].evidence, IsEmpty());
    }
    const auto one = read_glossary(reader_, 1);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->pairs.size(), 1U);
    EXPECT_EQ(one->total, all->total);
}

TEST(GlossaryOfNothing, AnEmptyIndexHasNone) {
    const MiniIndex index;
    IndexReader reader = *IndexReader::open({index.folder()});
    const auto all = read_glossary(reader, 10);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->total, 0U);
    const auto found = look_up(reader, "LLM", 10);
    ASSERT_TRUE(found);
    EXPECT_THAT(found->pairs, IsEmpty());
}

}  // namespace
}  // namespace saegin::query
