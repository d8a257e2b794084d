// What the command-line table promises:
//  1. Commands, flags and operands are told apart as the table says, wherever they stand.
//  2. What the table does not know is an error of use that says where help is.
//  3. Values are checked against their limits.
//  4. Help names everything that is in the table, and nothing of it goes missing.
//  5. Each way to end has its exit code, and errors go to standard error.
#include "common/cli.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

#include "common/number_text.h"
#include "common/version.h"

namespace saegin::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

Result<Exit> nothing(const Arguments& /*arguments*/) {
    return kDone;
}

/// A program with a command that needs no name, like the indexer.
Program maker() {
    return {
        "maker",
        "makes things",
        {{"db", "DIR", "where it is", 'd'}},
        {{"", "INPUT...", "make", {{"rebuild", "", "from nothing", 'r'}, {"threads", "N", "how many", 'j'}}, nothing},
         {"check", "", "look at it", {{"deep", "", "all of it"}}, nothing}},
        "Examples:\n  maker x\n"};
}

/// A program all of whose commands have names, like the reader.
Program finder() {
    return {"finder",
            "finds things",
            {{"db", "DIR", "where it is"}},
            {{"search", "QUERY...", "find", {{"limit", "N", "how many", 'n'}}, nothing},
             {"show", "ID", "one thing", {}, nothing}},
            ""};
}

Invocation parsed(const Program& program, const std::vector<std::string>& words) {
    Result<Invocation> invocation = parse(program, words);
    if (!invocation) {
        ADD_FAILURE() << to_string(invocation.error());
        return {};
    }
    return *invocation;
}

Arguments arguments(const std::vector<std::string>& words) {
    static const Program program = maker();
    return parsed(program, words).arguments;
}

TEST(CliParse, FindsTheCommandWhereverItStands) {
    const Program program = finder();
    for (const std::vector<std::string>& words : {std::vector<std::string>{"--db", "x", "search", "-n", "3", "word"},
                                                  std::vector<std::string>{"search", "word", "-n3", "--db", "x"},
                                                  std::vector<std::string>{"--db=x", "search", "--limit=3", "word"}}) {
        const Invocation invocation = parsed(program, words);
        ASSERT_NE(invocation.command, nullptr);
        EXPECT_EQ(invocation.command->name, "search");
        EXPECT_EQ(invocation.arguments.get("db"), "x");
        EXPECT_EQ(invocation.arguments.get("limit"), "3");
        EXPECT_THAT(invocation.arguments.operands(), ElementsAre("word"));
    }
}

TEST(CliParse, TheCommandWithoutANameTakesTheRest) {
    const Program program = maker();
    EXPECT_EQ(parsed(program, {"folder"}).command->name, "");
    EXPECT_EQ(parsed(program, {}).command->name, "");
    EXPECT_EQ(parsed(program, {"check"}).command->name, "check");
    EXPECT_EQ(parsed(program, {"-d", "check", "folder"}).command->name, "") << "'check' is the value of -d";
    EXPECT_EQ(parsed(program, {"--", "check"}).command->name, "");
    EXPECT_THAT(parsed(program, {"--", "check", "--deep"}).arguments.operands(), ElementsAre("check", "--deep"));
}

TEST(CliParse, ADashIsAnOperand) {
    EXPECT_THAT(arguments({"a", "-"}).operands(), ElementsAre("a", "-"));
}

TEST(CliParse, FlagsThatAreGivenSeveralTimesAreKept) {
    const Arguments given = arguments({"--db", "a", "x", "--db=b", "-d", "c"});
    EXPECT_THAT(given.all("db"), ElementsAre("a", "b", "c"));
    EXPECT_EQ(given.get("db"), "c") << "the last one counts";
    EXPECT_THAT(given.all("threads"), IsEmpty());
    EXPECT_EQ(given.get("threads"), std::nullopt);
    EXPECT_FALSE(given.has("rebuild"));
    EXPECT_TRUE(arguments({"-r"}).has("rebuild"));
}

TEST(CliParse, AValueMayBeEmpty) {
    EXPECT_EQ(arguments({"--db", "", "x"}).get("db"), "");
}

