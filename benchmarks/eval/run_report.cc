#include "benchmarks/eval/run_report.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/categories.h"
#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/settings_text.h"
#include "benchmarks/eval/table.h"
#include "common/number_text.h"

namespace saegin::eval {

namespace {

/// One row of figures.
struct Row {
    std::string set;
    std::string scope;  ///< "all", "category" or "query"
    std::string name;   ///< of the category or query
    std::size_t queries = 0;
    std::vector<std::string> figures;
};

std::vector<Row> rows_of(const RunResult& result, const TaskResult& task, bool per_query) {
    const std::vector<Measure>& measures = result.measures;
    const std::string& set = task.set->name;
    std::vector<Row> rows;
    const auto add = [&](std::string scope, std::string name, std::size_t queries, const auto& figure) {
        Row row{set, std::move(scope), std::move(name), queries, {}};
        for (std::size_t m = 0; m < measures.size(); ++m) {
            row.figures.push_back(figure(m));
        }
        rows.push_back(std::move(row));
    };
    add("all", "", task.evaluation.queries.size(),
        [&](std::size_t m) { return value_text(measures[m], task.evaluation.summary[m]); });
    for (const Category& category : group_by_category(task.evaluation, task.set->infos)) {
        add("category", category.name, category.queries.size(), [&](std::size_t m) {
            return value_text(measures[m], summarise_category(task.evaluation, category, m, measures[m]));
        });
    }
    if (per_query) {
        for (const QueryValues& query : task.evaluation.queries) {
            add("query", std::string{query.qid}, 1, [&](std::size_t m) {
                return measures[m].is_per_query() ? value_text(measures[m], query.values[m]) : "";
            });
        }
    }
    return rows;
}

std::vector<std::string> header(const RunResult& result, std::vector<std::string> left) {
    std::transform(result.measures.begin(), result.measures.end(), std::back_inserter(left),
                   [](const Measure& measure) { return measure.name; });
    return left;
}

/// The table of the rows of one scope; empty where there are none.
std::string scope_table(const RunResult& result, const std::vector<Row>& rows, const std::string& scope) {
    const bool is_all = scope == "all";
    Table table{header(result, is_all ? std::vector<std::string>{"", "queries"}
                                      : std::vector<std::string>{"", scope, "queries"}),
                is_all ? 1U : 2U};
    for (const Row& row : rows) {
        if (row.scope == scope) {
            std::vector<std::string> cells{row.set};
            if (!is_all) {
                cells.push_back(row.name);
            }
            cells.push_back(with_commas(row.queries));
            cells.insert(cells.end(), row.figures.begin(), row.figures.end());
            table.add(std::move(cells));
        }
    }
    return table.empty() ? "" : table.aligned() + "\n";
}

std::string counts_text(const RunResult& result) {
    std::string text = index_text(result.bench->engine.facts());
    constexpr double kMilli = 1000;
    for (const TaskResult& task : result.tasks) {
        const std::size_t asked = task.set->topics.size();
        text += fmt::format("{:<9} {} answered in {:.2f} s, {:.2f} ms each", task.set->name, with_commas(asked),
                            task.answers.seconds, task.answers.seconds * kMilli / static_cast<double>(asked));
        text += task.answers.empty == 0 ? "" : fmt::format("; {} without a result", with_commas(task.answers.empty));
        text += task.answers.unknown.empty()
                    ? "\n"
                    : fmt::format("; {} of papers that are not in the index\n", task.answers.unknown.size());
    }
    return text;
}

std::string rankings_text(const RunResult& result) {
    std::string text;
    for (const TaskResult& task : result.tasks) {
        text += fmt::format("ranking   of {}: {}\n", task.set->name, parameters_text(task.parameters));
    }
    return text;
}

nlohmann::ordered_json values_json(const RunResult& result, bool is_query, const auto& value) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t m = 0; m < result.measures.size(); ++m) {
        if (!is_query || result.measures[m].is_per_query()) {
            json[result.measures[m].name] = value(m);
        }
    }
    return json;
}

nlohmann::ordered_json set_json(const RunResult& result, const TaskResult& task, bool per_query) {
    using nlohmann::ordered_json;
    const Evaluation& evaluation = task.evaluation;
    ordered_json json{{"name", task.set->name},
                      {"queries", evaluation.queries.size()},
                      {"seconds", task.answers.seconds},
                      {"without_results", task.answers.empty},
                      {"unjudged", task.set->unjudged},
                      {"unasked", task.set->unasked},
                      {"unknown", task.answers.unknown},
                      {"values", values_json(result, false, [&](std::size_t m) { return evaluation.summary[m]; })}};
    ordered_json& categories = json["categories"] = ordered_json::object();
    for (const Category& category : group_by_category(evaluation, task.set->infos)) {
        categories[category.name] = {{"queries", category.queries.size()},
                                     {"values", values_json(result, false, [&](std::size_t m) {
                                          return summarise_category(evaluation, category, m, result.measures[m]);
                                      })}};
    }
    if (per_query) {
        ordered_json& queries = json["per_query"] = ordered_json::object();
        for (const QueryValues& query : evaluation.queries) {
            queries[std::string{query.qid}] = values_json(result, true, [&](std::size_t m) { return query.values[m]; });
        }
    }
    ordered_json& parameters = json["parameters"] = ordered_json::object();
    for (const query::ParameterInfo& info : query::kParameters) {
        parameters[std::string{info.name}] = task.parameters.*info.member;
    }
    return json;
}

}  // namespace

std::string run_text(const RunResult& result, bool per_query) {
    std::vector<Row> rows;
    for (const TaskResult& task : result.tasks) {
        std::vector<Row> more = rows_of(result, task, per_query);
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    }
    std::string text;
    for (const char* const scope : {"all", "category", "query"}) {
        text += scope_table(result, rows, scope);
    }
    return text + counts_text(result) + rankings_text(result) + settings_text(*result.bench);
}

std::string run_tsv(const RunResult& result, bool per_query) {
    Table table{header(result, {"set", "scope", "name", "queries"}), 3};
    for (const TaskResult& task : result.tasks) {
        for (const Row& row : rows_of(result, task, per_query)) {
            std::vector<std::string> cells{row.set, row.scope, row.name, std::to_string(row.queries)};
            cells.insert(cells.end(), row.figures.begin(), row.figures.end());
            table.add(std::move(cells));
        }
    }
    return table.tab_separated();
}

std::string run_json(const RunResult& result, bool per_query) {
    using nlohmann::ordered_json;
    const Bench& bench = *result.bench;
    const IndexFacts& facts = bench.engine.facts();
    ordered_json names = ordered_json::array();
    for (const Measure& measure : result.measures) {
        names.push_back(measure.name);
    }
    ordered_json sets = ordered_json::array();
    for (const TaskResult& task : result.tasks) {
        sets.push_back(set_json(result, task, per_query));
    }
    ordered_json rankings = ordered_json::object();
    for (const TaskResult& task : result.tasks) {
        rankings[task.set->name] = parameters_text(task.parameters);
    }
    const ordered_json all{{"version", 1},
                           {"collection", bench.collection.name},
                           {"measures", std::move(names)},
                           {"index",
                            {{"papers", facts.papers},
                             {"bytes", facts.bytes},
                             {"seconds", facts.seconds ? ordered_json(*facts.seconds) : ordered_json()},
                             {"skipped", facts.skipped.size()}}},
                           {"sets", std::move(sets)},
                           {"settings", settings_json(bench, std::move(rankings))}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace saegin::eval
