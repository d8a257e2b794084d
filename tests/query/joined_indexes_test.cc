// Several indexes are one: the same papers in one index, in three, and in three behind servers give the same rankings,
// ids and scores, the same totals, suggestions and glossary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "indexer/progress.h"
#include "indexer/update.h"
#include "query/batch.h"
#include "query/glossary.h"
#include "query/stats.h"
#include "query/suggest.h"
#include "tests/support/index_server.h"
#include "tests/support/mini_index.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using test::IndexServer;

constexpr std::size_t kParts = 3;
constexpr double kRounding = 1e-9;

/// Papers as JSON lines in one index, and dealt out to three, which are served, too.
class Archive {
public:
    explicit Archive(const std::vector<std::string>& lines) {
        std::array<std::string, kParts> parts;
        std::string all;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            all += lines[i] + "\n";
            parts[i % kParts] += lines[i] + "\n";
        }
        test::index_inputs(IndexFolder{path("one")}, {temp_.write_file("one.jsonl", all)});
        for (std::size_t i = 0; i < kParts; ++i) {
            const std::string name = "part" + std::to_string(i);
            test::index_inputs(IndexFolder{path(name)}, {temp_.write_file(name + ".jsonl", parts[i])});
            local_.push_back(path(name));
            servers_.push_back(std::make_unique<IndexServer>(local_.back()));
        }
    }

    [[nodiscard]] IndexReader one() const { return open({path("one")}); }
    [[nodiscard]] IndexReader local() const { return open(local_); }
    [[nodiscard]] IndexReader served() const {
        return open({servers_[0]->address(), servers_[1]->address(), servers_[2]->address()});
    }
    /// In another order, and only some of them served.
    [[nodiscard]] IndexReader mixed() const {
        return open({servers_[2]->address(), local_[0], servers_[1]->address()});
    }

private:
    [[nodiscard]] std::string path(const std::string& name) const { return (temp_.path() / name).string(); }

    static IndexReader open(const std::vector<std::string>& names) {
        std::vector<Shard> shards;
        for (const std::string& name : names) {
            shards.push_back(shards_of(name).operator*().front());
        }
        Result<IndexReader> reader = IndexReader::open(std::move(shards));
        if (!reader) {
            throw std::runtime_error(to_string(reader.error()));
        }
        return std::move(*reader);
    }

    test::TempDir temp_;
    std::vector<std::string> local_;
    std::vector<std::unique_ptr<IndexServer>> servers_;
};

void expect_same(const Result<std::vector<ScoredId>>& expected, const Result<std::vector<ScoredId>>& found,
                 const std::string& what) {
    ASSERT_TRUE(expected) << what << ": " << to_string(expected.error());
    ASSERT_TRUE(found) << what << ": " << to_string(found.error());
    ASSERT_EQ(found->size(), expected->size()) << what;
    for (std::size_t i = 0; i < expected->size(); ++i) {
        ASSERT_EQ((*found)[i].id.value, (*expected)[i].id.value) << what << ", rank " << i + 1;
        ASSERT_NEAR((*found)[i].score, (*expected)[i].score, kRounding) << what << ", rank " << i + 1;
    }
}

void expect_same_facets(Searcher& one, Searcher& other, const std::string& query) {
    Ranking ranking;
    ranking.limit = 1;
    ranking.facets = true;
    const auto expected = one.search(query, ranking);
    const auto found = other.search(query, ranking);
    ASSERT_TRUE(expected && found && expected->facets && found->facets) << query;
    EXPECT_EQ(*found->facets, *expected->facets) << query;
}

void expect_same_answers(Searcher& one, Searcher& other, const std::string& query, Ranking ranking) {
    ranking.facets = true;
    const auto expected = one.search(query, ranking);
    const auto found = other.search(query, ranking);
    ASSERT_TRUE(expected && found) << query;
    EXPECT_EQ(found->total, expected->total) << query;
    EXPECT_TRUE(found->total_is_exact && expected->total_is_exact) << query;
    EXPECT_EQ(found->corrections.size(), expected->corrections.size()) << query;
    EXPECT_EQ(found->additions.size(), expected->additions.size()) << query;
    EXPECT_EQ(found->facets, expected->facets) << query;
    EXPECT_EQ(found->left_out, expected->left_out) << query;
    EXPECT_EQ(found->diagnostics, expected->diagnostics) << query;
    ASSERT_EQ(found->hits.size(), expected->hits.size()) << query;
    for (std::size_t i = 0; i < found->hits.size(); ++i) {
        EXPECT_EQ(found->hits[i].paper.id, expected->hits[i].paper.id) << query;
        EXPECT_EQ(found->hits[i].title, expected->hits[i].title) << query;
        EXPECT_EQ(found->hits[i].snippet, expected->hits[i].snippet) << query;
        EXPECT_EQ(found->hits[i].why, expected->hits[i].why) << query;
    }
}

