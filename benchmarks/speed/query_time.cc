// saegin-query-time: how long a query takes inside one process, and what the lexicon and the second look add.
//
//   saegin-query-time --db papers.index --topics topics.tsv --rounds 20
//
// Every query is timed under every setting before the next one comes, so that other work on the machine falls on all
// settings alike: the ratios are what to go by. The first round only warms up.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "benchmarks/eval/table.h"
#include "benchmarks/speed/percentile.h"
#include "common/cli.h"
#include "common/index_folder.h"
#include "common/result.h"
#include "query/batch.h"
#include "query/index_reader.h"
#include "query/searcher.h"

namespace {

using namespace saegin;  // a program of one file
using speed::percentile;
using Clock = std::chrono::steady_clock;

struct Setting {
    const char* name;
    bool lexicon;
    bool second_look;  ///< feedback and latent themes
};

/// The first is what the others are compared with.
constexpr std::array<Setting, 4> kSettings{{
    {"no lexicon, no second look", false, false},
    {"lexicon, no second look", true, false},
    {"no lexicon, second look", false, true},
    {"defaults", true, true},
}};

query::Ranking ranking_of(const Setting& setting, std::size_t limit) {
    query::Ranking ranking;
    ranking.limit = limit;
    ranking.use_lexicon = setting.lexicon;
    if (!setting.second_look) {
        ranking.parameters.feedback = 0;
        ranking.parameters.latent = 0;
    }
    return ranking;
}

/// Milliseconds, by setting.
using Times = std::array<std::vector<double>, kSettings.size()>;

/// Runs `answer(text, ranking)` for all topics under all settings; a first round is not counted.
Result<Times> time_all(const std::vector<query::Topic>& topics, std::int64_t rounds, std::size_t limit, auto&& answer) {
    Times times;
    for (std::int64_t round = 0; round <= rounds; ++round) {
        for (const query::Topic& topic : topics) {
            for (std::size_t s = 0; s < kSettings.size(); ++s) {
                const query::Ranking ranking = ranking_of(kSettings[s], limit);
                const Clock::time_point began = Clock::now();
                const auto answered = answer(topic.text, ranking);
                const double taken = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
                if (!answered) {
                    return answered.error();
                }
                if (round > 0) {
                    times[s].push_back(taken);
                }
            }
        }
    }
    return times;
}

void add_rows(eval::Table& table, const std::string& what, Times& times) {
    constexpr double kMost = 0.99;
    const double median = percentile(times.front(), 0.5);
    const double most = percentile(times.front(), kMost);
    for (std::size_t s = 0; s < kSettings.size(); ++s) {
        const double m = percentile(times[s], 0.5);
        const double p = percentile(times[s], kMost);
        table.add({what, kSettings[s].name, fmt::format("{:.2f}", m), fmt::format("{:.2f}", p),
                   fmt::format("{:.2f}", m / median), fmt::format("{:.2f}", p / most)});
    }
}

Result<cli::Exit> run(const cli::Arguments& arguments) {
    const std::optional<std::string> db = arguments.get("db");
    const std::optional<std::string> file = arguments.get("topics");
    if (!db || !file || !arguments.operands().empty()) {
        return Error{Code::kUsage, "an index and topics are needed, and nothing else", "give --db DIR --topics FILE"};
    }
    constexpr std::int64_t kMostRounds = 10'000;
    const Result<std::int64_t> rounds = arguments.integer("rounds", 20, 1, kMostRounds);
    const Result<std::vector<query::Topic>> topics = query::read_topics(*file);
    Result<query::IndexReader> reader = query::IndexReader::open({IndexFolder{*db}});
    if (!rounds || !topics || !reader) {
        return !rounds ? rounds.error() : !topics ? topics.error() : reader.error();
    }
    if (topics->empty()) {
        return Error{Code::kInvalidInput, "there is no topic in the file", "each line: id<TAB>query", Where{*file, 0}};
    }
    query::Searcher searcher{*std::move(reader)};
    constexpr std::size_t kPage = 10;
    constexpr std::size_t kDeep = 100;
    Result<Times> pages = time_all(
        *topics, *rounds, kPage,
        [&](const std::string& text, const query::Ranking& ranking) { return searcher.search(text, ranking); });
    Result<Times> deep = time_all(*topics, *rounds, kDeep, [&](const std::string& text, const query::Ranking& ranking) {
        return searcher.search_ids(text, ranking);
    });
    if (!pages || !deep) {
        return !pages ? pages.error() : deep.error();
    }
    eval::Table table{{"answer", "setting", "median ms", "99% ms", "median ratio", "99% ratio"}, 2};
    add_rows(table, "10 papers, with snippets", *pages);
    add_rows(table, "100 ids", *deep);
    std::cout << fmt::format("{} queries x {} rounds\n", topics->size(), *rounds) << table.aligned();
    return cli::kDone;
}

}  // namespace

int main(int argc, char** argv) {
    const cli::Program program{"saegin-query-time",
                               "times queries inside one process",
                               {},
                               {{"",
                                 "--db DIR --topics FILE",
                                 "times each query with and without the lexicon and the second look",
                                 {{"db", "DIR", "the index"},
                                  {"topics", "FILE", "queries: id<TAB>text"},
                                  {"rounds", "N", "how often each is timed (20)"}},
                                 run}},
                               ""};
    return cli::run(program, argc, argv);
}
