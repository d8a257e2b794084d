// Which files a collection is made of, and what is said where one is missing.
#include "benchmarks/eval/collection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace saegin::eval {
namespace {

using test::TempDir;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;

constexpr const char* kDocument = R"({"id": "a", "title": "Whale song"})"
                                  "\n";
constexpr const char* kBeirHeader = "query-id\tcorpus-id\tscore\n";

class Collections : public ::testing::Test {
protected:
    Collections() { write("docs.jsonl", kDocument); }

    void write(const std::string& name, const std::string& content) { temp.write_file(name, content); }
    void write_ours() {
        write("topics.tsv", "1\twhale\n2\tsong\n");
        write("qrels.txt", "1 0 a 1\n2 0 a 0\n");
    }
    [[nodiscard]] CollectionRequest request() const {
        CollectionRequest request;
        request.folder = temp.path().string();
        return request;
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (temp.path() / name).string(); }

    TempDir temp;
};

std::vector<std::string> ids(const TopicSet& set) {
    std::vector<std::string> found;
    for (const Topic& topic : set.topics) {
        found.push_back(topic.qid);
    }
    return found;
}

TEST_F(Collections, OursHasTopicsSeedsAndCategories) {
    write_ours();
    write("seeds.tsv", "R1\ta\n");
    write("qrels-related.txt", "R1 0 b 2\n");
    write("topics.jsonl", "{\"qid\": \"1\", \"category\": \"en\", \"query\": \"whale\"}\n");
    const auto collection = read_collection(request());
    ASSERT_TRUE(collection) << to_string(collection.error());
    EXPECT_EQ(collection->name, temp.path().filename().string());
    EXPECT_EQ(collection->documents, path("docs.jsonl"));
    EXPECT_THAT(ids(collection->search), ElementsAre("1", "2"));
    EXPECT_EQ(collection->search.infos.at("1").category, "en");
    ASSERT_TRUE(collection->related);
    EXPECT_THAT(ids(*collection->related), ElementsAre("R1"));
    EXPECT_EQ(collection->related->topics[0].text, "a");
    EXPECT_THAT(collection->files,
                ElementsAre(Field(&FileMark::role, "topics"), Field(&FileMark::role, "topics qrels"),
                            Field(&FileMark::role, "related"), Field(&FileMark::role, "related qrels"),
                            Field(&FileMark::role, "categories")));
    EXPECT_EQ(collection->files[0].fingerprint, TextFile::read(path("topics.tsv"))->fingerprint());
}

TEST_F(Collections, ANameIsFoundWhateverTheFolderEndsIn) {
    write_ours();
    for (const char* end : {"/", "/.", "//"}) {
        CollectionRequest odd = request();
        *odd.folder += end;
        const auto collection = read_collection(odd);
        ASSERT_TRUE(collection);
        EXPECT_FALSE(collection->name.empty());
        EXPECT_NE(collection->name, ".");
    }
}

TEST_F(Collections, OnlyJudgedTopicsAreKeptAndTheOthersCounted) {
    write_ours();
    write("topics.tsv", "9\tnobody\n2\tsong\n8\tjudged\n");
    const auto collection = read_collection(request());
    ASSERT_TRUE(collection);
    EXPECT_THAT(ids(collection->search), ElementsAre("2"));
    EXPECT_EQ(collection->search.unjudged, 2U);
    EXPECT_EQ(collection->search.unasked, 1U);
    write("topics.tsv", "9\tnobody\n");
    const auto none = read_collection(request());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, Code::kInvalidInput);
    EXPECT_EQ(none.error().where.file, path("topics.tsv"));
}

class Beir : public Collections {
protected:
    Beir() {
        std::filesystem::remove(path("docs.jsonl"));
        write("corpus.jsonl", R"({"_id": "a", "title": "", "text": "whale"})");
        write("queries.jsonl", "{\"_id\": \"1\", \"text\": \"x\"}\n{\"_id\": \"2\", \"text\": \"y\"}\n");
        write("qrels/dev.tsv", std::string{kBeirHeader} + "2\ta\t1\n");
    }
};

TEST_F(Beir, TakesTheOnlySplit) {
    const auto collection = read_collection(request());
    ASSERT_TRUE(collection) << to_string(collection.error());
    EXPECT_EQ(collection->documents, path("corpus.jsonl"));
    EXPECT_THAT(ids(collection->search), ElementsAre("2"));
    EXPECT_EQ(collection->search.unjudged, 1U);
    EXPECT_FALSE(collection->related);
}

TEST_F(Beir, TakesTestOfSeveralSplitsOrTheNamedOne) {
    write("qrels/test.tsv", std::string{kBeirHeader} + "1\ta\t2\n");
    CollectionRequest named = request();
    EXPECT_THAT(ids(read_collection(named)->search), ElementsAre("1"));
    named.split = "dev";
    EXPECT_THAT(ids(read_collection(named)->search), ElementsAre("2"));
    named.split = "train";
    const auto missing = read_collection(named);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, Code::kNotFound);
    EXPECT_THAT(missing.error().hint, HasSubstr("--split dev, --split test"));
}

