#include "benchmarks/eval/comparison.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace saegin::eval {

namespace {

Comparison compare_pair(const Evaluation& base, const Evaluation& run, std::size_t measure,
                        const TestSettings& settings) {
    const std::vector<double> base_values = column(base, measure);
    const std::vector<double> run_values = column(run, measure);
    std::vector<double> differences(base_values.size());
    std::transform(run_values.begin(), run_values.end(), base_values.begin(), differences.begin(),
                   [](double a, double b) { return std::abs(a - b) <= kTie ? 0.0 : a - b; });
    Comparison comparison;
    comparison.base = mean(base_values);
    comparison.run = mean(run_values);
    comparison.difference = mean(differences);
    comparison.interval = bootstrap_mean(differences, settings.confidence, settings.bootstrap_draws, settings.seed);
    comparison.effect = cohens_dz(differences);
    comparison.randomisation = randomisation_test(differences, settings.draws, settings.seed);
    comparison.p_t = paired_t_test(differences);
    for (std::size_t q = 0; q < differences.size(); ++q) {
        const MovedQuery query{base.queries[q].qid, base_values[q], run_values[q]};
        if (differences[q] > 0) {
            comparison.gained.push_back(query);
        } else if (differences[q] < 0) {
            comparison.lost.push_back(query);
        }
    }
    comparison.wins = comparison.gained.size();
    comparison.losses = comparison.lost.size();
    comparison.ties = differences.size() - comparison.wins - comparison.losses;
    for (std::vector<MovedQuery>* moved : {&comparison.gained, &comparison.lost}) {
        // Equal moves stay in the order of their ids.
        std::stable_sort(moved->begin(), moved->end(), [](const MovedQuery& a, const MovedQuery& b) {
            return std::abs(a.run - a.base) > std::abs(b.run - b.base);
        });
        moved->resize(std::min(moved->size(), settings.moved));
    }
    return comparison;
}

}  // namespace

std::vector<Comparison> compare(std::span<const Evaluation> evaluations, std::size_t measure,
                                const TestSettings& settings) {
    std::vector<Comparison> comparisons;
    std::vector<double> p_values;
    for (const Evaluation& run : evaluations.subspan(1)) {
        comparisons.push_back(compare_pair(evaluations.front(), run, measure, settings));
        p_values.push_back(comparisons.back().randomisation.p);
    }
    const std::vector<double> adjusted = holm(p_values);
    for (std::size_t r = 0; r < comparisons.size(); ++r) {
        comparisons[r].p_holm = adjusted[r];
    }
    return comparisons;
}

}  // namespace saegin::eval
