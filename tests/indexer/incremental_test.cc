// An index that was updated step by step says the same as one built from nothing, whatever the steps were: files of
// both kinds are written, edited, deleted and renamed at random, and after each step the two are compared.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/indexer/update_run.h"
#include "tests/support/archive_text.h"
#include "tests/support/seed.h"

namespace saegin::indexer {
namespace {

/// Changes an archive at random and remembers what its files hold.
class RandomArchive {
public:
    RandomArchive(const Workshop& workshop, std::uint32_t seed) : workshop_(workshop), random_(seed) {}

    /// Makes one to three changes and says which.
    std::string step() {
        std::string done;
        for (auto changes = 1 + random_() % 3; changes > 0; --changes) {
            done += change() + "; ";
        }
        return done;
    }

    [[nodiscard]] std::string input() const { return workshop_.archive().string(); }

private:
    struct File {
        std::string day;
        std::vector<test::PaperText> papers;
    };

    std::string change() {
        // One file at least stays: an archive of no files is an error of its own.
        switch (files_.size() < 2 ? 0 : random_() % 8) {
            case 0:
            case 1:
                return write_new();
            case 2:
                return remove();
            case 3:
                return rename();
            case 4:
                return spoil();
            default:
                return edit();
        }
    }

    // Few ids, so that papers often stand in several files, come back and move.
    std::string random_id() { return "2408." + std::to_string(10000 + random_() % 40); }

    std::string random_name() {
        const std::string ending = random_() % 3 == 0 ? ".jsonl" : ".md";
        return "folder-" + std::to_string(random_() % 3) + "/" + std::to_string(random_() % 20) + ending;
    }

    std::map<std::string, File>::iterator any_file() {
        return std::next(files_.begin(), static_cast<std::ptrdiff_t>(random_() % files_.size()));
    }

    void save(const std::string& name) {
        const File& file = files_.at(name);
        workshop_.write(name, name.ends_with(".md") ? test::digest_text(file.day, file.papers)
                                                    : test::jsonl_text(file.day, file.papers));
    }

    std::string write_new() {
        const std::string name = random_name();
        File& file = files_[name];
        file.day = "2024-0" + std::to_string(7 + random_() % 3) + "-" + std::to_string(10 + random_() % 19);
        file.papers.clear();
        for (auto papers = random_() % 6; papers > 0; --papers) {
            file.papers.push_back(test::random_paper(random_id(), random_));
        }
        save(name);
        return "write " + name;
    }

    std::string remove() {
        const auto file = any_file();
        const std::string name = file->first;
        files_.erase(file);
        workshop_.remove(name);
        return "remove " + name;
    }

    std::string rename() {
        const auto file = any_file();
        const std::string from = file->first;
        std::string to = random_name();
        to.replace(to.rfind('.'), std::string::npos, from.substr(from.rfind('.')));
        workshop_.rename(from, to);
        File moved = std::move(file->second);
        files_.erase(file);
        files_[to] = std::move(moved);
        return "rename " + from + " to " + to;
    }

    /// A file of which nothing can be read, and the next edit mends it.
    std::string spoil() {
        const std::string name = any_file()->first;
        workshop_.write(name, "### [no address]()\n\n\xFF\n{\"title\": \"no id\"}\n");
        return "spoil " + name;
    }

    std::string edit() {
        const auto file = any_file();
        std::vector<test::PaperText>& papers = file->second.papers;
        switch (papers.empty() ? 0 : random_() % 4) {
            case 0:
                papers.insert(papers.begin(), test::random_paper(random_id(), random_));
                break;
            case 1:
                papers.pop_back();
                break;
            case 2:
                papers.front().votes = std::to_string(random_() % 90);
                break;
            default:
                papers.back() = test::random_paper(papers.back().id, random_);
        }
        save(file->first);
        return "edit " + file->first;
    }

    const Workshop& workshop_;
    std::mt19937 random_;
    std::map<std::string, File> files_;
};

TEST(Incremental, SaysTheSameAsAFreshBuildAfterAnySteps) {
    constexpr int kSteps = 40;
    const std::uint32_t seed = test::test_seed(20240828);
    const Workshop workshop;
    RandomArchive archive{workshop, seed};
    std::string history;
    int with_glosses = 0;
    int with_loanwords = 0;
    for (int step = 0; step < kSteps; ++step) {
        history += "\n  " + std::to_string(step) + ": " + archive.step();
        // Mostly the whole archive; now and then a rebuild in between.
        const bool rebuild = step % 13 == 12;
        const UpdateReport updated = workshop.update({.inputs = {}, .rebuild = rebuild, .threads = 2});
        const IndexFolder fresh{workshop.path() / "fresh"};
        std::filesystem::remove_all(fresh.path());
        const UpdateReport built = workshop.update(fresh, {});
        const std::string dump = workshop.dump();
        ASSERT_EQ(test::first_difference(dump, Workshop::dump(fresh)), "")
            << "left: updated, right: fresh; seed " << seed << history;
        ASSERT_EQ(updated.papers, built.papers) << history;
        ASSERT_EQ(updated.entries, built.entries) << history;
        ASSERT_EQ(updated.terms, built.terms) << history;
        ASSERT_EQ(updated.skipped, built.skipped) << history;
        ASSERT_EQ(updated.warnings, built.warnings) << history;
        ASSERT_EQ(updated.unchanged + updated.added + updated.updated, updated.papers) << history;
        // The lexicon is part of the dump; its lines end in their origin.
        with_glosses += dump.find("\\x09g\\x0a") != std::string::npos ? 1 : 0;
        with_loanwords += dump.find("\\x09l\\x0a") != std::string::npos ? 1 : 0;
    }
    EXPECT_GT(with_glosses, kSteps / 2) << "the archive hardly ever taught a gloss" << history;
    EXPECT_GT(with_loanwords, 0) << "the archive never taught a loanword" << history;
}

}  // namespace
}  // namespace saegin::indexer
