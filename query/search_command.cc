#include "query/search_command.h"

#include <fmt/format.h>

#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "common/text/unicode.h"
#include "query/day_flags.h"
#include "query/language/fields.h"
#include "query/output/explanation_printer.h"
#include "query/output/json_printer.h"
#include "query/output/text_printer.h"
#include "query/plan.h"
#include "query/searcher.h"

namespace saegin::query {

namespace {

constexpr std::int64_t kDeepestOffset = 1000000;

Result<Ranking> read_ranking(const cli::Arguments& arguments, double vote_weight) {
    Ranking ranking;
    const DigestDate now = today();
    const Result<std::int64_t> limit = arguments.integer("limit", 10, 1, kMostResults);
    const Result<std::int64_t> offset = arguments.integer("offset", 0, 0, kDeepestOffset);
    const Result<double> weight = arguments.number("vote-weight", vote_weight, 0, kMaxVoteWeight);
    const Result<std::string> sort = arguments.choice("sort", {"relevance", "votes", "date"});
    const Result<DayRange> days = day_range(arguments, now);
    for (const Error* error :
         {limit ? nullptr : &limit.error(), offset ? nullptr : &offset.error(), weight ? nullptr : &weight.error(),
          sort ? nullptr : &sort.error(), days ? nullptr : &days.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    ranking.limit = static_cast<std::size_t>(*limit);
    ranking.offset = static_cast<std::size_t>(*offset);
    ranking.parameters.vote = *weight;
    ranking.sort = *sort == "votes" ? Sort::kVotes : *sort == "date" ? Sort::kDate : Sort::kRelevance;
    ranking.since = days->since;
    ranking.until = days->until;
    ranking.today = now;
    ranking.explain = arguments.has("explain");
    return ranking;
}

cli::Exit print(const Answer& answer, const cli::Arguments& arguments) {
    if (arguments.has("json")) {
        std::cout << to_json(answer) << "\n";
    } else {
        std::cout << to_text(answer, style_for_standard_output());
    }
    return answer.hits.empty() ? cli::kNothing : cli::kDone;
}

Result<cli::Exit> run_search(const cli::Arguments& arguments, OpenReader open) {
    const std::string query = arguments.text();
    if (query.find_first_not_of(" \t") == std::string::npos) {
        return Error{Code::kUsage, "no query given", "give the words to look for: saegin-query search 확산 모델"};
    }
    Result<Ranking> ranking = read_ranking(arguments, RankingParameters{}.vote);
    if (!ranking) {
        return ranking.error();
    }
    ranking->use_lexicon = !arguments.has("no-lexicon");
    ranking->plain = arguments.has("plain");
    ranking->facets = arguments.has("facets");
    Result<Searcher> searcher = open_searcher(arguments, open);
    if (!searcher) {
        return searcher.error();
    }
    const std::string text = text::repair_utf8(query).text;
    if (arguments.has("analyze")) {
        const Result<Analysis> analysis = searcher->analyze(text, *ranking);
        if (!analysis) {
            return analysis.error();
        }
        std::cout << (arguments.has("json") ? to_json(*analysis) + "\n"
                                            : to_text(*analysis, style_for_standard_output()));
        return cli::kDone;
    }
    const Result<Answer> answer = searcher->search(text, *ranking);
    return answer ? Result<cli::Exit>{print(*answer, arguments)} : Result<cli::Exit>{answer.error()};
}

Result<cli::Exit> run_related(const cli::Arguments& arguments, OpenReader open) {
    const Result<PaperId> id = only_paper_id(arguments, "related");
    if (!id) {
        return id.error();
    }
    const Result<Ranking> ranking = read_ranking(arguments, 0);
    if (!ranking) {
        return ranking.error();
    }
    Result<Searcher> searcher = open_searcher(arguments, open);
    if (!searcher) {
        return searcher.error();
    }
    const Result<Answer> answer = searcher->related(*id, *ranking);
    return answer ? Result<cli::Exit>{print(*answer, arguments)} : Result<cli::Exit>{answer.error()};
}

/// Flags of a command that lists papers.
std::vector<cli::Flag> listing(double vote_weight) {
    return {
        {"limit", "N", "papers shown (default: 10)", 'n'},
        {"offset", "N", "papers left out at the top (default: 0)"},
        {"sort", "ORDER", "relevance, votes or date (default: relevance)"},
        {"vote-weight", "W", fmt::format("how much votes count beside relevance (default: {})", vote_weight)},
        since_flag(),
        until_flag(),
        {"explain", "", "tell what each score is the sum of"},
        {"json", "", "print one JSON object (query/output/FORMAT.md)"},
    };
}

/// The query language in short, in English and Korean. The fields come from their table.
std::string query_help() {
    std::string text =
        "Queries (quote them for the shell; put -- in front of one that starts with a minus):\n"
        "  확산 모델                 any of the words; the more match, the higher\n"
        "                            낱말을 나란히: 많이 맞을수록 위로\n"
        "                            by votes or date: papers that have all / 추천순, 날짜순: 다 있는 논문\n"
        "  +환각 -video              with, by whatever name; and without, as written\n"
        "                            꼭 들어갈 말, 들어가면 안 되는 말\n"
        "  \"강화 학습\"               the phrase / 붙은 말 그대로\n"
        "  (a OR b) AND c NOT d      operators in capitals / 대문자 연산자\n"
        "  trans*                    words that start so / 앞부분이 같은 낱말\n"
        "Fields / 필드:\n";
    for (const language::FieldInfo& field : language::kFields) {
        text += fmt::format("  {:<26}{} / {}:\n", field.example, field.description, field.aliases.front());
    }
    return text;
}

}  // namespace

Result<PaperId> only_paper_id(const cli::Arguments& arguments, const std::string& command) {
    const std::vector<std::string>& given = arguments.operands();
    if (given.size() != 1) {
        return Error{Code::kUsage,
                     given.empty() ? std::string{"no paper id given"} : fmt::format("{} paper ids given", given.size()),
                     "give one: saegin-query " + command + " 2408.15237"};
    }
    return PaperId{given.front()};
}

cli::Command search_command(OpenReader open) {
    std::vector<cli::Flag> flags = listing(RankingParameters{}.vote);
    flags.push_back({"plain", "", "take the query as words, without operators"});
    flags.push_back({"no-lexicon", "", "search as typed: repair nothing, add no other names"});
    flags.push_back({"facets", "", "also count all papers found by month, votes, author and section"});
    flags.push_back({"analyze", "", "show what the query is made into, and search nothing"});
    return {"search",
            "QUERY...",
            "papers with these words, best first",
            std::move(flags),
            [open](const cli::Arguments& arguments) { return run_search(arguments, open); },
            query_help()};
}

cli::Command related_command(OpenReader open) {
    return {"related",
            "ID",
            "papers like this one, and why",
            listing(0),
            [open](const cli::Arguments& arguments) { return run_related(arguments, open); },
            fmt::format("--sort votes and --sort date put the {} nearest papers in that order.\n", kNearest)};
}

}  // namespace saegin::query
