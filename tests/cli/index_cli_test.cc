// saegin-index as a user runs it: what it prints where, and how it ends.
//  1. --json prints one object with the documented keys; without it, people get sentences.
//  2. What was skipped is told on standard error, and ends with 2 only under --strict.
//  3. Errors and wrong use end with 2, with a hint on standard error and nothing on standard output.
//  4. Progress is silent in a pipe unless it is asked for.
//  5. The index stands where --db or the environment says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "common/index_folder.h"
#include "tests/support/archive_text.h"
#include "tests/support/index_dump.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_dir.h"

namespace saegin {
namespace {

namespace fs = std::filesystem;
using test::CommandResult;
using test::CommandSetup;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::StartsWith;

class IndexCli : public testing::Test {
protected:
    IndexCli() {
        write("2024/08/28.md", test::digest_text("2024-08-28", {{.id = "2408.00001"}, {.id = "2408.00002"}}));
        write("2024/08/29.md", test::digest_text("2024-08-29", {{.id = "2408.00003"}}));
    }

    std::string write(const std::string& name, const std::string& content) const {
        return temp.write_file("archive/" + name, content);
    }
    [[nodiscard]] std::string archive() const { return (temp.path() / "archive").string(); }
    [[nodiscard]] std::string db() const { return (temp.path() / "index").string(); }

    /// Runs the program with `--db` of this test.
    [[nodiscard]] CommandResult run(std::vector<std::string> words, const CommandSetup& setup = {}) const {
        words.insert(words.begin(), {SAEGIN_INDEX, "--db", db()});
        return test::run_command(words, setup);
    }
    /// The same with --json, which must end well.
    [[nodiscard]] nlohmann::json report(std::vector<std::string> words, const CommandSetup& setup = {}) const {
        words.emplace_back("--json");
        const CommandResult result = run(words, setup);
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return nlohmann::json::parse(result.out);
    }
    void expect_error(const CommandResult& result, const std::string& message) const {
        EXPECT_EQ(result.exit_code, 2) << message;
        EXPECT_EQ(result.out, "");
        EXPECT_THAT(result.err, AllOf(StartsWith("saegin-index: "), HasSubstr(message)));
        EXPECT_THAT(result.err, testing::EndsWith(")\n")) << "a hint is missing";
    }

