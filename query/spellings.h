// How a thing is written, and which way is the usual one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace saegin::query {

class Spellings {
public:
    void add(const std::string& written) { ++counts_[written]; }

    /// The most frequent one, of equal ones the first in byte order. Requires that one was added.
    [[nodiscard]] const std::string& usual() const {
        return std::max_element(counts_.begin(), counts_.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }
    /// All of them, with how often each was added.
    [[nodiscard]] const std::map<std::string, std::uint32_t>& counts() const { return counts_; }

private:
    std::map<std::string, std::uint32_t> counts_;
};

}  // namespace saegin::query
