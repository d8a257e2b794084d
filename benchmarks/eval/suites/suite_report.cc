#include "benchmarks/eval/suites/suite_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/table.h"
#include "common/text/analyzer.h"

namespace saegin::eval {

namespace {

using nlohmann::ordered_json;

std::string four_places(double value) {
    return fmt::format("{:.4f}", value);
}

/// How much of the plain figure is gone, in percent; "-" where there was nothing to lose.
std::string cost_text(const Comparison& comparison) {
    constexpr double kPercent = 100;
    if (comparison.base == 0) {
        return "-";
    }
    const std::string cost = fmt::format("{:.1f}%", -kPercent * comparison.difference / comparison.base);
    return cost == "-0.0%" ? "0.0%" : cost;
}

Table suite_table(const SuiteReport& report) {
    std::vector<std::string> header{"suite", "titles", "queries", "of"};
    std::transform(report.measures.begin(), report.measures.end(), std::back_inserter(header),
                   [](const Measure& measure) { return measure.name; });
    Table table{std::move(header), 2};
    for (const SuiteFigures& one : report.suites) {
        std::vector<std::string> row{one.suite.name, one.suite.titles_hidden ? "hidden" : "indexed",
                                     std::to_string(one.suite.topics.size()), std::to_string(one.suite.candidates)};
        std::transform(one.plain.summary.begin(), one.plain.summary.end(), std::back_inserter(row), four_places);
        table.add(std::move(row));
    }
    return table;
}

Table variant_table(const SuiteReport& report) {
    Table table{{"suite", "variant", "measure", "changed", "plain", "variant", "cost", "difference",
                 fmt::format("{:.0f}% interval", report.settings.confidence * 100), "p (Holm)", "better", "worse"},
                3};
    for (const SuiteFigures& one : report.suites) {
        for (const VariantFigures& variant : one.variants) {
            if (const auto& c = variant.comparison) {
                std::vector<std::string> row{one.suite.name, std::string{variant.variant->name},
                                             report.measures[one.measure].name, std::to_string(variant.topics.size())};
                for (std::string& cell :
                     std::vector<std::string>{four_places(c->base), four_places(c->run), cost_text(*c),
                                              fmt::format("{:+.4f}", c->difference),
                                              fmt::format("{:+.4f} {:+.4f}", c->interval.low, c->interval.high),
                                              p_text(c->p_holm), std::to_string(c->wins), std::to_string(c->losses)}) {
                    row.push_back(std::move(cell));
                }
                table.add(std::move(row));
            }
        }
    }
    return table;
}

ordered_json values_json(const std::vector<Measure>& measures, const std::vector<double>& values) {
    ordered_json out = ordered_json::object();
    for (std::size_t m = 0; m < values.size(); ++m) {
        out[measures[m].name] = values[m];
    }
    return out;
}

ordered_json variant_json(const std::vector<Measure>& measures, const VariantFigures& variant) {
    ordered_json out{
        {"name", variant.variant->name}, {"meaning", variant.variant->meaning}, {"changed", variant.topics.size()}};
    if (const auto& c = variant.comparison) {
        out["plain"] = values_json(measures, variant.plain.summary);
        out["values"] = values_json(measures, variant.varied.summary);
        out["difference"] = c->difference;
        out["interval"] = {c->interval.low, c->interval.high};
        out["p"] = c->randomisation.p;
        out["p_holm"] = c->p_holm;
        out["effect_size"] = c->effect ? ordered_json(*c->effect) : ordered_json(nullptr);
        out["wins"] = c->wins;
        out["ties"] = c->ties;
        out["losses"] = c->losses;
    }
    return out;
}

}  // namespace

std::string suite_text(const SuiteReport& report) {
    std::string out =
        fmt::format("{} papers, vote weight {:g}, seed {}, up to {} queries per suite\n\n{}", report.papers,
                    report.vote_weight, report.settings.seed, report.sampling.sample, suite_table(report).aligned());
    if (report.gloss) {
        out +=
            fmt::format("\nboth sides of {} gloss pairs: overlap@{} {:.4f}, RBO(p={}) {:.4f}\n", report.gloss->queries,
                        kAgreementDepth, report.gloss->overlap, kAgreementPersistence, report.gloss->rbo);
    }
    const Table variants = variant_table(report);
    if (!variants.empty()) {
        out += fmt::format(
            "\nWhat a variant of the queries costs. Only the queries that it changed count, beside their plain form;\n"
            "variants that changed none are left out.\n"
            "p: paired randomisation test, two-sided, Holm over the variants of a suite; interval: bootstrap\n\n{}",
            variants.aligned());
    }
    return out;
}

std::string suite_tsv(const SuiteReport& report) {
    std::vector<std::string> header{"suite", "variant", "queries"};
    std::transform(report.measures.begin(), report.measures.end(), std::back_inserter(header),
                   [](const Measure& measure) { return measure.name; });
    for (const char* const name :
         {"compared_by", "plain", "difference", "low", "high", "p", "p_holm", "better", "worse"}) {
        header.emplace_back(name);
    }
    Table table{std::move(header), 2};
    for (const SuiteFigures& one : report.suites) {
        std::vector<std::string> plain{one.suite.name, "plain", std::to_string(one.suite.topics.size())};
        std::transform(one.plain.summary.begin(), one.plain.summary.end(), std::back_inserter(plain), four_places);
        table.add(std::move(plain));
        for (const VariantFigures& variant : one.variants) {
            std::vector<std::string> row{one.suite.name, std::string{variant.variant->name},
                                         std::to_string(variant.topics.size())};
            if (const auto& c = variant.comparison) {
                const std::vector<double>& values = variant.varied.summary;
                std::transform(values.begin(), values.end(), std::back_inserter(row), four_places);
                row.push_back(report.measures[one.measure].name);
                for (const double figure : {c->base, c->difference, c->interval.low, c->interval.high}) {
                    row.push_back(four_places(figure));
                }
                row.push_back(fmt::format("{:.6g}", c->randomisation.p));
                row.push_back(fmt::format("{:.6g}", c->p_holm));
                row.push_back(std::to_string(c->wins));
                row.push_back(std::to_string(c->losses));
            }
            table.add(std::move(row));
        }
    }
    return table.tab_separated();
}

std::string suite_json(const SuiteReport& report) {
    ordered_json suites = ordered_json::array();
    for (const SuiteFigures& one : report.suites) {
        ordered_json variants = ordered_json::array();
        for (const VariantFigures& variant : one.variants) {
            variants.push_back(variant_json(report.measures, variant));
        }
        suites.push_back({{"name", one.suite.name},
                          {"meaning", one.suite.meaning},
                          {"titles_hidden", one.suite.titles_hidden},
                          {"candidates", one.suite.candidates},
                          {"queries", one.suite.topics.size()},
                          {"values", values_json(report.measures, one.plain.summary)},
                          {"measure", report.measures[one.measure].name},
                          {"variants", std::move(variants)}});
    }
    ordered_json gloss = nullptr;
    if (report.gloss) {
        gloss = {{"queries", report.gloss->queries},
                 {fmt::format("overlap@{}", kAgreementDepth), report.gloss->overlap},
                 {fmt::format("rbo(p={})", kAgreementPersistence), report.gloss->rbo}};
    }
    const ordered_json all{{"version", 1},
                           {"indexes", report.indexes},
                           {"papers", report.papers},
                           {"analyzer", text::analyzer_fingerprint()},
                           {"seed", report.settings.seed},
                           {"sample", report.sampling.sample},
                           {"vote_weight", report.vote_weight},
                           {"draws", report.settings.draws},
                           {"bootstrap_draws", report.settings.bootstrap_draws},
                           {"confidence", report.settings.confidence},
                           {"gloss_agreement", std::move(gloss)},
                           {"suites", std::move(suites)}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace saegin::eval
