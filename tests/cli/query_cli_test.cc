// saegin-query as a user runs it: help, exit codes, where the index is looked for, and what each command prints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/archive_text.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_dir.h"

namespace saegin::test {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::vector<std::string> kNowhere{"SAEGIN_DB", "XDG_DATA_HOME", "HOME=/nonexistent"};

class QueryCli : public testing::Test {
protected:
    void SetUp() override {
        const std::vector<PaperText> papers{
            {.id = "2408.00001", .title = "Whales by Sound", .summary = "확산모델은 고래의 소리를 셉니다."},
            {.id = "2408.00002", .title = "Whales by Sight", .summary = "고래를 눈으로 셉니다.", .votes = "90"},
            {.id = "2408.00003", .title = "Rice", .summary = "밥을 짓습니다.", .authors = "Eve Nobody"},
        };
        temp_.write_file("files/2024/08/28.md", digest_text("2024-08-28", papers));
        const CommandResult made = run_command({SAEGIN_INDEX, "--db", db_, (temp_.path() / "files").string()});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }

    [[nodiscard]] CommandResult query(std::vector<std::string> words, const CommandSetup& setup = {}) const {
        words.insert(words.begin(), {SAEGIN_QUERY, "--db", db_});
        return run_command(words, setup);
    }

    /// What went wrong is told once, on standard error, with a hint; nothing is printed; the exit code is 2.
    static void expect_error(const CommandResult& result, const std::string& about) {
        EXPECT_EQ(result.exit_code, 2) << about;
        EXPECT_THAT(result.out, IsEmpty());
        EXPECT_THAT(result.err, AllOf(StartsWith("saegin-query: "), HasSubstr(about), HasSubstr(" (")));
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    }

