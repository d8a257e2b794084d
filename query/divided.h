// A query in two: what only restricts, and the rest as if it stood alone. So a filter changes neither what the rest
// means nor its scores.
//
//   divide(parse("확산 모델 date:2024-08 author:Kim", today).tree)  // 확산 모델; date:2024-08 and author:Kim
#pragma once

#include <vector>

#include "query/language/tree.h"

namespace saegin::query {

struct Divided {
    language::Node rest;
    /// Ranges, ids, sections, authors beside a topic, and what is excluded; in their order.
    std::vector<language::Clause> filters;
};

/// Divides what stands side by side; any other tree has no filters.
[[nodiscard]] Divided divide(const language::Node& tree);

}  // namespace saegin::query
