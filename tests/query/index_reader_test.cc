// What a reader promises while somebody writes:
//  1. Commits and swaps between two requests never show: the answer is whole, old or new.
//  2. In the middle of a request it opens anew and starts over, a bounded number of times.
//  3. What cannot be opened is told apart: nothing there, not ours, another version.
#include "query/index_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::ids_found;
using test::MiniIndex;
using test::MiniPaper;
using ::testing::AnyOf;
using ::testing::ElementsAre;

/// Papers of one generation: all have the word "common", and each its generation as a word.
std::vector<MiniPaper> generation(int number, int count = 40) {
    std::vector<MiniPaper> papers;
    for (int i = 0; i < count; ++i) {
        papers.push_back({.id = "p" + std::to_string(i),
                          .title = "Common generation" + std::to_string(number),
                          .text = "공통 글 " + std::to_string(i),
                          .votes = i});
    }
    return papers;
}

/// Which generations the first page tells of.
std::vector<std::string> titles(Searcher& searcher) {
    const auto answer = searcher.search("common 공통", Ranking{});
    EXPECT_TRUE(answer) << to_string(answer.error());
    std::vector<std::string> found;
    if (answer) {
        EXPECT_EQ(answer->total, 40U);
        for (const Hit& hit : answer->hits) {
            found.push_back(hit.paper.title);
        }
    }
    return found;
}

TEST(IndexReader, SurvivesUpdatesBetweenRequests) {
    MiniIndex index{generation(0)};
    Searcher searcher = index.searcher();
    EXPECT_THAT(titles(searcher), ::testing::Each("Common generation0"));
    for (int number = 1; number <= 6; ++number) {
        index.set(generation(number));
        const std::vector<std::string> found = titles(searcher);
        ASSERT_EQ(found.size(), 10U);
        EXPECT_THAT(found, ::testing::Each(found.front())) << "never half old and half new";
    }
    EXPECT_TRUE(searcher.show(PaperId{"p3"}));
    EXPECT_TRUE(searcher.related(PaperId{"p3"}, Ranking{}));
    Searcher anew = index.searcher();
    EXPECT_THAT(titles(anew), ::testing::Each("Common generation6"));
}

TEST(IndexReader, SurvivesManyCommitsWithoutReading) {
    MiniIndex index{generation(0)};
    Searcher searcher = index.searcher();
    for (int number = 1; number <= 4; ++number) {
        index.set(generation(number));
    }
    const std::vector<std::string> found = titles(searcher);
    ASSERT_EQ(found.size(), 10U);
    EXPECT_THAT(found.front(), AnyOf("Common generation0", "Common generation4"))
        << "the old state where all of it is still at hand, else the newest";
    EXPECT_THAT(found, ::testing::Each(found.front()));
}

TEST(IndexReader, SurvivesRebuildsThatRemoveWhatItReads) {
    MiniIndex index{generation(0)};
    Searcher searcher = index.searcher();
    for (int round = 0; round < 3; ++round) {
        index.update(true);
        const std::vector<std::string> found = titles(searcher);
        ASSERT_EQ(found.size(), 10U);
        EXPECT_TRUE(searcher.related(PaperId{"p1"}, Ranking{}));
        EXPECT_TRUE(searcher.show(PaperId{"p1"}));
    }
    index.set(generation(7));
    index.update(true);
    index.update(true);
    EXPECT_THAT(titles(searcher).front(), AnyOf("Common generation0", "Common generation7"));
    Searcher anew = index.searcher();
    EXPECT_THAT(titles(anew), ::testing::Each("Common generation7"));
}

TEST(IndexReader, OpenedButUnreadItSurvivesRebuilds) {
    MiniIndex index{generation(0)};
    Searcher searcher = index.searcher();
    index.update(true);
    index.update(true);
    index.set(generation(1));
    EXPECT_EQ(titles(searcher).size(), 10U);
}

TEST(IndexReader, StartsOverInTheMiddleOfARequest) {
    MiniIndex index{generation(0, 400)};
    auto reader = IndexReader::open({index.folder()});
    ASSERT_TRUE(reader);
    int attempts = 0;
    const auto seen = reader->read([&](const Xapian::Database& database) -> Result<std::vector<std::string>> {
        ++attempts;
        std::vector<std::string> data;
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            if (attempts == 1 && data.size() == 20) {
                for (int number = 1; number <= 3; ++number) {
                    index.set(generation(number, 400));
                }
            }
            data.push_back(database.get_document(*at).get_data());
        }
        return data;
    });
    ASSERT_TRUE(seen) << to_string(seen.error());
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(seen->size(), 400U);
    for (const std::string& data : *seen) {
        EXPECT_NE(data.find("generation3"), std::string::npos) << data;
    }
}

