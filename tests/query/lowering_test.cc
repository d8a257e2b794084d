// The query language over an index:
//  1. Signs, operators, phrases, prefixes and fields find exactly the papers they say.
//  2. What restricts beside words restricts; words side by side only rank.
//  3. Ranges, ids and sections change no score.
//  4. What is amiss is told, and never stops a search.
#include "query/lowering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "query/leaf_lookups.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const MiniIndex& archive() {
    static const MiniIndex index{{
        {.id = "rl-joined",
         .title = "Walking Robots",
         .text = "강화학습으로 로봇이 걷는다",
         .authors = {"Jun-Yan Zhu"},
         .votes = 5,
         .date = "2024-08-01"},
        {.id = "rl-parted",
         .title = "Flying Robots",
         .text = "강화 학습으로 로봇이 난다",
         .authors = {"Jane Doe"},
         .votes = 50,
         .date = "2024-08-20"},
        {.id = "chemistry",
         .title = "Molecules",
         .text = "화학 반응을 본다",
         .authors = {"Yann LeCun", "J. Zhu"},
         .votes = 12,
         .date = "2024-09-03"},
        {.id = "glossed",
         .title = "Hallucination Detection",
         .text = "환각(hallucination)을 찾는다. 환각은 흔하다",
         .authors = {"Yann LeCun"},
         .date = "2023-12-31"},
        {.id = "glossed-too",
         .title = "Grounded Answers",
         .text = "환각(hallucination)을 줄인다",
         .votes = 0,
         .date = "2024-10-01"},
        {.id = "english",
         .title = "On Transformers",
         .text = "hallucination of language models, transfer learning",
         .votes = 100,
         .date = "2024-11-11"},
        {.id = "order", .title = "Models", .text = "models of a language; transformation", .date = "2024-11-12"},
    }};
    return index;
}

struct Case {
    const char* name;
    const char* query;
    std::vector<std::string> ids;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name << ": " << one.query;
}

class Language : public testing::TestWithParam<Case> {};

TEST_P(Language, FindsWhatItSays) {
    Searcher searcher = archive().searcher();
    std::vector<std::string> found = test::ids_found(searcher, GetParam().query);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Queries, Language,
    testing::Values(
        Case{"WordsSideBySideAreAny", "반응 난다", {"chemistry", "rl-parted"}},
        Case{"PlusMustMatch", "+로봇 난다", {"rl-joined", "rl-parted"}},
        Case{"MinusMustNot", "로봇 -난다", {"rl-joined"}}, Case{"NotIsMinus", "로봇 NOT 난다", {"rl-joined"}},
        Case{"AndNeedsBoth", "로봇 AND 난다", {"rl-parted"}},
        Case{"OrTakesEither", "반응 OR 난다", {"chemistry", "rl-parted"}},
        Case{"AndBindsTighterThanOr", "반응 OR 로봇 AND 난다", {"chemistry", "rl-parted"}},
        Case{"ParenthesesGroup", "(반응 OR 로봇) AND 난다", {"rl-parted"}},
        Case{"AWordMayMatchInPart", "강화학습", {"chemistry", "rl-joined", "rl-parted"}},
        Case{"PlusAloneMustMatchWhole", "+강화학습", {"rl-joined", "rl-parted"}},
        Case{"PlusBesideAFilter", "+강화학습 votes:>=0", {"rl-joined", "rl-parted"}},
        Case{"MinusOnlyTakesAway", "강화학습 -nothing", {"chemistry", "rl-joined", "rl-parted"}},
        Case{"MinusTakesWhatMatchesInPart", "강화학습 -반응", {"rl-joined", "rl-parted"}},
        Case{"PlusOfSignsFindsNothing", "+!!!", {}}, Case{"SignsFindNothing", "+!!! ???", {}},
        Case{"MinusOfSignsSaysNothing", "로봇 -!!!", {"rl-joined", "rl-parted"}},
        Case{"PlusTakesOtherNames", "+환각", {"english", "glossed", "glossed-too"}},
        Case{"MinusIsLiteral", "hallucination -환각", {"english"}},
        Case{"PhraseInOrder", "\"language models\"", {"english"}},
        Case{"PhraseMeetsTheCompound", "\"강화 학습\"", {"rl-joined", "rl-parted"}},
        Case{"PhraseIsLiteral", "\"환각\"", {"glossed", "glossed-too"}},
        Case{"PhraseRestrictsBesideWords", "\"language models\" 로봇", {"english"}},
        Case{"NoMeetingAcrossWordEdges", "\"화학\"", {"chemistry"}},
        Case{"PhraseExcluded", "models -\"language models\"", {"order"}},
        Case{"Prefix", "transf*", {"english", "order"}}, Case{"PrefixInTheTitle", "title:transf*", {"english"}},
        Case{"KoreanPrefix", "강화학*", {"rl-joined"}}, Case{"TitleWord", "title:robots", {"rl-joined", "rl-parted"}},
        Case{"TitleAndWord", "title:robots 난다", {"rl-parted"}},
        Case{"TitlePhrase", "title:\"walking robots\"", {"rl-joined"}},
        Case{"TitleByAnotherName", "title:환각", {"glossed"}},
        Case{"TitleOfAny", "title:(walking molecules)", {"chemistry", "rl-joined"}},
        Case{"TitleExcluded", "로봇 -title:walking", {"rl-parted"}},
        Case{"Author", "author:lecun", {"chemistry", "glossed"}},
        Case{"AuthorInAnyOrder", "author:\"LeCun Yann\"", {"chemistry", "glossed"}},
        Case{"AuthorWithoutHyphen", "author:\"junyan zhu\"", {"rl-joined"}},
        Case{"AuthorParted", "author:(jun yan zhu)", {"rl-joined"}},
        Case{"AuthorByInitial", "author:\"J. Zhu\"", {"chemistry", "rl-joined"}},
        Case{"AuthorRestricts", "환각 author:lecun", {"glossed"}}, Case{"Id", "id:glossed", {"glossed"}},
        Case{"APastedId", "rl-joined", {"rl-joined"}}, Case{"NoSuchId", "id:nothing", {}},
        Case{"VotesFrom", "votes:50..", {"english", "rl-parted"}},
        Case{"VotesUpTo", "votes:..5", {"glossed-too", "rl-joined"}},
        Case{"VotesBetween", "votes:10..20", {"chemistry"}}, Case{"VotesMoreThan", "votes:>50", {"english"}},
        Case{"UnknownVotesAreInNoRange", "votes:>=0 환각", {"english", "glossed-too"}},
        Case{"DateMonth", "date:2024-08", {"rl-joined", "rl-parted"}},
        Case{"DateMonths", "date:2024-08..2024-09", {"chemistry", "rl-joined", "rl-parted"}},
        Case{"DateDay", "date:2024-08-20", {"rl-parted"}}, Case{"DateYearExcluded", "환각 -date:2024", {"glossed"}},
        Case{"FilterAndWords", "로봇 votes:>=50", {"rl-parted"}}, Case{"OnlyExcludesFindsNothing", "-로봇", {}},
        Case{"ExcludedOfAll", "date:2024 NOT (로봇 OR 환각)", {"chemistry", "english", "order"}}),
    [](const auto& row) { return std::string{row.param.name}; });

