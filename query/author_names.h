// The names of authors that an index has: as it knows them, and as papers write them.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/result.h"
#include "query/author_identity.h"

namespace saegin::query {

/// All names, folded, with the papers that bear them, in byte order. Xapian's exceptions pass through.
[[nodiscard]] std::vector<NamePapers> author_names(const Xapian::Database& database);

/// A folded name that the index has, as the paper with the smallest id writes it. Where the index had to cut it, what
/// is left. Error kCorrupt for a paper that cannot be read; Xapian's exceptions pass through.
[[nodiscard]] Result<std::string> author_as_written(const Xapian::Database& database, const std::string& name);

}  // namespace saegin::query
