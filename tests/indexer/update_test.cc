// What a run of the indexer promises:
//  1. The index says what the inputs say, whichever way it came there.
//  2. Only what changed is read, and the report tells what happened.
//  3. What a run does not look at stays.
//  4. Notices of unchanged files are told again.
//  5. A rebuild disturbs no reader.
#include "indexer/update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/schema.h"
#include "indexer/digest_reader.h"
#include "indexer/index_builder.h"
#include "tests/indexer/update_run.h"
#include "tests/support/archive_text.h"

namespace saegin::indexer {
namespace {

using test::digest_text;
using test::jsonl_text;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Three papers on two days.
class Update : public testing::Test {
protected:
    Update() {
        workshop.write("2024/08/28.md", digest_text("2024-08-28", {{.id = "2408.00001"}, {.id = "2408.00002"}}));
        workshop.write("2024/08/29.md", digest_text("2024-08-29", {{.id = "2408.00003", .votes = "12"}}));
    }

    Workshop workshop;
};

double prior_of(const Workshop& workshop, const std::string& id) {
    const Xapian::Database database = *open_index(workshop.index());
    const Xapian::docid document = *database.postlist_begin(schema::term(schema::TermField::kId, id));
    return Xapian::sortable_unserialise(database.get_document(document).get_value(schema::kPriorSlot));
}

TEST_F(Update, FirstRunBuildsTheIndex) {
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.files, 2U);
    EXPECT_EQ(report.files_read, 2U);
    EXPECT_EQ(report.entries, 3U);
    EXPECT_EQ(report.papers, 3U);
    EXPECT_EQ(report.added, 3U);
    EXPECT_EQ(report.updated + report.removed + report.unchanged, 0U);
    EXPECT_GT(report.terms, 20U);
    EXPECT_GT(report.index_bytes, 0U);
    EXPECT_THAT(report.skipped, IsEmpty());
    EXPECT_THAT(workshop.dump(), HasSubstr("paper 2408.00003 "));
}

TEST_F(Update, UnchangedFilesAreNotRead) {
    workshop.update();
    const auto revision = open_index(workshop.index())->get_revision();
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.files, 2U);
    EXPECT_EQ(report.files_read, 0U);
    EXPECT_EQ(report.entries, 3U);
    EXPECT_EQ(report.papers, 3U);
    EXPECT_EQ(report.unchanged, 3U);
    EXPECT_EQ(report.added + report.updated + report.removed, 0U);
    EXPECT_EQ(open_index(workshop.index())->get_revision(), revision) << "there was nothing to write";
}

TEST_F(Update, AnEditChangesItsPaperOnly) {
    workshop.update();
    workshop.write("2024/08/28.md",
                   digest_text("2024-08-28", {{.id = "2408.00001"}, {.id = "2408.00002", .title = "New Words"}}));
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.files_read, 1U);
    EXPECT_EQ(report.updated, 1U);
    EXPECT_EQ(report.unchanged, 2U);
    EXPECT_EQ(report.added + report.removed, 0U);
    EXPECT_THAT(workshop.dump(), HasSubstr("New Words"));
    expect_like_fresh(workshop);
}

TEST_F(Update, ADeletedFileTakesItsPapersAlong) {
    workshop.update();
    workshop.remove("2024/08/28.md");
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.removed, 2U);
    EXPECT_EQ(report.papers, 1U);
    EXPECT_EQ(report.files_read, 0U);
    EXPECT_THAT(workshop.dump(), Not(HasSubstr("2408.00001")));
    expect_like_fresh(workshop);
}

TEST_F(Update, AnEntryThatWasTakenOutGoes) {
    workshop.update();
    workshop.write("2024/08/28.md", digest_text("2024-08-28", {{.id = "2408.00001"}}));
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.removed, 1U);
    EXPECT_EQ(report.papers, 2U);
    expect_like_fresh(workshop);
}

