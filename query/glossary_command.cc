#include "query/glossary_command.h"

#include <iostream>
#include <string>

#include "query/glossary.h"
#include "query/output/glossary_printer.h"

namespace saegin::query {

namespace {

constexpr std::int64_t kMostPairs = 100000;

Result<cli::Exit> run(const cli::Arguments& arguments, OpenReader open) {
    const std::string term = arguments.text();
    if (!arguments.operands().empty() && term.find_first_not_of(" \t") == std::string::npos) {
        return Error{Code::kUsage, "the term is empty", "give a name, or none for the whole list"};
    }
    const Result<std::int64_t> limit = arguments.integer("limit", 20, 1, kMostPairs);
    if (!limit) {
        return limit.error();
    }
    Result<IndexReader> reader = open(arguments);
    if (!reader) {
        return reader.error();
    }
    const auto most = static_cast<std::size_t>(*limit);
    const Result<Glossary> glossary = term.empty() ? read_glossary(*reader, most) : look_up(*reader, term, most);
    if (!glossary) {
        return glossary.error();
    }
    std::cout << (arguments.has("json") ? to_json(*glossary) + "\n" : to_text(*glossary, style_for_standard_output()));
    return glossary->pairs.empty() ? cli::kNothing : cli::kDone;
}

}  // namespace

cli::Command glossary_command(OpenReader open) {
    return {"glossary",
            "[TERM]",
            "Korean and English names of the same thing, and the papers that say so",
            {{"limit", "N", "pairs shown (default: 20)", 'n'},
             {"json", "", "print one JSON object (query/output/FORMAT.md)"}},
            [open](const cli::Arguments& arguments) { return run(arguments, open); }};
}

}  // namespace saegin::query
