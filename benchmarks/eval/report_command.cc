#include "benchmarks/eval/report_command.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/categories.h"
#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/report_page.h"
#include "common/version.h"
#include "query/index_reader.h"
#include "query/title_terms.h"

namespace saegin::eval {

namespace {

/// Mean interpolated precision of each run at recall 0, 0.1, ... 1.
std::vector<Series> precision_recall(const Inputs& inputs) {
    constexpr int kPoints = 11;
    std::vector<Measure> levels;
    levels.reserve(kPoints);
    for (int level = 0; level < kPoints; ++level) {
        levels.push_back(*parse_measure(fmt::format("IPrec@{}", level / 10.0)));
    }
    std::vector<Series> curves;
    const std::vector<Evaluation> evaluations = evaluate_all(inputs, levels);
    for (std::size_t r = 0; r < evaluations.size(); ++r) {
        Series curve{inputs.runs[r].name, {}, true, false};
        for (std::size_t level = 0; level < levels.size(); ++level) {
            curve.points.push_back({static_cast<double>(level) / 10, evaluations[r].summary[level], ""});
        }
        curves.push_back(std::move(curve));
    }
    return curves;
}

std::string file_text(const TextFile& file) {
    return fmt::format("{}, {} bytes, XXH3 {}", file.path(), file.size(), file.fingerprint());
}

Facts settings_of(const Inputs& inputs, const TestSettings& tests, const std::optional<TextFile>& topics) {
    std::vector<std::string> measures;
    std::transform(inputs.measures.begin(), inputs.measures.end(), std::back_inserter(measures),
                   [](const Measure& measure) { return measure.name; });
    Facts settings{
        {"Program", fmt::format("saegin-eval {}", kVersion)},
        {"Measures", fmt::format("{}", fmt::join(measures, ", "))},
        {"Gain of nDCG", "the grade, as in trec_eval; 2^grade - 1 where its name says exp-log2"},
        {"Relevant from grade", std::to_string(inputs.settings.level)},
        {"Queries", inputs.settings.complete ? "all judged ones; those without results count as zero"
                                             : "judged ones that at least one run answers"},
        {"Equal scores", "by document id, descending, as in trec_eval"},
    };
    if (inputs.runs.size() > 1) {
        settings.emplace_back(
            "Tests", fmt::format("paired randomisation, two-sided, {} draws (all signs for up to {} "
                                 "differences); bootstrap, {} draws, {:.0f}%; seed {}",
                                 tests.draws, kExactUpTo, tests.bootstrap_draws, tests.confidence * 100, tests.seed));
    }
    settings.emplace_back("Judgements", file_text(inputs.qrels.file()));
    if (topics) {
        settings.emplace_back("Topics", file_text(*topics));
    }
    for (const NamedRun& run : inputs.runs) {
        settings.emplace_back("Run " + run.name, file_text(run.run.file()));
    }
    return settings;
}

/// Reads each file that a flag names with `parse` and hands on what it makes of it.
template <typename Parse, typename Take>
Result<void> read_each(const cli::Arguments& arguments, const std::string& flag, const Parse& parse, const Take& take) {
    for (const std::string& path : arguments.all(flag)) {
        const Result<TextFile> file = TextFile::read(path);
        if (!file) {
            return file.error();
        }
        auto parsed = parse(*file);
        if (!parsed) {
            return parsed.error();
        }
        take(*file, *std::move(parsed));
    }
    return {};
}

/// What is rising in the indexes of --db; nothing without one.
Result<std::optional<query::Trends>> read_trends(const std::vector<std::string>& names) {
    if (names.empty()) {
        return std::optional<query::Trends>{};
    }
    std::vector<query::Shard> shards;
    for (const std::string& name : names) {
        Result<std::vector<query::Shard>> named = query::shards_of(name);
        if (!named) {
            return named.error();
        }
        std::move(named->begin(), named->end(), std::back_inserter(shards));
    }
    Result<query::IndexReader> reader = query::IndexReader::open(std::move(shards));
    if (!reader) {
        return reader.error();
    }
    const Result<query::DatedTitles> titles = query::read_dated_titles(*reader);
    if (!titles) {
        return titles.error();
    }
    return std::optional{query::find_trends(*titles)};
}

Result<void> write_page(const std::string& path, const std::string& page) {
    std::ofstream out{path, std::ios::binary};
    out << page;
    out.close();
    if (!out) {
        return Error{Code::kIo, "cannot write the report", "is the disk full, or the folder missing?", Where{path, 0}};
    }
    return {};
}

Result<cli::Exit> run_report(const cli::Arguments& arguments) {
    const std::optional<std::string> output = arguments.get("output");
    if (!output) {
        return Error{Code::kUsage, "no place for the report given", "name it: --output FILE.html"};
    }
    std::vector<std::string> read = arguments.operands();
    read.push_back(arguments.get("qrels").value_or(""));
    for (const std::string& input : read) {
        std::error_code ignored;  // what does not exist is no input
        if (std::filesystem::equivalent(input, *output, ignored)) {
            return Error{Code::kUsage, fmt::format("the report would overwrite '{}', which it is made from", input),
                         "give --output another name"};
        }
    }
    const Result<TestSettings> tests = test_settings(arguments);
    if (!tests) {
        return tests.error();
    }
    const Result<Topics> topics = read_topics_flag(arguments);
    if (!topics) {
        return topics.error();
    }
    std::vector<Sweep> sweeps;
    std::vector<FactGroup> settings{{"", {}}};
    const Result<void> swept = read_each(arguments, "sweep", parse_sweep, [&](const TextFile& file, Sweep sweep) {
        Facts facts = sweep.settings;
        facts.emplace_back("File", file_text(file));
        settings.push_back(
            {fmt::format("Sweep of {} by {}", sweep.collection, fmt::join(sweep.parameters, ", ")), std::move(facts)});
        sweeps.push_back(std::move(sweep));
    });
    if (!swept) {
        return swept.error();
    }
    const Result<void> told = read_each(arguments, "settings", parse_settings, [&](const TextFile& file, Facts facts) {
        facts.emplace_back("File", file_text(file));
        settings.push_back({"Settings of the runs", std::move(facts)});
    });
    if (!told) {
        return told.error();
    }
    const std::vector<std::string> indexes = arguments.all("db");
    Result<std::optional<query::Trends>> trends = read_trends(indexes);
    if (!trends) {
        return trends.error();
    }
    const Result<Inputs> inputs = read_paired_inputs(arguments, 1, {"nDCG@10", "AP", "RR", "P@10", "R@100"});
    if (!inputs) {
        return inputs.error();
    }
    const Result<std::vector<Evaluation>> evaluations = evaluate_inputs(*inputs);
    if (!evaluations) {
        return evaluations.error();
    }
    std::vector<std::vector<Comparison>> comparisons;
    for (std::size_t m = 0; m < inputs->measures.size(); ++m) {
        comparisons.push_back(compare(*evaluations, m, *tests));
    }
    settings.front().facts = settings_of(*inputs, *tests, topics->file);
    if (!indexes.empty()) {
        settings.front().facts.emplace_back("Index of the rising terms", fmt::format("{}", fmt::join(indexes, ", ")));
    }
    const Result<void> written =
        write_page(*output, report_page({*inputs, *evaluations, comparisons,
                                         by_category(*evaluations, 0, topics->infos), precision_recall(*inputs),
                                         topics->infos, std::move(sweeps), std::move(settings), *std::move(trends)}));
    if (!written) {
        return written.error();
    }
    return cli::kDone;
}

}  // namespace

std::vector<BarGroup> by_category(const std::vector<Evaluation>& evaluations, std::size_t measure,
                                  const QueryInfos& infos) {
    std::vector<BarGroup> groups;
    for (const Category& category : group_by_category(evaluations.front(), infos)) {
        BarGroup group{fmt::format("{} ({})", category.name, category.queries.size()), {}};
        for (const Evaluation& evaluation : evaluations) {
            std::vector<double> values;
            std::transform(category.queries.begin(), category.queries.end(), std::back_inserter(values),
                           [&](std::size_t q) { return evaluation.queries[q].values[measure]; });
            group.values.push_back(mean(values));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

cli::Command report_command() {
    std::vector<cli::Flag> flags =
        input_flags("take all judged queries, also those that no run answers; a run that lacks one counts as zero");
    flags.push_back({"output", "FILE", "the page to write: one HTML file that needs nothing else", 'o'});
    flags.push_back(topics_flag());
    flags.push_back({"sweep", "FILE", "what 'sweep -f json' wrote, for curves of quality; may be repeated"});
    flags.push_back({"settings", "FILE", "a JSON object that says how the runs were made; may be repeated"});
    flags.push_back({"db", "DIR", "an index, for a section on which terms are rising; may be repeated"});
    const std::vector<cli::Flag> tests = test_flags();
    flags.insert(flags.end(), tests.begin(), tests.end());
    return {"report", "--qrels FILE --output FILE.html RUN...",
            "write one HTML page with tables and pictures; runs are compared with the first", std::move(flags),
            run_report};
}

}  // namespace saegin::eval
