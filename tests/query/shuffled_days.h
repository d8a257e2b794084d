// The days of papers dealt out anew: whatever rises then is chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>

#include "query/title_terms.h"
#include "query/trends.h"

namespace saegin::test {

/// The same papers and days, but every paper has a day of another one (Fisher and Yates); the same on every machine.
[[nodiscard]] inline query::DatedTitles with_shuffled_days(query::DatedTitles titles, std::uint32_t seed) {
    std::mt19937 random{seed};
    for (std::size_t left = titles.days.size(); left > 1; --left) {
        std::swap(titles.days[left - 1], titles.days[random() % left]);
    }
    return titles;
}

/// What rises over many shuffles.
struct FalseRisers {
    double mean_share = 0;     ///< of the tested terms that rise, a mean over the shuffles
    std::size_t with_any = 0;  ///< shuffles in which anything rises
    std::size_t rising = 0;    ///< of all shuffles
};

/// Shuffles with the seeds `first_seed`, `first_seed` + 1 and so on.
[[nodiscard]] inline FalseRisers false_risers(const query::DatedTitles& titles, const query::DayRange& range,
                                              std::uint32_t first_seed, std::size_t shuffles) {
    FalseRisers found;
    for (std::size_t i = 0; i < shuffles; ++i) {
        const query::Trends trends =
            query::find_trends(with_shuffled_days(titles, first_seed + static_cast<std::uint32_t>(i)), range);
        if (trends.tested > 0) {
            found.mean_share += static_cast<double>(trends.rising.size()) / static_cast<double>(trends.tested) /
                                static_cast<double>(shuffles);
        }
        found.rising += trends.rising.size();
        found.with_any += trends.rising.empty() ? 0U : 1U;
    }
    return found;
}

}  // namespace saegin::test
