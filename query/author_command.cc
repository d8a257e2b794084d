#include "query/author_command.h"

#include <iostream>
#include <string>

#include "query/author.h"
#include "query/output/author_printer.h"

namespace saegin::query {

namespace {

Result<cli::Exit> run(const cli::Arguments& arguments, OpenReader open) {
    const std::string name = arguments.text();
    if (name.find_first_not_of(" \t") == std::string::npos) {
        return Error{Code::kUsage, "no name given", "give an author's name: saegin-query author Song Han"};
    }
    const Result<std::int64_t> limit = arguments.integer("limit", 10, 1, kMostResults);
    if (!limit) {
        return limit.error();
    }
    Result<IndexReader> reader = open(arguments);
    if (!reader) {
        return reader.error();
    }
    const Result<AuthorProfile> author = read_author(*reader, name, static_cast<std::size_t>(*limit));
    if (!author) {
        return author.error();
    }
    std::cout << (arguments.has("json") ? to_json(*author) + "\n" : to_text(*author, style_for_standard_output()));
    return author->names.empty() ? cli::kNothing : cli::kDone;
}

}  // namespace

cli::Command author_command(OpenReader open) {
    return {"author",
            "NAME...",
            "papers of an author, newest first, with co-authors, years and subjects",
            {{"limit", "N", "papers shown (default: 10)", 'n'},
             {"json", "", "print one JSON object (query/output/FORMAT.md)"}},
            [open](const cli::Arguments& arguments) { return run(arguments, open); },
            "Names may be typed in any order, with hyphens or without, in any case, with accents or without:\n"
            "  saegin-query author Jun-Yan Zhu           also finds what is written Junyan Zhu\n"
            "  saegin-query author J. Zhu                whoever that is, where only one full name fits\n"
            "  saegin-query author LeCun                 likewise\n"
            "The answer tells which written names were joined (Written) and which may be this author's or another's\n"
            "and were not (Possibly). People of the same name cannot be told apart.\n"};
}

}  // namespace saegin::query