Answer answer_to(const std::string& query, bool plain = false) {
    Searcher searcher = archive().searcher();
    Ranking ranking = test::pure_relevance();
    ranking.plain = plain;
    auto answer = searcher.search(query, ranking);
    EXPECT_TRUE(answer) << query;
    return answer ? *std::move(answer) : Answer{};
}

TEST(Lowering, FiltersChangeNoScore) {
    for (const std::string query : {"로봇 강화학습", "hallucination language", "환각 줄인다"}) {
        const Answer all = answer_to(query);
        ASSERT_FALSE(all.hits.empty());
        for (const char* const filter : {"date:2024", "votes:>=0", "-id:nothing", "date:..2024-09 votes:>=1"}) {
            for (const Hit& kept : answer_to(query + " " + filter).hits) {
                const auto same = std::find_if(all.hits.begin(), all.hits.end(),
                                               [&](const Hit& hit) { return hit.paper.id == kept.paper.id; });
                ASSERT_NE(same, all.hits.end()) << query << " " << filter;
                EXPECT_NEAR(kept.score, same->score, 1e-9) << query << " " << filter << " " << kept.paper.id.value;
            }
        }
    }
}

TEST(Lowering, TellsWhatIsAmiss) {
    const auto messages = [](const Answer& answer) {
        std::string all;
        for (const language::Diagnostic& diagnostic : answer.diagnostics) {
            all += diagnostic.message + "\n";
        }
        return all;
    };
    EXPECT_THAT(messages(answer_to("author:nobody 로봇")), HasSubstr("no author"));
    EXPECT_THAT(messages(answer_to("zzz* 로봇")), HasSubstr("starts with"));
    EXPECT_THAT(messages(answer_to("로봇 (")), HasSubstr("never closed"));
    EXPECT_THAT(messages(answer_to("로봇 date:2025..")), HasSubstr("no paper is later than 2024-11-12"));
    EXPECT_THAT(messages(answer_to("date:..2022")), HasSubstr("no paper is earlier than 2023-12-31"));
    EXPECT_THAT(messages(answer_to("date:2023..2024")), IsEmpty());
    EXPECT_THAT(messages(answer_to("votes:>100")), HasSubstr("no paper has more than 100 votes"));
    EXPECT_THAT(messages(answer_to("votes:100")), IsEmpty());
    EXPECT_THAT(messages(answer_to("로봇 -!!!")), HasSubstr("no word in this"));
    EXPECT_THAT(messages(answer_to("로봇 -moelcules")), HasSubstr("leaves none out"));
    EXPECT_THAT(messages(answer_to("로봇 NOT \"langauge models\"")), HasSubstr("leaves none out"));
    EXPECT_THAT(messages(answer_to("title:\"환각\"")), HasSubstr("without quotation marks"));
    EXPECT_EQ(messages(answer_to("title:\"확산 모델\"")), "no title has these words\n") << "there are no other names";
    EXPECT_THAT(messages(answer_to("title:\"flying robots\" \"확산 모델\"")), IsEmpty());
    EXPECT_THAT(messages(answer_to("로봇 난다")), IsEmpty());
    EXPECT_EQ(answer_to("로봇 (").hits.size(), 2U);
}

