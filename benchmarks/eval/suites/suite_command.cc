#include "benchmarks/eval/suites/suite_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>

#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/suites/archive_papers.h"
#include "benchmarks/eval/suites/judged_topics.h"
#include "benchmarks/eval/suites/suite_files.h"
#include "benchmarks/eval/suites/suite_report.h"
#include "benchmarks/eval/suites/suite_search.h"
#include "query/ranking.h"

namespace saegin::eval {

namespace {

constexpr std::size_t kJudgedMeasure = 0;     // nDCG@10: grades count
constexpr std::size_t kKnownItemMeasure = 1;  // RR@10: where the one answer stands
constexpr std::int64_t kMostSampled = 1'000'000;

/// What the flags name out of a table of things with names; all of it where the flag is missing.
template <typename Thing>
Result<std::vector<const Thing*>> chosen(const cli::Arguments& arguments, const std::string& flag,
                                         std::span<const Thing> table) {
    std::vector<const Thing*> things;
    const std::vector<std::string> names = arguments.all(flag);
    for (const std::string& name : names) {
        if (std::none_of(table.begin(), table.end(), [&](const Thing& thing) { return thing.name == name; })) {
            std::string known;
            for (const Thing& thing : table) {
                known += (known.empty() ? "" : ", ") + std::string{thing.name};
            }
            return Error{Code::kUsage, fmt::format("no {} '{}'", flag, name), "there are " + known};
        }
    }
    for (const Thing& thing : table) {
        if (names.empty() || std::find(names.begin(), names.end(), thing.name) != names.end()) {
            things.push_back(&thing);
        }
    }
    return things;
}

/// What was asked for.
struct Request {
    std::string format;
    std::vector<std::string> indexes;
    std::vector<const SuiteKind*> kinds;
    std::vector<const Variant*> variants;
    std::optional<Suite> judged;
    Sampling sampling;
    TestSettings settings;
    double vote_weight = 0;
};

Result<std::optional<Suite>> read_judged(const cli::Arguments& arguments) {
    const std::optional<std::string> topics = arguments.get("topics");
    const std::optional<std::string> qrels = arguments.get("qrels");
    if (topics.has_value() != qrels.has_value()) {
        return Error{Code::kUsage, "--topics and --qrels belong together", "give both, or none"};
    }
    if (!topics) {
        return std::optional<Suite>{};
    }
    Result<Suite> suite = read_judged_topics(*topics, *qrels);
    return suite ? Result<std::optional<Suite>>{*std::move(suite)} : Result<std::optional<Suite>>{suite.error()};
}

Result<Request> read_request(const cli::Arguments& arguments) {
    if (!arguments.operands().empty()) {
        return Error{Code::kUsage, "'" + arguments.operands().front() + "' is one word too many", "give flags only"};
    }
    const Result<std::string> format = arguments.choice("format", {"text", "tsv", "json"});
    const Result<TestSettings> settings = test_settings(arguments);
    const Result<std::int64_t> sample =
        arguments.integer("sample", static_cast<std::int64_t>(Sampling{}.sample), 1, kMostSampled);
    const Result<double> weight =
        arguments.number("vote-weight", query::RankingParameters{}.vote, 0, query::kMaxVoteWeight);
    Result<std::vector<const SuiteKind*>> kinds = chosen(arguments, "suite", all_suite_kinds());
    Result<std::vector<const Variant*>> variants = chosen(arguments, "variant", all_variants());
    for (const Error* error : {format ? nullptr : &format.error(), settings ? nullptr : &settings.error(),
                               sample ? nullptr : &sample.error(), weight ? nullptr : &weight.error(),
                               kinds ? nullptr : &kinds.error(), variants ? nullptr : &variants.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    Result<std::optional<Suite>> judged = read_judged(arguments);
    if (!judged) {
        return judged.error();
    }
    Request request{*format,
                    arguments.all("db"),
                    *std::move(kinds),
                    *std::move(variants),
                    *std::move(judged),
                    {static_cast<std::size_t>(*sample), settings->seed},
                    *settings,
                    *weight};
    if (arguments.has("only-topics")) {
        if (!request.judged) {
            return Error{Code::kUsage, "--only-topics without topics", "give --topics FILE --qrels FILE"};
        }
        request.kinds.clear();
    }
    if (request.indexes.empty()) {
        const Result<std::string> path = index_path(std::nullopt);
        if (!path) {
            return path.error();
        }
        request.indexes.push_back(*path);
    }
    return request;
}

/// Makes the suites, judged topics first.
Result<std::vector<Suite>> make_suites(Request& request, const std::vector<ArchivePaper>& papers) {
    std::vector<Suite> suites;
    if (request.judged) {
        suites.push_back(*std::move(request.judged));
    }
    for (const SuiteKind* const kind : request.kinds) {
        suites.push_back(make_suite(*kind, papers, request.sampling));
    }
    if (std::all_of(suites.begin(), suites.end(), [](const Suite& suite) { return suite.topics.empty(); })) {
        return Error{Code::kInvalidInput, "no query can be made from this index",
                     "suites need titles or Korean summaries; see docs/suites.md"};
    }
    return suites;
}

/// How much the two sides of the gloss pairs agree, if both suites were run.
std::optional<Agreement> gloss_agreement(const std::vector<SuiteFigures>& suites) {
    const auto named = [&](const char* name) {
        return std::find_if(suites.begin(), suites.end(),
                            [&](const SuiteFigures& one) { return one.suite.name == name; });
    };
    const auto korean = named("gloss-ko");
    const auto english = named("gloss-en");
    const bool both = korean != suites.end() && english != suites.end() && !korean->suite.topics.empty();
    return both ? std::optional{agreement(*korean, *english)} : std::nullopt;
}

Result<SuiteReport> run_request(Request request) {
    Result<query::IndexReader> reader = open_indexes(request.indexes);
    if (!reader) {
        return reader.error();
    }
    Result<std::vector<ArchivePaper>> papers = read_archive(*reader);
    if (!papers) {
        return papers.error();
    }
    Result<std::vector<Suite>> suites = make_suites(request, *papers);
    if (!suites) {
        return suites.error();
    }
    const bool hide_titles = std::any_of(suites->begin(), suites->end(), [](const Suite& suite) {
        return suite.titles_hidden && !suite.topics.empty();
    });
    Result<SuiteSearch> search = SuiteSearch::open(*std::move(reader), *papers, hide_titles, request.vote_weight);
    if (!search) {
        return search.error();
    }
    const SuiteEngine engine = [&](const std::string& query, bool titles_hidden) {
        return search->answer(query, titles_hidden);
    };
    Result<std::vector<Measure>> measures = parse_measures({"nDCG@10", "RR@10", "Success@1", "Success@10"});
    if (!measures) {
        return measures.error();
    }
    SuiteReport report{request.indexes,
                       papers->size(),
                       request.sampling,
                       request.settings,
                       request.vote_weight,
                       *std::move(measures),
                       {},
                       {}};
    for (Suite& suite : *suites) {
        const std::size_t measure = suite.name == kJudgedSuite ? kJudgedMeasure : kKnownItemMeasure;
        Result<SuiteFigures> figures =
            run_suite(std::move(suite), report.measures, measure, request.variants, engine, request.settings);
        if (!figures) {
            return figures.error();
        }
        report.suites.push_back(*std::move(figures));
    }
    report.gloss = gloss_agreement(report.suites);
    return report;
}

Result<cli::Exit> run_command(const cli::Arguments& arguments) {
    Result<Request> request = read_request(arguments);
    if (!request) {
        return request.error();
    }
    const std::string format = request->format;
    const Result<SuiteReport> report = run_request(*std::move(request));
    if (!report) {
        return report.error();
    }
    if (const std::optional<std::string> output = arguments.get("output")) {
        if (const Result<void> written = write_suites(*output, *report); !written) {
            return written.error();
        }
    }
    const auto print = format == "text" ? suite_text : format == "tsv" ? suite_tsv : suite_json;
    std::cout << print(*report);
    return cli::kDone;
}

}  // namespace

cli::Command suite_command() {
    std::vector<cli::Flag> flags{
        {"db", "DIR", "index to search, as saegin-query has it; may be repeated"},
        {"suite", "NAME", "title, hidden-title, sentence, gloss-ko, gloss-en; may be repeated (all)"},
        {"variant", "NAME", "see docs/suites.md; may be repeated (all)"},
        {"sample", "N", "most queries of a suite (200)"},
        {"topics", "FILE", "judged topics as one more suite: query-id<TAB>text"},
        {"qrels", "FILE", "their judgements"},
        {"only-topics", "", "no suite but the judged topics"},
        {"vote-weight", "W", "how much votes count beside relevance, as in a search"},
        {"output", "DIR", "write suites and variants as topics.tsv and qrels.txt", 'o'},
    };
    const std::vector<cli::Flag> tests = test_flags();
    flags.insert(flags.end(), tests.begin(), tests.end());
    flags.push_back(format_flag());
    return {"suite", "--db DIR", "measure an index with queries made from its own papers, and what slips cost",
            std::move(flags), run_command};
}

}  // namespace saegin::eval
