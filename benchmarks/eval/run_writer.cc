#include "benchmarks/eval/run_writer.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "benchmarks/eval/text_file.h"

namespace saegin::eval {

namespace {

/// Whether a name can stand in a column of a run file.
bool is_column(std::string_view name) {
    std::string_view rest = name;
    return !name.empty() && name.front() != '#' && take_field(rest) == name;
}

}  // namespace

Result<std::string> format_run(std::span<const AnsweredQuery> queries, std::string_view tag) {
    const auto bad_name = [](std::string_view what, std::string_view name) {
        return Error{Code::kInvalidInput, fmt::format("{} '{}' cannot stand in a run file", what, name),
                     "columns of a run are parted by white space: use names without any"};
    };
    if (!is_column(tag)) {
        return bad_name("the tag", tag);
    }
    constexpr auto kHighest = static_cast<double>(std::numeric_limits<float>::max());
    std::string out;
    for (const AnsweredQuery& query : queries) {
        if (!is_column(query.qid)) {
            return bad_name("the query id", query.qid);
        }
        float last = std::numeric_limits<float>::infinity();
        std::size_t rank = 0;
        for (const auto& [docid, given] : query.documents) {
            if (!is_column(docid)) {
                return bad_name("the document id", docid);
            }
            if (!(std::abs(given) <= kHighest)) {
                return Error{Code::kInvalidInput, fmt::format("document '{}' has the score {}", docid, given),
                             "scores of a run are finite numbers"};
            }
            auto score = static_cast<float>(given);
            if (!(score < last)) {
                score = std::nextafter(last, -std::numeric_limits<float>::infinity());
            }
            last = score;
            fmt::format_to(std::back_inserter(out), "{} Q0 {} {} {:.9g} {}\n", query.qid, docid, ++rank, score, tag);
        }
    }
    return out;
}

Result<void> write_run(const std::string& path, std::span<const AnsweredQuery> queries, std::string_view tag) {
    const Result<std::string> text = format_run(queries, tag);
    if (!text) {
        return text.error();
    }
    std::ofstream out{path, std::ios::binary};
    out << *text;
    out.close();
    if (!out) {
        return Error{Code::kIo, "cannot write the run", "is the disk full, or the folder missing?", {path, 0}};
    }
    return {};
}

}  // namespace saegin::eval