TEST_F(Update, ANewFileBringsItsPapersAndMovesThePriorsOfItsWeeks) {
    workshop.update();
    EXPECT_DOUBLE_EQ(prior_of(workshop, "2408.00003"), (2 + 0.5) / 3);
    workshop.write("more.jsonl", jsonl_text("2024-09-01", {{.id = "doc-7", .votes = "100"}}));
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.files_read, 1U);
    EXPECT_EQ(report.unchanged, 3U);
    EXPECT_DOUBLE_EQ(prior_of(workshop, "2408.00003"), (2 + 0.5) / 4) << "its file is unchanged, its neighbours not";
    expect_like_fresh(workshop);
}

TEST_F(Update, ARenamedFileKeepsItsPapers) {
    workshop.update();
    workshop.rename("2024/08/28.md", "moved/first.md");
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.updated, 2U);
    EXPECT_EQ(report.added + report.removed, 0U);
    expect_like_fresh(workshop);
}

TEST_F(Update, APaperOfTwoDaysLivesUntilItsLastDayGoes) {
    workshop.write("2024/09/02.md", digest_text("2024-09-02", {{.id = "2408.00003", .title = "Again", .votes = "3"}}));
    const UpdateReport first = workshop.update();
    EXPECT_EQ(first.entries, 4U);
    EXPECT_EQ(first.papers, 3U);
    workshop.remove("2024/08/29.md");
    const UpdateReport second = workshop.update();
    EXPECT_EQ(second.updated, 1U);
    EXPECT_EQ(second.papers, 3U);
    expect_like_fresh(workshop);
    workshop.remove("2024/09/02.md");
    EXPECT_EQ(workshop.update().removed, 1U);
    expect_like_fresh(workshop);
}

TEST_F(Update, ARebuildSaysTheSameAndDisturbsNoReader) {
    workshop.update();
    const std::string before = workshop.dump();
    const Xapian::Database reader = *open_index(workshop.index());
    workshop.write("2024/08/29.md", digest_text("2024-08-29", {{.id = "2408.00009"}}));
    const UpdateReport report = workshop.update({.inputs = {}, .rebuild = true});
    EXPECT_EQ(report.files_read, 2U);
    EXPECT_EQ(report.added, 3U);
    EXPECT_EQ(test::first_difference(test::dump_index(reader), before), "") << "the open reader sees what it opened";
    EXPECT_THAT(workshop.dump(), HasSubstr("2408.00009"));
    expect_like_fresh(workshop);
}

TEST_F(Update, ARebuildForgetsWhatIsNotAmongItsInputs) {
    workshop.update();
    workshop.update({.inputs = {(workshop.archive() / "2024/08/29.md").string()}, .rebuild = true});
    EXPECT_THAT(workshop.dump(), Not(HasSubstr("2408.00001")));
}

TEST_F(Update, ManyThreadsBuildTheSame) {
    std::mt19937 random{7};
    std::vector<test::PaperText> papers;
    for (int i = 0; i < 100; ++i) {
        papers.push_back(test::random_paper("2409." + std::to_string(10000 + i), random));
    }
    workshop.write("2024/09/03.md", digest_text("2024-09-03", papers));
    workshop.update({.inputs = {}, .rebuild = true, .threads = 5});
    expect_like_fresh(workshop);
}

TEST_F(Update, NoticesOfUnchangedFilesAreToldAgain) {
    workshop.write("bad.md", "## Daily Papers (2024-08-30)\n\n### A heading without a link\n\n" +
                                 test::entry_text({.id = "2408.00004", .votes = "many"}));
    const UpdateReport first = workshop.update();
    ASSERT_THAT(first.skipped, SizeIs(1));
    ASSERT_THAT(first.warnings, SizeIs(1));
    EXPECT_EQ(first.skipped.front().where, (Where{(workshop.archive() / "bad.md").string(), 3}));
    const UpdateReport second = workshop.update();
    EXPECT_EQ(second.files_read, 0U);
    EXPECT_EQ(second.skipped, first.skipped);
    EXPECT_EQ(second.warnings, first.warnings);
    const std::string other_spelling = (workshop.archive() / "../archive/bad.md").string();
    const UpdateReport third = workshop.update({.inputs = {other_spelling}});
    EXPECT_EQ(third.files_read, 0U) << "the same file by another path";
    ASSERT_THAT(third.skipped, SizeIs(1));
    EXPECT_EQ(third.skipped.front().where.file, other_spelling) << "as the user typed it";
    EXPECT_EQ(workshop.update({.inputs = {}, .rebuild = true}).skipped, first.skipped);
}

