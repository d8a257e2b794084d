// What --db may be, and what a reader does where one of several indexes does not answer.
#include "query/shard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "common/schema.h"
#include "query/searcher.h"
#include "tests/support/index_server.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::IndexServer;
using test::MiniIndex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> found(Searcher& searcher, const std::string& query) {
    return test::ids_found(searcher, query);
}

Result<IndexReader> open(const std::vector<std::string>& names, WhenMissing when = WhenMissing::kFail) {
    std::vector<Shard> shards;
    for (const std::string& name : names) {
        Result<std::vector<Shard>> named = shards_of(name);
        if (!named) {
            return named.error();
        }
        shards.insert(shards.end(), named->begin(), named->end());
    }
    return IndexReader::open(std::move(shards), when);
}

/// Two indexes with a paper each; the second is served.
class Shards : public ::testing::Test {
protected:
    [[nodiscard]] std::string local() const { return first_.folder().path().string(); }

    MiniIndex first_{{{.id = "a", .title = "Whale songs"}}};
    MiniIndex second_{{{.id = "b", .title = "Whale bones"}}};
    IndexServer server_{second_.folder().path().string()};
};

TEST(Shard, AddressesAreReadOrRefused) {
    struct Row {
        const char* typed;
        const char* host;  // null: refused
        unsigned port;
    };
    for (const Row& row :
         {Row{"tcp://localhost:7001", "localhost", 7001}, Row{"tcp://127.0.0.1:1", "127.0.0.1", 1},
          Row{"tcp://[::1]:65535", "::1", 65535}, Row{"tcp://a.example:80", "a.example", 80}, Row{"tcp://", nullptr, 0},
          Row{"tcp://localhost", nullptr, 0}, Row{"tcp://localhost:", nullptr, 0}, Row{"tcp://:7001", nullptr, 0},
          Row{"tcp://localhost:0", nullptr, 0}, Row{"tcp://localhost:65536", nullptr, 0},
          Row{"tcp://localhost:7x", nullptr, 0}, Row{"tcp://localhost:-7", nullptr, 0},
          Row{"tcp://me@host:7001", nullptr, 0}, Row{"tcp://host/db:7001", nullptr, 0}}) {
        const auto shards = shards_of(row.typed);
        ASSERT_EQ(static_cast<bool>(shards), row.host != nullptr) << row.typed;
        if (!shards) {
            EXPECT_EQ(shards.error().code, Code::kUsage) << row.typed;
            EXPECT_THAT(shards.error().hint, HasSubstr("tcp://HOST:PORT"));
            continue;
        }
        ASSERT_EQ(shards->size(), 1U);
        EXPECT_TRUE(shards->front().is_remote());
        EXPECT_EQ(std::get<ServerAddress>(shards->front().place), (ServerAddress{row.host, row.port}));
        EXPECT_EQ(shards->front().name, row.typed);
    }
}

TEST(Shard, OtherFilesAreNoStubFiles) {
    const test::TempDir temp;
    std::string many;
    for (std::size_t i = 0; i <= kMostShards; ++i) {
        many += "remote localhost:7001\n";
    }
    for (const std::string& content :
         {std::string{}, std::string{"# nothing\n\n"}, std::string{"Dear Ada\n"}, std::string{"auto\n"},
          std::string{"auto \n"}, std::string{"remote :/bin/false\n"}, std::string{"remote localhost\n"},
          std::string{"inmemory x\n"}, std::string{"remote localhost:7001\nchert x\n"}, many,
          std::string(kMostStubBytes + 1, '\n') + "remote localhost:7001\n"}) {
        const std::string file = temp.write_file("list", content);
        const auto shards = shards_of(file);
        ASSERT_FALSE(shards) << content.substr(0, 40);
        EXPECT_EQ(shards.error().code, Code::kVersion) << content.substr(0, 40);
        EXPECT_THAT(to_string(shards.error()), HasSubstr(file));
    }
}

TEST_F(Shards, AStubFileNamesFoldersDatabasesAndServers) {
    const MiniIndex third{{{.id = "c", .title = "Whale eyes"}}};
    const std::string list = first_.temp().write_file(
        "list", "# all whales\nauto index\n\n  glass " + third.folder().generation(1).string() +
                    "\r\nremote 127.0.0.1:" + std::to_string(server_.port()) + "\n");
    auto reader = open({list});
    ASSERT_TRUE(reader) << to_string(reader.error());
    EXPECT_EQ(reader->size(), 3U);
    EXPECT_GE(reader->bytes(), first_.folder().bytes() + third.folder().bytes());
    Searcher searcher{std::move(*reader)};
    EXPECT_THAT(found(searcher, "whale"), UnorderedElementsAre("a", "b", "c"));
}

