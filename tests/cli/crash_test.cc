// The indexer is killed at random moments of a first build, a rebuild and an update. Whenever it happens: the index
// opens, it says what it said before or what it was to say, it is sound, and the next run completes and says what an
// index built from nothing says.
//
// SAEGIN_TEST_SEED      another seed for the moments (printed with each run)
// SAEGIN_CRASH_KILLS    how often to kill, over all three kinds of runs (default 20)
// SAEGIN_CRASH_ARCHIVE  the folder of an archive to use in place of the generated one; it is copied, never changed
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/index_folder.h"
#include "indexer/check.h"
#include "tests/support/archive_text.h"
#include "tests/support/index_dump.h"
#include "tests/support/run_command.h"
#include "tests/support/seed.h"
#include "tests/support/temp_dir.h"

namespace saegin {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string setting(const char* name, const std::string& fallback) {
    const char* const given = std::getenv(name);
    return given == nullptr || *given == '\0' ? fallback : given;
}

/// 300 papers on 30 days, and the sample archive where there is one.
void write_archive(const test::TempDir& temp, std::mt19937& random) {
    constexpr int kDays = 30;
    constexpr int kPapersADay = 10;
    const fs::path sample = fs::path(SAEGIN_SOURCE_DIR) / "tests/data/archive";
    if (fs::is_directory(sample)) {
        fs::create_directories(temp.path() / "archive");
        fs::copy(sample, temp.path() / "archive/sample", fs::copy_options::recursive);
    }
    for (int day = 1; day <= kDays; ++day) {
        std::vector<test::PaperText> papers;
        for (int i = 0; i < kPapersADay; ++i) {
            papers.push_back(test::random_paper("3001." + std::to_string(10000 + day * 100 + i), random));
        }
        const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
        temp.write_file("archive/3000/06/" + number + ".md", test::digest_text("3000-06-" + number, papers));
    }
}

/// Edits every fifth digest, deletes every eleventh and adds a file.
void change_archive(const test::TempDir& temp, std::mt19937& random) {
    std::vector<fs::path> digests;
    for (const fs::directory_entry& file : fs::recursive_directory_iterator{temp.path() / "archive"}) {
        if (file.is_regular_file() && file.path().extension() == ".md") {
            digests.push_back(file.path());
        }
    }
    std::sort(digests.begin(), digests.end());
    std::vector<test::PaperText> fresh;
    for (std::size_t i = 0; i < digests.size(); ++i) {
        fresh.push_back(test::random_paper("3002." + std::to_string(10000 + i), random));
        if (i % 11 == 10) {
            fs::remove(digests[i]);
        } else if (i % 5 == 0) {
            std::ofstream{digests[i], std::ios::app} << "\n\n" << test::entry_text(fresh.back());
        }
    }
    temp.write_file("archive/fresh.md", test::digest_text("3000-07-01", fresh));
}

enum class Kind { kFirstBuild, kRebuild, kUpdate };

const char* name_of(Kind kind) {
    switch (kind) {
        case Kind::kFirstBuild:
            return "first build";
        case Kind::kRebuild:
            return "rebuild";
        case Kind::kUpdate:
            return "update";
    }
    return "?";
}

class Crash : public testing::Test {
protected:
    Crash() : random_(test::test_seed(20240828)) {
        if (const std::string given = setting("SAEGIN_CRASH_ARCHIVE", ""); !given.empty()) {
            fs::copy(given, temp_.path() / "archive", fs::copy_options::recursive);
        } else {
            write_archive(temp_, random_);
        }
        complete(old_, false);
        before_ = dump(old_);
        change_archive(temp_, random_);
        const fs::path fresh = temp_.path() / "fresh";
        complete(fresh, false);
        after_ = dump(fresh);
        fs::remove_all(fresh);
    }

    /// The words of a run on `folder`.
    [[nodiscard]] std::vector<std::string> words(const fs::path& folder, bool rebuild) const {
        std::vector<std::string> all{SAEGIN_INDEX, "--threads", "2", "--quiet", "--db", folder.string()};
        if (rebuild) {
            all.emplace_back("--rebuild");
        }
        all.push_back((temp_.path() / "archive").string());
        return all;
    }
    void complete(const fs::path& folder, bool rebuild) const {
        const test::CommandResult result = test::run_command(words(folder, rebuild));
        ASSERT_EQ(result.exit_code, 0) << result.err;
    }
    static std::string dump(const fs::path& folder) {
        const Result<Xapian::Database> database = open_index(IndexFolder{folder});
        return database ? test::dump_index(*database) : "error: " + to_string(database.error());
    }