TEST_F(Update, WhatARunDoesNotLookAtStays) {
    const std::string other = (workshop.path() / "other").string();
    std::filesystem::create_directories(other);
    std::filesystem::rename(workshop.archive() / "2024/08/29.md", other + "/29.md");
    workshop.update({.inputs = {workshop.archive().string(), other}});
    const std::string both = workshop.dump();
    std::filesystem::remove(other + "/29.md");
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.files, 1U);
    EXPECT_EQ(report.papers, 3U) << "a run over one folder knows nothing of the other";
    EXPECT_EQ(report.removed, 0U);
    EXPECT_EQ(test::first_difference(workshop.dump(), both), "");
    EXPECT_EQ(workshop.update({.inputs = {workshop.archive().string(), other + "/"}}).removed, 1U);
    expect_like_fresh(workshop);
}

TEST_F(Update, AFileGivenByNameLeavesItsNeighboursAlone) {
    workshop.update();
    const std::string day = workshop.write("2024/08/28.md", digest_text("2024-08-28", {{.id = "2408.00005"}}));
    workshop.remove("2024/08/29.md");
    const UpdateReport report = workshop.update({.inputs = {day}});
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.removed, 2U);
    EXPECT_EQ(report.papers, 2U) << "the deleted neighbour was not looked for";
}

TEST_F(Update, ASubfolderIsPartOfItsFolder) {
    workshop.update({.inputs = {(workshop.archive() / "2024").string()}});
    const UpdateReport report = workshop.update({.inputs = {workshop.archive().string() + "/./"}});
    EXPECT_EQ(report.files_read, 0U);
    workshop.remove("2024/08/29.md");
    EXPECT_EQ(workshop.update({.inputs = {workshop.archive().string() + "/"}}).removed, 1U);
    expect_like_fresh(workshop);
}

TEST_F(Update, StandardInputIsASourceOfItsOwn) {
    workshop.update();
    const std::string first = jsonl_text("2024-09-01", {{.id = "a"}, {.id = "b"}});
    const UpdateReport report = workshop.update({.inputs = {"-"}, .standard_input = first});
    EXPECT_EQ(report.added, 2U);
    EXPECT_EQ(report.papers, 5U) << "the digests stay";
    EXPECT_EQ(workshop.update().removed, 0U) << "and what came by standard input stays in a run over the folder";
    const RunSetup both{.inputs = {workshop.archive().string(), "-"}, .standard_input = first};
    expect_like_fresh(workshop, both);
}

TEST_F(Update, StandardInputIsReadEachTime) {
    workshop.update({.inputs = {"-"}, .standard_input = jsonl_text("2024-09-01", {{.id = "a"}, {.id = "b"}})});
    const std::string second = jsonl_text("2024-09-02", {{.id = "b", .title = "Other Words"}, {.id = "c"}});
    const UpdateReport report = workshop.update({.inputs = {"-"}, .standard_input = second});
    EXPECT_EQ(report.files_read, 1U);
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.updated, 1U);
    EXPECT_EQ(report.removed, 1U) << "a new stream takes the place of the old one";
    expect_like_fresh(workshop, {.inputs = {"-"}, .standard_input = second});
}

TEST_F(Update, AFileWithoutAPaperIsTold) {
    workshop.write("notes.md", "# Notes\n\nNothing to speak of.\n");
    for (int run = 0; run < 2; ++run) {
        const UpdateReport report = workshop.update();
        EXPECT_THAT(report.skipped, ::testing::IsEmpty());
        ASSERT_EQ(report.warnings.size(), 1U) << "run " << run;
        EXPECT_THAT(report.warnings[0].where.file, ::testing::EndsWith("notes.md"));
        EXPECT_THAT(report.warnings[0].reason, ::testing::HasSubstr("no paper"));
    }
}