TEST_F(Shards, ADeadServerIsNamedAtOnceWithWhatToDo) {
    server_.stop();
    const auto began = std::chrono::steady_clock::now();
    const auto reader = open({local(), server_.address()});
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{4});
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, Code::kUnreachable);
    EXPECT_THAT(reader.error().message, HasSubstr(server_.address()));
    EXPECT_THAT(reader.error().hint, HasSubstr("--partial"));
    const std::string list =
        first_.temp().write_file("list", "auto index\nremote 127.0.0.1:" + std::to_string(server_.port()) + "\n");
    const auto listed = open({list});
    ASSERT_FALSE(listed);
    EXPECT_THAT(listed.error().message, HasSubstr(server_.address()));
    EXPECT_THAT(listed.error().message, HasSubstr(list));
}

TEST_F(Shards, WithoutADeadOneTheOthersAnswerAndItIsTold) {
    server_.stop();
    auto reader = open({local(), server_.address()}, WhenMissing::kGoOn);
    ASSERT_TRUE(reader) << to_string(reader.error());
    Searcher searcher{std::move(*reader)};
    const auto answer = searcher.search("whale", Ranking{});
    ASSERT_TRUE(answer) << to_string(answer.error());
    ASSERT_EQ(answer->hits.size(), 1U);
    EXPECT_EQ(answer->hits[0].paper.id.value, "a");
    ASSERT_EQ(answer->missing.size(), 1U);
    EXPECT_EQ(answer->missing[0].db, server_.address());
    EXPECT_THAT(answer->missing[0].reason, HasSubstr("refused"));
    const auto none = open({server_.address(), local() + "-absent"}, WhenMissing::kGoOn);
    EXPECT_FALSE(none) << "there must be something to search";
}

TEST_F(Shards, AServerThatDiesBetweenRequestsIsNamedOrLeftOut) {
    auto strict = open({local(), server_.address()});
    auto lenient = open({local(), server_.address()}, WhenMissing::kGoOn);
    ASSERT_TRUE(strict && lenient);
    Searcher all{std::move(*strict)};
    Searcher most{std::move(*lenient)};
    EXPECT_THAT(found(all, "whale"), UnorderedElementsAre("a", "b"));
    EXPECT_THAT(found(most, "whale"), UnorderedElementsAre("a", "b"));
    EXPECT_THAT(most.missing(), IsEmpty());
    server_.stop();
    const auto failed = all.search("whale", Ranking{});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, Code::kUnreachable);
    EXPECT_THAT(failed.error().message, HasSubstr(server_.address()));
    EXPECT_THAT(found(most, "whale"), ElementsAre("a"));
    EXPECT_EQ(most.missing().size(), 1U);
}

TEST_F(Shards, AConnectionThatTheServerClosedIsMadeAgain) {
    auto reader = open({local(), server_.address()});
    ASSERT_TRUE(reader);
    Searcher searcher{std::move(*reader)};
    EXPECT_THAT(found(searcher, "whale"), UnorderedElementsAre("a", "b"));
    server_.restart();
    EXPECT_THAT(found(searcher, "whale"), UnorderedElementsAre("a", "b"));
    EXPECT_TRUE(searcher.show(PaperId{"b"}));
}

TEST_F(Shards, UpdatesOfAServedIndexNeverShowHalf) {
    auto reader = open({local(), server_.address()});
    ASSERT_TRUE(reader);
    Searcher searcher{std::move(*reader)};
    EXPECT_THAT(found(searcher, "whale"), UnorderedElementsAre("a", "b"));
    for (int round = 0; round < 4; ++round) {
        second_.set({{.id = "b", .title = "Whale bones"}, {.id = "d" + std::to_string(round), .title = "Whale"}});
        const std::vector<std::string> ids = found(searcher, "whale");
        EXPECT_TRUE(ids.size() == 2 || ids.size() == 3) << ids.size();
    }
    auto anew = open({local(), server_.address()});
    ASSERT_TRUE(anew);
    Searcher fresh{std::move(*anew)};
    EXPECT_THAT(found(fresh, "whale"), UnorderedElementsAre("a", "b", "d3"));
}

TEST_F(Shards, AnotherSchemaOrAnalyzerIsRefusedByName) {
    for (const std::string_view key : {schema::kVersionKey, schema::kAnalyzerKey}) {
        const MiniIndex other{{{.id = "x", .title = "Whale"}}};
        {
            Xapian::WritableDatabase database{other.folder().generation(1).string(), Xapian::DB_OPEN};
            database.set_metadata(std::string{key}, "0");
            database.commit();
        }
        const IndexServer server{other.folder().path().string()};
        const auto reader = open({local(), server.address()});
        ASSERT_FALSE(reader);
        EXPECT_EQ(reader.error().code, Code::kVersion);
        EXPECT_THAT(reader.error().message, HasSubstr(server.address()));
        const auto rest = open({local(), server.address()}, WhenMissing::kGoOn);
        ASSERT_TRUE(rest);
        ASSERT_EQ(rest->missing().size(), 1U);
        EXPECT_EQ(rest->missing()[0].db, server.address());
    }
}

}  // namespace
}  // namespace saegin::query
