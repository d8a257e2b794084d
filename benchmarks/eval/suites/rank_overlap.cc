#include "benchmarks/eval/suites/rank_overlap.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace saegin::eval {

double overlap_at(std::span<const std::string> a, std::span<const std::string> b, std::size_t depth) {
    a = a.first(std::min(depth, a.size()));
    b = b.first(std::min(depth, b.size()));
    if (a.empty() && b.empty()) {
        return 1;
    }
    const std::unordered_set<std::string_view> in_a(a.begin(), a.end());
    const auto both = std::count_if(b.begin(), b.end(), [&](const std::string& id) { return in_a.contains(id); });
    return static_cast<double>(both) / static_cast<double>(std::max(a.size(), b.size()));
}

double rank_biased_overlap(std::span<const std::string> a, std::span<const std::string> b, double persistence) {
    const std::span<const std::string> longer = a.size() < b.size() ? b : a;
    const std::span<const std::string> shorter = a.size() < b.size() ? a : b;
    if (shorter.empty()) {
        return longer.empty() ? 1 : 0;
    }
    const auto s = static_cast<double>(shorter.size());
    const auto l = static_cast<double>(longer.size());
    std::unordered_set<std::string_view> in_longer;
    std::unordered_set<std::string_view> in_shorter;
    double common = 0;           // X_d: documents in both down to rank d
    double common_at_short = 0;  // X_s
    double weight = 1;           // persistence^d
    double sum = 0;
    for (std::size_t i = 0; i < longer.size(); ++i) {
        const auto d = static_cast<double>(i + 1);
        weight *= persistence;
        common += in_shorter.contains(longer[i]) ? 1 : 0;
        in_longer.insert(longer[i]);
        if (i < shorter.size()) {
            in_shorter.insert(shorter[i]);
            common += in_longer.contains(shorter[i]) ? 1 : 0;
            common_at_short = common;
        }
        sum += common / d * weight;
        if (d > s) {
            sum += common_at_short * (d - s) / (s * d) * weight;
        }
    }
    const double rest = ((common - common_at_short) / l + common_at_short / s) * weight;
    return std::min(1.0, (1 - persistence) / persistence * sum + rest);
}

}  // namespace saegin::eval
