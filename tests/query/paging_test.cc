// What pages and filters promise:
//  1. Pages laid end to end are the list that one long page shows, in every order.
//  2. A filter leaves the papers that stay with their scores, in their order, and adds none.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "query/batch.h"
#include "tests/support/archive_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

constexpr double kRounding = 1e-9;
constexpr std::array<Sort, 3> kOrders{Sort::kRelevance, Sort::kVotes, Sort::kDate};
constexpr std::array<const char*, 9> kFilters{
    "author:김하나",    "date:2024-08",          "votes:10..",    "votes:..9 date:2024-08-10..",
    "-date:2024-08-03", "section:\"남은 문제\"", "NOT votes:0..", "-모델",
    "-\"언어 모델\""};

std::vector<ScoredId> ids(Searcher& searcher, const std::string& query, const Ranking& ranking) {
    const auto found = searcher.search_ids(query, ranking);
    EXPECT_TRUE(found) << query;
    return found ? *found : std::vector<ScoredId>{};
}

void expect_stable_pages(Searcher& searcher, const std::string& query, Sort sort) {
    constexpr std::size_t kAll = 60;
    constexpr std::size_t kPage = 7;
    Ranking whole;
    whole.sort = sort;
    whole.limit = kAll;
    const std::vector<ScoredId> expected = ids(searcher, query, whole);
    std::set<std::string> seen;
    std::vector<ScoredId> pages;
    Ranking page = whole;
    page.limit = kPage;
    for (page.offset = 0; page.offset < kAll; page.offset += kPage) {
        for (const ScoredId& paper : ids(searcher, query, page)) {
            EXPECT_TRUE(seen.insert(paper.id.value).second) << query << ": " << paper.id.value << " stands twice";
            pages.push_back(paper);
        }
    }
    ASSERT_GE(pages.size(), expected.size()) << query;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(pages[i].id.value, expected[i].id.value) << query << ", rank " << i + 1;
        ASSERT_NEAR(pages[i].score, expected[i].score, kRounding) << query << ", rank " << i + 1;
    }
}

/// The filtered list is the unfiltered one without some papers.
void expect_only_left_out(const std::vector<ScoredId>& all, const std::vector<ScoredId>& some,
                          const std::string& about) {
    auto at = all.begin();
    for (const ScoredId& paper : some) {
        at = std::find_if(at, all.end(), [&](const ScoredId& other) { return other.id == paper.id; });
        ASSERT_NE(at, all.end()) << about << ": " << paper.id.value << " is new, or stands elsewhere";
        ASSERT_NEAR(paper.score, at->score, kRounding) << about << ": " << paper.id.value;
    }
}

void expect_filters_only_leave_out(Searcher& searcher, const std::string& query, Sort sort) {
    Ranking ranking;
    ranking.sort = sort;
    ranking.limit = 10000;
    const std::vector<ScoredId> all = ids(searcher, query, ranking);
    for (const char* const filter : kFilters) {
        const std::string filtered = query + " " + filter;
        expect_only_left_out(all, ids(searcher, filtered, ranking), filtered);
    }
    Ranking days = ranking;
    days.since = DigestDate{2024, 8, 5};
    expect_only_left_out(all, ids(searcher, query, days), query + " --since");
    if (sort == Sort::kRelevance) {  // other orders list few papers, which may all be of those days
        EXPECT_LT(ids(searcher, query, days).size(), std::max<std::size_t>(all.size(), 1)) << query;
    }
}

/// Fills an index with papers drawn at random, thirty for each day.
void fill(test::MiniIndex& index, std::mt19937& random) {
    constexpr int kDays = 8;
    constexpr int kPapers = 30;
    for (int day = 1; day <= kDays; ++day) {
        std::vector<test::PaperText> papers;
        for (int i = 0; i < kPapers; ++i) {
            papers.push_back(test::random_paper("2408." + std::to_string(10000 + day * kPapers + i), random));
        }
        const std::string date = "2024-08-0" + std::to_string(day);
        index.write(date + ".md", test::digest_text(date, papers));
    }
}

/// A query of one to four things that the papers of fill have.
std::string random_query(std::mt19937& random) {
    static const std::array<const char*, 20> things{
        "확산 모델",     "diffusion", "강화학습", "대규모 언어 모델의", "환각",         "GPT-4o",
        "모델",          "검색",      "증류",     "transformer",        "+모델",        "-로봇",
        "\"확산 모델\"", "3D",        "trans*",   "title:llama",        "저자:example", "(환각 OR 로봇)",
        "\"학생 모델\"", "학습"};
    std::string query{things[random() % 10]};
    for (auto more = random() % 4; more > 0; --more) {
        query += std::string{" "} + things[random() % things.size()];
    }
    return query;
}

TEST(Paging, PagesLaidEndToEndAreTheList) {
    std::mt19937 random{test::test_seed(2408)};
    test::MiniIndex index;
    fill(index, random);
    Searcher searcher = index.searcher();
    for (const Sort sort : kOrders) {
        expect_stable_pages(searcher, "모델", sort);
        expect_stable_pages(searcher, "date:2024", sort);
        for (int i = 0; i < 10; ++i) {
            expect_stable_pages(searcher, random_query(random), sort);
        }
    }
}

TEST(Paging, FiltersOnlyLeavePapersOut) {
    std::mt19937 random{test::test_seed(2409)};
    test::MiniIndex index;
    fill(index, random);
    Searcher searcher = index.searcher();
    for (const Sort sort : kOrders) {
        for (int i = 0; i < 40; ++i) {
            expect_filters_only_leave_out(searcher, random_query(random), sort);
        }
    }
}

TEST(Paging, OfTheRealArchiveIsStableAndFiltersOnlyLeavePapersOut) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    SAEGIN_REQUIRE_SHARED(topics_file, "testsets/archive/topics.tsv");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    Searcher searcher = test::searcher_over({folder});
    const auto topics = read_topics(topics_file.string());
    ASSERT_TRUE(topics);
    for (std::size_t i = 0; i < topics->size(); i += 6) {
        for (const Sort sort : kOrders) {
            expect_stable_pages(searcher, (*topics)[i].text, sort);
            expect_filters_only_leave_out(searcher, (*topics)[i].text, sort);
        }
    }
}

}  // namespace
}  // namespace saegin::query
