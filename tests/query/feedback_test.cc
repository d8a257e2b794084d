// The second look at a ranking:
//  1. brings up what is like the first papers, and lets nothing in that the query does not find;
//  2. is held back where one paper or one person is looked for;
//  3. learns words that say something;
//  4. is the same over several indexes as over one.
#include "query/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "query/sentence_end.h"
#include "tests/query/bind_text.h"
#include "tests/support/archive_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using test::ids_found;
using test::MiniIndex;
using test::MiniPaper;
using test::pure_relevance;
using test::TestReader;
using ::testing::Contains;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr double kRounding = 1e-9;

/// `papers` among many others, so that what a few of them share is rare.
std::vector<MiniPaper> among_others(std::vector<MiniPaper> papers) {
    for (int i = 0; i < 80; ++i) {
        papers.push_back({.id = "z-other" + std::to_string(i), .title = "Boats", .text = "바다에서 고기를 잡습니다."});
    }
    return papers;
}

/// Papers on pruning that also speak of sparsity and masks, and one by an author of that word.
std::vector<MiniPaper> pruning_papers() {
    std::vector<MiniPaper> papers;
    for (int i = 0; i < 4; ++i) {
        papers.push_back({.id = "first" + std::to_string(i),
                          .title = "Pruning",
                          .text = "the sparsity and the masks of 2024 in GPT-4o. 좋은 점수를 얻었습니다.",
                          .authors = {"Ada Example", "Tri Masks"}});
    }
    papers.push_back({.id = "a-far", .title = "Nets", .text = "pruning with kites and boats"});
    papers.push_back({.id = "b-near", .title = "Nets", .text = "pruning with sparsity and masks"});
    papers.push_back({.id = "c-stranger", .title = "Nets", .text = "sparsity and masks alone, sparsity and masks"});
    papers.push_back({.id = "d-rare", .title = "Rarity", .text = "quokka with sparsity"});
    papers.push_back({.id = "e-rare", .title = "Rarity", .text = "quokka with sparsity and masks"});
    return among_others(std::move(papers));
}

class Feedback : public testing::Test {
protected:
    /// The terms that are added to a query, after `change` of its first papers.
    template <typename Change>
    std::vector<FeedbackTerm> terms(const std::string& query, const Change& change) {
        const BoundQuery bound = reader_.bind(query);
        return reader_.read([&](const Xapian::Database& database) {
            Ranking ranking = pure_relevance(static_cast<std::size_t>(parameters_.feedback_papers));
            Matches first = run_query(database, nullptr, any_of(parts_of(bound, parameters_)), 0, ranking);
            change(first);
            const double trust = trust_in(first, bound, parameters_);
            if (trust <= 0) {
                return std::vector<FeedbackTerm>{};
            }
            const double most = parameters_.feedback * trust * first.page.front().score;
            return feedback_terms(database, first, most, parameters_);
        });
    }
    std::vector<FeedbackTerm> terms(const std::string& query) {
        return terms(query, [](const Matches&) {});
    }
    std::vector<std::string> words(const std::string& query) {
        std::vector<std::string> words;
        for (const FeedbackTerm& term : terms(query)) {
            words.push_back(term.term);
        }
        return words;
    }
    static double sum(const std::vector<FeedbackTerm>& terms) {
        double all = 0;
        for (const FeedbackTerm& term : terms) {
            all += term.weight;
        }
        return all;
    }

    RankingParameters parameters_;
    MiniIndex index_{pruning_papers()};
    TestReader reader_{{index_.folder()}};
};

TEST_F(Feedback, BringsUpWhatIsLikeTheFirstPapers) {
    Searcher searcher = index_.searcher();
    Ranking ranking = pure_relevance();
    ranking.parameters.latent = 0;
    ranking.parameters.feedback = 0;
    EXPECT_THAT(ids_found(searcher, "pruning", ranking),
                ElementsAre("first0", "first1", "first2", "first3", "a-far", "b-near"))
        << "the last two are equal but for what the first papers speak of";
    ranking.parameters.feedback = RankingParameters{}.feedback;
    EXPECT_THAT(ids_found(searcher, "pruning", ranking),
                ElementsAre("first0", "first1", "first2", "first3", "b-near", "a-far"));
}

TEST_F(Feedback, LetsNothingInThatLacksEveryWordOfTheQuery) {
    EXPECT_THAT(words("pruning"), Contains("sparsiti"));
    Searcher searcher = index_.searcher();
    Ranking ranking = pure_relevance(200);
    for (const double feedback : {0.0, 0.5, 10.0}) {
        ranking.parameters.feedback = feedback;
        EXPECT_THAT(ids_found(searcher, "pruning", ranking), SizeIs(6)) << feedback;
        EXPECT_THAT(ids_found(searcher, "pruning", ranking), Not(Contains("c-stranger"))) << feedback;
        EXPECT_THAT(ids_found(searcher, "absent", ranking), IsEmpty()) << feedback;
    }
}

TEST_F(Feedback, LearnsWordsThatSaySomething) {
    const std::vector<std::string> learned = words("pruning");
    EXPECT_THAT(learned, Contains("mask"));
    for (const std::string& term : learned) {
        EXPECT_FALSE(term.front() >= 'A' && term.front() <= 'Z') << term << ": of another family than words";
        EXPECT_FALSE(text::is_stop_word(term)) << term;
        EXPECT_FALSE(is_sentence_end(term)) << term;
        EXPECT_NE(term.find_first_not_of("0123456789."), std::string::npos) << term;
    }
    EXPECT_THAT(learned, Not(Contains("kite"))) << "of one paper only";
}

