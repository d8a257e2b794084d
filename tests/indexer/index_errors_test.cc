// Whatever keeps a run from its work has an error of its own, with a hint, and costs nothing: the index that was there
// opens and answers as before.
#include <gmock/gmock.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>
#include <utility>
#include <vector>

#include "common/schema.h"
#include "indexer/digest_reader.h"
#include "indexer/manifest.h"
#include "indexer/write_lock.h"
#include "tests/indexer/index_to_keep.h"
#include "tests/support/archive_text.h"

namespace saegin::indexer {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// From here on this process may write what anybody may. For root that takes another user.
void drop_privileges() {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0)) {
        throw std::runtime_error("cannot become nobody");
    }
}

using IndexErrors = IndexToKeep;

TEST_F(IndexErrors, AnotherWriterHoldsTheLock) {
    std::array<int, 2> ready{};
    std::array<int, 2> leave{};
    ASSERT_EQ(pipe(ready.data()), 0);
    ASSERT_EQ(pipe(leave.data()), 0);
    const pid_t child = fork();
    if (child == 0) {
        const Result<WriteLock> lock = WriteLock::acquire(workshop.index());
        char byte = lock ? 'y' : 'n';
        (void)!write(ready[1], &byte, 1);
        (void)!read(leave[0], &byte, 1);
        _exit(0);
    }
    char held = 'n';
    ASSERT_EQ(read(ready[0], &held, 1), 1);
    ASSERT_EQ(held, 'y');
    write_day("2024-08-29", 3, 2);
    const std::string said = outcome(workshop.try_update());
    EXPECT_THAT(said, StartsWith("locked: "));
    EXPECT_THAT(said, HasSubstr("process " + std::to_string(child)));
    EXPECT_THAT(outcome(workshop.try_update({.inputs = {}, .rebuild = true})), StartsWith("locked: "));
    expect_as_before();
    ASSERT_EQ(kill(child, SIGKILL), 0);
    waitpid(child, nullptr, 0);
    for (const int end : {ready[0], ready[1], leave[0], leave[1]}) {
        close(end);
    }
    EXPECT_EQ(outcome(workshop.try_update()), "done") << "the lock goes with its process, however that ends";
}

TEST_F(IndexErrors, AFolderThatMayNotBeWritten) {
    write_day("2024-08-29", 3, 2);
    fs::permissions(workshop.path(), fs::perms{0755});
    for (const fs::path& folder : {workshop.index().path(), workshop.generation()}) {
        fs::permissions(folder, fs::perms{0555});
    }
    fs::permissions(workshop.index().lock(), fs::perms{0444});
    const std::string said = in_child([&] {
        drop_privileges();
        std::string all = outcome(workshop.try_update()) + "\n";
        all += outcome(workshop.try_update({.inputs = {}, .rebuild = true})) + "\n";
        all += outcome(workshop.try_update(IndexFolder{"/proc/saegin/index"}, {})) + "\n";
        return all + (workshop.dump() == before ? "answers" : "answers otherwise");
    });
    for (const fs::path& folder : {workshop.index().path(), workshop.generation()}) {
        fs::permissions(folder, fs::perms{0755});
    }
    EXPECT_THAT(said, testing::MatchesRegex("io: [^\n]*\nio: [^\n]*\nio: [^\n]*\nanswers"));
    expect_as_before();
}

TEST_F(IndexErrors, AFileThatMayNotBeRead) {
    write_day("2024-08-29", 3, 2);
    for (const fs::path& folder : {workshop.path(), workshop.index().path(), workshop.generation()}) {
        fs::permissions(folder, fs::perms{0777});
    }
    for (const fs::directory_entry& file : fs::recursive_directory_iterator{workshop.index().path()}) {
        fs::permissions(file.path(), fs::perms{0777});
    }
    const fs::path known = workshop.archive() / "2024-08-28.md";
    const fs::path fresh = workshop.archive() / "2024-08-29.md";
    fs::permissions(fresh, fs::perms{0000});
    const std::string one = in_child([&] {
        drop_privileges();
        const UpdateReport report = workshop.update();
        return report.skipped.size() == 1 ? to_string(report.skipped[0].where) : "not one file was skipped";
    });
    EXPECT_EQ(one, fresh.string()) << "a file that is skipped costs the others nothing";
    expect_as_before();
    fs::permissions(known, fs::perms{0000});
    const std::string all = in_child([&] {
        drop_privileges();
        return outcome(workshop.try_update()) + "\n" + outcome(workshop.try_update({.inputs = {known.string()}}));
    });
    EXPECT_THAT(all, testing::MatchesRegex("io: [^\n]*2024-08-28.md[^\n]*\nio: [^\n]*2024-08-28.md[^\n]*"));
    expect_as_before();
    fs::permissions(fresh, fs::perms{0444});
    const std::string other = in_child([&] {
        drop_privileges();
        const UpdateReport report = workshop.update();
        return std::to_string(report.added) + " added, " + std::to_string(report.removed) + " removed";
    });
    EXPECT_EQ(other, "3 added, 0 removed") << "what was indexed from a file stays while it cannot be read";
}

