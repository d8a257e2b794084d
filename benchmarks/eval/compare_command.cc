#include "benchmarks/eval/compare_command.h"

#include <iostream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/table.h"

namespace saegin::eval {

namespace {

std::string optional_text(const std::optional<double>& value) {
    return value ? fmt::format("{:.4f}", *value) : "-";
}

Table comparison_table(const ComparisonReport& report, std::size_t measure) {
    Table table{{"run", "mean", "difference", fmt::format("{:.0f}% interval", report.settings.confidence * 100), "d_z",
                 "p", "signs", "p (Holm)", "p (t)", "wins", "ties", "losses"},
                1};
    const std::vector<Comparison>& comparisons = report.comparisons[measure];
    table.add({report.inputs.runs.front().name, fmt::format("{:.4f}", comparisons.front().base)});
    for (std::size_t r = 0; r < comparisons.size(); ++r) {
        const Comparison& one = comparisons[r];
        table.add({report.inputs.runs[r + 1].name, fmt::format("{:.4f}", one.run),
                   fmt::format("{:+.4f}", one.difference),
                   fmt::format("{:+.4f} {:+.4f}", one.interval.low, one.interval.high), optional_text(one.effect),
                   p_text(one.randomisation.p), one.randomisation.exact ? "all" : "drawn", p_text(one.p_holm),
                   one.p_t ? p_text(*one.p_t) : "-", std::to_string(one.wins), std::to_string(one.ties),
                   std::to_string(one.losses)});
    }
    return table;
}

/// The text of a query; empty where it is not known.
std::string text_of(const QueryInfos& infos, std::string_view qid) {
    const auto found = infos.find(qid);
    return found == infos.end() ? "" : found->second.text;
}

/// The queries that one run moved most; empty where it moved none.
std::string moved_text(const std::string& name, const Comparison& comparison, const QueryInfos& infos) {
    std::vector<std::string> header{"  query", "base", "run", "difference"};
    if (!infos.empty()) {
        header.insert(header.begin() + 1, "text");
    }
    Table table{std::move(header), infos.empty() ? 1U : 2U};
    for (const std::vector<MovedQuery>* moved : {&comparison.gained, &comparison.lost}) {
        for (const MovedQuery& query : *moved) {
            std::vector<std::string> row{"  " + std::string{query.qid}};
            if (!infos.empty()) {
                row.push_back(text_of(infos, query.qid));
            }
            for (const std::string& figure : {fmt::format("{:.4f}", query.base), fmt::format("{:.4f}", query.run),
                                              fmt::format("{:+.4f}", query.run - query.base)}) {
                row.push_back(figure);
            }
            table.add(std::move(row));
        }
    }
    return table.empty() ? "" : fmt::format("\nqueries that {} moved most\n{}", name, table.aligned());
}

nlohmann::ordered_json moved_json(const std::vector<MovedQuery>& moved, const QueryInfos& infos) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const MovedQuery& query : moved) {
        list.push_back({{"query", query.qid}, {"base", query.base}, {"run", query.run}});
        if (infos.contains(query.qid)) {
            list.back()["text"] = text_of(infos, query.qid);
        }
    }
    return list;
}

nlohmann::ordered_json optional_json(const std::optional<double>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json comparison_json(const std::string& name, const Comparison& comparison, const QueryInfos& infos) {
    return {{"run", name},
            {"mean", comparison.run},
            {"difference", comparison.difference},
            {"interval", {comparison.interval.low, comparison.interval.high}},
            {"effect_size", optional_json(comparison.effect)},
            {"p", comparison.randomisation.p},
            {"exact", comparison.randomisation.exact},
            {"p_holm", comparison.p_holm},
            {"p_t", optional_json(comparison.p_t)},
            {"wins", comparison.wins},
            {"ties", comparison.ties},
            {"losses", comparison.losses},
            {"gained", moved_json(comparison.gained, infos)},
            {"lost", moved_json(comparison.lost, infos)}};
}

Result<cli::Exit> run_compare(const cli::Arguments& arguments) {
    const Result<std::string> format = arguments.choice("format", {"text", "tsv", "json"});
    if (!format) {
        return format.error();
    }
    const Result<TestSettings> settings = test_settings(arguments);
    if (!settings) {
        return settings.error();
    }
    const Result<Topics> topics = read_topics_flag(arguments);
    if (!topics) {
        return topics.error();
    }
    const Result<Inputs> inputs = read_paired_inputs(arguments, 2, {"nDCG@10", "AP", "RR"});
    if (!inputs) {
        return inputs.error();
    }
    const Result<std::vector<Evaluation>> evaluations = evaluate_inputs(*inputs);
    if (!evaluations) {
        return evaluations.error();
    }
    std::vector<std::vector<Comparison>> comparisons;
    for (std::size_t m = 0; m < inputs->measures.size(); ++m) {
        comparisons.push_back(compare(*evaluations, m, *settings));
    }
    const auto print = *format == "text" ? compare_text : *format == "tsv" ? compare_tsv : compare_json;
    std::cout << print({*inputs, *evaluations, comparisons, *settings, topics->infos});
    return cli::kDone;
}

}  // namespace

