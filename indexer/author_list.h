// Author lists, in the forms that digests and JSON lines write them in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saegin::indexer {

/// Splits "A, B, C" or a Python list "['A', 'B']" (quotes may differ, may be escaped, may stand inside a name:
/// "['Conan O\'Brien', \"Tim O'Reilly\"]"). Trims, drops empty names, a stray "+" and "et al.", and keeps a name that
/// stands twice only once, where it stands first. Names are NFC with single spaces.
[[nodiscard]] std::vector<std::string> parse_author_list(std::string_view text);

/// The same cleaning for names that are already apart.
[[nodiscard]] std::vector<std::string> clean_authors(const std::vector<std::string>& names);

}  // namespace saegin::indexer
