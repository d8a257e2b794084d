// Answers as JSON. The whole shape is documented in FORMAT.md; it only ever grows.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "query/results.h"
#include "query/searcher.h"
#include "query/stats.h"

namespace saegin::query {

/// Version of the shape, as it stands in every object.
inline constexpr int kFormatVersion = 1;

/// One paper of a list.
[[nodiscard]] nlohmann::ordered_json to_object(const Hit& hit);

/// One object on one line, without a line end.
[[nodiscard]] std::string to_json(const Answer& answer);
[[nodiscard]] std::string to_json(const Searcher::Stored& stored);
[[nodiscard]] std::string to_json(const Stats& stats);

}  // namespace saegin::query