std::vector<Ranking> rankings() {
    std::vector<Ranking> all(5);
    all[0].limit = 100;
    all[1].parameters.vote = 3;
    all[2].sort = Sort::kVotes;
    all[3].sort = Sort::kDate;
    all[3].offset = 3;
    all[4].since = DigestDate{2024, 5, 1};
    all[4].until = DigestDate{2024, 8, 31};
    return all;
}

std::vector<std::string> sample_lines() {
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    std::istringstream no_input;
    std::ostringstream unseen;
    indexer::Progress progress{unseen, false};
    const auto report = indexer::update_index(
        folder, {{std::string{SAEGIN_SOURCE_DIR} + "/tests/data/archive"}, false, 2}, no_input, progress);
    EXPECT_TRUE(report);
    const auto database = open_index(folder);
    std::vector<test::MiniPaper> papers;
    for (auto at = database->postlist_begin(""); at != database->postlist_end(""); ++at) {
        const Paper paper = merge_entries(*load_entries(database->get_document(*at)));
        papers.push_back({paper.id.value, paper.title, summary_text(paper), paper.authors, paper.votes,
                          paper.date ? to_string(*paper.date) : ""});
    }
    std::vector<std::string> lines;
    for (const test::MiniPaper& paper : papers) {
        lines.push_back(test::to_jsonl({paper}));
        lines.back().pop_back();  // its line end
    }
    return lines;
}

TEST(JoinedIndexes, OfTheSampleArchiveAnswerAsOne) {
    const Archive archive{sample_lines()};
    IndexReader one = archive.one();
    Searcher single{archive.one()};
    const auto sample = single.search_ids("모델", Ranking{});
    ASSERT_TRUE(sample && !sample->empty());
    using Open = IndexReader (Archive::*)() const;
    for (const auto& [name, open] : {std::pair<const char*, Open>{"local", &Archive::local},
                                     {"served", &Archive::served},
                                     {"mixed", &Archive::mixed}}) {
        SCOPED_TRACE(name);
        Searcher searcher{(archive.*open)()};
        for (const char* const query : {"확산 모델", "diffusion", "LLM의 환각", "대규모 언어 모델을", "강화학습",
                                        "code LLM 벤치마크", "ghkrtks", "트랜스포머", "difusion model", "Tri Dao",
                                        "이미지 생성", "retrieval augmented generation 평가", "없는낱말"}) {
            for (const Ranking& ranking : rankings()) {
                expect_same(single.search_ids(query, ranking), searcher.search_ids(query, ranking), query);
            }
            expect_same_answers(single, searcher, query, Ranking{});
            Ranking by_votes;
            by_votes.sort = Sort::kVotes;
            expect_same_answers(single, searcher, query, by_votes);
            Ranking none_left;
            none_left.since = DigestDate{2099, 1, 1};
            expect_same_answers(single, searcher, query, none_left);
        }
        expect_same(single.related_ids(sample->front().id, Ranking{}),
                    searcher.related_ids(sample->front().id, Ranking{}), "related");
        IndexReader reader = (archive.*open)();
        for (const char* const typed : {"ㅎㅅ", "확산", "diff", "a", "모", "tri"}) {
            const auto expected = suggest(one, typed, 20);
            const auto found = suggest(reader, typed, 20);
            ASSERT_TRUE(expected && found) << typed;
            EXPECT_EQ(found->list, expected->list) << typed;
        }
        const auto glossary = look_up(one, "LLM", 5);
        const auto looked_up = look_up(reader, "LLM", 5);
        ASSERT_TRUE(glossary && looked_up);
        EXPECT_EQ(looked_up->total, glossary->total);
        for (std::size_t i = 0; i < std::min(glossary->pairs.size(), looked_up->pairs.size()); ++i) {
            EXPECT_EQ(looked_up->pairs[i].pair, glossary->pairs[i].pair);
            EXPECT_EQ(looked_up->pairs[i].evidence, glossary->pairs[i].evidence);
        }
        const auto stats = read_stats(one);
        const auto joined = read_stats(reader);
        ASSERT_TRUE(stats && joined);
        EXPECT_EQ(joined->papers, stats->papers);
        EXPECT_EQ(joined->terms - joined->sources, stats->terms - stats->sources);
        EXPECT_EQ(one.lexicon().text(), reader.lexicon().text());
    }
}

