#include "common/nearest_name.h"

#include <algorithm>
#include <numeric>

namespace saegin {

std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

std::string nearest_name(std::string_view typed, const std::vector<std::string>& names) {
    constexpr std::size_t kMostEdits = 2;
    constexpr std::size_t kLongestName = 64;  // what is longer is no name, and not worth comparing
    if (typed.size() > kLongestName) {
        return {};
    }
    std::string nearest;
    std::size_t fewest = std::min(kMostEdits, typed.size() / 2) + 1;
    for (const std::string& name : names) {
        const std::size_t edits = edits_between(typed, name);
        if (edits < fewest) {
            fewest = edits;
            nearest = name;
        }
    }
    return nearest;
}

}  // namespace saegin
