// Terms of the index that a prefix, an author's name or the heading of a section stands for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/schema.h"

namespace saegin::query {

/// Terms with their prefix, the most frequent first (equal ones in byte order), and how many there were before the
/// list was cut.
struct FoundTerms {
    std::vector<std::string> terms;
    std::size_t all = 0;
};

/// Terms of a family that start with `start` (folded).
[[nodiscard]] FoundTerms terms_with_prefix(const Xapian::Database& database, schema::TermField family,
                                           std::string_view start, std::size_t most);

/// Authors whose names have every word of `name` (see AuthorName::has): "Zhu, Jun-Yan", "junyan zhu" and "J. Zhu" all
/// find Jun-Yan Zhu.
[[nodiscard]] FoundTerms authors_named(const Xapian::Database& database, std::string_view name, std::size_t most);

/// Who is meant by a name in quotation marks: the author of exactly this name, where there is one; else as
/// authors_named. So is a name with initials and but one word besides: "J. Zhu" is whoever may sign like this.
[[nodiscard]] FoundTerms author_quoted(const Xapian::Database& database, std::string_view name, std::size_t most);

/// Section headings that have `text` in them.
[[nodiscard]] FoundTerms sections_named(const Xapian::Database& database, std::string_view text, std::size_t most);

/// What is meant by a heading in quotation marks: exactly this one, where there is one; else as sections_named.
[[nodiscard]] FoundTerms section_quoted(const Xapian::Database& database, std::string_view text, std::size_t most);

}  // namespace saegin::query