TEST(CliParse, WrongUseIsAnErrorThatNamesTheHelp) {
    const Program makes = maker();
    const Program finds = finder();
    const std::vector<std::pair<const Program*, std::vector<std::string>>> wrong{
        {&makes, {"--unknown"}},
        {&makes, {"--db"}},
        {&makes, {"--rebuild=yes"}},
        {&makes, {"check", "-r"}},
        {&makes, {"check", "x"}},
        {&makes, {"-x"}},
        {&finds, {}},
        {&finds, {"fly"}},
        {&finds, {"--db", "x"}},
        {&finds, {"search", "--deep"}},
        {&finds, {"search", "--li", "3"}},
    };
    for (const auto& [program, words] : wrong) {
        const auto invocation = parse(*program, words);
        ASSERT_FALSE(invocation) << testing::PrintToString(words);
        EXPECT_EQ(invocation.error().code, Code::kUsage);
        EXPECT_THAT(invocation.error().hint, HasSubstr("--help"));
        EXPECT_THAT(invocation.error().hint, HasSubstr(program->name));
    }
    EXPECT_THAT(parse(finds, {"fly"}).error().message, HasSubstr("'fly'"));
    EXPECT_THAT(parse(finds, {"search", "--deep"}).error().hint, HasSubstr("finder search --help"));
}

TEST(CliParse, ASlipInANameIsAnErrorThatNamesWhatWasMeant) {
    const Program program = finder();
    const auto hint = [&](const std::vector<std::string>& words) { return parse(program, words).error().hint; };
    EXPECT_THAT(hint({"serch", "x"}), StartsWith("did you mean 'search'? "));
    EXPECT_THAT(hint({"search", "x", "--limt", "3"}), StartsWith("did you mean '--limit'? "));
    EXPECT_THAT(hint({"search", "x", "--limt=3"}), StartsWith("did you mean '--limit'? "));
    EXPECT_THAT(hint({"search", "--hepl"}), StartsWith("did you mean '--help'? "));
    EXPECT_THAT(hint({"show", "--limt", "3"}), StartsWith("see ")) << "a flag of another command";
    EXPECT_THAT(hint({"fly"}), StartsWith("see "));
    EXPECT_THAT(hint({"search", "-x"}), StartsWith("see "));
}

TEST(CliValues, IntegersStayWithinTheirLimits) {
    const auto threads = [](const std::string& text) {
        return arguments({"--threads=" + text}).integer("threads", 4, 1, 64);
    };
    EXPECT_EQ(*arguments({}).integer("threads", 4, 1, 64), 4);
    EXPECT_EQ(*threads("1"), 1);
    EXPECT_EQ(*threads("64"), 64);
    for (const char* const text : {"0", "65", "-1", "x", "3x", "3.5", " 3", "+3", "99999999999999999999", "0x10"}) {
        const auto value = threads(text);
        ASSERT_FALSE(value) << "'" << text << "'";
        EXPECT_EQ(value.error().code, Code::kUsage);
        EXPECT_THAT(to_string(value.error()), AllOf(HasSubstr("--threads"), HasSubstr("1 to 64")));
    }
}

TEST(CliValues, NumbersAreFiniteAndWithinTheirLimits) {
    const auto weight = [](const std::string& text) {
        return arguments({"--threads=" + text}).number("threads", 0.5, 0, 10);
    };
    EXPECT_EQ(*arguments({}).number("threads", 0.5, 0, 10), 0.5);
    EXPECT_EQ(*weight("0.25"), 0.25);
    EXPECT_EQ(*weight("1e1"), 10);
    EXPECT_EQ(*weight("0"), 0);
    for (const char* const text : {"nan", "inf", "-0.1", "10.01", "a", "1,5", "1.5x"}) {
        const auto value = weight(text);
        ASSERT_FALSE(value) << "'" << text << "'";
        EXPECT_EQ(value.error().code, Code::kUsage);
    }
}

TEST(CliValues, ChoicesAreAmongThoseAllowed) {
    const std::vector<std::string> allowed{"auto", "always", "never"};
    EXPECT_EQ(*arguments({}).choice("threads", allowed), "auto");
    EXPECT_EQ(*arguments({"--threads=never"}).choice("threads", allowed), "never");
    const auto value = arguments({"--threads=sometimes"}).choice("threads", allowed);
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, Code::kUsage);
    EXPECT_THAT(value.error().hint, HasSubstr("auto, always, never"));
}

