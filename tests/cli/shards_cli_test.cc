// Several --db, one of which does not answer: as a user meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/temp_dir.h"

namespace saegin::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Nothing listens at port 1 of the loopback, and nobody but root could make it.
constexpr const char* kDead = "tcp://127.0.0.1:1";

class ShardsCli : public ::testing::Test {
protected:
    ShardsCli() {
        const std::string input = temp_.write_file("papers.jsonl", R"({"id":"a","title":"Whale songs"})");
        const CommandResult made = run_command({SAEGIN_INDEX, "--db", db(), "--quiet", input});
        EXPECT_EQ(made.exit_code, 0) << made.err;
    }

    [[nodiscard]] std::string db() const { return (temp_.path() / "index").string(); }
    [[nodiscard]] CommandResult query(const std::vector<std::string>& words) const {
        std::vector<std::string> all{SAEGIN_QUERY, "--db", db(), "--db", kDead};
        all.insert(all.end(), words.begin(), words.end());
        return run_command(all);
    }

    TempDir temp_;
};

TEST_F(ShardsCli, ADeadServerIsAnErrorThatNamesIt) {
    for (const std::vector<std::string>& command : {std::vector<std::string>{"search", "whale"},
                                                    {"related", "a"},
                                                    {"show", "a"},
                                                    {"suggest", "wha"},
                                                    {"glossary"},
                                                    {"author", "Ada"},
                                                    {"stats"}}) {
        const CommandResult result = query(command);
        EXPECT_EQ(result.exit_code, 2) << command.front();
        EXPECT_THAT(result.err, HasSubstr(kDead)) << command.front();
        EXPECT_THAT(result.err, HasSubstr("--partial")) << command.front();
        EXPECT_EQ(result.out, "") << command.front();
    }
}

TEST_F(ShardsCli, PartialAnswersTellWhatIsMissing) {
    const CommandResult text = query({"--partial", "search", "whale"});
    EXPECT_EQ(text.exit_code, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("songs"));
    EXPECT_THAT(text.out, HasSubstr(std::string{"Missing: "} + kDead));
    const CommandResult json = query({"--partial", "search", "--json", "whale"});
    const nlohmann::json answer = nlohmann::json::parse(json.out);
    EXPECT_EQ(answer["results"].size(), 1U);
    ASSERT_EQ(answer["missing"].size(), 1U);
    EXPECT_EQ(answer["missing"][0]["db"], kDead);
    EXPECT_THAT(answer["missing"][0]["reason"].get<std::string>(), HasSubstr("refused"));
    for (const std::vector<std::string>& command : {std::vector<std::string>{"--partial", "show", "a"},
                                                    {"--partial", "suggest", "wha"},
                                                    {"--partial", "stats"}}) {
        const CommandResult result = query(command);
        EXPECT_EQ(result.exit_code, 0) << command[1] << ": " << result.err;
        EXPECT_THAT(result.err, HasSubstr(std::string{"missing: "} + kDead)) << command[1];
    }
}

TEST_F(ShardsCli, NothingIsMissingWhereAllAnswer) {
    const CommandResult result = run_command({SAEGIN_QUERY, "--db", db(), "--partial", "search", "--json", "whale"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(nlohmann::json::parse(result.out)["missing"].size(), 0U);
    const CommandResult none = run_command({SAEGIN_QUERY, "--db", kDead, "--partial", "search", "whale"});
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_THAT(none.err, HasSubstr(kDead));
    const CommandResult mistyped = run_command({SAEGIN_QUERY, "--db", "tcp://nowhere", "search", "whale"});
    EXPECT_EQ(mistyped.exit_code, 2);
    EXPECT_THAT(mistyped.err, HasSubstr("tcp://HOST:PORT"));
    EXPECT_THAT(mistyped.err, Not(HasSubstr("Xapian")));
}

}  // namespace
}  // namespace saegin::test
