// What the plans promise:
//  1. Sources: new, changed, unchanged and removed are told apart by key and fingerprint.
//  2. A known source that the run did not look for stays.
//  3. Papers: only those whose entries really change are written, and what is written is sorted.
//  4. A paper lives as long as one of its sources does.
#include "indexer/update_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace saegin::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Manifest known(const std::map<std::string, std::string>& fingerprints) {
    Manifest manifest;
    for (const auto& [key, fingerprint] : fingerprints) {
        manifest[key].fingerprint = fingerprint;
    }
    return manifest;
}

Entry entry(const std::string& id, const std::string& file, std::size_t line = 3, const std::string& title = "T") {
    Entry made;
    made.id.value = id;
    made.title = title;
    made.date = DigestDate{2024, 8, 28};
    made.file = file;
    made.line = line;
    return made;
}

PaperEntries stored(const std::vector<Entry>& entries) {
    PaperEntries papers;
    for (const Entry& one : entries) {
        papers[one.id].push_back(one);
    }
    return papers;
}

std::vector<std::string> ids(const std::vector<std::vector<Entry>>& papers) {
    std::vector<std::string> out;
    for (const std::vector<Entry>& entries : papers) {
        out.push_back(entries.front().id.value);
    }
    return out;
}

TEST(SourcePlan, TellsWhatBecameOfEachSource) {
    const SourcePlan plan = plan_sources(known({{"/a/same.md", "1"}, {"/a/edited.md", "2"}, {"/a/gone.md", "3"}}),
                                         {{"/a/same.md", "1"}, {"/a/edited.md", "9"}, {"/a/new.md", "4"}}, {"/a"});
    EXPECT_THAT(plan.added, ElementsAre("/a/new.md"));
    EXPECT_THAT(plan.changed, ElementsAre("/a/edited.md"));
    EXPECT_THAT(plan.unchanged, ElementsAre("/a/same.md"));
    EXPECT_THAT(plan.removed, ElementsAre("/a/gone.md"));
}

TEST(SourcePlan, RemovesOnlyBelowTheRoots) {
    const Manifest manifest =
        known({{"/a/x.md", "1"}, {"/a/deep/er/x.md", "2"}, {"/ab/x.md", "3"}, {"/b/x.md", "4"}, {"-", ""}});
    EXPECT_THAT(plan_sources(manifest, {}, {"/a"}).removed, ElementsAre("/a/deep/er/x.md", "/a/x.md"));
    EXPECT_THAT(plan_sources(manifest, {}, {"/a/deep", "/b"}).removed, ElementsAre("/a/deep/er/x.md", "/b/x.md"));
    EXPECT_THAT(plan_sources(manifest, {}, {}).removed, IsEmpty());
}

TEST(SourcePlan, TheRootOfTheFileSystemHoldsAllFiles) {
    const Manifest manifest = known({{"/a/x.md", "1"}, {"/y.md", "2"}, {"-", ""}});
    EXPECT_THAT(plan_sources(manifest, {}, {"/"}).removed, ElementsAre("/a/x.md", "/y.md"));
}

TEST(SourcePlan, EverythingIsNewToAnEmptyIndex) {
    const SourcePlan plan = plan_sources({}, {{"/a/x.md", "1"}, {"-", ""}}, {"/a"});
    EXPECT_THAT(plan.added, ElementsAre("-", "/a/x.md"));
    EXPECT_THAT(plan.removed, IsEmpty());
}

TEST(PaperPlan, NewPapersAreSortedAndSoAreTheirEntries) {
    const PaperPlan plan = plan_papers({}, {}, {entry("2", "/b.md"), entry("1", "/b.md", 9), entry("1", "/a.md", 30)});
    EXPECT_THAT(ids(plan.added), ElementsAre("1", "2"));
    EXPECT_THAT(plan.added.front(), ElementsAre(entry("1", "/a.md", 30), entry("1", "/b.md", 9)));
    EXPECT_THAT(plan.updated, IsEmpty());
    EXPECT_THAT(plan.removed, IsEmpty());
}

TEST(PaperPlan, EntriesReadAgainAndEqualChangeNothing) {
    const std::vector<Entry> same{entry("1", "/a.md", 3), entry("2", "/a.md", 9)};
    const PaperPlan plan = plan_papers(stored(same), {"/a.md"}, same);
    EXPECT_THAT(plan.added, IsEmpty());
    EXPECT_THAT(plan.updated, IsEmpty());
    EXPECT_THAT(plan.removed, IsEmpty());
}

TEST(PaperPlan, AnEntryThatMovedOrChangedIsWritten) {
    const PaperPlan plan = plan_papers(stored({entry("1", "/a.md", 3), entry("2", "/a.md", 9, "Old")}), {"/a.md"},
                                       {entry("1", "/a.md", 5), entry("2", "/a.md", 9, "New")});
    EXPECT_THAT(ids(plan.updated), ElementsAre("1", "2"));
    EXPECT_EQ(plan.updated[0].front().line, 5U);
    EXPECT_EQ(plan.updated[1].front().title, "New");
}

TEST(PaperPlan, APaperGoesWithItsLastSource) {
    const PaperEntries before = stored({entry("1", "/a.md"), entry("1", "/b.md"), entry("2", "/a.md")});
    const PaperPlan one_gone = plan_papers(before, {"/a.md"}, {});
    EXPECT_THAT(one_gone.removed, ElementsAre(PaperId{"2"}));
    ASSERT_THAT(ids(one_gone.updated), ElementsAre("1"));
    EXPECT_THAT(one_gone.updated.front(), ElementsAre(entry("1", "/b.md")));
    const PaperPlan both_gone = plan_papers(before, {"/a.md", "/b.md"}, {});
    EXPECT_THAT(both_gone.removed, ElementsAre(PaperId{"1"}, PaperId{"2"}));
    EXPECT_THAT(both_gone.updated, IsEmpty());
}

TEST(PaperPlan, AKnownPaperInANewSourceKeepsItsOldEntries) {
    Entry later = entry("1", "/a.md");
    later.date = DigestDate{2024, 9, 1};
    const PaperPlan plan = plan_papers(stored({entry("1", "/z.md")}), {}, {later});
    ASSERT_THAT(ids(plan.updated), ElementsAre("1"));
    EXPECT_THAT(plan.updated.front(), ElementsAre(entry("1", "/z.md"), later)) << "the earlier day stands first";
    EXPECT_THAT(plan.added, IsEmpty());
}

TEST(PaperPlan, APaperThatMovesToAnotherSourceIsUpdatedNotRemoved) {
    const PaperPlan plan = plan_papers(stored({entry("1", "/a.md")}), {"/a.md"}, {entry("1", "/b.md")});
    ASSERT_THAT(ids(plan.updated), ElementsAre("1"));
    EXPECT_THAT(plan.updated.front(), ElementsAre(entry("1", "/b.md")));
    EXPECT_THAT(plan.removed, IsEmpty());
    EXPECT_THAT(plan.added, IsEmpty());
}

}  // namespace
}  // namespace saegin::indexer
