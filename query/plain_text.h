// Text without the marks of Markdown, for showing.
#pragma once

#include <string>
#include <string_view>

namespace saegin::query {

/// Takes the signs of emphasis (**bold**, __bold__), of code (`code`) and of links ([text](address)) away and leaves
/// what they stand around. A sign without its counterpart in the same line is text and stays. Digests come without
/// them; other records may bring them along.
[[nodiscard]] std::string without_markdown(std::string_view text);

}  // namespace saegin::query