TEST_F(Feedback, LeavesOutWhatTooManyPapersHave) {
    const double share = 6.0 / 89;  // of the papers that speak of sparsity and masks
    parameters_.feedback_common = share + 0.02;
    EXPECT_THAT(words("pruning"), Contains("mask"));
    parameters_.feedback_common = share - 0.02;
    EXPECT_THAT(words("pruning"), Not(Contains("mask")));
}

TEST_F(Feedback, TakesTheBestOfAsManyTermsAsAsked) {
    const auto all = terms("pruning");
    ASSERT_GE(all.size(), 3U);
    EXPECT_TRUE(
        std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; }));
    parameters_.feedback_terms = 2;
    EXPECT_THAT(words("pruning"), ElementsAre(all[0].term, all[1].term));
}

TEST_F(Feedback, IsHeldBackForQuestionsAndNames) {
    EXPECT_THAT(terms("pruning"), Not(IsEmpty()));
    for (const char* const query : {"pruning?", "pruning？", "pruning ?", "pruning? \t", "pruning이란？ ",
                                    "Ada Example pruning", "Example Ada pruning", "pruning Tri Masks"}) {
        EXPECT_THAT(terms(query), IsEmpty()) << query;
    }
    for (const char* const query : {"pruning? no", "? pruning", "Ada pruning", "pruning!"}) {
        EXPECT_THAT(terms(query), Not(IsEmpty())) << query;
    }
}

TEST_F(Feedback, IsHeldBackForFewerThanThreePapers) {
    EXPECT_THAT(terms("quokka"), IsEmpty());
    const auto shorten = [](std::size_t papers) { return [=](Matches& first) { first.page.resize(papers); }; };
    for (const std::size_t few : {0U, 1U, 2U}) {
        EXPECT_THAT(terms("pruning", shorten(few)), IsEmpty()) << few;
    }
    EXPECT_THAT(terms("pruning", shorten(3)), Not(IsEmpty()));
}

TEST_F(Feedback, IsHeldBackWhereScoresFallSteeply) {
    const auto falling_to = [&](double share) {
        return sum(terms("pruning", [=](Matches& first) {
            const double best = first.page.front().score;
            for (std::size_t i = 0; i < first.page.size(); ++i) {
                const double done = static_cast<double>(i) / static_cast<double>(first.page.size() - 1);
                first.page[i].score = best * (1 - done * (1 - share));
            }
        }));
    };
    const double flat = parameters_.feedback_flat;
    EXPECT_EQ(falling_to(0), 0);
    EXPECT_EQ(falling_to(flat - 0.01), 0);
    EXPECT_GT(falling_to(flat + 0.02), 0);
    EXPECT_GT(falling_to(flat + kFullFeedback / 2), falling_to(flat + 0.02));
    EXPECT_GT(falling_to(flat + kFullFeedback), falling_to(flat + kFullFeedback / 2));
}

TEST_F(Feedback, IsOffAtWeightZero) {
    parameters_.feedback = 0;
    EXPECT_THAT(terms("pruning"), IsEmpty());
}

/// Puts papers whose scores differ by rounding alone in order of id: sums over several indexes are added up in another
/// order.
void settle_ties(std::vector<ScoredId>& papers) {
    for (auto first = papers.begin(); first != papers.end();) {
        const auto last = std::find_if(first, papers.end(),
                                       [&](const ScoredId& paper) { return first->score - paper.score > kRounding; });
        std::sort(first, last, [](const ScoredId& a, const ScoredId& b) { return a.id < b.id; });
        first = last;
    }
}

TEST(FeedbackOverIndexes, RanksAsOverOneIndexOfAllPapers) {
    // Numbers of documents differ from index to index: a paper must not be taken for another one of its number.
    std::mt19937 random{test::test_seed(21)};
    std::vector<MiniPaper> all;
    for (int i = 0; i < 150; ++i) {
        const test::PaperText text = test::random_paper(std::to_string(i), random);
        all.push_back({.id = text.id, .title = text.title, .text = text.summary});
    }
    const MiniIndex one{all};
    const MiniIndex small{{all.begin(), all.begin() + 17}};
    const MiniIndex large{{all.begin() + 17, all.end()}};
    Searcher whole = one.searcher();
    Searcher parts = test::searcher_over({small.folder(), large.folder()});
    Searcher turned = test::searcher_over({large.folder(), small.folder()});
    Ranking ranking = pure_relevance(200);
    Ranking without = ranking;
    without.parameters.feedback = 0;
    without.parameters.latent = 0;
    bool mattered = false;
    for (const char* const query : {"로봇", "robots", "llama-3", "동영상의 시간", "말뭉치", "환각", "지식 증류",
                                    "GPT-4o 점수", "C++", "3D scenes"}) {
        auto expected = whole.search_ids(query, ranking);
        const auto plain = whole.search_ids(query, without);
        ASSERT_TRUE(expected && plain) << query;
        ASSERT_THAT(*expected, Not(IsEmpty())) << query;
        settle_ties(*expected);
        mattered = mattered || (*expected)[0].score > (*plain)[0].score * 1.01;
        for (Searcher* const several : {&parts, &turned}) {
            auto found = several->search_ids(query, ranking);
            ASSERT_TRUE(found) << query;
            settle_ties(*found);
            ASSERT_EQ(found->size(), expected->size()) << query;
            for (std::size_t i = 0; i < found->size(); ++i) {
                EXPECT_EQ((*found)[i].id.value, (*expected)[i].id.value) << query << ", place " << i;
                EXPECT_THAT((*found)[i].score, DoubleNear((*expected)[i].score, kRounding)) << query << ", place " << i;
            }
        }
    }
    EXPECT_TRUE(mattered) << "none of these queries has feedback";
}

}  // namespace
}  // namespace saegin::query
