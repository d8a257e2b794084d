// A disk that is full, whenever that shows, is an error of its own with a hint, and costs nothing: the index that was
// there answers as before, and once there is space again the same run completes. A limit on the size of files stands in
// for the disk: what is written beyond it fails as on a full one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <functional>
#include <utility>
#include <vector>

#include "indexer/index_builder.h"
#include "tests/indexer/index_to_keep.h"

namespace saegin::indexer {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::StartsWith;

using FullDisk = IndexToKeep;

// From a disk that takes nothing to one that takes all of the index but its largest table, and more.
constexpr std::array<rlim_t, 11> kLimits{0, 5, 30, 100, 4096, 12'000, 30'000, 70'000, 130'000, 260'000, 520'000};

/// Runs `work` on a disk that takes no file of more than `limit` bytes.
std::string on_full_disk(rlim_t limit, const std::function<std::string()>& work) {
    return in_child([&]() -> std::string {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{limit, limit};
        if (setrlimit(RLIMIT_FSIZE, &full) != 0) {
            return "no limit";
        }
        return work();
    });
}

TEST_F(FullDisk, LeavesTheIndexAsItWasToUpdateAndRebuild) {
    write_day("2024-08-29", 60, 2);
    write_day("2024-08-28", 40, 3);
    const std::string after = workshop.fresh_dump();
    const fs::path saved = workshop.path() / "saved";
    fs::copy(workshop.index().path(), saved, fs::copy_options::recursive);
    const std::vector<std::pair<std::string, RunSetup>> runs{
        {"update", {}}, {"rebuild", {.inputs = {}, .rebuild = true, .threads = 2}}};
    for (const auto& [name, run] : runs) {
        std::size_t failures = 0;
        for (const rlim_t limit : kLimits) {
            SCOPED_TRACE(name + " with files of at most " + std::to_string(limit) + " bytes");
            const std::string said = on_full_disk(limit, [&] { return outcome(workshop.try_update(run)); });
            failures += said == "done" ? 0U : 1U;
            EXPECT_THAT(said, AnyOf("done", StartsWith("io: ")));
            EXPECT_EQ(test::first_difference(workshop.dump(), said == "done" ? after : before), "");
            EXPECT_EQ(outcome(workshop.try_update(run)), "done") << "once there is space again";
            EXPECT_EQ(test::first_difference(workshop.dump(), after), "");
            fs::remove_all(workshop.index().path());
            fs::copy(saved, workshop.index().path(), fs::copy_options::recursive);
        }
        EXPECT_GE(failures, 5U) << "the limits must be low enough to matter";
    }
}

TEST_F(FullDisk, LeavesNoHalfIndexAndNoHalfCompactOne) {
    const IndexFolder first{workshop.path() / "first"};
    for (const rlim_t limit : {0U, 100U, 12'000U, 30'000U}) {
        SCOPED_TRACE("files of at most " + std::to_string(limit) + " bytes");
        EXPECT_THAT(on_full_disk(limit, [&] { return outcome(workshop.try_update(first, {})); }), StartsWith("io: "));
        EXPECT_THAT(outcome(open_index(first)), StartsWith("not found: ")) << "no half index";
        EXPECT_THAT(on_full_disk(limit, [&] { return outcome(compact_index(workshop.index())); }), StartsWith("io: "));
        expect_as_before();
    }
    EXPECT_EQ(outcome(workshop.try_update(first, {})), "done");
    EXPECT_EQ(test::first_difference(Workshop::dump(first), before), "");
}

}  // namespace
}  // namespace saegin::indexer
