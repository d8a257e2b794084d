#include "benchmarks/eval/sweep.h"

#include <span>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/evaluation.h"

namespace saegin::eval {

Result<SweepResult> sweep(Bench& bench, const SweepPlan& plan, indexer::Progress& progress) {
    const bool is_related = plan.task == Task::kRelated;
    if (is_related && !bench.collection.related) {
        return Error{Code::kUsage, "no related papers to measure: the collection has no seeds",
                     "they stand in seeds.tsv and qrels-related.txt"};
    }
    const TopicSet& set = is_related ? *bench.collection.related : bench.collection.search;
    SweepResult result;
    result.queries = set.qrels.queries().size();
    if (result.queries < plan.folds) {
        return Error{Code::kUsage, fmt::format("{} folds of {} queries", plan.folds, result.queries),
                     "each fold needs a query: give fewer with --folds N"};
    }
    const query::RankingParameters& base = is_related ? bench.parameters.related : bench.parameters.search;
    const std::vector<Point> points = grid_points(plan.axes);
    progress.start("answering", "points", points.size());
    PointValues values;
    for (const Point& point : points) {
        const Result<Answers> answers =
            bench.engine.answer(set.topics, plan.task, at_point(base, plan.axes, point), bench.depth);
        if (!answers) {
            return answers.error();
        }
        const Evaluation evaluation = evaluate(set.qrels, answers->run, std::span{&plan.measure, 1}, bench.settings);
        values.push_back(column(evaluation, 0));
        result.points.push_back({point, evaluation.summary.front(), bench.engine.votes().mean_at_top(answers->run), 0});
        result.seconds += answers->seconds;
        progress.tick();
    }
    result.best = best_point(values);
    result.validation = cross_validate(values, plan.folds, plan.seed);
    for (const Fold& fold : result.validation.folds) {
        ++result.points[fold.point].chosen;
    }
    return result;
}

}  // namespace saegin::eval
