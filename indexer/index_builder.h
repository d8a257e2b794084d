// Builds a whole index beside the old one and swaps it in.
//
// Storing postings takes most of the time of indexing, and one Xapian database takes one writer. So each thread fills a
// small database of its own, and Xapian merges them into the new generation, which comes out compact.
#pragma once

#include <cstddef>
#include <vector>

#include "common/index_folder.h"
#include "common/paper.h"
#include "common/result.h"
#include "indexer/manifest.h"
#include "indexer/progress.h"

namespace saegin::indexer {

/// Makes the next generation of `folder` from these papers (their entries sorted, one list a paper) on `threads`
/// threads (at least 1) and makes it the one that counts. Requires the write lock. The index that was there stays
/// whole until the swap and, for readers that have it open, until the next writer starts. Returns the number of terms
/// that had to be cut. On an error nothing is swapped and what was built is removed.
[[nodiscard]] Result<std::size_t> build_index(const IndexFolder& folder, const std::vector<std::vector<Entry>>& papers,
                                              const Manifest& manifest, std::size_t threads, Progress& progress);

/// Rewrites the index as a new, compact generation and swaps it in. Requires the write lock and an index.
[[nodiscard]] Result<void> compact_index(const IndexFolder& folder);

/// Removes what earlier runs left behind: generations that no longer count, unfinished ones. Requires the write lock.
/// Failing to remove something harms nothing and is no error.
void remove_leftovers(const IndexFolder& folder);

}  // namespace saegin::indexer