TEST(Lowering, LooksUpNoMoreThanAQueryNeeds) {
    std::string names;
    for (std::size_t i = 0; i < kMaxLookups + 10; ++i) {
        names += "author:name" + std::to_string(i) + " ";
    }
    const Answer many = answer_to(names);
    const auto cut = std::count_if(many.diagnostics.begin(), many.diagnostics.end(), [](const auto& diagnostic) {
        return diagnostic.message.find("find nothing") != std::string::npos;
    });
    EXPECT_EQ(cut, 1);
    std::string same;
    for (int i = 0; i < 200; ++i) {
        same += "author:lecun \"language models\" transf* ";
    }
    const Answer repeated = answer_to(same);
    EXPECT_THAT(repeated.diagnostics, IsEmpty()) << "what is repeated is looked up once";
    EXPECT_THAT(repeated.hits, IsEmpty()) << "no paper has all of them";
}

TEST(Lowering, TellsWhatWasRepairedInPhrasesAndTitles) {
    for (const char* const query : {"\"langauge models\"", "title:moelcules"}) {
        const Answer answer = answer_to(query);
        EXPECT_EQ(answer.hits.size(), 1U) << query;
        EXPECT_EQ(answer.corrections.size(), 1U) << query;
    }
}

TEST(Lowering, RepairsNothingThatIsExcluded) {
    const Answer answer = answer_to("로봇 -moelcules");
    EXPECT_THAT(answer.corrections, IsEmpty());
    EXPECT_EQ(answer.hits.size(), 2U);
}

TEST(Lowering, TellsWhichOtherNamesWereLookedForInTitles) {
    const Answer answer = answer_to("title:환각");
    ASSERT_EQ(answer.additions.size(), 1U);
    EXPECT_EQ(answer.additions[0].typed, "환각");
    ASSERT_EQ(answer.additions[0].alternatives.size(), 1U);
    EXPECT_EQ(answer.additions[0].alternatives[0].written, "hallucination");
    EXPECT_THAT(answer_to("title:반응").additions, IsEmpty());
    EXPECT_EQ(answer_to("환각 title:환각").additions.size(), 1U) << "told once";
}

TEST(Lowering, PapersWithAPhraseAreRankedByItsWords) {
    const MiniIndex index{{
        {.id = "once", .title = "Fish", .text = "A walking robot meets many a fish in the sea and is gone."},
        {.id = "titled", .title = "A Walking Robot", .text = "It meets a fish."},
        {.id = "often", .title = "Fish", .text = "A walking robot is a walking robot."},
        {.id = "apart", .title = "Robot, Robot, Robot", .text = "Walking walking walking."},
        {.id = "none", .title = "Sea", .text = "Fish."},
    }};
    EXPECT_THAT(test::ids_found(index, "\"walking robot\""), ElementsAre("titled", "often", "once"));
    EXPECT_THAT(test::ids_found(index, "\"of a\""), IsEmpty());
    EXPECT_THAT(test::ids_found(index, "\"is a\""), ElementsAre("often")) << "stop words, too";
    Searcher searcher = index.searcher();
    const auto phrase = searcher.search_ids("\"fish\"", test::pure_relevance());
    Ranking bare = test::pure_relevance();
    bare.parameters.feedback = bare.parameters.latent = 0;
    const auto word = searcher.search_ids("fish", bare);
    ASSERT_TRUE(phrase && word);
    ASSERT_EQ(phrase->size(), word->size());
    for (std::size_t i = 0; i < word->size(); ++i) {
        EXPECT_EQ((*phrase)[i].id, (*word)[i].id) << "one word in quotation marks ranks as a word";
        EXPECT_NEAR((*phrase)[i].score, (*word)[i].score, 1e-9);
    }
}

