// One run of saegin-index: from inputs to an index that says the same as they do.
//
//   files -> fingerprints -> source plan -> readers -> entries -> paper plan -> documents -> commit or swap
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "common/index_folder.h"
#include "common/result.h"
#include "indexer/entry_report.h"
#include "indexer/progress.h"

namespace saegin::indexer {

/// What to do.
struct UpdateRequest {
    std::vector<std::string> inputs;  ///< folders, *.md, *.jsonl, or "-"
    bool rebuild = false;             ///< from nothing: what is in the index, and cannot be read any more, is gone
    std::size_t threads = 1;          ///< for a whole build; at least 1
};

/// What was done. Counts of papers are after the run.
struct UpdateReport {
    std::size_t files = 0;
    std::size_t files_read = 0;  ///< those that were new or changed; the others were not parsed
    std::size_t entries = 0;     ///< in all inputs of this run, unchanged ones included
    std::size_t papers = 0;      ///< in the index
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t removed = 0;
    std::size_t unchanged = 0;
    std::vector<Notice> skipped;     ///< entries and files (line 0) that could not be read, also of unchanged files
    std::vector<Notice> warnings;    ///< entries that were mended, also of unchanged files
    std::size_t cut_terms = 0;       ///< terms that were too long, in the papers written
    std::uint64_t terms = 0;         ///< different terms in the index
    std::size_t glossary_pairs = 0;  ///< pairs of names in the lexicon of the index
    double seconds = 0;
    std::uintmax_t index_bytes = 0;
};

/// Brings the index in line with the inputs. By default only what changed is read and written, in one commit; where
/// there is no index yet, or with `rebuild`, a whole one is built beside it and swapped in. Papers of sources that lie
/// outside the inputs stay. The papers of all new or changed sources are held in memory at once.
///
/// `standard_input` is read where an input is "-". Errors leave the index as it was: kLocked, kVersion (made by another
/// version, or not ours), kNotFound, kUsage, kCorrupt, kIo and kInvalidInput (where no input at all can be read; one
/// file of several is skipped, and what was indexed from it stays).
[[nodiscard]] Result<UpdateReport> update_index(const IndexFolder& folder, const UpdateRequest& request,
                                                std::istream& standard_input, Progress& progress);

}  // namespace saegin::indexer