TEST(IndexReader, StartsOverABoundedNumberOfTimes) {
    const MiniIndex index{generation(0, 1)};
    auto reader = IndexReader::open({index.folder()});
    ASSERT_TRUE(reader);
    int attempts = 0;
    const auto result = reader->read([&](const Xapian::Database&) -> Result<int> {
        ++attempts;
        throw Xapian::DatabaseModifiedError("again and again");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::kChanged);
    EXPECT_FALSE(result.error().hint.empty());
    EXPECT_GT(attempts, 1);
    EXPECT_LT(attempts, 20);
}

TEST(IndexReader, OtherErrorsAreNotTriedAgain) {
    const MiniIndex index{generation(0, 1)};
    auto reader = IndexReader::open({index.folder()});
    ASSERT_TRUE(reader);
    int attempts = 0;
    const auto result = reader->read([&](const Xapian::Database&) -> Result<int> {
        ++attempts;
        return Error{Code::kNotFound, "no"};
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(attempts, 1);
}

TEST(IndexReader, WhatCannotBeOpenedIsToldApart) {
    const test::TempDir temp;
    const auto code_of = [](const IndexFolder& folder) {
        const auto reader = IndexReader::open({folder});
        EXPECT_FALSE(reader);
        EXPECT_FALSE(reader ? true : reader.error().hint.empty());
        return reader ? Code::kInternal : reader.error().code;
    };
    EXPECT_EQ(code_of(IndexFolder{temp.path() / "absent"}), Code::kNotFound);
    std::filesystem::create_directory(temp.path() / "empty");
    EXPECT_EQ(code_of(IndexFolder{temp.path() / "empty"}), Code::kNotFound);
    const std::string file = temp.write_file("letters/letter.txt", "Dear Ada");
    EXPECT_EQ(code_of(IndexFolder{temp.path() / "letters"}), Code::kVersion);
    EXPECT_EQ(code_of(IndexFolder{file}), Code::kVersion);
}

TEST(IndexReader, OneMissingIndexOfSeveralIsNamed) {
    const MiniIndex index{generation(0, 1)};
    const test::TempDir temp;
    const auto reader = IndexReader::open({index.folder(), IndexFolder{temp.path() / "gone"}});
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, Code::kNotFound);
    EXPECT_NE(reader.error().message.find("gone"), std::string::npos) << reader.error().message;
}

TEST(IndexReader, DamageIsAnErrorAndNoCrash) {
    const MiniIndex index{generation(0)};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(index.folder().path())) {
        if (entry.is_regular_file() && entry.path().extension() == ".glass") {
            std::ofstream out{entry.path(), std::ios::binary | std::ios::in};
            out.seekp(0);
            out << std::string(4096, '#');
        }
    }
    const auto reader = IndexReader::open({index.folder()});
    ASSERT_FALSE(reader);
    EXPECT_THAT(reader.error().code, AnyOf(Code::kCorrupt, Code::kVersion, Code::kNotFound));
}

TEST(IndexReader, SeveralIndexesAreUpdatedIndependently) {
    MiniIndex first{{{.id = "a", .title = "Common"}}};
    MiniIndex second{{{.id = "b", .title = "Common"}}};
    Searcher searcher = test::searcher_over({first.folder(), second.folder()});
    EXPECT_THAT(ids_found(searcher, "common"), ElementsAre("a", "b"));
    for (int round = 0; round < 4; ++round) {
        first.set({{.id = "a", .title = "Common"}, {.id = "c", .title = "Common " + std::to_string(round)}});
        second.set({{.id = "b", .title = "Common " + std::to_string(round)}});
    }
    EXPECT_THAT(ids_found(searcher, "common"), ::testing::IsSupersetOf({"a", "b"}));
    Searcher anew = test::searcher_over({first.folder(), second.folder()});
    EXPECT_THAT(ids_found(anew, "common"), ::testing::UnorderedElementsAre("a", "b", "c"));
}

TEST(FindDocument, TakesAnIdAsItIsCited) {
    const test::MiniIndex index{{{.id = "2408.15237", .title = "Mine"}, {.id = "arxiv:x", .title = "Another"}}};
    Searcher searcher = index.searcher();
    for (const char* const id : {"2408.15237", "2408.15237v2", "arXiv:2408.15237", "ARXIV:2408.15237",
                                 "arxiv:2408.15237v1", "https://arxiv.org/abs/2408.15237"}) {
        const auto stored = searcher.show(PaperId{id});
        ASSERT_TRUE(stored) << id;
        EXPECT_EQ(stored->paper.title, "Mine") << id;
        EXPECT_TRUE(searcher.related(PaperId{id}, Ranking{})) << id;
        EXPECT_EQ(test::ids_found(searcher, "id:" + std::string{id}), std::vector<std::string>{"2408.15237"}) << id;
    }
    EXPECT_TRUE(searcher.show(PaperId{"arxiv:x"})) << "as it is in the index";
    for (const char* const id : {"arXiv:", "arXiv2408.15237", "arXiv:arXiv:2408.15237", "arXiv:x", ""}) {
        EXPECT_FALSE(searcher.show(PaperId{id})) << id;
    }
}

}  // namespace
}  // namespace saegin::query
