#include "benchmarks/eval/evaluation.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace saegin::eval {

namespace {

QueryValues measure_query(const JudgedQuery& judged, std::span<const Retrieved> documents,
                          std::span<const Measure> measures, int level) {
    std::map<int, GradedRanking> rankings;  // one for each level of relevance that is asked for
    QueryValues query{judged.qid, {}};
    query.values.reserve(measures.size());
    for (const Measure& measure : measures) {
        const int wanted = measure.level.value_or(level);
        auto found = rankings.find(wanted);
        if (found == rankings.end()) {
            found = rankings.emplace(wanted, grade(documents, judged.judgements, wanted)).first;
        }
        query.values.push_back(measure(found->second));
    }
    return query;
}

/// Judgements of all queries with a grade above 0.
double positive_grades(const Qrels& qrels) {
    std::ptrdiff_t sum = 0;
    for (const JudgedQuery& query : qrels.queries()) {
        sum += std::count_if(query.judgements.begin(), query.judgements.end(),
                             [](const Judgement& judgement) { return judgement.grade > 0; });
    }
    return static_cast<double>(sum);
}

/// Measures the judged queries for which `takes(query, whether the run answers it)` holds.
template <typename Takes>
Evaluation evaluate_where(const Qrels& qrels, const Run& run, std::span<const Measure> measures, int level,
                          const Takes& takes) {
    Evaluation evaluation;
    evaluation.queries.reserve(qrels.queries().size());
    auto ranked = run.queries().begin();  // both lists are in byte order of their ids
    for (const JudgedQuery& judged : qrels.queries()) {
        while (ranked != run.queries().end() && ranked->qid < judged.qid) {
            ++evaluation.without_judgements;
            ++ranked;
        }
        const bool is_answered = ranked != run.queries().end() && ranked->qid == judged.qid;
        if (takes(judged, is_answered)) {
            const auto documents = is_answered ? ranked->documents : std::span<const Retrieved>{};
            evaluation.queries.push_back(measure_query(judged, documents, measures, level));
        }
        evaluation.without_results += is_answered ? 0 : 1;
        ranked += is_answered ? 1 : 0;
    }
    evaluation.without_judgements += static_cast<std::size_t>(run.queries().end() - ranked);
    for (std::size_t m = 0; m < measures.size() && !evaluation.queries.empty(); ++m) {
        evaluation.summary.push_back(summarise(measures[m].summary, column(evaluation, m)));
    }
    return evaluation;
}

}  // namespace

std::vector<double> column(const Evaluation& evaluation, std::size_t measure) {
    std::vector<double> values(evaluation.queries.size());
    std::transform(evaluation.queries.begin(), evaluation.queries.end(), values.begin(),
                   [measure](const QueryValues& query) { return query.values[measure]; });
    return values;
}

double summarise(Summary summary, std::span<const double> values) {
    if (values.empty()) {
        return 0;
    }
    const auto number = static_cast<double>(values.size());
    switch (summary) {
        case Summary::kSum:
        case Summary::kRelevantSum:
            return std::accumulate(values.begin(), values.end(), 0.0);
        case Summary::kGeometricMean:
            return std::exp(std::accumulate(values.begin(), values.end(), 0.0,
                                            [](double sum, double value) {
                                                return sum + std::log(std::max(value, kGeometricFloor));
                                            }) /
                            number);
        case Summary::kMean:
            break;
    }
    return std::accumulate(values.begin(), values.end(), 0.0) / number;
}

Evaluation evaluate(const Qrels& qrels, const Run& run, std::span<const Measure> measures, const Settings& settings) {
    const auto takes = [&](const JudgedQuery&, bool is_answered) { return is_answered || settings.complete; };
    Evaluation evaluation = evaluate_where(qrels, run, measures, settings.level, takes);
    for (std::size_t m = 0; m < evaluation.summary.size(); ++m) {
        if (measures[m].summary == Summary::kRelevantSum && settings.complete && !measures[m].level) {
            evaluation.summary[m] = positive_grades(qrels);
        }
    }
    return evaluation;
}

std::vector<Evaluation> evaluate_together(const Qrels& qrels, std::span<const Run* const> runs,
                                          std::span<const Measure> measures, const Settings& settings) {
    std::set<std::string_view> answered;
    for (const Run* run : runs) {
        for (const RankedQuery& query : run->queries()) {
            answered.insert(query.qid);
        }
    }
    const auto takes = [&](const JudgedQuery& query, bool) {
        return settings.complete || answered.contains(query.qid);
    };
    std::vector<Evaluation> evaluations;
    std::transform(runs.begin(), runs.end(), std::back_inserter(evaluations),
                   [&](const Run* run) { return evaluate_where(qrels, *run, measures, settings.level, takes); });
    return evaluations;
}

}  // namespace saegin::eval