TEST_F(Update, DigestsAndJsonLinesTellOfOnePaper) {
    workshop.write("votes.jsonl", jsonl_text("2024-09-05", {{.id = "2408.00001", .votes = "55"}}));
    const UpdateReport report = workshop.update();
    EXPECT_EQ(report.entries, 4U);
    EXPECT_EQ(report.papers, 3U);
    workshop.remove("votes.jsonl");
    EXPECT_EQ(workshop.update().updated, 1U);
    expect_like_fresh(workshop);
}

TEST_F(Update, HugeVoteCountsRankTheSameAfterAnUpdate) {
    workshop.write("huge.jsonl", jsonl_text("2024-08-28", {{.id = "huge", .votes = "9223372036854775807"}}));
    workshop.update();
    workshop.write("more.jsonl", jsonl_text("2024-08-28", {{.id = "more", .votes = "1"}}));
    workshop.update();
    EXPECT_GT(prior_of(workshop, "huge"), 0.8);
    expect_like_fresh(workshop);
}

TEST_F(Update, AFileNameNeedNotBeText) {
    const std::string name = "2024/08/30-\xFF\xFE.md";
    workshop.write(name, digest_text("2024-08-30", {{.id = "2408.00006"}}));
    EXPECT_EQ(workshop.update().added, 4U);
    EXPECT_EQ(workshop.update().files_read, 0U);
    workshop.remove(name);
    EXPECT_EQ(workshop.update().removed, 1U);
    expect_like_fresh(workshop);
}

TEST_F(Update, AFileThatCannotBeReadCostsNoOther) {
    const std::string large = workshop.write("2024/09/large.md", "");
    std::filesystem::resize_file(large, kMaxDigestBytes + 1);  // a hole: it takes no space
    const UpdateReport first = workshop.update();
    EXPECT_EQ(first.papers, 3U);
    ASSERT_EQ(first.skipped.size(), 1U);
    EXPECT_EQ(first.skipped[0].where.line, 0U);
    workshop.write("2024/09/large.md", digest_text("2024-09-01", {{.id = "2409.00001"}}));
    EXPECT_EQ(workshop.update().added, 1U);
    std::filesystem::resize_file(large, kMaxDigestBytes + 1);
    const UpdateReport spoilt = workshop.update();
    EXPECT_EQ(spoilt.papers, 4U) << "what was indexed from it when it could be read stays";
    EXPECT_EQ(spoilt.skipped.size(), 1U);
}

TEST_F(Update, AnArchiveWithoutPapersGivesAnEmptyIndex) {
    Workshop bare;
    bare.write("notes.md", "# Notes\n\nNothing yet.\n");
    const UpdateReport report = bare.update();
    EXPECT_EQ(report.files, 1U);
    EXPECT_EQ(report.papers, 0U);
    bare.write("2024/08/28.md", digest_text("2024-08-28", {{.id = "2408.00001"}}));
    EXPECT_EQ(bare.update().added, 1U);
    bare.write("2024/08/28.md", "## Daily Papers (2024-08-28)\n");
    EXPECT_EQ(bare.update().papers, 0U);
    expect_like_fresh(bare);
}

TEST_F(Update, LeftoversOfABrokenRunAreCleared) {
    workshop.update();
    const std::filesystem::path folder = workshop.index().path();
    std::filesystem::create_directories(folder / "generation-9.parts/shard-0");
    std::filesystem::create_directories(folder / "generation-0");
    std::ofstream{folder / "XAPIANDB.new"} << "glass gen";
    workshop.update();
    EXPECT_FALSE(std::filesystem::exists(folder / "generation-9.parts"));
    EXPECT_FALSE(std::filesystem::exists(folder / "generation-0"));
    EXPECT_FALSE(std::filesystem::exists(folder / "XAPIANDB.new"));
    expect_like_fresh(workshop);
}

TEST_F(Update, CompactSaysTheSameInAnotherGeneration) {
    workshop.update();
    workshop.remove("2024/08/29.md");
    workshop.update();
    const std::filesystem::path before = workshop.generation();
    ASSERT_TRUE(compact_index(workshop.index()));
    EXPECT_NE(workshop.generation(), before);
    expect_like_fresh(workshop);
    EXPECT_EQ(workshop.update().files_read, 0U) << "it still knows its sources";
}

}  // namespace
}  // namespace saegin::indexer