    test::TempDir temp;
};

TEST_F(IndexCli, JsonTellsOfTheRun) {
    const nlohmann::json first = report({archive()});
    EXPECT_EQ(first.at("files"), 2);
    EXPECT_EQ(first.at("entries"), 3);
    EXPECT_EQ(first.at("papers"), 3);
    EXPECT_EQ(first.at("added"), 3);
    EXPECT_EQ(first.at("updated"), 0);
    EXPECT_EQ(first.at("removed"), 0);
    EXPECT_EQ(first.at("unchanged"), 0);
    EXPECT_EQ(first.at("skipped"), nlohmann::json::array());
    EXPECT_GT(first.at("terms"), 10);
    EXPECT_GE(first.at("seconds"), 0.0);
    EXPECT_GT(first.at("index_bytes"), 1000);

    fs::remove(archive() + "/2024/08/29.md");
    write("2024/08/28.md", test::digest_text("2024-08-28", {{.id = "2408.00001"}, {.id = "2408.00004"}}));
    const nlohmann::json second = report({archive()});
    EXPECT_EQ(second.at("added"), 1);
    EXPECT_EQ(second.at("removed"), 2);
    EXPECT_EQ(second.at("unchanged"), 1);
    EXPECT_EQ(second.at("papers"), 2);
}

TEST_F(IndexCli, WithoutJsonItTellsPeople) {
    const CommandResult first = run({archive()});
    EXPECT_EQ(first.exit_code, 0);
    EXPECT_THAT(first.out, StartsWith("3 papers from 2 files in this index: 3 added, 0 updated, 0 removed, "));
    EXPECT_THAT(first.out, HasSubstr(db()));
    EXPECT_EQ(first.err, "");
    const CommandResult quiet = run({"--quiet", "--rebuild", archive()});
    EXPECT_EQ(quiet.exit_code, 0);
    EXPECT_EQ(quiet.out + quiet.err, "");
}

TEST_F(IndexCli, WhatIsSkippedIsToldAndStrictMinds) {
    const std::string bad = write("bad.md", "## Daily Papers (2024-08-30)\n\n### No link here\n");
    const CommandResult result = run({archive(), "--json"});
    EXPECT_EQ(result.exit_code, 0) << "a partly readable input is no failure";
    EXPECT_THAT(result.err, StartsWith(bad + ":3: skipped: "));
    const nlohmann::json skipped = nlohmann::json::parse(result.out).at("skipped");
    ASSERT_EQ(skipped.size(), 1U);
    EXPECT_EQ(skipped[0].at("file"), bad);
    EXPECT_EQ(skipped[0].at("line"), 3);
    EXPECT_THAT(skipped[0].at("reason").get<std::string>(), HasSubstr("no link"));

    const CommandResult strict = run({"--strict", archive()});
    EXPECT_EQ(strict.exit_code, 2) << "also where the file is unchanged";
    EXPECT_THAT(strict.err, HasSubstr(bad + ":3: skipped: "));
    EXPECT_EQ(report({archive()}).at("papers"), 3) << "what could be read is in the index";
    EXPECT_THAT(run({"--quiet", archive()}).err, HasSubstr("skipped")) << "even when it shall be quiet";
}

TEST_F(IndexCli, StandardInputIsJsonLines) {
    const std::string lines = test::jsonl_text("2024-09-01", {{.id = "a"}, {.id = "b"}});
    EXPECT_EQ(report({"-"}, {.input = lines}).at("papers"), 2);
    EXPECT_EQ(report({archive()}).at("papers"), 5);
    EXPECT_EQ(report({"-"}, {.input = ""}).at("removed"), 2) << "an empty stream takes the place of the first";
}

TEST_F(IndexCli, ALineOfNonsenseOnStandardInputIsSkipped) {
    const CommandResult result = run({"-", "--json"}, {.input = "nonsense\n{\"id\":\"a\",\"title\":\"A\"}\n"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, StartsWith("-:1: skipped: "));
    EXPECT_EQ(nlohmann::json::parse(result.out).at("papers"), 1);
}

TEST_F(IndexCli, ProgressIsForTerminalsUnlessAskedFor) {
    EXPECT_EQ(run({archive()}).err, "") << "auto";
    EXPECT_EQ(run({"--progress", "never", "--rebuild", archive()}).err, "");
    const CommandResult shown = run({"--progress", "always", "--rebuild", archive()});
    EXPECT_THAT(shown.err, AllOf(HasSubstr("reading 1 of 2 files"), HasSubstr("indexing "), HasSubstr("merging")));
    EXPECT_THAT(shown.err, testing::EndsWith("\r\033[K")) << "the line is cleared at the end";
    EXPECT_THAT(shown.out, Not(HasSubstr("reading")));
    expect_error(run({"--progress", "sometimes", archive()}), "--progress");
}

TEST_F(IndexCli, ThreadsAreLimited) {
    for (const char* const threads : {"0", "-1", "65", "many"}) {
        expect_error(run({std::string{"--threads="} + threads, archive()}), "--threads");
    }
    EXPECT_EQ(report({"--threads", "3", archive()}).at("papers"), 3);
}

TEST_F(IndexCli, WrongUseIsAnError) {
    expect_error(run({}), "no input given");
    expect_error(run({"--fast", archive()}), "fast");
    expect_error(run({"check", "--rebuild"}), "rebuild");
    expect_error(run({archive() + "/nowhere"}), "does not exist");
    expect_error(run({write("notes.txt", "x")}), "notes.txt");
    expect_error(run({"--db", "", archive()}), "--db is empty");
    EXPECT_FALSE(fs::exists(fs::path{db()} / "XAPIANDB")) << "no index was made";
}

TEST_F(IndexCli, HelpAndVersion) {
    const CommandResult help = test::run_command({SAEGIN_INDEX, "--help"});
    EXPECT_EQ(help.exit_code, 0);
    for (const char* const flag : {"--db", "--rebuild", "--threads", "--progress", "--quiet", "--strict", "--json"}) {
        EXPECT_THAT(help.out, HasSubstr(flag));
    }
    EXPECT_THAT(help.out, AllOf(HasSubstr("check"), HasSubstr("compact"), HasSubstr("INPUT...")));
    EXPECT_EQ(test::run_command({SAEGIN_INDEX, "check", "--help"}).exit_code, 0);
    EXPECT_THAT(test::run_command({SAEGIN_INDEX, "--version"}).out, testing::MatchesRegex("saegin-index [0-9.]+\n"));
}

TEST_F(IndexCli, TheIndexStandsWhereTheEnvironmentSays) {
    const std::string home = (temp.path() / "home").string();
    const auto place = [&](const std::vector<std::string>& environment) {
        std::vector<std::string> whole{"SAEGIN_DB", "XDG_DATA_HOME", "HOME"};
        for (const std::string& setting : environment) {
            const std::string name = setting.substr(0, setting.find('='));
            std::replace(whole.begin(), whole.end(), name, setting);
        }
        return test::run_command({SAEGIN_INDEX, archive()}, {.environment = whole});
    };
    EXPECT_EQ(place({"HOME=" + home}).exit_code, 0);
    EXPECT_TRUE(fs::exists(home + "/.local/share/saegin/index/XAPIANDB"));
    EXPECT_EQ(place({"HOME=" + home, "XDG_DATA_HOME=" + home + "/data"}).exit_code, 0);
    EXPECT_TRUE(fs::exists(home + "/data/saegin/index/XAPIANDB"));
    EXPECT_EQ(place({"HOME=" + home, "XDG_DATA_HOME=" + home + "/data", "SAEGIN_DB=" + home + "/db"}).exit_code, 0);
    EXPECT_TRUE(fs::exists(home + "/db/XAPIANDB"));
    expect_error(place({}), "no index folder");
}

TEST_F(IndexCli, CheckTellsASoundIndexFromADamagedOne) {
    expect_error(run({"check"}), "no index");
    (void)report({archive()});
    const CommandResult sound = run({"check"});
    EXPECT_EQ(sound.exit_code, 0);
    EXPECT_THAT(sound.out, HasSubstr("sound"));
    {
        Xapian::WritableDatabase database{db() + "/generation-1", Xapian::DB_OPEN};
        database.add_document(database.get_document(1));
        database.commit();
    }
    const CommandResult damaged = run({"check"});
    EXPECT_EQ(damaged.exit_code, 2);
    EXPECT_THAT(damaged.out, HasSubstr("stands twice"));
    EXPECT_THAT(damaged.err, HasSubstr("--rebuild"));
}

TEST_F(IndexCli, CompactKeepsWhatTheIndexSays) {
    expect_error(run({"compact"}), "no index");
    (void)report({archive()});
    const std::string before = test::dump_index(*open_index(IndexFolder{db()}));
    const CommandResult result = run({"compact"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(test::first_difference(test::dump_index(*open_index(IndexFolder{db()})), before), "");
    EXPECT_EQ(run({"check"}).exit_code, 0);
}

TEST_F(IndexCli, AForeignFolderIsLeftAlone) {
    temp.write_file("index/letter.txt", "dear reader");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{archive()}, {"--rebuild", archive()}, {"check"}, {"compact"}}) {
        expect_error(run(words), "no index of saegin");
    }
    EXPECT_EQ(std::distance(fs::directory_iterator{db()}, fs::directory_iterator{}), 1);
}

TEST_F(IndexCli, AFullOutputIsAnError) {
    const CommandResult result = run({archive(), "--json"}, {.output_file = "/dev/full"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("standard output"));
    EXPECT_EQ(report({archive()}).at("unchanged"), 3) << "the index was made all the same";
}

TEST_F(IndexCli, FileNamesThatAreNoTextCanBeReported) {
    write("\xFF.md", "### No link\n" + test::entry_text({.id = "2408.00009"}));
    const CommandResult result = run({archive(), "--json"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    const nlohmann::json report = nlohmann::json::parse(result.out, nullptr, false);
    ASSERT_TRUE(report.is_object()) << result.out;
    EXPECT_EQ(report.at("papers"), 4);
}

TEST_F(IndexCli, KeepsToTheDocumentedKeys) {
    const nlohmann::json printed = report({archive()});
    std::set<std::string> keys;
    for (const auto& [key, unused] : printed.items()) {
        keys.insert(key);
    }
    EXPECT_THAT(keys, IsSupersetOf({"files", "entries", "papers", "added", "updated", "removed", "unchanged", "skipped",
                                    "terms", "seconds", "index_bytes"}));
}

}  // namespace
}  // namespace saegin
