// What recommendations promise:
//  1. Near what is liked, each with its reasons; never a paper that was liked, disliked or seen.
//  2. A dislike moves its neighbours down and nothing else.
//  3. With spread 0 the order is that of the scores; scores are explained to 1e-6.
//  4. Filters change no score; several indexes recommend as one.
#include "query/recommender.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/mini_index.h"
#include "tests/support/temp_dir.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

Taste taste(const std::vector<std::string>& liked, const std::vector<std::string>& disliked = {},
            const std::vector<std::string>& seen = {}) {
    Taste all;
    const auto copy = [](const std::vector<std::string>& from, std::vector<PaperId>& to) {
        std::transform(from.begin(), from.end(), std::back_inserter(to),
                       [](const std::string& id) { return PaperId{id}; });
    };
    copy(liked, all.liked);
    copy(disliked, all.disliked);
    copy(seen, all.seen);
    return all;
}

/// Without votes and in the order of the scores.
Ranking plain(std::size_t limit = 1000) {
    Ranking ranking;
    ranking.limit = limit;
    ranking.parameters.recommend_vote = 0;
    ranking.parameters.recommend_spread = 0;
    return ranking;
}

std::map<std::string, double> scores(Searcher& searcher, const Taste& of, const Ranking& ranking = plain()) {
    const auto found = searcher.recommend_ids(of, ranking);
    EXPECT_TRUE(found) << to_string(found.error());
    std::map<std::string, double> all;
    if (found) {
        for (const ScoredId& hit : *found) {
            all[hit.id.value] = hit.score;
        }
    }
    return all;
}

/// Papers of random words of a small vocabulary, so that all are somehow related.
std::vector<MiniPaper> random_papers(std::uint64_t seed, std::size_t count) {
    std::mt19937_64 random{seed};
    std::vector<MiniPaper> papers;
    for (std::size_t i = 0; i < count; ++i) {
        MiniPaper paper;
        paper.id = "p" + std::to_string(100 + i);
        const std::size_t theme = random() % 5;
        const auto word = [&] { return "w" + std::string(1, static_cast<char>('a' + theme)) + "xyzuv"[random() % 5]; };
        paper.title = "Title " + word();
        for (int n = 0; n < 12; ++n) {
            paper.text +=
                (random() % 4 == 0 ? "common" + std::string(1, static_cast<char>('a' + random() % 20)) : word()) +
                (n == 11 ? "." : " ");
        }
        paper.authors = {"Author Nr" + std::to_string(random() % 30)};
        paper.votes = static_cast<Votes>(random() % 50);
        paper.date = "2024-0" + std::to_string(1 + random() % 9) + "-10";
        papers.push_back(std::move(paper));
    }
    return papers;
}

MiniIndex tastes() {
    std::vector<MiniPaper> papers{
        {.id = "whale1", .title = "Whales by Sound", .text = "고래의 소리를 듣습니다.", .date = "2024-01-01"},
        {.id = "whale2", .title = "Whales by Sight", .text = "고래를 눈으로 봅니다.", .date = "2024-02-01"},
        {.id = "whale3", .title = "Whales in Winter", .text = "고래의 겨울 소리.", .date = "2024-03-01"},
        {.id = "rice1", .title = "Rice in Summer", .text = "밥을 짓습니다.", .date = "2024-01-01"},
        {.id = "rice2", .title = "Rice and Whales", .text = "밥과 고래.", .date = "2024-04-01"},
    };
    for (int i = 0; i < 30; ++i) {
        const std::string nr = std::to_string(i);
        papers.push_back({.id = "p" + nr, .title = "Filler Number" + nr, .text = "물" + nr + "을 붓습니다."});
    }
    return MiniIndex{papers};
}

