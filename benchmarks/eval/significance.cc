#include "benchmarks/eval/significance.h"

#include <algorithm>
#include <bit>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <random>

namespace saegin::eval {

namespace {

constexpr unsigned kBits = 64;

/// Two sums of the same numbers in different order may differ in their last bits, and must count as equal.
double rounding_error(std::span<const double> values) {
    constexpr double kRelative = 1e-12;
    return kRelative * std::accumulate(values.begin(), values.end(), 0.0,
                                       [](double sum, double value) { return sum + std::abs(value); });
}

RandomisationTest try_all_signs(const std::vector<double>& differences, double at_least) {
    const std::uint64_t patterns = std::uint64_t{1} << differences.size();
    double sum = -std::accumulate(differences.begin(), differences.end(), 0.0);
    std::vector<double> signed_differences(differences.size());
    std::transform(differences.begin(), differences.end(), signed_differences.begin(), std::negate<>{});
    std::uint64_t count = std::abs(sum) >= at_least ? 1U : 0U;
    for (std::uint64_t pattern = 1; pattern < patterns; ++pattern) {
        // Gray code: from one pattern to the next a single sign changes.
        double& changed = signed_differences[static_cast<std::size_t>(std::countr_zero(pattern))];
        changed = -changed;
        sum += 2 * changed;
        count += std::abs(sum) >= at_least ? 1U : 0U;
    }
    return {static_cast<double>(count) / static_cast<double>(patterns), true, patterns};
}

RandomisationTest draw_signs(const std::vector<double>& differences, double at_least, std::uint64_t draws,
                             std::uint64_t seed) {
    std::mt19937_64 generator{seed};
    const double total = std::accumulate(differences.begin(), differences.end(), 0.0);
    std::uint64_t count = 0;
    for (std::uint64_t draw = 0; draw < draws; ++draw) {
        double flipped = 0;
        for (std::size_t start = 0; start < differences.size(); start += kBits) {
            const std::uint64_t signs = generator();
            const std::size_t end = std::min(start + kBits, differences.size());
            for (std::size_t i = start; i < end; ++i) {
                flipped += static_cast<double>((signs >> (i - start)) & 1U) * differences[i];
            }
        }
        count += std::abs(total - 2 * flipped) >= at_least ? 1U : 0U;
    }
    return {static_cast<double>(count + 1) / static_cast<double>(draws + 1), false, draws};
}

/// Sample standard deviation (n - 1). Requires two values or more.
double standard_deviation(std::span<const double> values) {
    const double middle = mean(values);
    const double squares = std::accumulate(values.begin(), values.end(), 0.0, [&](double sum, double value) {
        return sum + (value - middle) * (value - middle);
    });
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

/// Whether all values are one: their deviation is then 0, and not what rounding left of it.
bool all_equal(std::span<const double> values) {
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>{}) == values.end();
}

}  // namespace

RandomisationTest randomisation_test(std::span<const double> differences, std::uint64_t draws, std::uint64_t seed) {
    std::vector<double> moved;
    std::copy_if(differences.begin(), differences.end(), std::back_inserter(moved),
                 [](double difference) { return difference != 0; });
    const double seen = std::abs(std::accumulate(moved.begin(), moved.end(), 0.0));
    const double at_least = seen - rounding_error(moved);
    return moved.size() <= kExactUpTo ? try_all_signs(moved, at_least) : draw_signs(moved, at_least, draws, seed);
}

std::optional<double> paired_t_test(std::span<const double> differences) {
    if (differences.size() < 2) {
        return std::nullopt;
    }
    if (all_equal(differences)) {
        return differences.front() == 0 ? 1.0 : 0.0;
    }
    const auto number = static_cast<double>(differences.size());
    const double t = mean(differences) / (standard_deviation(differences) / std::sqrt(number));
    const boost::math::students_t_distribution<double> distribution{number - 1};
    return 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(t)));
}

std::vector<double> holm(std::span<const double> p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    std::vector<double> adjusted(p_values.size());
    double highest = 0;
    for (std::size_t step = 0; step < order.size(); ++step) {
        const auto remaining = static_cast<double>(order.size() - step);
        highest = std::max(highest, std::min(1.0, remaining * p_values[order[step]]));
        adjusted[order[step]] = highest;
    }
    return adjusted;
}

double mean(std::span<const double> values) {
    return values.empty() ? 0.0
                          : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> cohens_dz(std::span<const double> differences) {
    if (differences.size() < 2 || all_equal(differences)) {
        return std::nullopt;
    }
    return mean(differences) / standard_deviation(differences);
}

Interval bootstrap_mean(std::span<const double> values, double confidence, std::uint64_t draws, std::uint64_t seed) {
    if (values.empty()) {
        return {};
    }
    std::mt19937_64 generator{seed};
    std::vector<double> means(draws);
    for (double& drawn : means) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            // The upper half of 32 random bits times n: even to n / 2^32, and the same on every machine, unlike the
            // distributions of <random>.
            const std::uint64_t random = generator() >> 32U;
            sum += values[static_cast<std::size_t>((random * values.size()) >> 32U)];
        }
        drawn = sum / static_cast<double>(values.size());
    }
    std::sort(means.begin(), means.end());
    const double tail = (1 - confidence) / 2;
    const auto below = static_cast<std::size_t>(tail * static_cast<double>(draws));
    return {means[below], means[means.size() - 1 - below]};
}

}  // namespace saegin::eval
