// What an index says, as text that does not depend on how it came about: no document ids, everything sorted. Two
// indexes with equal dumps answer equally.
#pragma once

#include <ostream>
#include <string>

#include <xapian.h>

namespace saegin::test {

/// Writes the dump, one fact a line: the number of papers, the metadata, then for each paper, by id, its data, its
/// values and its terms with their frequencies and positions.
void dump_index(const Xapian::Database& database, std::ostream& out);

/// The same as a string.
[[nodiscard]] std::string dump_index(const Xapian::Database& database);

/// Where two dumps part, for a person: the paper and the first line that differs. Empty if they are equal.
[[nodiscard]] std::string first_difference(const std::string& left, const std::string& right);

}  // namespace saegin::test
