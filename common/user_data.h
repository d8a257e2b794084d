// Where a user's data is kept.
#pragma once

#include <optional>
#include <string>

namespace saegin {

/// The value of the environment variable `variable`, else $XDG_DATA_HOME/saegin/`leaf`, else
/// ~/.local/share/saegin/`leaf`; nothing where none of them is set.
[[nodiscard]] std::optional<std::string> user_data(const char* variable, const std::string& leaf);

}  // namespace saegin
