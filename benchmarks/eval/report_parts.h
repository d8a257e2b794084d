// Pieces of HTML that the sections of the report share. All text is escaped here, except `content` and `table`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saegin::eval {

/// The heading of a section in both languages.
[[nodiscard]] std::string heading(std::string_view english, std::string_view korean);

/// A table that scrolls sideways on a narrow screen, for the keyboard too.
[[nodiscard]] std::string scrolling(std::string_view label, const std::string& table);

/// The head of a table whose first `left` columns hold words and are aligned left.
[[nodiscard]] std::string header_row(const std::vector<std::string>& cells, std::size_t left = 1);

/// A picture below its caption.
[[nodiscard]] std::string figure(std::string_view caption, const std::string& content);

}  // namespace saegin::eval
