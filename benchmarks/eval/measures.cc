#include "benchmarks/eval/measures.h"

#include <algorithm>
#include <cmath>

namespace saegin::eval {

namespace {

/// a / b, or 0 where b is 0.
double ratio(std::size_t a, std::size_t b) {
    return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
}

std::size_t unjudged_within(const GradedRanking& ranking, std::size_t cutoff) {
    const auto end = ranking.grades().begin() + static_cast<std::ptrdiff_t>(std::min(cutoff, ranking.retrieved()));
    return static_cast<std::size_t>(std::count_if(ranking.grades().begin(), end, [](int grade) { return grade < 0; }));
}

}  // namespace

double precision(const GradedRanking& ranking, std::size_t cutoff) {
    return ratio(ranking.relevant_within(cutoff), cutoff);
}

double recall(const GradedRanking& ranking, std::size_t cutoff) {
    return ratio(ranking.relevant_within(cutoff), ranking.relevant());
}

double success(const GradedRanking& ranking, std::size_t cutoff) {
    return ranking.relevant_within(cutoff) > 0 ? 1.0 : 0.0;
}

double relative_precision(const GradedRanking& ranking, std::size_t cutoff) {
    return ratio(ranking.relevant_within(cutoff), std::min(cutoff, ranking.relevant()));
}

double r_precision(const GradedRanking& ranking, double multiple) {
    return precision(ranking, static_cast<std::size_t>(multiple * static_cast<double>(ranking.relevant()) + 0.9));
}

double average_precision(const GradedRanking& ranking, std::size_t cutoff) {
    const std::size_t end = std::min(cutoff, ranking.retrieved());
    double sum = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (ranking.is_relevant(i)) {
            sum += precision(ranking, i + 1);
        }
    }
    return ranking.relevant() == 0 ? 0.0 : sum / static_cast<double>(ranking.relevant());
}

double reciprocal_rank(const GradedRanking& ranking, std::size_t cutoff) {
    const std::size_t end = std::min(cutoff, ranking.retrieved());
    for (std::size_t i = 0; i < end; ++i) {
        if (ranking.is_relevant(i)) {
            return 1.0 / static_cast<double>(i + 1);
        }
    }
    return 0;
}

double binary_preference(const GradedRanking& ranking) {
    const std::size_t not_relevant = ranking.ideal().size() - ranking.relevant();
    const std::size_t counted = std::min(not_relevant, ranking.relevant());
    std::size_t not_relevant_above = 0;
    double sum = 0;
    for (std::size_t i = 0; i < ranking.retrieved(); ++i) {
        if (ranking.is_relevant(i)) {
            sum += 1.0 - ratio(std::min(not_relevant_above, ranking.relevant()), counted);
        } else if (ranking.grades()[i] >= 0) {
            ++not_relevant_above;
        }
    }
    return ranking.relevant() == 0 ? 0.0 : sum / static_cast<double>(ranking.relevant());
}

double interpolated_precision(const GradedRanking& ranking, double recall) {
    const auto needed = static_cast<std::size_t>(std::lround(recall * static_cast<double>(ranking.relevant())));
    double highest = 0;
    if (needed <= ranking.relevant_retrieved()) {
        for (std::size_t rank = ranking.retrieved(); rank > 0 && ranking.relevant_within(rank) >= needed; --rank) {
            highest = std::max(highest, precision(ranking, rank));
        }
    }
    return highest;
}

double eleven_point_average(const GradedRanking& ranking) {
    constexpr int kPoints = 11;
    double sum = 0;
    for (int point = 0; point < kPoints; ++point) {
        sum += interpolated_precision(ranking, point / 10.0);
    }
    return sum / kPoints;
}

double judged_share(const GradedRanking& ranking, std::size_t cutoff) {
    const std::size_t seen = std::min(cutoff, ranking.retrieved());
    return ratio(seen - unjudged_within(ranking, cutoff), seen);
}

double unjudged_share(const GradedRanking& ranking, std::size_t cutoff) {
    return ratio(unjudged_within(ranking, cutoff), cutoff);
}

double judged_not_relevant(const GradedRanking& ranking) {
    return static_cast<double>(ranking.retrieved() - unjudged_within(ranking, kWhole) - ranking.relevant_retrieved());
}

double set_precision(const GradedRanking& ranking) {
    return ratio(ranking.relevant_retrieved(), ranking.retrieved());
}

double set_f(const GradedRanking& ranking) {
    const double precise = set_precision(ranking);
    const double complete = recall(ranking, kWhole);
    return precise + complete > 0 ? 2 * precise * complete / (precise + complete) : 0.0;
}

double set_average_precision(const GradedRanking& ranking) {
    // One division, as in trec_eval: products of the two ratios can end on the other side of a rounded last digit.
    return ratio(ranking.relevant_retrieved() * ranking.relevant_retrieved(), ranking.retrieved() * ranking.relevant());
}

double set_relative_precision(const GradedRanking& ranking) {
    return ratio(ranking.relevant_retrieved(), std::min(ranking.retrieved(), ranking.relevant()));
}

double utility(const GradedRanking& ranking) {
    return 2 * static_cast<double>(ranking.relevant_retrieved()) - static_cast<double>(ranking.retrieved());
}

double rank_biased_precision(const GradedRanking& ranking, double persistence) {
    double sum = 0;
    double weight = 1 - persistence;
    for (std::size_t i = 0; i < ranking.retrieved(); ++i) {
        sum += ranking.is_relevant(i) ? weight : 0.0;
        weight *= persistence;
    }
    return sum;
}

double rank_biased_residual(const GradedRanking& ranking, double persistence) {
    double sum = 0;
    double reached = 1;
    for (const int grade : ranking.grades()) {
        sum += grade < 0 ? reached : 0.0;
        reached *= persistence;
    }
    return sum > 0 ? reached + (1 - persistence) * sum : 0.0;
}

double binary_gain(const GradedRanking& ranking) {
    double sum = 0;
    for (std::size_t i = 0; i < ranking.retrieved(); ++i) {
        if (ranking.is_relevant(i)) {
            sum += 1 / std::log2(static_cast<double>(2 + i - ranking.relevant_within(i)));
        }
    }
    return ranking.relevant() == 0 ? 0.0 : sum / static_cast<double>(ranking.relevant());
}

}  // namespace saegin::eval
