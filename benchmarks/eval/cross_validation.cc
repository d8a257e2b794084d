#include "benchmarks/eval/cross_validation.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <random>
#include <utility>

#include "benchmarks/eval/comparison.h"

namespace saegin::eval {

namespace {

std::vector<std::size_t> all_topics(const PointValues& values) {
    std::vector<std::size_t> topics(values.front().size());
    std::iota(topics.begin(), topics.end(), std::size_t{0});
    return topics;
}

double mean_over(const std::vector<double>& values, std::span<const std::size_t> topics) {
    const double sum = std::accumulate(topics.begin(), topics.end(), 0.0,
                                       [&](double before, std::size_t topic) { return before + values[topic]; });
    return sum / static_cast<double>(topics.size());
}

/// Fisher and Yates. std::shuffle may differ between libraries; the bias of a remainder is far below anything seen here
/// (the number of topics by 2^64).
void shuffle(std::vector<std::size_t>& topics, std::uint64_t seed) {
    std::mt19937_64 generator{seed};
    for (std::size_t left = topics.size(); left > 1; --left) {
        std::swap(topics[left - 1], topics[static_cast<std::size_t>(generator() % left)]);
    }
}

}  // namespace

std::size_t highest_mean(std::span<const double> means) {
    std::size_t best = 0;
    for (std::size_t point = 1; point < means.size(); ++point) {
        if (means[point] > means[best] + kTie) {
            best = point;
        }
    }
    return best;
}

std::size_t best_point(const PointValues& values, std::span<const std::size_t> topics) {
    std::vector<double> means;
    means.reserve(values.size());
    std::transform(values.begin(), values.end(), std::back_inserter(means),
                   [&](const std::vector<double>& point) { return mean_over(point, topics); });
    return highest_mean(means);
}

std::size_t best_point(const PointValues& values) {
    return best_point(values, all_topics(values));
}

CrossValidation cross_validate(const PointValues& values, std::size_t folds, std::uint64_t seed) {
    std::vector<std::size_t> topics = all_topics(values);
    shuffle(topics, seed);
    CrossValidation result;
    double sum = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<std::size_t> train;
        std::vector<std::size_t> test;
        for (std::size_t i = 0; i < topics.size(); ++i) {
            (i % folds == fold ? test : train).push_back(topics[i]);
        }
        const std::size_t point = best_point(values, train);
        result.folds.push_back({point, mean_over(values[point], train), mean_over(values[point], test)});
        sum += result.folds.back().test * static_cast<double>(test.size());
    }
    result.mean = sum / static_cast<double>(topics.size());
    return result;
}

}  // namespace saegin::eval