TEST(JoinedIndexes, AFilterByDayChangesNoScore) {
    const Archive archive{sample_lines()};
    Ranking whole;
    whole.limit = 1000;
    Ranking days = whole;
    days.since = DigestDate{2024, 5, 1};
    days.until = DigestDate{2024, 8, 31};
    std::vector<IndexReader> readers;
    readers.push_back(archive.one());
    readers.push_back(archive.local());
    for (IndexReader& reader : readers) {
        Searcher searcher{std::move(reader)};
        for (const char* const query : {"확산 모델", "대규모 언어 모델", "diffusion model", "강화 학습"}) {
            const auto all = searcher.search_ids(query, whole);
            const auto some = searcher.search_ids(query, days);
            ASSERT_TRUE(all && some && !some->empty()) << query;
            for (const ScoredId& paper : *some) {
                const auto same =
                    std::find_if(all->begin(), all->end(), [&](const ScoredId& other) { return other.id == paper.id; });
                ASSERT_NE(same, all->end()) << query << ": " << paper.id.value;
                EXPECT_NEAR(paper.score, same->score, kRounding) << query << ": " << paper.id.value;
            }
        }
    }
}

TEST(JoinedIndexes, OfTheRealArchiveRankAllTopicsAlike) {
    SAEGIN_REQUIRE_SHARED(shared, "testsets/archive");
    const auto topics = read_topics((shared / "topics.tsv").string());
    ASSERT_TRUE(topics);
    std::ifstream in{shared / "docs.jsonl"};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    const Archive archive{lines};
    Searcher one{archive.one()};
    Searcher local{archive.local()};
    Searcher served{archive.served()};
    Ranking ranking;
    ranking.limit = 100;
    for (const Topic& topic : *topics) {
        const auto expected = one.search_ids(topic.text, ranking);
        expect_same(expected, local.search_ids(topic.text, ranking), topic.id + " in three indexes");
        expect_same(expected, served.search_ids(topic.text, ranking), topic.id + " behind three servers");
        expect_same_facets(one, local, topic.text);
        expect_same_facets(one, served, topic.text);
    }
}

TEST(JoinedIndexes, CopiesOfAPaperCountOnceHoweverManyMatch) {
    std::vector<test::MiniPaper> papers;
    for (int i = 0; i < 60; ++i) {
        papers.push_back(
            {.id = "p" + std::to_string(i), .title = "Common", .text = "공통", .votes = i, .date = "2024-08-28"});
    }
    const test::MiniIndex all{papers};
    const test::MiniIndex some{{papers.begin(), papers.begin() + 25}};
    const IndexServer first{all.folder().path().string()};
    const IndexServer second{some.folder().path().string()};
    for (const auto& [a, b] :
         {std::pair{all.folder().path().string(), some.folder().path().string()},
          std::pair{first.address(), second.address()}, std::pair{all.folder().path().string(), second.address()}}) {
        auto reader = IndexReader::open({shards_of(a).operator*().front(), shards_of(b).operator*().front()});
        ASSERT_TRUE(reader);
        Searcher searcher{std::move(*reader)};
        const auto answer = searcher.search("common", Ranking{});
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->total, 60U) << a << " and " << b;
        EXPECT_TRUE(answer->total_is_exact) << a << " and " << b;
        EXPECT_EQ(answer->hits.front().paper.id.value, "p59");
    }
}

TEST(JoinedIndexes, TiesAreInOrderOfIdAcrossIndexes) {
    // The same text in every index, where each index adds up the scores of its words in an order of its own.
    std::vector<std::string> lines;
    for (int i = 0; i < 40; ++i) {
        const std::string id = (i < 10 ? "p0" : "p") + std::to_string(i);
        const std::string more = i % 3 == 0 ? " sleeping" : i % 3 == 1 ? " diving diving" : " singing whales";
        lines.push_back(test::to_jsonl({{.id = id, .title = "Blue whales sing", .text = "Deep songs travel far"}}));
        lines.back().pop_back();
        lines.push_back(test::to_jsonl({{.id = "x" + id, .title = "Far" + more, .text = "blue deep"}}));
        lines.back().pop_back();
    }
    const Archive archive{lines};
    Searcher one{archive.one()};
    Searcher local{archive.local()};
    Searcher served{archive.served()};
    for (const char* const query : {"blue whales sing deep songs travel far", "deep blue", "far"}) {
        for (const std::size_t offset : {0U, 7U, 33U}) {
            const Ranking page = test::pure_relevance(10, offset);
            expect_same(one.search_ids(query, page), local.search_ids(query, page), query);
            expect_same(one.search_ids(query, page), served.search_ids(query, page), query);
        }
    }
}

}  // namespace
}  // namespace saegin::query
