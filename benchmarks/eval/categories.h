// The queries of an evaluation, grouped by what kind they are of.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/eval/evaluation.h"
#include "benchmarks/eval/query_info.h"

namespace saegin::eval {

struct Category {
    std::string name;
    std::vector<std::size_t> queries;  ///< places in Evaluation::queries
};

/// The categories of the evaluated queries, in the order in which `infos` first name them. Queries without a category
/// stand under "other", last. Empty where no query has a category.
[[nodiscard]] std::vector<Category> group_by_category(const Evaluation& evaluation, const QueryInfos& infos);

/// The m-th measure over the queries of a category.
[[nodiscard]] double summarise_category(const Evaluation& evaluation, const Category& category, std::size_t m,
                                        const Measure& measure);

}  // namespace saegin::eval
