// What progress promises: a line that says how far, how fast and how long; on a terminal only; cleared at the end.
#include "indexer/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <thread>
#include <vector>

namespace saegin::indexer {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kClear = "\r\033[K";

TEST(ProgressLine, SaysHowFarHowFastAndHowLong) {
    EXPECT_EQ(progress_line("indexing", "papers", 1200, 3590, 1.5), "indexing 1,200 of 3,590 papers, 800/s, 3 s left");
    EXPECT_EQ(progress_line("reading", "files", 1, 3, 10), "reading 1 of 3 files, 0/s, 20 s left");
}

TEST(ProgressLine, PromisesNothingWhereNothingIsKnown) {
    EXPECT_EQ(progress_line("reading", "files", 0, 265, 2), "reading 0 of 265 files");
    EXPECT_EQ(progress_line("reading", "files", 5, 265, 0), "reading 5 of 265 files");
    EXPECT_EQ(progress_line("reading", "files", 265, 265, 2), "reading 265 of 265 files");
    EXPECT_EQ(progress_line("reading", "files", 0, 0, 0), "reading 0 of 0 files");
    EXPECT_EQ(progress_line("reading", "files", 7, 5, 1), "reading 7 of 5 files") << "no time left below nothing";
}

TEST(Progress, IsSilentWhereNobodyLooks) {
    std::ostringstream out;
    {
        Progress progress{out, false};
        progress.start("reading", "files", 2);
        progress.tick();
        progress.announce("merging");
        progress.tick();
        progress.finish();
    }
    EXPECT_EQ(out.str(), "");
}

TEST(Progress, ShowsTheFirstStepOfEachPhase) {
    std::ostringstream out;
    Progress progress{out, true};
    progress.start("reading", "files", 1);
    progress.tick();
    EXPECT_EQ(out.str(), std::string{kClear} + "reading 1 of 1 files");
    progress.start("indexing", "papers", 40);
    progress.tick(40);
    EXPECT_THAT(out.str(), EndsWith(std::string{kClear} + "indexing 40 of 40 papers"));
    progress.announce("merging");
    EXPECT_THAT(out.str(), EndsWith(std::string{kClear} + "merging"));
}

TEST(Progress, LeavesACleanLine) {
    std::ostringstream out;
    {
        Progress progress{out, true};
        progress.start("reading", "files", 1);
        progress.tick();
    }
    EXPECT_THAT(out.str(), EndsWith(kClear)) << "also where an error ended the run early";
    EXPECT_THAT(out.str(), Not(HasSubstr("\n")));
}

TEST(Progress, WritesSeldom) {
    std::ostringstream out;
    Progress progress{out, true};
    progress.start("indexing", "papers", 100'000);
    for (int i = 0; i < 100'000; ++i) {
        progress.tick();
    }
    // A line for each step would be some megabytes.
    EXPECT_LT(out.str().size(), 100'000U);
    EXPECT_THAT(out.str(), StartsWith(std::string{kClear} + "indexing 1 of 100,000 papers"));
}

TEST(Progress, CountsForSeveralThreads) {
    constexpr std::size_t kThreads = 4;
    constexpr std::size_t kSteps = 1000;
    std::ostringstream out;
    Progress progress{out, true};
    progress.start("indexing", "papers", kThreads * kSteps + 1);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                for (std::size_t step = 0; step < kSteps; ++step) {
                    progress.tick();
                }
            });
        }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{120});  // until the next line is due
    progress.tick();
    EXPECT_THAT(out.str(), EndsWith("indexing 4,001 of 4,001 papers"));
}

}  // namespace
}  // namespace saegin::indexer
