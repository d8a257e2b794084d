// A JSON file whose faults are told with their line.
#pragma once

#include <nlohmann/json.hpp>

#include "benchmarks/eval/text_file.h"
#include "common/result.h"

namespace saegin::eval {

/// Arrays and objects may be nested so deep.
inline constexpr int kDeepestJson = 32;

/// The value that the file holds, its members in their order. Error kInvalidInput, naming the line, for what is no JSON
/// and for what is nested too deep.
[[nodiscard]] Result<nlohmann::ordered_json> parse_json(const TextFile& file);

}  // namespace saegin::eval
