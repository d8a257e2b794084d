// saegin-related-time: how long finding related papers takes inside one process, beside a search for two words.
//
//   saegin-related-time --db papers.index --papers 1000
//
// For each paper its related papers are asked for, then two words of its title, so that other work on the machine falls
// on both alike: the ratio is what to go by. The first paper only warms up.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "benchmarks/eval/table.h"
#include "benchmarks/speed/percentile.h"
#include "common/cli.h"
#include "common/index_folder.h"
#include "common/result.h"
#include "common/schema.h"
#include "query/distinctive_terms.h"
#include "query/index_reader.h"
#include "query/searcher.h"

namespace {

using namespace saegin;  // a program of one file
using speed::percentile;
using Clock = std::chrono::steady_clock;

struct Sample {
    PaperId id;
    std::string words;  ///< the first two words of its title that say something
};

Result<std::vector<Sample>> samples_of(query::IndexReader& reader, std::size_t most) {
    return reader.read([&](const Xapian::Database& database) -> Result<std::vector<Sample>> {
        text::Analyzer analyzer;
        std::vector<Sample> samples;
        const std::size_t papers = database.get_doccount();
        const std::size_t wanted = std::min(most, papers);
        std::size_t number = 0;
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            const std::size_t before = number * wanted / papers;
            if (++number * wanted / papers == before) {
                continue;
            }
            const auto entries = query::load_entries(database.get_document(*at));
            if (!entries) {
                return entries.error();
            }
            const Paper paper = merge_entries(*entries);
            std::vector<std::string> words;
            query::visit_content_words(paper.title, analyzer,
                                       [&](const text::Token& token, std::string written, bool /*is_part*/) {
                                           if (token.kind == text::TokenKind::kWord && words.size() < 2) {
                                               words.push_back(std::move(written));
                                           }
                                       });
            if (words.size() == 2) {
                samples.push_back({paper.id, words[0] + " " + words[1]});
            }
        }
        return samples;
    });
}

Result<cli::Exit> run(const cli::Arguments& arguments) {
    const std::optional<std::string> db = arguments.get("db");
    constexpr std::int64_t kMostPapers = 1'000'000;
    const Result<std::int64_t> papers = arguments.integer("papers", 1000, 2, kMostPapers);
    if (!db || !papers || !arguments.operands().empty()) {
        return !papers ? papers.error() : Error{Code::kUsage, "an index is needed, and nothing else", "give --db DIR"};
    }
    Result<query::IndexReader> reader = query::IndexReader::open({IndexFolder{*db}});
    if (!reader) {
        return reader.error();
    }
    const Result<std::vector<Sample>> samples = samples_of(*reader, static_cast<std::size_t>(*papers));
    if (!samples) {
        return samples.error();
    }
    query::Searcher searcher{*std::move(reader)};
    std::vector<double> related;
    std::vector<double> searches;
    query::Ranking search;
    query::Ranking neighbours;
    neighbours.parameters.vote = 0;
    for (const Sample& sample : *samples) {
        const Clock::time_point began = Clock::now();
        const auto near = searcher.related(sample.id, neighbours);
        const Clock::time_point between = Clock::now();
        const auto found = searcher.search(sample.words, search);
        const Clock::time_point ended = Clock::now();
        if (!near || !found) {
            return !near ? near.error() : found.error();
        }
        related.push_back(std::chrono::duration<double, std::milli>(between - began).count());
        searches.push_back(std::chrono::duration<double, std::milli>(ended - between).count());
    }
    if (related.size() < 2) {
        return Error{Code::kInvalidInput, "fewer than two papers have two words in their title", "give more papers"};
    }
    related.erase(related.begin());
    searches.erase(searches.begin());
    constexpr double kMost = 0.99;
    const std::vector<double> median{percentile(searches, 0.5), percentile(related, 0.5)};
    const std::vector<double> most{percentile(searches, kMost), percentile(related, kMost)};
    eval::Table table{{"answer", "median ms", "99% ms", "median ratio", "99% ratio"}, 1};
    for (std::size_t i = 0; i < 2; ++i) {
        table.add({i == 0 ? "search for two words" : "related", fmt::format("{:.2f}", median[i]),
                   fmt::format("{:.2f}", most[i]), fmt::format("{:.2f}", median[i] / median[0]),
                   fmt::format("{:.2f}", most[i] / most[0])});
    }
    std::cout << fmt::format("{} papers, 10 results each, with snippets and reasons\n", related.size())
              << table.aligned();
    return cli::kDone;
}

}  // namespace

int main(int argc, char** argv) {
    const cli::Program program{
        "saegin-related-time",
        "times related papers beside searches",
        {},
        {{"",
          "",
          "times related papers beside searches",
          {{"db", "DIR", "folder of the index"}, {"papers", "N", "papers asked about, evenly drawn (1000)"}},
          run}},
        ""};
    return cli::run(program, argc, argv);
}
