#include "query/suggest_command.h"

#include <iostream>
#include <string>

#include "query/output/suggest_printer.h"
#include "query/suggest.h"

namespace saegin::query {

namespace {

Result<cli::Exit> run(const cli::Arguments& arguments, OpenReader open) {
    if (arguments.operands().empty()) {
        return Error{Code::kUsage, "nothing to complete", "give what is typed so far: saegin-query suggest 확산ㅁ"};
    }
    const std::string prefix = arguments.text();
    const Result<std::int64_t> limit = arguments.integer("limit", 10, 1, kMostSuggestions);
    if (!limit) {
        return limit.error();
    }
    Result<IndexReader> reader = open(arguments);
    if (!reader) {
        return reader.error();
    }
    const Result<Suggestions> suggestions = suggest(*reader, prefix, static_cast<std::size_t>(*limit));
    if (!suggestions) {
        return suggestions.error();
    }
    std::cout << (arguments.has("json") ? to_json(*suggestions) + "\n"
                                        : to_text(*suggestions, style_for_standard_output()));
    return suggestions->list.empty() ? cli::kNothing : cli::kDone;
}

}  // namespace

cli::Command suggest_command(OpenReader open) {
    return {"suggest",
            "PREFIX",
            "terms, authors and titles that go on from what is typed",
            {{"limit", "N", "suggestions shown (default: 10)", 'n'},
             {"json", "", "print one JSON object (query/output/FORMAT.md)"}},
            [open](const cli::Arguments& arguments) { return run(arguments, open); }};
}

}  // namespace saegin::query
