#include "query/stats_command.h"

#include <iostream>
#include <string>

#include "query/day_flags.h"
#include "query/output/trends_printer.h"
#include "query/stats.h"
#include "query/title_terms.h"
#include "query/trends.h"

namespace saegin::query {

namespace {

Result<cli::Exit> run_trends(const cli::Arguments& arguments, OpenReader open) {
    const Result<std::int64_t> limit = arguments.integer("limit", 20, 1, kMostResults);
    if (!limit) {
        return limit.error();
    }
    Result<DayRange> range = day_range(arguments, today());
    if (!range) {
        return range.error();
    }
    range->until = range->until.value_or(today());  // a paper of a day to come has a wrong date
    Result<IndexReader> reader = open(arguments);
    if (!reader) {
        return reader.error();
    }
    const Result<DatedTitles> titles = read_dated_titles(*reader);
    if (!titles) {
        return titles.error();
    }
    const Trends trends = find_trends(*titles, *range);
    const auto most = static_cast<std::size_t>(*limit);
    std::cout << (arguments.has("json") ? to_json(trends, most) + "\n"
                                        : to_text(trends, most, style_for_standard_output()));
    return trends.rising.empty() ? cli::kNothing : cli::kDone;
}

Result<cli::Exit> run(const cli::Arguments& arguments, OpenReader open) {
    if (arguments.has("trends")) {
        return run_trends(arguments, open);
    }
    for (const char* const flag : {"since", "until", "limit"}) {
        if (arguments.has(flag)) {
            return Error{Code::kUsage, std::string{"--"} + flag + " is for --trends alone", "give both, or neither"};
        }
    }
    Result<IndexReader> reader = open(arguments);
    if (!reader) {
        return reader.error();
    }
    const Result<Stats> stats = read_stats(*reader);
    if (!stats) {
        return stats.error();
    }
    std::cout << (arguments.has("json") ? to_json(*stats) + "\n" : to_text(*stats, style_for_standard_output()));
    return cli::kDone;
}

}  // namespace

cli::Command stats_command(OpenReader open) {
    return {"stats",
            "",
            "what is in the index; with --trends, which terms are rising",
            {{"trends", "", "instead, terms that titles of the last months have more often than those before"},
             since_flag(),
             until_flag(),
             {"limit", "N", "rising terms shown (default: 20)", 'n'},
             {"json", "", "print one JSON object (query/output/FORMAT.md)"}},
            [open](const cli::Arguments& arguments) { return run(arguments, open); },
            "--trends compares the last quarter of the months, at most three, with the months before, or what --since\n"
            "and --until leave of them. A term rises where chance would hardly give it so many papers: Fisher's exact\n"
            "test for each term of five papers or more, and over all of them at most 5 % false ones (Benjamini and\n"
            "Hochberg). Titles alone are counted, since summaries change their form. Bars are shares of a month's\n"
            "papers, from none (a dot) to the best month of the term (a full block).\n"
            "  saegin-query stats --trends --until 2024-10     what was rising then\n"};
}

}  // namespace saegin::query
