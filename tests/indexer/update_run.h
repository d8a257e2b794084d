// An archive of a few files and its index, in a folder that goes away with the test.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/index_folder.h"
#include "indexer/update.h"
#include "tests/support/index_dump.h"
#include "tests/support/temp_dir.h"

namespace saegin::indexer {

/// What of a run differs from test to test.
struct RunSetup {
    std::vector<std::string> inputs{};  ///< the whole archive where none are given
    bool rebuild = false;
    std::size_t threads = 1;
    std::string standard_input{};
};

class Workshop {
public:
    /// The folder that holds the archive and its index.
    [[nodiscard]] std::filesystem::path path() const { return temp_.path(); }
    [[nodiscard]] std::filesystem::path archive() const { return path() / "archive"; }
    [[nodiscard]] IndexFolder index() const { return IndexFolder{path() / "index"}; }
    /// The database that counts, to look at or to tamper with.
    [[nodiscard]] std::filesystem::path generation() const { return index().generation(index().current()->value()); }

    /// Writes a file of the archive.
    std::string write(const std::filesystem::path& name, std::string_view content) const {
        return temp_.write_file("archive" / name, content);
    }
    void remove(const std::filesystem::path& name) const { std::filesystem::remove(archive() / name); }
    void rename(const std::filesystem::path& from, const std::filesystem::path& to) const {
        std::filesystem::create_directories((archive() / to).parent_path());
        std::filesystem::rename(archive() / from, archive() / to);
    }

    /// Runs an update of the index, or of another one.
    [[nodiscard]] Result<UpdateReport> try_update(const RunSetup& run = {}) const { return try_update(index(), run); }
    [[nodiscard]] Result<UpdateReport> try_update(const IndexFolder& folder, const RunSetup& run) const {
        std::istringstream input{run.standard_input};
        std::ostringstream unseen;
        Progress progress{unseen, false};
        const std::vector<std::string> inputs =
            run.inputs.empty() ? std::vector<std::string>{archive().string()} : run.inputs;
        return update_index(folder, {inputs, run.rebuild, run.threads}, input, progress);
    }
    /// The same where it must succeed. Throws otherwise.
    UpdateReport update(const RunSetup& run = {}) const { return update(index(), run); }
    UpdateReport update(const IndexFolder& folder, const RunSetup& run) const {
        Result<UpdateReport> report = try_update(folder, run);
        if (!report) {
            throw std::runtime_error("the update failed: " + to_string(report.error()));
        }
        return *report;
    }

    /// What the index says. Throws where it does not open.
    [[nodiscard]] std::string dump() const { return dump(index()); }
    [[nodiscard]] static std::string dump(const IndexFolder& folder) {
        const Result<Xapian::Database> database = open_index(folder);
        if (!database) {
            throw std::runtime_error("the index does not open: " + to_string(database.error()));
        }
        return test::dump_index(*database);
    }
    /// What an index says that is built from nothing.
    [[nodiscard]] std::string fresh_dump(const RunSetup& run = {}) const {
        const IndexFolder fresh{path() / "fresh"};
        std::filesystem::remove_all(fresh.path());
        update(fresh, run);
        return dump(fresh);
    }

private:
    test::TempDir temp_;
};

/// Fails where the index does not say what one built from nothing says.
inline void expect_like_fresh(const Workshop& workshop, const RunSetup& run = {}) {
    EXPECT_EQ(test::first_difference(workshop.dump(), workshop.fresh_dump(run)), "") << "left: updated, right: fresh";
}

}  // namespace saegin::indexer
