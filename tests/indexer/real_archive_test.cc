// The reader over 265 real digests, against what a careful person read out of them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/paper.h"
#include "indexer/digest_reader.h"
#include "indexer/file_finder.h"
#include "indexer/jsonl_reader.h"
#include "tests/support/shared_data.h"

namespace saegin::indexer {
namespace {

namespace fs = std::filesystem;

struct Archive {
    std::size_t files = 0;
    std::map<PaperId, std::vector<Entry>> entries;
    ReadReport report;

    EntrySink sink() {
        return [this](Entry entry) { entries[entry.id].push_back(std::move(entry)); };
    }

    std::map<PaperId, Paper> papers() {
        std::map<PaperId, Paper> merged;
        for (auto& [id, own] : entries) {
            sort_entries(own);
            merged.emplace(id, merge_entries(own));
        }
        return merged;
    }
};

Archive read_archive(const fs::path& folder) {
    Archive archive;
    const auto inputs = find_inputs({folder.string()});
    EXPECT_TRUE(inputs) << to_string(inputs.error());
    archive.files = inputs->size();
    for (const InputFile& input : *inputs) {
        const auto content = read_file(input.key, kMaxDigestBytes);
        EXPECT_TRUE(content) << to_string(content.error());
        EXPECT_TRUE(read_digest(input.key, *content, archive.sink(), archive.report));
    }
    return archive;
}

TEST(RealArchive, everything_is_read) {
    SAEGIN_REQUIRE_SHARED(folder, "archive");
    Archive archive = read_archive(folder);
    EXPECT_EQ(archive.files, 265U);
    EXPECT_EQ(archive.report.entries, 3591U);
    EXPECT_EQ(archive.entries.size(), 3590U);
    for (const Notice& notice : archive.report.skipped) {
        ADD_FAILURE() << to_string(notice.where) << ": " << notice.reason;
    }
    for (const Notice& notice : archive.report.warnings) {
        ADD_FAILURE() << to_string(notice.where) << ": " << notice.reason;
    }
    std::size_t without_votes = 0;
    std::size_t without_authors = 0;
    for (const auto& [id, paper] : archive.papers()) {
        without_votes += paper.votes ? 0U : 1U;
        without_authors += paper.authors.empty() ? 1U : 0U;
        EXPECT_TRUE(paper.date) << id.value;
        EXPECT_FALSE(paper.sections.empty()) << id.value;
    }
    EXPECT_EQ(without_votes, 117U);
    EXPECT_EQ(without_authors, 11U);
}

TEST(RealArchive, agrees_with_a_careful_reader) {
    SAEGIN_REQUIRE_SHARED(folder, "archive");
    SAEGIN_REQUIRE_SHARED(documents, "testsets/archive/docs.jsonl");
    Archive archive = read_archive(folder);
    const std::map<PaperId, Paper> papers = archive.papers();
    Archive expected;
    std::ifstream in(documents);
    ASSERT_TRUE(read_jsonl(documents.string(), in, expected.sink(), expected.report));
    ASSERT_EQ(expected.report.entries, 3590U);
    EXPECT_TRUE(expected.report.skipped.empty());
    EXPECT_TRUE(expected.report.warnings.empty());
    std::size_t same_texts = 0;
    for (const auto& [id, wanted] : expected.papers()) {
        const auto found = papers.find(id);
        ASSERT_NE(found, papers.end()) << id.value;
        const Paper& paper = found->second;
        EXPECT_EQ(paper.votes, wanted.votes) << id.value;
        EXPECT_EQ(paper.date, wanted.date) << id.value;
        // Of the one paper that stands on two days, the careful reader tells what the first day says.
        const Entry& first = archive.entries.at(id).front();
        EXPECT_EQ(first.title, wanted.title) << id.value;
        EXPECT_EQ(first.url, wanted.url) << id.value;
        EXPECT_EQ(first.authors, wanted.authors) << id.value;
        same_texts += summary_text(merge_entries({first})) == summary_text(wanted) ? 1U : 0U;
    }
    // The other 22 have marks of CommonMark in the careful reader's text: links, code, escapes, emphasis.
    EXPECT_EQ(same_texts, 3568U);
}

}  // namespace
}  // namespace saegin::indexer