std::string compare_text(const ComparisonReport& report) {
    std::string out = fmt::format(
        "base {}, {} queries, seed {}\n"
        "p: paired randomisation test, two-sided, {} draws, or all signs where these are few; Holm: over the runs of a "
        "measure\n"
        "p (t): paired t-test; interval of the mean difference: bootstrap, {} draws; d_z: mean by standard deviation\n",
        report.inputs.runs.front().name, report.evaluations.front().queries.size(), report.settings.seed,
        report.settings.draws, report.settings.bootstrap_draws);
    for (std::size_t m = 0; m < report.comparisons.size(); ++m) {
        out += fmt::format("\n{}\n{}", report.inputs.measures[m].name, comparison_table(report, m).aligned());
        for (std::size_t r = 0; r < report.comparisons[m].size(); ++r) {
            out += moved_text(report.inputs.runs[r + 1].name, report.comparisons[m][r], report.infos);
        }
    }
    return out;
}

std::string compare_tsv(const ComparisonReport& report) {
    Table table{{"measure", "base", "run",         "queries", "base_mean",       "mean",   "difference",
                 "low",     "high", "effect_size", "p",       "exact",           "p_holm", "p_t",
                 "wins",    "ties", "losses",      "draws",   "bootstrap_draws", "seed"},
                3};
    for (std::size_t m = 0; m < report.comparisons.size(); ++m) {
        for (std::size_t r = 0; r < report.comparisons[m].size(); ++r) {
            const Comparison& one = report.comparisons[m][r];
            table.add({report.inputs.measures[m].name,
                       report.inputs.runs.front().name,
                       report.inputs.runs[r + 1].name,
                       std::to_string(report.evaluations.front().queries.size()),
                       fmt::format("{:.4f}", one.base),
                       fmt::format("{:.4f}", one.run),
                       fmt::format("{:.4f}", one.difference),
                       fmt::format("{:.4f}", one.interval.low),
                       fmt::format("{:.4f}", one.interval.high),
                       one.effect ? fmt::format("{:.4f}", *one.effect) : "",
                       fmt::format("{:.6g}", one.randomisation.p),
                       one.randomisation.exact ? "1" : "0",
                       fmt::format("{:.6g}", one.p_holm),
                       one.p_t ? fmt::format("{:.6g}", *one.p_t) : "",
                       std::to_string(one.wins),
                       std::to_string(one.ties),
                       std::to_string(one.losses),
                       std::to_string(report.settings.draws),
                       std::to_string(report.settings.bootstrap_draws),
                       std::to_string(report.settings.seed)});
        }
    }
    return table.tab_separated();
}

std::string compare_json(const ComparisonReport& report) {
    using nlohmann::ordered_json;
    ordered_json measures = ordered_json::array();
    for (std::size_t m = 0; m < report.comparisons.size(); ++m) {
        ordered_json runs = ordered_json::array();
        for (std::size_t r = 0; r < report.comparisons[m].size(); ++r) {
            runs.push_back(comparison_json(report.inputs.runs[r + 1].name, report.comparisons[m][r], report.infos));
        }
        measures.push_back({{"measure", report.inputs.measures[m].name},
                            {"base_mean", report.comparisons[m].front().base},
                            {"runs", std::move(runs)}});
    }
    const ordered_json all{{"version", 1},
                           {"qrels", report.inputs.qrels.file().path()},
                           {"level", report.inputs.settings.level},
                           {"complete", report.inputs.settings.complete},
                           {"queries", report.evaluations.front().queries.size()},
                           {"base", report.inputs.runs.front().name},
                           {"seed", report.settings.seed},
                           {"draws", report.settings.draws},
                           {"bootstrap_draws", report.settings.bootstrap_draws},
                           {"confidence", report.settings.confidence},
                           {"measures", std::move(measures)}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

cli::Command compare_command() {
    std::vector<cli::Flag> flags =
        input_flags("take all judged queries, also those that no run answers; a run that lacks one counts as zero");
    const std::vector<cli::Flag> tests = test_flags();
    flags.insert(flags.end(), tests.begin(), tests.end());
    flags.push_back(topics_flag());
    flags.push_back({"moved", "N", "name the N queries that moved most, each way (5)"});
    flags.push_back(format_flag());
    return {"compare", "--qrels FILE BASE RUN...",
            "compare runs with a base run, query by query, with tests of significance", std::move(flags), run_compare};
}

}  // namespace saegin::eval
