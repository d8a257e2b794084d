// The name that somebody meant who typed another one.
//
//   nearest_name("serch", {"search", "show"})   // "search"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saegin {

/// How many letters have to be put in, taken out or changed to make `b` of `a` (Levenshtein), by bytes.
[[nodiscard]] std::size_t edits_between(std::string_view a, std::string_view b);

/// The one of `names` that is nearest to `typed`, the first of equals; empty where each is more than two edits away, or
/// more than half of what was typed: that is no slip.
[[nodiscard]] std::string nearest_name(std::string_view typed, const std::vector<std::string>& names);

}  // namespace saegin