TEST_F(Beir, SaysWhichSplitsThereAreWhereNoneIsTest) {
    write("qrels/train.tsv", std::string{kBeirHeader} + "1\ta\t2\n");
    const auto unclear = read_collection(request());
    ASSERT_FALSE(unclear);
    EXPECT_THAT(unclear.error().hint, HasSubstr("--split dev, --split train"));
}

TEST_F(Beir, JudgementsHaveTheirLine) {
    struct Case {
        const char* rows;
        std::size_t line;
        const char* message;
    };
    for (const Case& bad :
         {Case{"1\ta\n", 2, "three columns"}, Case{"1\ta\t1\t1\n", 2, "three columns"},
          Case{"1\ta\t0.5\n", 2, "grade is '0.5'"}, Case{"1\ta\t1\n1\ta\t2\n", 3, "judged twice"},
          Case{"1\ta\t1\nquery-id\tcorpus-id\tscore\n", 3, "grade is 'score'"}, Case{"", 0, "no judgements"}}) {
        write("qrels/dev.tsv", std::string{kBeirHeader} + bad.rows);
        const auto collection = read_collection(request());
        ASSERT_FALSE(collection) << bad.rows;
        EXPECT_EQ(collection.error().where, (Where{path("qrels/dev.tsv"), bad.line})) << bad.rows;
        EXPECT_THAT(collection.error().message, HasSubstr(bad.message));
    }
}

TEST_F(Collections, NamedFilesTakeThePlaceOfThoseInTheFolder) {
    write_ours();
    write("other/t.txt", "<top><num> 7 <title> whale </top>");
    write("other/q.tsv", std::string{kBeirHeader} + "7\ta\t1\n");
    CollectionRequest named;
    named.documents = path("docs.jsonl");
    named.topics = path("other/t.txt");
    named.qrels = path("other/q.tsv");
    const auto alone = read_collection(named);
    ASSERT_TRUE(alone) << to_string(alone.error());
    EXPECT_EQ(alone->name, "t");
    EXPECT_THAT(ids(alone->search), ElementsAre("7"));
    named.folder = temp.path().string();
    named.documents.reset();
    const auto inside = read_collection(named);
    ASSERT_TRUE(inside);
    EXPECT_THAT(ids(inside->search), ElementsAre("7"));
    EXPECT_EQ(inside->documents, path("docs.jsonl"));
}

TEST_F(Collections, WhatIsMissingIsSaid) {
    struct Case {
        const char* gone;
        const char* message;
        const char* hint;
    };
    for (const Case& missing : {Case{"docs.jsonl", "no documents in", "docs.jsonl or corpus.jsonl"},
                                Case{"topics.tsv", "no topics in", "topics.tsv or queries.jsonl"},
                                Case{"qrels.txt", "no qrels in", "--qrels PATH"}}) {
        write("docs.jsonl", kDocument);
        write_ours();
        std::filesystem::remove(path(missing.gone));
        const auto collection = read_collection(request());
        ASSERT_FALSE(collection) << missing.gone;
        EXPECT_EQ(collection.error().code, Code::kNotFound);
        EXPECT_THAT(collection.error().message, HasSubstr(missing.message));
        EXPECT_THAT(collection.error().hint, HasSubstr(missing.hint));
    }
    write("docs.jsonl", kDocument);
    write_ours();
    write("seeds.tsv", "R1\ta\n");
    const auto half = read_collection(request());
    ASSERT_FALSE(half);
    EXPECT_THAT(half.error().message, HasSubstr("but no qrels-related.txt"));
}

TEST_F(Collections, DocumentsMayBeMissingWhereAnIndexIsThere) {
    write_ours();
    std::filesystem::remove(path("docs.jsonl"));
    CollectionRequest indexed = request();
    indexed.needs_documents = false;
    const auto collection = read_collection(indexed);
    ASSERT_TRUE(collection) << to_string(collection.error());
    EXPECT_EQ(collection->documents, "");
}

TEST_F(Collections, NoFolderOrNoneOfThisNameIsSaid) {
    const auto nothing = read_collection({});
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, Code::kUsage);
    for (const char* name : {"absent", "docs.jsonl"}) {
        CollectionRequest wrong;
        wrong.folder = path(name);
        const auto collection = read_collection(wrong);
        ASSERT_FALSE(collection) << name;
        EXPECT_EQ(collection.error().code, Code::kNotFound);
        EXPECT_THAT(collection.error().message, HasSubstr(name));
    }
}

}  // namespace
}  // namespace saegin::eval