TEST(Recommend, FindsWhatIsNearWithReasons) {
    const MiniIndex index = tastes();
    Searcher searcher = index.searcher();
    const auto answer = searcher.recommend(taste({"whale1", "whale2", "no-such"}), plain());
    ASSERT_TRUE(answer) << to_string(answer.error());
    ASSERT_EQ(answer->hits.size(), 2U);
    EXPECT_EQ(answer->hits[0].paper.id.value, "whale3");
    EXPECT_EQ(answer->total, 2U);
    EXPECT_THAT(answer->unknown, ElementsAre("no-such"));
    const Reason& first = answer->hits[0].why.front();
    EXPECT_EQ(first.kind, Reason::Kind::kLikedPaper);
    EXPECT_EQ(first.id, "whale1") << "it shares the sounds";
    EXPECT_EQ(first.text, "Whales by Sound");
    EXPECT_THAT(answer->hits[0].why, Contains(Reason{Reason::Kind::kSharedTerm, "소리"}));
}

TEST(Recommend, NeedsALikedPaperThatIsThere) {
    const MiniIndex index = tastes();
    Searcher searcher = index.searcher();
    EXPECT_EQ(searcher.recommend(taste({}), plain()).error().code, Code::kUsage);
    EXPECT_EQ(searcher.recommend(taste({"no-such"}), plain()).error().code, Code::kNotFound);
    EXPECT_TRUE(searcher.recommend(taste({"whale1"}, {"no-such"}), plain()));
}

TEST(Recommend, WhoLikesAndDislikesAPaperDislikesIt) {
    const MiniIndex index = tastes();
    Searcher searcher = index.searcher();
    EXPECT_EQ(scores(searcher, taste({"whale1", "rice1"}, {"rice1"})), scores(searcher, taste({"whale1"}, {"rice1"})));
    EXPECT_EQ(searcher.recommend(taste({"whale1"}, {"whale1"}), plain()).error().code, Code::kUsage);
    EXPECT_EQ(searcher.recommend(taste({"whale1", "no-such"}, {"whale1"}), plain()).error().code, Code::kUsage);
}

TEST(Recommend, FiltersChangeNoScore) {
    const MiniIndex index{random_papers(7, 700)};  // more than any list of neighbours is long
    Searcher searcher = index.searcher();
    const std::map<std::string, double> all = scores(searcher, taste({"p100", "p101"}));
    Ranking late = plain();
    late.since = DigestDate{2024, 5, 1};
    const std::map<std::string, double> some = scores(searcher, taste({"p100", "p101"}), late);
    EXPECT_LT(some.size(), all.size());
    EXPECT_FALSE(some.empty());
    for (const auto& [id, score] : some) {
        EXPECT_NEAR(score, all.at(id), 1e-8) << id;
    }
}

TEST(Recommend, PropertiesOfRandomTastes) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const MiniIndex index{random_papers(seed, 80)};
        Searcher searcher = index.searcher();
        std::mt19937_64 random{seed};
        const auto any = [&] { return "p" + std::to_string(100 + random() % 80); };
        const std::vector<std::string> liked{any(), any(), any()};
        std::string disliked = any();
        while (std::find(liked.begin(), liked.end(), disliked) != liked.end()) {
            disliked = any();
        }
        const std::vector<std::string> seen{any(), any(), any(), any()};
        const std::map<std::string, double> before = scores(searcher, taste(liked));
        const std::map<std::string, double> after = scores(searcher, taste(liked, {disliked}, seen));

        std::set<std::string> left_out{liked.begin(), liked.end()};
        for (const std::string& id : left_out) {
            EXPECT_THAT(before, Not(Contains(::testing::Key(id))));
        }
        left_out.insert(disliked);
        left_out.insert(seen.begin(), seen.end());
        Ranking related;
        related.limit = 1000;
        related.parameters.vote = 0;
        const auto near = searcher.related_ids(PaperId{disliked}, related);
        ASSERT_TRUE(near);
        std::set<std::string> neighbours;
        for (const ScoredId& hit : *near) {
            neighbours.insert(hit.id.value);
        }
        for (const auto& [id, score] : before) {
            if (left_out.contains(id)) {
                EXPECT_THAT(after, Not(Contains(::testing::Key(id))));
            } else if (!neighbours.contains(id)) {
                EXPECT_NEAR(after.at(id), score, 1e-8) << id << " is nothing like what was disliked";
            } else {
                EXPECT_LT(after.at(id), score) << id << " is like what was disliked";
            }
        }
    }
}