TEST_F(IndexErrors, ARunThatMakesNoIndexLeavesNothingBehind) {
    const fs::path top = workshop.path() / "new";
    const fs::path empty = workshop.path() / "empty";
    const fs::path shared = workshop.path() / "shared";
    fs::create_directories(empty);
    fs::create_directories(shared);
    const std::string broken = (workshop.path() / "missing.jsonl").string();
    for (const bool rebuild : {false, true}) {
        const RunSetup run{.inputs = {broken}, .rebuild = rebuild};
        EXPECT_NE(outcome(workshop.try_update(IndexFolder{top / "deep" / "index"}, run)), "done");
        EXPECT_FALSE(fs::exists(top)) << "folders that it made";
        EXPECT_NE(outcome(workshop.try_update(IndexFolder{empty}, run)), "done");
        EXPECT_TRUE(fs::is_empty(empty)) << "a folder that was there stays, as it was";
        EXPECT_NE(outcome(workshop.try_update(IndexFolder{shared / "index"}, run)), "done");
        EXPECT_TRUE(fs::is_empty(shared));
        EXPECT_NE(outcome(workshop.try_update(run)), "done");
        expect_as_before();
    }
    EXPECT_EQ(outcome(workshop.try_update(IndexFolder{top / "deep" / "index"}, {})), "done");
    EXPECT_TRUE(fs::exists(top / "deep" / "index" / "lock")) << "one that made an index leaves all of it";
}

TEST_F(IndexErrors, AFolderThatHoldsSomethingElse) {
    const IndexFolder photos{workshop.path() / "photos"};
    fs::create_directories(photos.path() / "generation-1");
    std::ofstream{photos.path() / "sea.jpg"} << "blue";
    for (const bool rebuild : {false, true}) {
        const RunSetup run{.inputs = {}, .rebuild = rebuild};
        EXPECT_THAT(outcome(workshop.try_update(photos, run)), StartsWith("version: ")) << rebuild;
        EXPECT_THAT(outcome(workshop.try_update(IndexFolder{photos.path() / "sea.jpg"}, run)), StartsWith("version: "));
    }
    EXPECT_THAT(outcome(open_index(photos)), StartsWith("version: "));
    EXPECT_EQ(std::distance(fs::directory_iterator{photos.path()}, fs::directory_iterator{}), 2) << "nothing added";
    EXPECT_TRUE(fs::exists(photos.path() / "generation-1")) << "nothing removed";
}

TEST_F(IndexErrors, ADatabaseOfAnotherProgram) {
    const IndexFolder foreign{workshop.path() / "mail"};
    const auto open = [&] { return Xapian::WritableDatabase{foreign.path().string(), Xapian::DB_CREATE_OR_OPEN}; };
    Xapian::Document letter;
    letter.set_data("dear reader");
    open().add_document(letter);
    for (const bool rebuild : {false, true}) {
        EXPECT_THAT(outcome(workshop.try_update(foreign, {.inputs = {}, .rebuild = rebuild})), StartsWith("version: "));
    }
    EXPECT_THAT(outcome(open_index(foreign)), StartsWith("version: "));
    EXPECT_EQ(open().get_document(1).get_data(), "dear reader");

    const IndexFolder stub{workshop.path() / "stub"};
    fs::create_directories(stub.path());
    std::ofstream{stub.stub()} << "auto " << foreign.path().string() << "\n";
    for (const bool rebuild : {false, true}) {
        EXPECT_THAT(outcome(workshop.try_update(stub, {.inputs = {}, .rebuild = rebuild})), StartsWith("version: "));
    }
    EXPECT_THAT(outcome(open_index(stub)), StartsWith("version: "));
}

