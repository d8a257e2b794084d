#include "benchmarks/eval/sweep_report.h"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "benchmarks/eval/settings_text.h"
#include "benchmarks/eval/table.h"
#include "common/number_text.h"

namespace saegin::eval {

namespace {

std::string figure(double value) {
    return fmt::format("{:.4f}", value);
}

std::string point_text(const SweepPlan& plan, const Point& point) {
    std::string text;
    for (std::size_t axis = 0; axis < plan.axes.size(); ++axis) {
        text += fmt::format("{}{}={}", axis == 0 ? "" : " ", plan.axes[axis].parameter->name, point[axis]);
    }
    return text;
}

Table points_table(const SweepPlan& plan, const SweepResult& result) {
    std::vector<std::string> header;
    for (const Axis& axis : plan.axes) {
        header.emplace_back(axis.parameter->name);
    }
    header.insert(header.end(), {plan.measure.name, "vote_percentile", "chosen"});
    Table table{std::move(header), 0};
    for (const SweepPoint& point : result.points) {
        std::vector<std::string> row;
        for (const double value : point.values) {
            row.push_back(fmt::format("{}", value));
        }
        row.insert(row.end(), {figure(point.mean), point.vote_percentile ? figure(*point.vote_percentile) : "",
                               std::to_string(point.chosen)});
        table.add(std::move(row));
    }
    return table;
}

Table folds_table(const SweepPlan& plan, const SweepResult& result) {
    Table table{{"fold", "chosen by the others", "there", "on the fold"}, 2};
    std::size_t number = 0;
    for (const Fold& fold : result.validation.folds) {
        table.add({std::to_string(++number), point_text(plan, result.points[fold.point].values), figure(fold.train),
                   figure(fold.test)});
    }
    return table;
}

/// The parameters that are not varied.
std::string ranking_text(const Bench& bench, const SweepPlan& plan) {
    return parameters_text(plan.task == Task::kRelated ? bench.parameters.related : bench.parameters.search, plan.axes);
}

nlohmann::ordered_json values_json(const SweepPlan& plan, const Point& point) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t axis = 0; axis < plan.axes.size(); ++axis) {
        json[std::string{plan.axes[axis].parameter->name}] = point[axis];
    }
    return json;
}

}  // namespace

std::string sweep_text(const Bench& bench, const SweepPlan& plan, const SweepResult& result) {
    const char* const task = plan.task == Task::kRelated ? "related" : "topics";
    const SweepPoint& best = result.points[result.best];
    std::string text = points_table(plan, result).aligned() + "\n";
    text += fmt::format("best             {} {}, at {}\n", plan.measure.name, figure(best.mean),
                        point_text(plan, best.values));
    text += fmt::format("cross-validated  {} {}, over {} folds of {} queries, seed {}\n\n", plan.measure.name,
                        figure(result.validation.mean), plan.folds, with_commas(result.queries), plan.seed);
    text += folds_table(plan, result).aligned() + "\n";
    text += index_text(bench.engine.facts());
    text += fmt::format("answered  at {} points in {:.2f} s\n", with_commas(result.points.size()), result.seconds);
    text += fmt::format("ranking   of {}, else: {}\n", task, ranking_text(bench, plan));
    return text + settings_text(bench);
}

std::string sweep_tsv(const Bench& /*bench*/, const SweepPlan& plan, const SweepResult& result) {
    return points_table(plan, result).tab_separated();
}

std::string sweep_json(const Bench& bench, const SweepPlan& plan, const SweepResult& result) {
    using nlohmann::ordered_json;
    ordered_json names = ordered_json::array();
    for (const Axis& axis : plan.axes) {
        names.push_back(axis.parameter->name);
    }
    ordered_json points = ordered_json::array();
    for (const SweepPoint& point : result.points) {
        ordered_json& json = points.emplace_back();
        json = {{"values", values_json(plan, point.values)}, {"mean", point.mean}, {"vote_percentile", nullptr}};
        if (point.vote_percentile) {
            json["vote_percentile"] = *point.vote_percentile;
        }
    }
    ordered_json folds = ordered_json::array();
    for (const Fold& fold : result.validation.folds) {
        folds.push_back({{"values", values_json(plan, result.points[fold.point].values)},
                         {"train", fold.train},
                         {"test", fold.test}});
    }
    const SweepPoint& best = result.points[result.best];
    const char* const suffix = plan.task == Task::kRelated ? ", related" : "";
    const ordered_json all{{"version", 1},
                           {"collection", bench.collection.name + suffix},
                           {"measure", plan.measure.name},
                           {"queries", result.queries},
                           {"folds", plan.folds},
                           {"seed", plan.seed},
                           {"parameters", std::move(names)},
                           {"points", std::move(points)},
                           {"best", {{"values", values_json(plan, best.values)}, {"mean", best.mean}}},
                           {"cross_validated", {{"mean", result.validation.mean}, {"folds", std::move(folds)}}},
                           {"settings", settings_json(bench, ranking_text(bench, plan))}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace saegin::eval
