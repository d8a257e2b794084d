// Text inside HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace saegin::eval {

/// `text` so that it stands for itself in HTML and SVG, between tags and inside quoted attributes. Malformed UTF-8 and
/// control characters, which no document may hold, become U+FFFD.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace saegin::eval