TEST(Recommend, ScoresFallAndAddUpAndPagesFit) {
    const MiniIndex index{random_papers(3, 100)};
    Searcher searcher = index.searcher();
    Ranking ranking;
    ranking.limit = 40;
    ranking.parameters.recommend_spread = 0;
    ranking.explain = true;
    const Taste of = taste({"p100", "p110", "p120"}, {"p130"});
    const auto answer = searcher.recommend(of, ranking);
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->explanations.size(), answer->hits.size());
    for (std::size_t i = 0; i < answer->hits.size(); ++i) {
        EXPECT_EQ(answer->hits[i].rank, i + 1);
        if (i > 0) {
            EXPECT_LE(answer->hits[i].score, answer->hits[i - 1].score);
        }
        double sum = 0;
        for (const ScorePart& part : answer->explanations[i].parts) {
            sum += part.score;
        }
        EXPECT_NEAR(sum, answer->hits[i].score, 1e-6);
        EXPECT_GE(answer->hits[i].why.size(), 2U) << "a liked paper, and what is shared with it";
    }
    ranking.limit = 7;
    std::vector<std::string> paged;
    for (ranking.offset = 0; ranking.offset < 40; ranking.offset += 7) {
        const auto page = searcher.recommend_ids(of, ranking);
        ASSERT_TRUE(page);
        for (const ScoredId& hit : *page) {
            paged.push_back(hit.id.value);
        }
    }
    paged.resize(40);
    for (std::size_t i = 0; i < 40; ++i) {
        EXPECT_EQ(paged[i], answer->hits[i].paper.id.value);
    }
}

TEST(Recommend, SeveralIndexesRecommendAsOne) {
    const std::vector<MiniPaper> papers = random_papers(5, 90);
    const MiniIndex whole{papers};
    std::vector<std::vector<MiniPaper>> dealt(3);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        dealt[i % 3].push_back(papers[i]);
    }
    const MiniIndex a{dealt[0]};
    const MiniIndex b{dealt[1]};
    const MiniIndex c{dealt[2]};
    Searcher one = whole.searcher();
    Searcher three = test::searcher_over({a.folder(), b.folder(), c.folder()});
    Ranking ranking;
    ranking.limit = 1000;
    const Taste of = taste({"p100", "p111", "p122"}, {"p133"});
    const auto expected = one.recommend_ids(of, ranking);
    const auto found = three.recommend_ids(of, ranking);
    ASSERT_TRUE(expected && found);
    ASSERT_EQ(found->size(), expected->size());
    for (std::size_t i = 0; i < expected->size(); ++i) {
        EXPECT_EQ((*found)[i].id, (*expected)[i].id) << i;
        EXPECT_NEAR((*found)[i].score, (*expected)[i].score, 1e-8) << i;
    }
}

TEST(Recommend, APaperInTwoIndexesIsOnePaper) {
    const std::vector<MiniPaper> papers = random_papers(11, 60);
    const MiniIndex all{papers};
    const MiniIndex again{{papers[0], papers[1], papers[2]}};
    Searcher two = test::searcher_over({all.folder(), again.folder()});
    const auto found = two.recommend_ids(taste({"p100"}), plain());
    ASSERT_TRUE(found);
    std::set<std::string> ids;
    for (const ScoredId& hit : *found) {
        EXPECT_NE(hit.id.value, "p100");
        EXPECT_TRUE(ids.insert(hit.id.value).second) << hit.id.value;
    }
    Searcher one = all.searcher();
    EXPECT_EQ(ids.size(), one.recommend_ids(taste({"p100"}), plain())->size());
}

}  // namespace
}  // namespace saegin::query
