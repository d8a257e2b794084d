#include "common/vote_prior.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace saegin {

namespace {

/// Votes in the window, with their multiplicity; small enough that counting from the front is cheap.
class Window {
public:
    void add(double votes) {
        ++counts_[votes];
        ++size_;
    }
    void remove(double votes) {
        const auto found = counts_.find(votes);
        if (--found->second == 0) {
            counts_.erase(found);
        }
        --size_;
    }
    [[nodiscard]] double mid_rank(double votes) const {
        std::size_t below = 0;
        auto at = counts_.begin();
        for (; at->first < votes; ++at) {
            below += at->second;
        }
        return (static_cast<double>(below) + static_cast<double>(at->second) / 2) / static_cast<double>(size_);
    }

private:
    std::map<double, std::size_t> counts_;
    std::size_t size_ = 0;
};

}  // namespace

std::vector<double> vote_priors(const std::vector<VoteRecord>& records) {
    std::vector<double> priors(records.size(), kNeutralPrior);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].day && records[i].votes) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *records[a].day < *records[b].day; });
    Window window;
    std::size_t first = 0;
    std::size_t next = 0;
    for (const std::size_t i : order) {
        const std::int32_t day = *records[i].day;
        for (; next < order.size() && *records[order[next]].day <= day + kPriorDays; ++next) {
            window.add(*records[order[next]].votes);
        }
        for (; *records[order[first]].day < day - kPriorDays; ++first) {
            window.remove(*records[order[first]].votes);
        }
        priors[i] = window.mid_rank(*records[i].votes);
    }
    return priors;
}

}  // namespace saegin
