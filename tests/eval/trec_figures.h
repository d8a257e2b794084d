// Figures in the form in which trec_eval prints them.
#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace saegin::eval::testing {

/// `figure` as trec_eval prints it: four decimals, and none where it prints a count as `like`.
inline std::string printed(double figure, const std::string& like) {
    std::array<char, 64> text{};
    const int decimals = like.find('.') == std::string::npos ? 0 : 4;
    std::snprintf(text.data(), text.size(), "%.*f", decimals, figure);
    return text.data();
}

}  // namespace saegin::eval::testing
