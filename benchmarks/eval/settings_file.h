// What makes figures reproducible: names and values, from JSON that other commands or people write.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "benchmarks/eval/text_file.h"
#include "common/result.h"

namespace saegin::eval {

/// Names with their values, in the order in which they are shown.
using Facts = std::vector<std::pair<std::string, std::string>>;

/// The members of an object, those of objects inside it as "outer.inner"; arrays as "a, b, c", arrays of flat
/// objects as "x 1, y 2; x 3, y 4". Empty for what is no object.
[[nodiscard]] Facts facts_of(const nlohmann::ordered_json& object);

/// The facts of a JSON file: of its member "settings" where it has one, else of the whole. Error kInvalidInput for what
/// is no object; errors of parse_json.
[[nodiscard]] Result<Facts> parse_settings(const TextFile& file);

}  // namespace saegin::eval
