#include "benchmarks/eval/gain_measures.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace saegin::eval {

namespace {

double discount(std::size_t index) {
    return 1 / std::log2(static_cast<double>(index + 2));
}

/// Grades that gain something: a grade below 1 never does.
double linear(int grade) {
    return grade > 0 ? grade : 0.0;
}

int highest_grade(const GradedRanking& ranking) {
    return ranking.ideal().empty() ? 0 : ranking.ideal().front();
}

/// Documents with a gain, retrieved or not.
std::size_t gaining(const GradedRanking& ranking) {
    return static_cast<std::size_t>(
        std::count_if(ranking.ideal().begin(), ranking.ideal().end(), [](int grade) { return grade > 0; }));
}

template <typename ToGain>
double dcg(std::span<const int> grades, std::size_t cutoff, const ToGain& gain) {
    double sum = 0;
    for (std::size_t i = 0; i < std::min(cutoff, grades.size()); ++i) {
        if (grades[i] > 0) {
            sum += gain(grades[i]) * discount(i);
        }
    }
    return sum;
}

template <typename ToGain>
double ndcg_with(const GradedRanking& ranking, std::size_t cutoff, const ToGain& gain) {
    const double ideal = dcg(ranking.ideal(), cutoff, gain);
    return ideal > 0 ? dcg(ranking.grades(), cutoff, gain) / ideal : 0.0;
}

}  // namespace

double ndcg(const GradedRanking& ranking, std::size_t cutoff, Gain gain) {
    if (gain == Gain::kLinear) {
        return ndcg_with(ranking, cutoff, linear);
    }
    // Gains enter as a ratio, so all may be divided by 2^highest: no grade is too high for a double then.
    const int highest = highest_grade(ranking);
    return ndcg_with(ranking, cutoff,
                     [highest](int grade) { return std::exp2(grade - highest) - std::exp2(-highest); });
}

double ndcg_at_gains(const GradedRanking& ranking) {
    const std::size_t with_gain = gaining(ranking);
    if (with_gain == 0) {
        return 0;
    }
    double actual = 0;
    double ideal = 0;
    double sum = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < std::max(ranking.retrieved(), with_gain); ++i) {
        ideal += i < with_gain ? linear(ranking.ideal()[i]) * discount(i) : 0.0;
        if (i < ranking.retrieved() && ranking.grades()[i] > 0) {
            actual += linear(ranking.grades()[i]) * discount(i);
            sum += actual / ideal;
            ++found;
        }
    }
    sum += static_cast<double>(with_gain - found) * actual / ideal;
    return sum / static_cast<double>(with_gain);
}

double ndcg_at_steps(const GradedRanking& ranking) {
    const std::size_t with_gain = gaining(ranking);
    if (with_gain == 0 || ranking.relevant() == 0) {
        return 0;
    }
    double actual = 0;
    double ideal = 0;
    double sum = 0;
    int steps = 0;
    for (std::size_t i = 0; i < std::max(ranking.retrieved(), with_gain + 1); ++i) {
        const double now = i < with_gain ? ranking.ideal()[i] : 0.0;
        if (i > 0 && i <= with_gain && now != ranking.ideal()[i - 1]) {
            sum += actual / ideal;
            ++steps;
        }
        actual += i < ranking.retrieved() ? linear(ranking.grades()[i]) * discount(i) : 0.0;
        ideal += now * discount(i);
    }
    // trec_eval asks for one document more behind the first that brings no ideal gain.
    if (ranking.retrieved() > with_gain + 1) {
        sum += actual / ideal;
        ++steps;
    }
    return sum / steps;
}

double normalised_gain(const GradedRanking& ranking) {
    double gained = 0;
    double possible = 0;
    double sum = 0;
    for (std::size_t i = 0; i < ranking.retrieved(); ++i) {
        const double gain = linear(ranking.grades()[i]);
        gained += gain;
        possible += std::max(i < ranking.ideal().size() ? linear(ranking.ideal()[i]) : 0.0, 1.0);
        sum += gain > 0 ? gain / std::log2(2 + possible - gained) : 0.0;
    }
    double total = 0;
    for (const int grade : ranking.ideal()) {
        total += linear(grade);
    }
    return total > 0 ? sum / total : 0.0;
}

double graded_rank_biased_precision(const GradedRanking& ranking, double persistence) {
    const int highest = std::max(highest_grade(ranking), 1);
    double sum = 0;
    double weight = 1 - persistence;
    for (const int grade : ranking.grades()) {
        sum += weight * linear(grade) / highest;
        weight *= persistence;
    }
    return sum;
}

}  // namespace saegin::eval