    /// The index as a run of this kind finds it.
    void reset(Kind kind) const {
        fs::remove_all(index_);
        if (kind != Kind::kFirstBuild) {
            fs::copy(old_, index_, fs::copy_options::recursive);
        }
    }
    /// How long such a run takes if nobody kills it.
    [[nodiscard]] Clock::duration duration_of(Kind kind) const {
        reset(kind);
        const Clock::time_point began = Clock::now();
        complete(index_, kind == Kind::kRebuild);
        const Clock::duration taken = Clock::now() - began;
        EXPECT_EQ(test::first_difference(dump(index_), after_), "") << name_of(kind);
        return taken;
    }

    /// Starts such a run and kills it after `delay`. Answers how long it took where it ended before that.
    [[nodiscard]] std::optional<Clock::duration> run_and_kill(Kind kind, Clock::duration delay) const {
        constexpr std::chrono::milliseconds kGlance{1};
        reset(kind);
        const Clock::time_point began = Clock::now();
        test::Command command{words(index_, kind == Kind::kRebuild)};
        while (Clock::now() - began < delay && !command.has_ended()) {
            std::this_thread::sleep_for(std::min<Clock::duration>(kGlance, delay));
        }
        const Clock::duration taken = Clock::now() - began;
        command.kill();
        return command.wait().signal == SIGKILL ? std::nullopt : std::optional{taken};
    }

    /// Looks at what a killed run left, and at what the next one makes of it.
    void check_what_is_left(Kind kind) {
        const Result<Xapian::Database> left = open_index(IndexFolder{index_});
        if (!left) {
            // Before a first build there is no index, and so it may be afterwards.
            EXPECT_TRUE(kind == Kind::kFirstBuild && left.error().code == Code::kNotFound) << to_string(left.error());
        } else {
            const std::string now = test::dump_index(*left);
            const bool whole = now == after_ || (kind != Kind::kFirstBuild && now == before_);
            EXPECT_TRUE(whole) << "neither as before nor as after; against before: "
                               << test::first_difference(now, before_)
                               << "\nagainst after: " << test::first_difference(now, after_);
            const auto problems = indexer::check_index(IndexFolder{index_});
            EXPECT_TRUE(problems && problems->empty());
            became_new_ += now == after_ ? 1U : 0U;
        }
        complete(index_, false);
        EXPECT_EQ(test::first_difference(dump(index_), after_), "") << "left: the next run, right: a fresh build";
    }

    std::mt19937 random_;
    test::TempDir temp_;
    fs::path old_ = temp_.path() / "old";      ///< an index of the archive before it was changed
    fs::path index_ = temp_.path() / "index";  ///< the one that is written when the killing happens
    std::string before_;
    std::string after_;
    std::size_t became_new_ = 0;
};

TEST_F(Crash, LeavesTheIndexAsBeforeOrAsAfter) {
    const std::size_t kills = std::stoul(setting("SAEGIN_CRASH_KILLS", "20"));
    constexpr std::array kKinds{Kind::kFirstBuild, Kind::kRebuild, Kind::kUpdate};
    std::array<Clock::duration, kKinds.size()> durations{};
    std::transform(kKinds.begin(), kKinds.end(), durations.begin(), [&](Kind kind) { return duration_of(kind); });
    std::size_t killed = 0;
    std::size_t runs = 0;
    // A run that ends too soon, since the machine has become faster, says how long such runs take now.
    for (; killed < kills && runs < 4 * kills && !HasFailure(); ++runs) {
        const std::size_t kind = killed % kKinds.size();
        // Every fourth one near the end, where the new index takes the place of the old one.
        const double share = std::uniform_real_distribution<>{killed % 4 == 3 ? 0.8 : 0, 1.05}(random_);
        const auto delay = std::chrono::duration_cast<Clock::duration>(durations[kind] * share);
        SCOPED_TRACE(std::string{name_of(kKinds[kind])} + ", kill " + std::to_string(killed) + " after " +
                     std::to_string(std::chrono::duration<double>(delay).count()) + " s");
        if (const auto taken = run_and_kill(kKinds[kind], delay)) {
            durations[kind] = std::min(durations[kind], *taken);
        } else {
            check_what_is_left(kKinds[kind]);
            ++killed;
        }
    }
    std::cout << killed << " of " << runs << " runs were killed before their end; " << became_new_
              << " of these had made their index new already\n";
    EXPECT_EQ(killed, kills);
}

}  // namespace
}  // namespace saegin