TEST(Lowering, TheAddressOfAPaperFindsThatPaperAlone) {
    const MiniIndex index{{
        {.id = "2408.15237", .title = "Mamba", .text = "It cites arxiv abs 2408.", .votes = 5, .date = "2024-08-28"},
        {.id = "2408.15238",
         .title = "Arxiv",
         .text = "abs 2408 arxiv org arxiv.org http https",
         .votes = 5,
         .date = "2024-08-28"},
        {.id = "lab.example/papers/one", .title = "One", .text = "papers of a lab"},
    }};
    for (const char* const query :
         {"2408.15237", "2408.15237v2", "arXiv:2408.15237", "http://arxiv.org/abs/2408.15237",
          "https://www.arxiv.org/pdf/2408.15237v1.pdf", "arxiv.org/abs/2408.15237", "hf.co/papers/2408.15237",
          "+2408.15237", "<https://arxiv.org/abs/2408.15237>,", "http://export.arxiv.org/abs/2408.15237",
          "https://doi.org/10.48550/arXiv.2408.15237", "2408.15237.", "arxiv.org/abs/2408.15237 votes:5",
          "+2408.15237 date:2024"}) {
        EXPECT_THAT(test::ids_found(index, query), ElementsAre("2408.15237")) << query;
    }
    EXPECT_THAT(test::ids_found(index, "https://lab.example/papers/one/"), ElementsAre("lab.example/papers/one"));
    EXPECT_THAT(test::ids_found(index, "arxiv -https://arxiv.org/abs/2408.15237"), ElementsAre("2408.15238"));
    EXPECT_THAT(test::ids_found(index, "2408.15237 abs"), ::testing::Contains("2408.15238")) << "words beside it";
    EXPECT_THAT(test::ids_found(index, "arxiv.org/abs/2408.99999"), ::testing::Contains("2408.15238")) << "unknown";
}

TEST(Lowering, PlainTakesSignsAsWords) {
    EXPECT_EQ(answer_to("로봇 -난다", true).hits.size(), 2U);
    EXPECT_EQ(answer_to("title:robots", true).canonical, "title\\:robots");
}

TEST(Lowering, MarksPhrasesAndFields) {
    const Answer found = answer_to("\"language models\" title:transformers");
    ASSERT_EQ(found.hits.size(), 1U);
    const auto marked = [](const std::vector<Fragment>& fragments) {
        std::string text;
        for (const Fragment& fragment : fragments) {
            text += fragment.hit ? "[" + fragment.text + "]" : fragment.text;
        }
        return text;
    };
    EXPECT_THAT(marked(found.hits[0].title), HasSubstr("[Transformers]"));
    EXPECT_THAT(marked(found.hits[0].snippet), HasSubstr("[language models]"));
}

TEST(FieldTerms, APrefixStandsForTheMostFrequentWords) {
    std::vector<test::MiniPaper> papers;
    for (std::size_t i = 0; i < kMaxPrefixWords + 20; ++i) {
        const std::string text = "word" + std::to_string(i);
        for (std::size_t j = 0; j < i % 3; ++j) {
            papers.push_back({.id = text + "-" + std::to_string(j), .text = text});
        }
        papers.push_back({.id = text, .text = text});
    }
    const MiniIndex index{papers};
    Searcher searcher = index.searcher();
    const auto found = searcher.search("word*", test::pure_relevance());
    ASSERT_TRUE(found);
    ASSERT_EQ(found->diagnostics.size(), 1U);
    // "word" itself is one, a part of each mark.
    EXPECT_THAT(found->diagnostics[0].message, AllOf(HasSubstr("71 words"), HasSubstr("50 most frequent")));
}

TEST(QueryLanguage, ARangeThatCannotBeReadIsToldAndNoSlipInAWord) {
    const MiniIndex index{{{.id = "a", .title = "Data", .text = "data of bananas, votex"}}};
    Searcher searcher = index.searcher();
    const auto slip = searcher.search("bananaz", test::pure_relevance());
    ASSERT_TRUE(slip);
    EXPECT_EQ(slip->corrections.size(), 1U);
    for (const char* const query : {"data date:bananaz", "data votes:bananaz", "data 추천:bananaz", "date:bananaz"}) {
        const auto answer = searcher.search(query, test::pure_relevance());
        ASSERT_TRUE(answer) << query;
        EXPECT_THAT(answer->corrections, IsEmpty()) << query;
        EXPECT_EQ(answer->diagnostics.size(), 1U) << query;
    }
}

}  // namespace
}  // namespace saegin::query
