#include "benchmarks/eval/categories.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace saegin::eval {

std::vector<Category> group_by_category(const Evaluation& evaluation, const QueryInfos& infos) {
    struct Placed {
        std::size_t order = 0;  // place of its first query in the file
        Category category;
    };
    std::map<std::string, Placed> by_name;
    for (std::size_t q = 0; q < evaluation.queries.size(); ++q) {
        const auto info = infos.find(evaluation.queries[q].qid);
        const bool known = info != infos.end() && !info->second.category.empty();
        const std::size_t order = known ? info->second.order : infos.size();
        const std::string name = known ? info->second.category : "";
        Placed& placed = by_name.try_emplace(name, Placed{order, {known ? name : "other", {}}}).first->second;
        placed.order = std::min(placed.order, order);
        placed.category.queries.push_back(q);
    }
    if (by_name.size() == 1 && by_name.begin()->first.empty()) {
        return {};
    }
    std::vector<Placed> ordered;
    std::transform(by_name.begin(), by_name.end(), std::back_inserter(ordered),
                   [](auto& entry) { return std::move(entry.second); });
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Placed& a, const Placed& b) { return a.order < b.order; });
    std::vector<Category> categories;
    std::transform(ordered.begin(), ordered.end(), std::back_inserter(categories),
                   [](Placed& placed) { return std::move(placed.category); });
    return categories;
}

double summarise_category(const Evaluation& evaluation, const Category& category, std::size_t m,
                          const Measure& measure) {
    std::vector<double> values;
    std::transform(category.queries.begin(), category.queries.end(), std::back_inserter(values),
                   [&](std::size_t q) { return evaluation.queries[q].values[m]; });
    return summarise(measure.summary, values);
}

}  // namespace saegin::eval