TEST(CliHelp, NamesEverythingInTheTable) {
    for (const Program& program : {maker(), finder()}) {
        const std::string text = help(program);
        EXPECT_THAT(text, StartsWith(program.name + ": " + program.summary + "\n"));
        EXPECT_THAT(text, HasSubstr(program.epilogue));
        EXPECT_THAT(text, HasSubstr("Exit codes: 0 "));
        for (const Flag& flag : program.flags) {
            EXPECT_THAT(text, HasSubstr("--" + flag.name));
        }
        for (const Command& command : program.commands) {
            EXPECT_THAT(text, HasSubstr(command.summary));
            const std::string own = help(program, command);
            for (const auto* flags : {&program.flags, &command.flags}) {
                for (const Flag& flag : *flags) {
                    EXPECT_THAT(own, AllOf(HasSubstr("--" + flag.name), HasSubstr(flag.help)));
                    EXPECT_THAT(text, AllOf(HasSubstr("--" + flag.name), HasSubstr(flag.help)));
                }
            }
        }
        EXPECT_THAT(text, HasSubstr("-h, --help"));
        EXPECT_THAT(text, HasSubstr("-V, --version"));
    }
}

TEST(CliHelp, AColumnThatIsTooNarrowMovesTheHelpDown) {
    Program program = finder();
    program.flags.push_back({"a-flag-with-a-very-long-name", "VALUE", "its help"});
    EXPECT_THAT(help(program),
                HasSubstr("--a-flag-with-a-very-long-name VALUE\n" + std::string(28, ' ') + "its help\n"));
}

/// Runs a program in which the command "do" ends as `work` says.
struct Ran {
    int exit_code;
    std::string out;
    std::string err;
};
Ran ran(const std::function<Result<Exit>()>& work, std::vector<const char*> words = {"do"}) {
    const Program program{
        "tool", "does things", {}, {{"do", "", "do it", {}, [&](const Arguments&) { return work(); }}}, ""};
    words.insert(words.begin(), "tool");
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int exit_code = run(program, static_cast<int>(words.size()), words.data());
    std::string out = testing::internal::GetCapturedStdout();
    return {exit_code, std::move(out), testing::internal::GetCapturedStderr()};
}

TEST(CliRun, EachWayToEndHasItsExitCode) {
    EXPECT_EQ(ran([] { return kDone; }).exit_code, 0);
    EXPECT_EQ(ran([] { return kNothing; }).exit_code, 1);
    const Ran failed = ran([]() -> Result<Exit> { return Error{Code::kNotFound, "no index", "make one"}; });
    EXPECT_EQ(failed.exit_code, 2);
    EXPECT_EQ(failed.err, "tool: no index (make one)\n");
    EXPECT_EQ(failed.out, "");
    EXPECT_EQ(ran([] { return kDone; }, {"other"}).exit_code, 2);
    EXPECT_EQ(ran([] { return kDone; }, {}).exit_code, 2);
}

TEST(CliRun, ExceptionsAreReportedAsDefects) {
    const Ran defect = ran([]() -> Result<Exit> { throw std::logic_error("oops"); });
    EXPECT_EQ(defect.exit_code, 2);
    EXPECT_THAT(defect.err, AllOf(StartsWith("tool: oops"), HasSubstr("report it")));
    const Ran memory = ran([]() -> Result<Exit> { throw std::bad_alloc(); });
    EXPECT_EQ(memory.exit_code, 2);
    EXPECT_THAT(memory.err, HasSubstr("out of memory"));
}

TEST(CliRun, HelpAndVersionRunNothing) {
    const auto never = []() -> Result<Exit> { throw std::logic_error("must not run"); };
    for (const char* const word : {"--help", "-h"}) {
        EXPECT_THAT(ran(never, {word}).out, StartsWith("tool: does things"));
        EXPECT_THAT(ran(never, {"do", word}).out, StartsWith("Usage: tool do"));
        EXPECT_EQ(ran(never, {"do", word}).exit_code, 0);
    }
    for (const char* const word : {"--version", "-V"}) {
        EXPECT_EQ(ran(never, {word}).out, std::string{"tool "} + kVersion + "\n");
        EXPECT_EQ(ran(never, {"do", word}).exit_code, 0);
    }
}

TEST(NumberText, ReadsAsPeopleWriteNumbers) {
    EXPECT_EQ(with_commas(0), "0");
    EXPECT_EQ(with_commas(999), "999");
    EXPECT_EQ(with_commas(1000), "1,000");
    EXPECT_EQ(with_commas(1234567), "1,234,567");
    EXPECT_EQ(with_commas(18446744073709551615U), "18,446,744,073,709,551,615");
    EXPECT_EQ(byte_text(0), "0 B");
    EXPECT_EQ(byte_text(999), "999 B");
    EXPECT_EQ(byte_text(1000), "1.0 kB");
    EXPECT_EQ(byte_text(12'345'678), "12.3 MB");
    EXPECT_EQ(byte_text(2'000'000'000), "2.0 GB");
    EXPECT_EQ(byte_text(5'600'000'000'000), "5.6 TB");
}

}  // namespace
}  // namespace saegin::cli
