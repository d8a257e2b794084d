#include "benchmarks/eval/measure_command.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/table.h"

namespace saegin::eval {

namespace {

/// More measures than this make lines too long to read.
constexpr std::size_t kColumnsThatFit = 8;
constexpr const char* kAll = "all";

/// The cells of one row of values. Measures that have no value for a single query leave theirs empty there.
std::vector<std::string> cells(const std::vector<Measure>& measures, const std::vector<double>& values, bool is_query) {
    std::vector<std::string> row;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        row.push_back(is_query && !measures[m].is_per_query() ? "" : value_text(measures[m], values[m]));
    }
    return row;
}

Table wide_table(const Inputs& inputs, const std::vector<Evaluation>& evaluations, bool per_query) {
    std::vector<std::string> header{"run"};
    if (per_query) {
        header.emplace_back("query");
    }
    std::transform(inputs.measures.begin(), inputs.measures.end(), std::back_inserter(header),
                   [](const Measure& measure) { return measure.name; });
    Table table{std::move(header), per_query ? 2U : 1U};
    for (std::size_t r = 0; r < evaluations.size(); ++r) {
        const auto add = [&](std::string_view qid, const std::vector<double>& values, bool is_query) {
            std::vector<std::string> row{inputs.runs[r].name};
            if (per_query) {
                row.emplace_back(qid);
            }
            std::vector<std::string> figures = cells(inputs.measures, values, is_query);
            std::move(figures.begin(), figures.end(), std::back_inserter(row));
            table.add(std::move(row));
        };
        if (per_query) {
            for (const QueryValues& query : evaluations[r].queries) {
                add(query.qid, query.values, true);
            }
        }
        add(kAll, evaluations[r].summary, false);
    }
    return table;
}

/// The values that the runs have for one query; null for a run that does not answer it.
using AcrossRuns = std::vector<const std::vector<double>*>;

Table tall_table(const Inputs& inputs, const std::vector<Evaluation>& evaluations, bool per_query) {
    std::vector<std::string> header{"measure"};
    if (per_query) {
        header.emplace_back("query");
    }
    std::transform(inputs.runs.begin(), inputs.runs.end(), std::back_inserter(header),
                   [](const NamedRun& run) { return run.name; });
    Table table{std::move(header), per_query ? 2U : 1U};
    const auto add = [&](std::string_view qid, const AcrossRuns& across, bool is_query) {
        for (std::size_t m = 0; m < inputs.measures.size(); ++m) {
            const Measure& measure = inputs.measures[m];
            if (is_query && !measure.is_per_query()) {
                continue;
            }
            std::vector<std::string> row{measure.name};
            if (per_query) {
                row.emplace_back(qid);
            }
            std::transform(across.begin(), across.end(), std::back_inserter(row), [&](const auto* values) {
                return values == nullptr ? "" : value_text(measure, (*values)[m]);
            });
            table.add(std::move(row));
        }
    };
    if (per_query) {
        std::map<std::string_view, AcrossRuns> queries;
        for (std::size_t r = 0; r < evaluations.size(); ++r) {
            for (const QueryValues& query : evaluations[r].queries) {
                AcrossRuns& across = queries.try_emplace(query.qid, evaluations.size(), nullptr).first->second;
                across[r] = &query.values;
            }
        }
        for (const auto& [qid, across] : queries) {
            add(qid, across, true);
        }
    }
    AcrossRuns summaries;
    std::transform(evaluations.begin(), evaluations.end(), std::back_inserter(summaries),
                   [](const Evaluation& evaluation) { return &evaluation.summary; });
    add(kAll, summaries, false);
    return table;
}

nlohmann::ordered_json values_json(const std::vector<Measure>& measures, const std::vector<double>& values,
                                   bool is_query) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t m = 0; m < measures.size(); ++m) {
        if (!is_query || measures[m].is_per_query()) {
            json[measures[m].name] = values[m];
        }
    }
    return json;
}

