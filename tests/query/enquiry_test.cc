// Running a query:
//  1. A page of a best-of query (OP_MAX) is the head of the whole ranking, where every paper matches as well; so it is
//     over several indexes.
#include "query/enquiry.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/schema.h"

namespace saegin::query {
namespace {

// Every paper has the term "every", so that a query with it takes as many matches as there are papers: it is then that
// Xapian starts to leave out what cannot reach the page, and to take its query apart.
constexpr int kPapers = 40;
constexpr std::size_t kPage = 10;
constexpr unsigned kTerms = 8;

/// 0 to `end` - 1.
unsigned below(unsigned end, std::mt19937& random) {
    return static_cast<unsigned>(random() % end);
}

Xapian::WritableDatabase papers_of_chance(const std::string& name, std::mt19937& random) {
    Xapian::WritableDatabase database{std::string{}, Xapian::DB_BACKEND_INMEMORY};
    for (int i = 0; i < kPapers; ++i) {
        Xapian::Document document;
        document.add_term("every", 1 + below(3, random));
        for (unsigned term = 0; term < kTerms; ++term) {
            // Frequent and rare ones; several end with the last paper.
            if (below(term + 1, random) == 0 || (i == kPapers - 1 && below(2, random) == 0)) {
                document.add_term("t" + std::to_string(term), 1 + below(4, random));
            }
        }
        document.add_value(schema::kIdSlot, name + std::to_string(100 + i));
        database.add_document(document);
    }
    return database;
}

Xapian::Query query_of_chance(std::mt19937& random) {
    const auto some_terms = [&](std::size_t least) {
        std::set<std::string> terms;
        while (terms.size() < least + below(3, random)) {
            terms.insert("t" + std::to_string(below(kTerms, random)));
        }
        return std::vector<std::string>(terms.begin(), terms.end());
    };
    std::vector<std::string> alternatives = some_terms(1);
    alternatives.emplace_back("every");
    std::vector<Xapian::Query> words{{Xapian::Query::OP_MAX, alternatives.begin(), alternatives.end()}};
    for (const std::string& term : some_terms(2)) {
        words.emplace_back(term);
    }
    return {Xapian::Query::OP_OR, words.begin(), words.end()};
}

/// Expects a page to be the head of all matches.
void expect_head(const Xapian::Database& database, const JoinedPapers* joined, const Xapian::Query& query) {
    Ranking ranking;
    ranking.limit = kPage;
    const Matches page = run_query(database, joined, query, 0, ranking);
    const std::vector<Scored> all = all_scores(database, joined, query, ranking.parameters);
    EXPECT_EQ(page.total, all.size());
    ASSERT_GE(all.size(), kPage);
    ASSERT_EQ(page.page.size(), kPage);
    for (std::size_t i = 0; i < kPage; ++i) {
        EXPECT_NEAR(page.page[i].score, all[i].score, 1e-9) << query.get_description();
    }
}

TEST(Enquiry, APageOfABestOfQueryIsTheHeadOfTheWholeRanking) {
    // Xapian 1.4.22 asks an OP_MAX that has ended for its best weight where it looks for a weight to reach, and
    // crashes.
    const std::uint32_t seed = 20240828;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 300; ++round) {
        const Xapian::WritableDatabase database = papers_of_chance("one-", random);
        const Xapian::Query query = query_of_chance(random);
        expect_head(database, nullptr, query);

        Xapian::Database several;
        several.add_database(database);
        several.add_database(papers_of_chance(round % 2 == 0 ? "two-" : "one-", random));  // others, or copies
        const JoinedPapers joined = JoinedPapers::load(several, false);
        expect_head(several, &joined, query);
    }
}

}  // namespace
}  // namespace saegin::query