    [[nodiscard]] std::string content(const std::string& name) const {
        std::ifstream in{temp_.path() / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

    TempDir temp_;
    std::string db_ = (temp_.path() / "index").string();
};

TEST_F(QueryCli, SearchPrintsForPeopleWithoutColoursInAPipe) {
    const CommandResult found = query({"search", "고래", "소리"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.err, IsEmpty());
    EXPECT_THAT(found.out, AllOf(HasSubstr("Whales by Sound"), HasSubstr("[고래]의 [소리]를"),
                                 HasSubstr("2 of 2 papers"), Not(HasSubstr("\033")), Not(HasSubstr("Rice"))));
    EXPECT_LT(found.out.find("by Sound"), found.out.find("by Sight"));
}

TEST_F(QueryCli, OneWordOrManyArgumentsAreTheSameQuery) {
    const json one = json::parse(query({"search", "--json", "확산 모델"}).out);
    const json two = json::parse(query({"search", "확산", "모델", "--json"}).out);
    EXPECT_EQ(one["query"], "확산 모델");
    EXPECT_EQ(one["query"], two["query"]);
    EXPECT_EQ(one["results"], two["results"]);
    EXPECT_EQ(one["total"], 1);
}

TEST_F(QueryCli, ExitCodesTellFoundFromNothingFromWrong) {
    EXPECT_EQ(query({"search", "고래"}).exit_code, 0);
    const CommandResult nothing = query({"search", "없는말"});
    EXPECT_EQ(nothing.exit_code, 1);
    EXPECT_THAT(nothing.out, HasSubstr("Nothing found for '없는말'."));
    EXPECT_THAT(nothing.err, IsEmpty());
    EXPECT_EQ(query({"search", "?!"}).exit_code, 1) << "a search box never fails";
    EXPECT_EQ(query({"search", "고래", "--since", "2025-01-01"}).exit_code, 1);
    const CommandResult as_json = query({"search", "없는말", "--json"});
    EXPECT_EQ(as_json.exit_code, 1);
    EXPECT_EQ(json::parse(as_json.out)["results"], json::array());
    EXPECT_EQ(query({"search"}).exit_code, 2);
}

TEST_F(QueryCli, FlagsOfSearchWork) {
    const auto ids = [&](std::vector<std::string> flags) {
        flags.insert(flags.begin(), {"search", "--json", "고래"});
        const json answer = json::parse(query(flags).out);
        std::vector<std::string> found;
        for (const json& hit : answer["results"]) {
            found.push_back(hit["id"]);
        }
        return found;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(ids({"--sort", "votes"}), (Ids{"2408.00002", "2408.00001"}));
    EXPECT_EQ(ids({"--sort", "votes", "-n", "1"}), (Ids{"2408.00002"}));
    EXPECT_EQ(ids({"--sort", "votes", "-n1", "--offset", "1"}), (Ids{"2408.00001"}));
    EXPECT_EQ(ids({"--vote-weight", "100", "-n1"}), (Ids{"2408.00002"}));
    EXPECT_EQ(ids({"--since", "2024-08-28", "--until=2024-08-28"}).size(), 2U);
    EXPECT_EQ(ids({"--until", "2024-08-27"}), Ids{});
    EXPECT_EQ(ids({"--plain"}).size(), 2U);
}

TEST_F(QueryCli, FacetsCountWhatIsFound) {
    const CommandResult found = query({"search", "고래", "--facets", "-n1"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.out,
                AllOf(HasSubstr("Months    2024-08 (2)\n"), HasSubstr("Votes     50-99 (1) · 0-9 (1)\n"),
                      HasSubstr("Authors   Ada Example (2) · 김하나 (2)\n"),
                      HasSubstr("Sections  What's New (2)\n          to filter, add: section:\"What's New\"\n"),
                      HasSubstr("1 of 2 papers")));
    EXPECT_LT(found.out.find("Whales by"), found.out.find("Months")) << "they follow the papers";
    const json answer = json::parse(query({"search", "고래", "--facets", "--json"}).out);
    EXPECT_EQ(answer["facets"], json::parse(R"({
        "month": [{"value": "2024-08", "papers": 2, "filter": "date:2024-08"}],
        "votes": [{"value": "50-99", "papers": 1, "filter": "votes:50..99"},
                  {"value": "0-9", "papers": 1, "filter": "votes:0..9"}],
        "author": [{"value": "Ada Example", "papers": 2, "filter": "author:\"Ada Example\""},
                   {"value": "김하나", "papers": 2, "filter": "author:\"김하나\""}],
        "section": [{"value": "What's New", "papers": 2, "filter": "section:\"What's New\""}]})"));
    EXPECT_FALSE(json::parse(query({"search", "고래", "--json"}).out).contains("facets")) << "only where asked for";
    const CommandResult nothing = query({"search", "없는말", "--facets", "--json"});
    EXPECT_EQ(nothing.exit_code, 1);
    EXPECT_EQ(json::parse(nothing.out)["facets"]["month"], json::array());
}

TEST_F(QueryCli, RelatedShowAndStatsAnswer) {
    const CommandResult related = query({"related", "2408.00001"});
    EXPECT_EQ(related.exit_code, 0) << related.err;
    EXPECT_THAT(related.out, AllOf(HasSubstr("[Whales] by Sight"), HasSubstr("because of authors: Ada Example, 김하나"),
                                   HasSubstr("고래"), Not(HasSubstr("by Sound"))));
    EXPECT_EQ(query({"related", "2408.00003"}).exit_code, 1) << "no neighbours is nothing found";
    const CommandResult shown = query({"show", "2408.00001"});
    EXPECT_EQ(shown.exit_code, 0);
    EXPECT_THAT(shown.out, AllOf(HasSubstr("Whales by Sound"), HasSubstr("확산모델은 고래의 소리를 셉니다."),
                                 HasSubstr("28.md:3")));
    const json paper = json::parse(query({"show", "2408.00001", "--json"}).out);
    EXPECT_EQ(paper["votes"], 7);
    const json stats = json::parse(query({"stats", "--json"}).out);
    EXPECT_EQ(stats["papers"], 3);
    EXPECT_EQ(stats["files"], 1);
    EXPECT_THAT(query({"stats"}).out, HasSubstr("papers"));
}

TEST_F(QueryCli, SuggestCompletesWhatIsTyped) {
    const CommandResult found = query({"suggest", "ㄱㄹ"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.out, HasSubstr("고래 (2 papers)"));
    EXPECT_THAT(query({"suggest", "whales", "by"}).out, HasSubstr("Whales by Sight (2408.00002)"));
    EXPECT_THAT(query({"suggest", "ada"}).out, HasSubstr("Ada Example (author, 2 papers)"));
    EXPECT_THAT(query({"suggest", "rhfo"}).out, HasSubstr("read as '고래'"));
    const json answer = json::parse(query({"suggest", "--json", "-n", "1", "고"}).out);
    EXPECT_EQ(answer, json::parse(R"({"version":1,"prefix":"고","read_as":"",
                                      "suggestions":[{"kind":"term","text":"고래","papers":2}]})"));
    const CommandResult nothing = query({"suggest", "zzzz"});
    EXPECT_EQ(nothing.exit_code, 1);
    EXPECT_THAT(nothing.out, HasSubstr("Nothing goes on from 'zzzz'."));
    EXPECT_EQ(json::parse(query({"suggest", "--json", "zzzz"}).out)["suggestions"], json::array());
    expect_error(query({"suggest"}), "nothing to complete");
    expect_error(query({"suggest", "x", "-n", "101"}), "limit");
}

TEST_F(QueryCli, GlossaryShowsNamesAndTheirEvidence) {
    const CommandResult nothing = query({"glossary", "고래"});
    EXPECT_EQ(nothing.exit_code, 1) << nothing.err;
    EXPECT_THAT(nothing.out, HasSubstr("No other name is known for '고래'."));
    EXPECT_EQ(query({"glossary"}).exit_code, 1) << "no paper gives a gloss";
    const std::string gloss = "나비(butterfly)를 봅니다.";
    const std::string jsonl = temp_.write_file(
        "files/gloss.jsonl", jsonl_text("2024-09-01", {{.id = "1", .title = "One", .summary = gloss},
                                                       {.id = "2", .title = "Two", .summary = gloss}}));
    ASSERT_EQ(run_command({SAEGIN_INDEX, "--db", db_, (temp_.path() / "files").string()}).exit_code, 0);
    const CommandResult found = query({"glossary", "나비의"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.out, AllOf(HasSubstr("나비 = butterfly (2 papers)"), HasSubstr("1 · 2024-09-01 · One"),
                                 HasSubstr(gloss), HasSubstr("1 of 1 pair")));
    const json pair = json::parse(query({"glossary", "--json"}).out)["pairs"].at(0);
    EXPECT_EQ(pair, json::parse(R"({"name":"butterfly","other":"나비","papers":2,"origin":"gloss","evidence":[]})"));
    const json looked_up = json::parse(query({"glossary", "--json", "Butterflies"}).out);
    EXPECT_EQ(looked_up["pairs"][0]["evidence"].size(), 2U);
    EXPECT_EQ(looked_up["pairs"][0]["evidence"][0]["sentence"], gloss);
    expect_error(query({"glossary", " "}), "the term is empty");
    expect_error(query({"glossary", "-n", "0"}), "limit");
}

TEST_F(QueryCli, AuthorShowsPapersAndPeople) {
    const CommandResult found = query({"author", "example", "ADA", "-n", "1"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.out, AllOf(StartsWith("Ada Example, 2 papers\n"), HasSubstr("With      김하나 (2)"),
                                 HasSubstr(" 1. Whales by Sound\n"), HasSubstr("1 of 2 papers\n")));
    const json author = json::parse(query({"author", "--json", "Eve Nobody"}).out);
    EXPECT_EQ(author["names"], json::parse(R"([{"name":"Eve Nobody","papers":1}])"));
    EXPECT_EQ(author["results"].at(0)["id"], "2408.00003");
    const json searched = json::parse(query({"search", "--json", "rice"}).out)["results"].at(0);
    for (const auto& [field, value] : searched.items()) {
        EXPECT_TRUE(author["results"].at(0).contains(field)) << "a result is the same everywhere: " << field;
    }
    const CommandResult nobody = query({"author", "Eve", "Nobodi"});
    EXPECT_EQ(nobody.exit_code, 1) << nobody.err;
    EXPECT_THAT(nobody.err, IsEmpty());
    EXPECT_EQ(nobody.out, "No paper is by 'Eve Nobodi'. Did you mean: Eve Nobody?\n");
    EXPECT_EQ(json::parse(query({"author", "--json", "Eve Nobodi"}).out)["results"], json::array());
    expect_error(query({"author"}), "no name given");
    expect_error(query({"author", " "}), "no name given");
    expect_error(query({"author", "x", "-n", "0"}), "limit");
}

TEST_F(QueryCli, UnknownPapersAreErrorsWithAHint) {
    for (const char* const command : {"related", "show"}) {
        expect_error(query({command, "1234.56789"}), "no paper '1234.56789'");
    }
}

TEST_F(QueryCli, WrongUsageNamesWhatIsWrong) {
    expect_error(query({}), "no command given");
    expect_error(query({"serch", "x"}), "unknown command 'serch'");
    expect_error(query({"serch", "x"}), "did you mean 'search'?");
    expect_error(query({"search", "x", "--facet"}), "did you mean '--facets'?");
    expect_error(query({"search", "x", "--bogus"}), "--bogus");
    expect_error(query({"search", "x", "--lim", "3"}), "--lim");
    expect_error(query({"search"}), "no query given");
    expect_error(query({"search", " "}), "no query given");
    for (const char* const number : {"0", "-1", "abc", "", "1.5", "99999999999999999999", "3x"}) {
        expect_error(query({"search", "x", std::string{"--limit="} + number}), "limit");
    }
    for (const char* const weight : {"-1", "nan", "inf", "1e999", "x", "101"}) {
        expect_error(query({"search", "x", std::string{"--vote-weight="} + weight}), "--vote-weight");
    }
    expect_error(query({"search", "x", "--offset=-1"}), "--offset");
    expect_error(query({"search", "x", "--sort", "size"}), "relevance, votes, date");
    for (const char* const day : {"2024-02-30", "tomorrow", "24", "28.08.2024"}) {
        expect_error(query({"search", "x", "--since", day}), "--since");
        expect_error(query({"search", "x", "--until", day}), "--until");
    }
    expect_error(query({"search", "x", "--limit"}), "--limit");
    expect_error(query({"related"}), "no paper id given");
    expect_error(query({"related", "a", "b"}), "2 paper ids given");
    expect_error(query({"show"}), "no paper id given");
    expect_error(query({"run"}), "--topics");
}

TEST_F(QueryCli, StatsTakesNoOperands) {
    expect_error(query({"stats", "extra"}), "extra");
}

TEST_F(QueryCli, StatsTellWhatIsRising) {
    EXPECT_EQ(query({"stats", "--trends"}).out, "Nothing can be compared: papers of two months are needed.\n");
    EXPECT_EQ(query({"stats", "--trends"}).exit_code, 1);
    for (const char* const day : {"2024-09-02", "2024-10-02"}) {
        std::vector<PaperText> papers;
        for (int i = 0; i < 20; ++i) {
            const bool late = day == std::string{"2024-10-02"};
            papers.push_back({.id = std::string{day} + std::to_string(i), .title = late ? "Comets" : "Tides"});
        }
        temp_.write_file(std::string{"files/"} + day + ".jsonl", jsonl_text(day, papers));
    }
    ASSERT_EQ(run_command({SAEGIN_INDEX, "--db", db_, (temp_.path() / "files").string()}).exit_code, 0);
    const CommandResult found = query({"stats", "--trends"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_THAT(found.out,
                AllOf(HasSubstr("2024-10 (20 papers) against 2024-08 to 2024-09 (23 papers)"), HasSubstr("Comets  ··█"),
                      HasSubstr("100.0 %    0.0 %\n"), Not(HasSubstr("Tides")), Not(HasSubstr("\033"))));
    const json trends = json::parse(query({"stats", "--trends", "--json", "-n", "1"}).out);
    EXPECT_EQ(trends["months"], json::parse(R"(["2024-08","2024-09","2024-10"])"));
    EXPECT_EQ(trends["rising"].at(0)["text"], "Comets");
    EXPECT_EQ(query({"stats", "--trends", "--until", "2024-09"}).exit_code, 0) << "then tides were rising";
    EXPECT_EQ(query({"stats", "--trends", "--since", "2024-10"}).exit_code, 1);
    expect_error(query({"stats", "--trends", "--since", "2024-10", "--until", "2024-09"}), "--since is later");
    expect_error(query({"stats", "--trends", "--since", "soon"}), "--since");
    expect_error(query({"stats", "--trends", "-n", "0"}), "limit");
    expect_error(query({"stats", "--trends", "extra"}), "extra");
    expect_error(query({"stats", "--since", "2024-10"}), "--since is for --trends alone");
    expect_error(query({"stats", "-n", "5"}), "--limit is for --trends alone");
}

TEST_F(QueryCli, AnEmptyDbIsAnErrorOfUsage) {
    expect_error(run_command({SAEGIN_QUERY, "--db", "", "search", "x"}), "--db is empty");
}

TEST_F(QueryCli, HelpListsEveryCommandAndFlag) {
    const CommandResult help = run_command({SAEGIN_QUERY, "--help"}, {.input = {}, .environment = kNowhere});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.err, IsEmpty());
    for (const char* const word :
         {"search",   "related", "show",          "stats",   "run",       "--db",       "--limit", "-n",
          "--offset", "--sort",  "--vote-weight", "--since", "--until",   "--json",     "--plain", "--topics",
          "--output", "--depth", "--related",     "--help",  "--version", "Exit codes", "Examples"}) {
        EXPECT_THAT(help.out, HasSubstr(word));
    }
    for (const char* const command : {"search", "related", "suggest", "glossary", "author", "show", "stats", "run"}) {
        const CommandResult own = run_command({SAEGIN_QUERY, command, "--help"});
        EXPECT_EQ(own.exit_code, 0);
        EXPECT_THAT(own.out, AllOf(HasSubstr(std::string{"saegin-query "} + command), HasSubstr("--db")));
    }
    EXPECT_THAT(run_command({SAEGIN_QUERY, "--help"}).out, HasSubstr("SAEGIN_DB"))
        << "where the index is looked for without --db must be said";
}

TEST_F(QueryCli, VersionIsOneLine) {
    for (const char* const flag : {"--version", "-V"}) {
        const CommandResult version = run_command({SAEGIN_QUERY, flag});
        EXPECT_EQ(version.exit_code, 0);
        EXPECT_THAT(version.out, ::testing::MatchesRegex("saegin-query [0-9]+\\.[0-9]+\\.[0-9]+\n"));
    }
}

TEST_F(QueryCli, WithoutAnIndexTheHintSaysHowToMakeOne) {
    const CommandResult missing = run_command({SAEGIN_QUERY, "--db", "/nonexistent/index", "search", "x"});
    expect_error(missing, "no index at '/nonexistent/index'");
    EXPECT_THAT(missing.err, HasSubstr("saegin-index --db /nonexistent/index"));
    expect_error(run_command({SAEGIN_QUERY, "stats"}, {.input = {}, .environment = kNowhere}),
                 "/nonexistent/.local/share/saegin/index");
    expect_error(
        run_command({SAEGIN_QUERY, "stats"}, {.input = {}, .environment = {"SAEGIN_DB", "XDG_DATA_HOME", "HOME"}}),
        "no index folder is known");
}

TEST_F(QueryCli, TheIndexIsFoundByTheEnvironment) {
    const auto papers = [](const std::vector<std::string>& environment) {
        const CommandResult stats =
            run_command({SAEGIN_QUERY, "stats", "--json"}, {.input = {}, .environment = environment});
        EXPECT_EQ(stats.exit_code, 0) << stats.err;
        return stats.exit_code == 0 ? json::parse(stats.out)["papers"].get<int>() : -1;
    };
    EXPECT_EQ(papers({"SAEGIN_DB=" + db_, "XDG_DATA_HOME=/nonexistent"}), 3) << "$SAEGIN_DB goes first";
    const std::string data = (temp_.path() / "data").string();
    const std::string jsonl = temp_.write_file("one.jsonl", jsonl_text("2024-08-28", {PaperText{}}));
    const CommandSetup setup{.input = {}, .environment = {"SAEGIN_DB", "XDG_DATA_HOME=" + data}};
    ASSERT_EQ(run_command({SAEGIN_INDEX, jsonl}, setup).exit_code, 0);
    EXPECT_EQ(papers({"SAEGIN_DB", "XDG_DATA_HOME=" + data}), 1);
    EXPECT_EQ(papers({"SAEGIN_DB=", "XDG_DATA_HOME=" + data}), 1) << "an empty variable is none";
    const CommandResult typed = run_command({SAEGIN_QUERY, "--db", db_, "stats", "--json"}, setup);
    EXPECT_EQ(json::parse(typed.out)["papers"], 3) << "--db goes before both";
}

TEST_F(QueryCli, SeveralDbAreSearchedAsOne) {
    const std::string other = (temp_.path() / "other").string();
    const std::string jsonl =
        temp_.write_file("more.jsonl", jsonl_text("2024-09-01", {{.id = "2408.00001", .title = "Whales by Sound"},
                                                                 {.id = "2409.00009", .title = "Whales by Smell"}}));
    ASSERT_EQ(run_command({SAEGIN_INDEX, "--db", other, jsonl}).exit_code, 0);
    const CommandResult found = query({"--db", other, "search", "whales", "--json"});
    ASSERT_EQ(found.exit_code, 0) << found.err;
    EXPECT_EQ(json::parse(found.out)["results"].size(), 3U);
}

TEST_F(QueryCli, QueriesOfAnyBytesAreAnsweredInValidJson) {
    const CommandResult found = query({"search", "--json", "고래 \xFF\xC0 \x1B[31m"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_EQ(json::parse(found.out)["total"], 2);
    EXPECT_EQ(query({"search", std::string(100000, 'x')}).exit_code, 1);
    EXPECT_EQ(query({"search", "--plain", "--", "-고래"}).exit_code, 0) << "behind -- everything is a query";
    EXPECT_EQ(query({"search", "--", "-고래"}).exit_code, 1) << "only excludes";
}

TEST_F(QueryCli, RunWritesARunFile) {
    const std::string topics = temp_.write_file("topics.tsv", "q1\t고래 소리\r\nq2\t없는말\n");
    const std::string run = (temp_.path() / "run.txt").string();
    const CommandResult done = query({"run", "--topics", topics, "--output", run, "--depth", "5"});
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_THAT(done.out, IsEmpty());
    EXPECT_THAT(done.err, HasSubstr("2 topics, 1 without a result"));
    EXPECT_THAT(content("run.txt"), StartsWith("q1 Q0 2408.00001 1 "));
    const std::string seeds = temp_.write_file("seeds.tsv", "s1\t2408.00001\ns2\tgone\n");
    const CommandResult related = query({"run", "--related", "--topics", seeds, "--output", run});
    EXPECT_EQ(related.exit_code, 0) << related.err;
    EXPECT_THAT(related.err, HasSubstr("topic s2: its paper is not in the index"));
    EXPECT_THAT(content("run.txt"), StartsWith("s1 Q0 2408.00002 1 "));
}

TEST_F(QueryCli, RunReadsAndWritesByPipes) {
    const CommandResult done =
        query({"run", "--topics", "-", "--output", "-", "--depth", "1"}, {.input = "q1\t고래 소리\n"});
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_THAT(done.out, StartsWith("q1 Q0 2408.00001 1 "));
    EXPECT_THAT(done.err, HasSubstr("1 topic, 0 without a result"));
    EXPECT_FALSE(std::filesystem::exists("-"));
    expect_error(query({"run", "--topics", "-", "--output", "-"}, {.input = "no tab\n"}), "-:1: ");
}

TEST_F(QueryCli, ARunThatCannotBeMadeIsAnErrorWithItsPlace) {
    const std::string bad = temp_.write_file("bad.tsv", "q1\tfine\nno tab\n");
    const std::string good = temp_.write_file("good.tsv", "q1\t고래\n");
    const std::string run = (temp_.path() / "run.txt").string();
    expect_error(query({"run", "--topics", bad, "--output", run}), "bad.tsv:2: ");
    EXPECT_FALSE(std::filesystem::exists(run)) << "nothing is written for topics that cannot be read";
    expect_error(query({"run", "--topics", "/nonexistent", "--output", run}), "/nonexistent");
    expect_error(query({"run", "--topics", good, "--output", "/nonexistent/run"}), "/nonexistent/run");
    expect_error(query({"run", "--topics", good, "--output", "/dev/full"}), "writing the run failed");
}

TEST_F(QueryCli, AFullStandardOutputIsAnError) {
    const CommandResult full = run_command({SAEGIN_QUERY, "--db", db_, "search", "고래"},
                                           {.input = {}, .environment = {}, .output_file = "/dev/full"});
    EXPECT_EQ(full.exit_code, 2);
    EXPECT_THAT(full.err, HasSubstr("writing to standard output failed"));
}

TEST_F(QueryCli, RecommendTellsWhyAndTakesListsOfPapers) {
    const CommandResult text = query({"recommend", "--like", "2408.00001"});
    EXPECT_EQ(text.exit_code, 0) << text.err;
    EXPECT_THAT(text.out,
                AllOf(StartsWith(" 1. [Whales] by Sight"), HasSubstr("because you like Whales by Sound (2408.00001)")));
    const CommandResult answer = query({"recommend", "--like", "2408.00001", "no-such", "--json"});
    const json parsed = json::parse(answer.out);
    EXPECT_EQ(parsed["results"][0]["id"], "2408.00002");
    EXPECT_EQ(parsed["results"][0]["why"][0],
              (json{{"kind", "liked_paper"}, {"text", "Whales by Sound"}, {"id", "2408.00001"}}));
    EXPECT_EQ(parsed["unknown"], json::array({"no-such"}));
    temp_.write_file("list", "# whales\n2408.00001\nseen 2408.00002\n");
    const CommandResult none = query({"recommend", "--from", (temp_.path() / "list").string()});
    EXPECT_EQ(none.exit_code, 1) << none.err;
    EXPECT_THAT(none.out, HasSubstr("Nothing is left to recommend"));
}

TEST_F(QueryCli, AProfileNeverShowsAPaperTwice) {
    std::vector<PaperText> papers;
    for (int i = 0; i < 120; ++i) {
        const std::string nr = std::to_string(1000 + i);
        if (i < 20) {
            papers.push_back({.id = "2409.0" + nr, .title = "Whales of Sea " + nr, .summary = "고래의 소리 " + nr});
        } else {
            papers.push_back({.id = "2409.0" + nr, .title = "Topic" + nr, .summary = "다른" + nr + " 이야기" + nr});
        }
    }
    temp_.write_file("files/2024/09/01.md", digest_text("2024-09-01", papers));
    ASSERT_EQ(run_command({SAEGIN_INDEX, "--db", db_, (temp_.path() / "files").string()}).exit_code, 0);
    const std::string profiles = "SAEGIN_PROFILES=" + (temp_.path() / "profiles").string();
    std::set<std::string> shown;
    int visits = 0;
    for (;; ++visits) {
        std::vector<std::string> words{SAEGIN_QUERY, "--db", db_, "recommend", "--profile", "me", "-n", "4", "--json"};
        if (visits == 0) {
            words.insert(words.end(), {"--like", "2408.00001", "slip", "--dislike", "2408.00003"});
        }
        const CommandResult answer = run_command(words, {.environment = {profiles}});
        ASSERT_LT(visits, 20);
        if (answer.exit_code == 1) {
            break;
        }
        ASSERT_EQ(answer.exit_code, 0) << answer.err;
        const json parsed = json::parse(answer.out);
        for (const json& result : parsed["results"]) {
            EXPECT_TRUE(shown.insert(result["id"]).second) << result["id"] << " was shown before";
        }
    }
    EXPECT_EQ(shown.size(), 21U) << "all other papers about whales, in the end";
    EXPECT_THAT(shown, AllOf(Not(Contains("2408.00001")), Not(Contains("2408.00003"))));
    const std::string kept = content("profiles/me");
    EXPECT_THAT(kept, AllOf(HasSubstr("\nlike 2408.00001\n"), HasSubstr("\ndislike 2408.00003\n"),
                            HasSubstr("\nvisit 2"), Not(HasSubstr("slip"))));
}

TEST_F(QueryCli, NewsAreOfTheDayOfTheLastVisitOrLater) {
    temp_.write_file("profiles/me", "like arXiv:2408.00001v2\nvisit 2024-08-29\n");
    const std::vector<std::string> environment{"SAEGIN_PROFILES=" + (temp_.path() / "profiles").string()};
    const std::vector<std::string> words{SAEGIN_QUERY, "--db", db_, "recommend", "--profile", "me", "--new"};
    EXPECT_EQ(run_command(words, {.environment = environment}).exit_code, 1) << "the archive ends on the day before";
    temp_.write_file("profiles/me", "like 2408.00001\nvisit 2024-08-28\n");
    EXPECT_EQ(run_command(words, {.environment = environment}).exit_code, 0);
}

TEST_F(QueryCli, APaperIsOneHoweverItIsNamed) {
    const std::vector<std::string> environment{"SAEGIN_PROFILES=" + (temp_.path() / "profiles").string()};
    const auto recommend = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{SAEGIN_QUERY, "--db", db_, "recommend", "--profile", "me"};
        words.insert(words.end(), more.begin(), more.end());
        return run_command(words, {.environment = environment});
    };
    EXPECT_EQ(recommend({"--like", " arXiv:2408.00001v1 "}).exit_code, 0);
    EXPECT_THAT(content("profiles/me"), HasSubstr("\nlike 2408.00001\n"));
    const CommandResult disliked = recommend({"--dislike", "https://arxiv.org/abs/2408.00001"});
    expect_error(disliked, "no paper is liked");
    const CommandResult nothing = recommend({"--like", ""});
    expect_error(nothing, "an id is empty");
    const CommandResult full =
        run_command({SAEGIN_QUERY, "--db", db_, "recommend", "--profile", "full", "--like", "2408.00001"},
                    {.environment = environment, .output_file = "/dev/full"});
    EXPECT_EQ(full.exit_code, 2);
    EXPECT_THAT(content("profiles/full"), Not(HasSubstr("seen"))) << "what nobody saw was not shown";
}

TEST_F(QueryCli, RecommendSaysWhatIsAmiss) {
    expect_error(query({"recommend"}), "no paper is liked");
    expect_error(query({"recommend", "--like", "no-such"}), "'no-such'");
    expect_error(query({"recommend", "2408.00001"}), "belongs to no flag");
    expect_error(query({"recommend", "--like", "2408.00001", "--new"}), "--profile");
    expect_error(query({"recommend", "--like", "2408.00001", "--spread", "2"}), "--spread");
    expect_error(query({"recommend", "--profile", "../me", "--like", "2408.00001"}), "no name for a profile");
    temp_.write_file("list", "2408.00001\nboth of these\n");
    expect_error(query({"recommend", "--from", (temp_.path() / "list").string()}), "list:2");
}

}  // namespace
}  // namespace saegin::test