/// Tells on standard error what was left out.
void warn(const NamedRun& run, const Evaluation& evaluation, bool complete) {
    if (evaluation.without_judgements > 0) {
        std::cerr << fmt::format("saegin-eval: {}: {} queries without judgements are ignored\n", run.name,
                                 evaluation.without_judgements);
    }
    if (evaluation.without_results > 0) {
        std::cerr << fmt::format("saegin-eval: {}: {} judged queries without results {}\n", run.name,
                                 evaluation.without_results,
                                 complete ? "count as zero" : "are left out (--complete counts them as zero)");
    }
}

Result<cli::Exit> run_measure(const cli::Arguments& arguments) {
    const Result<std::string> format = arguments.choice("format", {"text", "tsv", "json"});
    if (!format) {
        return format.error();
    }
    const Result<Inputs> inputs = read_inputs(arguments, 1, {"nDCG@10", "AP", "RR", "P@10", "R@100"});
    if (!inputs) {
        return inputs.error();
    }
    std::vector<Evaluation> evaluations;
    for (const NamedRun& run : inputs->runs) {
        evaluations.push_back(evaluate(inputs->qrels, run.run, inputs->measures, inputs->settings));
        if (evaluations.back().queries.empty()) {
            return Error{Code::kInvalidInput, "no query of this run is judged",
                         "do run and judgements belong together? --complete counts unanswered queries as zero",
                         Where{run.run.file().path(), 0}};
        }
        warn(run, evaluations.back(), inputs->settings.complete);
    }
    const auto print = *format == "text" ? measure_text : *format == "tsv" ? measure_tsv : measure_json;
    std::cout << print(*inputs, evaluations, arguments.has("per-query"));
    return cli::kDone;
}

}  // namespace

std::string measure_text(const Inputs& inputs, const std::vector<Evaluation>& evaluations, bool per_query) {
    const auto table = inputs.measures.size() > kColumnsThatFit ? tall_table : wide_table;
    return table(inputs, evaluations, per_query).aligned();
}

std::string measure_tsv(const Inputs& inputs, const std::vector<Evaluation>& evaluations, bool per_query) {
    return wide_table(inputs, evaluations, per_query).tab_separated();
}

std::string measure_json(const Inputs& inputs, const std::vector<Evaluation>& evaluations, bool per_query) {
    using nlohmann::ordered_json;
    ordered_json names = ordered_json::array();
    for (const Measure& measure : inputs.measures) {
        names.push_back(measure.name);
    }
    ordered_json runs = ordered_json::array();
    for (std::size_t r = 0; r < evaluations.size(); ++r) {
        const Run& run = inputs.runs[r].run;
        ordered_json entry{{"name", inputs.runs[r].name},
                           {"file", run.file().path()},
                           {"fingerprint", run.file().fingerprint()},
                           {"tag", run.tag()},
                           {"queries", evaluations[r].queries.size()},
                           {"without_judgements", evaluations[r].without_judgements},
                           {"without_results", evaluations[r].without_results},
                           {"values", values_json(inputs.measures, evaluations[r].summary, false)}};
        if (per_query) {
            ordered_json& queries = entry["per_query"] = ordered_json::object();
            for (const QueryValues& query : evaluations[r].queries) {
                queries[std::string{query.qid}] = values_json(inputs.measures, query.values, true);
            }
        }
        runs.push_back(std::move(entry));
    }
    const ordered_json all{{"version", 1},
                           {"qrels",
                            {{"file", inputs.qrels.file().path()},
                             {"fingerprint", inputs.qrels.file().fingerprint()},
                             {"queries", inputs.qrels.queries().size()}}},
                           {"level", inputs.settings.level},
                           {"complete", inputs.settings.complete},
                           {"measures", std::move(names)},
                           {"runs", std::move(runs)}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

cli::Command measure_command() {
    std::vector<cli::Flag> flags = input_flags("count judged queries without results as zero, as trec_eval -c does");
    flags.push_back({"per-query", "", "also show each query", 'q'});
    flags.push_back(format_flag());
    return {"measure", "--qrels FILE RUN...", "measure runs against judgements; figures equal trec_eval's",
            std::move(flags), run_measure};
}

}  // namespace saegin::eval