TEST_F(IndexErrors, AnotherSchemaOrAnalyzer) {
    for (const std::string_view key : {schema::kVersionKey, schema::kAnalyzerKey}) {
        const std::string ours = open_index(workshop.index())->get_metadata(std::string{key});
        set_metadata(key, "0");
        EXPECT_THAT(outcome(workshop.try_update()), StartsWith("version: ")) << key;
        EXPECT_THAT(outcome(workshop.try_update()), HasSubstr("--rebuild")) << key;
        EXPECT_THAT(outcome(open_index(workshop.index())), StartsWith("version: ")) << key;
        set_metadata(key, ours);
        expect_as_before();
        set_metadata(key, "0");
        EXPECT_EQ(outcome(workshop.try_update({.inputs = {}, .rebuild = true})), "done") << "as the hint says";
        expect_as_before();
    }
    set_metadata(schema::kVersionKey, "");
    EXPECT_THAT(outcome(workshop.try_update()), StartsWith("version: ")) << "a Xapian database, but not ours";
}

TEST_F(IndexErrors, ADamagedGeneration) {
    const std::vector<std::pair<std::string, std::function<void(const fs::path&)>>> damages{
        {"a table of nonsense",
         [](const fs::path& generation) {
             std::ofstream{generation / "postlist.glass", std::ios::binary} << std::string(65536, '\x5A');
         }},
        {"a table cut short", [](const fs::path& generation) { fs::resize_file(generation / "postlist.glass", 10); }},
        {"no table", [](const fs::path& generation) { fs::remove(generation / "postlist.glass"); }},
        {"a root of nonsense",
         [](const fs::path& generation) { std::ofstream{generation / "iamglass"} << std::string(100, '\x5A'); }},
        {"an empty root", [](const fs::path& generation) { fs::resize_file(generation / "iamglass", 0); }},
        {"no root", [](const fs::path& generation) { fs::remove(generation / "iamglass"); }},
        {"no generation", [](const fs::path& generation) { fs::remove_all(generation); }},
    };
    for (const auto& [name, damage] : damages) {
        damage(workshop.generation());
        EXPECT_THAT(outcome(workshop.try_update()), StartsWith("corrupt: ")) << name;
        EXPECT_THAT(outcome(workshop.try_update()), HasSubstr("--rebuild")) << name;
        ASSERT_EQ(outcome(workshop.try_update({.inputs = {}, .rebuild = true})), "done") << name;
        expect_as_before();
    }
}

TEST_F(IndexErrors, RecordsThatCannotBeRead) {
    const std::string key = manifest_key((workshop.archive() / "2024-08-28.md").string());
    const std::string ours = open_index(workshop.index())->get_metadata(key);
    set_metadata(key, "{\"file\": 7}");
    EXPECT_THAT(outcome(workshop.try_update()), StartsWith("corrupt: "));
    set_metadata(key, ours);
    expect_as_before();
    {
        Xapian::WritableDatabase database{workshop.generation().string(), Xapian::DB_OPEN};
        Xapian::Document document = database.get_document(1);
        document.set_data("[]");
        database.replace_document(1, document);
        database.commit();
    }
    workshop.write("2024-08-28.md", test::digest_text("2024-08-28", {{.id = "2408.00001"}}));
    EXPECT_THAT(outcome(workshop.try_update()), StartsWith("corrupt: "));
    EXPECT_EQ(outcome(workshop.try_update({.inputs = {}, .rebuild = true})), "done");
}

TEST_F(IndexErrors, AStubThatWasCutShort) {
    for (const char* const stub : {"", "gla", "glass generation-", "glass generation-1x"}) {
        std::ofstream{workshop.index().stub(), std::ios::trunc} << stub;
        const std::string said = outcome(workshop.try_update());
        EXPECT_THAT(said, AnyOf(StartsWith("corrupt: "), StartsWith("version: "), StartsWith("io: "))) << stub;
        ASSERT_TRUE(fs::exists(workshop.index().generation(1))) << "'" << stub << "': the index itself is whole";
    }
    std::ofstream{workshop.index().stub(), std::ios::trunc} << "glass generation-1\n";
    expect_as_before();
}

TEST_F(IndexErrors, InputsThatCannotBeTaken) {
    const std::string large = workshop.write("large.md", "");
    fs::resize_file(large, kMaxDigestBytes + 1);  // a hole: it takes no space
    const std::string picture = workshop.write("picture.png", "no digest");
    for (const bool rebuild : {false, true}) {
        const auto run = [&](const std::string& input) {
            return outcome(workshop.try_update({.inputs = {input}, .rebuild = rebuild}));
        };
        EXPECT_THAT(run(large), StartsWith("invalid input: "));
        EXPECT_THAT(run(picture), StartsWith("usage: "));
        EXPECT_THAT(run(workshop.path().string() + "/nowhere"), StartsWith("not found: "));
        EXPECT_THAT(run(workshop.index().path().string()), StartsWith("not found: ")) << "nothing to read in it";
        expect_as_before();
    }
}

}  // namespace
}  // namespace saegin::indexer
