// Percentiles of measured times.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace saegin::speed {

/// The value that the share `share` (0 to 1) of all do not exceed (nearest rank). `values`, at least one, change their
/// order.
[[nodiscard]] inline double percentile(std::vector<double>& values, double share) {
    const auto rank = static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)));
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

}  // namespace saegin::speed
