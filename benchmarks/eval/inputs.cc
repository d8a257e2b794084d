#include "benchmarks/eval/inputs.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace saegin::eval {

namespace {

std::string short_name(const std::string& path) {
    const std::filesystem::path file{path};
    const bool is_run = file.extension() == ".run" || file.extension() == ".txt";
    return (is_run ? file.stem() : file.filename()).string();
}

/// A short name for each path, or the path itself where the short one would stand for two.
std::vector<std::string> names_for(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const std::string& path : paths) {
        const std::string name = short_name(path);
        const auto same =
            std::count_if(paths.begin(), paths.end(), [&](const auto& other) { return short_name(other) == name; });
        names.push_back(same > 1 ? path : name);
    }
    return names;
}

}  // namespace

std::vector<cli::Flag> input_flags(const std::string& complete_help) {
    return {
        {"qrels", "FILE", "judgements in TREC form: query-id iteration document-id grade"},
        {"measure", "NAME", "nDCG@10, AP, RR, P@5, R@100, ..., or trec_eval's name; 'all' for all; may be repeated",
         'm'},
        {"level", "N", "lowest grade that counts as relevant (1)", 'l'},
        {"complete", "", complete_help, 'c'},
    };
}

cli::Flag format_flag() {
    return {"format", "FORM", "text (aligned), tsv or json", 'f'};
}

Result<Inputs> read_inputs(const cli::Arguments& arguments, std::size_t least,
                           const std::vector<std::string>& default_measures) {
    const std::optional<std::string> qrels_path = arguments.get("qrels");
    if (!qrels_path) {
        return Error{Code::kUsage, "no judgements given", "name them: --qrels FILE"};
    }
    if (arguments.operands().size() < least) {
        return Error{
            Code::kUsage,
            fmt::format("{} needed, {} given", least == 1 ? "a run is" : "two runs are", arguments.operands().size()),
            "name run files in TREC form: query-id Q0 document-id rank score tag"};
    }
    Result<std::vector<Measure>> measures =
        parse_measures(arguments.has("measure") ? arguments.all("measure") : default_measures);
    if (!measures) {
        return measures.error();
    }
    constexpr int kHighestLevel = 1'000'000;
    const Result<std::int64_t> level = arguments.integer("level", 1, 1, kHighestLevel);
    if (!level) {
        return level.error();
    }
    Result<Qrels> qrels = Qrels::read(*qrels_path);
    if (!qrels) {
        return qrels.error();
    }
    Inputs inputs{*std::move(qrels), {}, *std::move(measures), {static_cast<int>(*level), arguments.has("complete")}};
    const std::vector<std::string> names = names_for(arguments.operands());
    for (std::size_t i = 0; i < names.size(); ++i) {
        Result<Run> run = Run::read(arguments.operands()[i]);
        if (!run) {
            return run.error();
        }
        inputs.runs.push_back({names[i], *std::move(run)});
    }
    return inputs;
}

Result<Inputs> read_paired_inputs(const cli::Arguments& arguments, std::size_t least,
                                  const std::vector<std::string>& default_measures) {
    Result<Inputs> inputs = read_inputs(arguments, least, default_measures);
    const std::vector<std::string> names = arguments.all("measure");
    if (inputs && std::find(names.begin(), names.end(), "all") != names.end()) {
        std::erase_if(inputs->measures, [](const Measure& measure) { return !measure.is_per_query(); });
    }
    return inputs;
}

cli::Flag topics_flag() {
    return {"topics", "FILE",
            "texts of the queries: id, tab, text; or JSON Lines with the keys qid, category and query"};
}

Result<Topics> read_topics_flag(const cli::Arguments& arguments) {
    const std::optional<std::string> path = arguments.get("topics");
    if (!path) {
        return Topics{};
    }
    Result<TextFile> file = TextFile::read(*path);
    if (!file) {
        return file.error();
    }
    Result<QueryInfos> infos = parse_query_infos(*file);
    if (!infos) {
        return infos.error();
    }
    return Topics{*std::move(infos), *std::move(file)};
}

std::vector<cli::Flag> test_flags() {
    return {
        {"draws", "N", "random sign patterns of the randomisation test (100000)"},
        {"bootstrap", "N", "bootstrap samples of the interval (10000)"},
        {"seed", "N", "where the random numbers start (1)"},
    };
}

Result<TestSettings> test_settings(const cli::Arguments& arguments) {
    constexpr std::int64_t kMostDraws = 1'000'000'000;
    constexpr std::int64_t kMostSamples = 10'000'000;  // their means are kept in memory
    const TestSettings defaults;
    const auto number = [&](const char* flag, std::uint64_t fallback, std::int64_t low, std::int64_t high) {
        return arguments.integer(flag, static_cast<std::int64_t>(fallback), low, high);
    };
    const auto draws = number("draws", defaults.draws, 1, kMostDraws);
    const auto samples = number("bootstrap", defaults.bootstrap_draws, 1, kMostSamples);
    const auto seed = number("seed", defaults.seed, 0, std::numeric_limits<std::int64_t>::max());
    const auto moved = number("moved", defaults.moved, 0, std::numeric_limits<std::int32_t>::max());
    for (const Result<std::int64_t>& read : {draws, samples, seed, moved}) {
        if (!read) {
            return read.error();
        }
    }
    return TestSettings{static_cast<std::uint64_t>(*draws), static_cast<std::uint64_t>(*samples),
                        static_cast<std::uint64_t>(*seed), defaults.confidence, static_cast<std::size_t>(*moved)};
}

std::vector<Evaluation> evaluate_all(const Inputs& inputs, std::span<const Measure> measures) {
    std::vector<const Run*> runs;
    std::transform(inputs.runs.begin(), inputs.runs.end(), std::back_inserter(runs),
                   [](const NamedRun& named) { return &named.run; });
    return evaluate_together(inputs.qrels, runs, measures, inputs.settings);
}

Result<std::vector<Evaluation>> evaluate_inputs(const Inputs& inputs) {
    const auto whole = std::find_if(inputs.measures.begin(), inputs.measures.end(),
                                    [](const Measure& measure) { return !measure.is_per_query(); });
    if (whole != inputs.measures.end()) {
        return Error{Code::kUsage, fmt::format("'{}' has no value for a single query", whole->name),
                     "runs are compared query by query: take another measure"};
    }
    std::vector<Evaluation> evaluations = evaluate_all(inputs, inputs.measures);
    if (evaluations.front().queries.empty()) {
        return Error{Code::kInvalidInput, "no query is both judged and answered",
                     "do runs and judgements belong together?", Where{inputs.qrels.file().path(), 0}};
    }
    for (std::size_t r = 0; r < evaluations.size(); ++r) {
        // Beside others it would count as having found nothing, and every difference would seem to be more than chance.
        if (evaluations[r].without_results == inputs.qrels.queries().size()) {
            return Error{Code::kInvalidInput, "no query of this run is judged",
                         "do run and judgements belong together?", Where{inputs.runs[r].run.file().path(), 0}};
        }
    }
    return evaluations;
}

std::string value_text(const Measure& measure, double value) {
    return measure.is_count() ? fmt::format("{:.0f}", value) : fmt::format("{:.4f}", value);
}

std::string p_text(double p) {
    constexpr double kSmallestShown = 0.0001;
    return p < kSmallestShown ? "<0.0001" : fmt::format("{:.4f}", p);
}

}  // namespace saegin::eval
