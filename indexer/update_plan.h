// What an update has to do, worked out before anything is written. Pure functions: no files, no index.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/paper.h"
#include "indexer/manifest.h"

namespace saegin::indexer {

/// What became of the sources.
struct SourcePlan {
    std::set<std::string> added;
    std::set<std::string> changed;
    std::set<std::string> unchanged;
    std::set<std::string> removed;  ///< known, within the scope of this run, and no longer there
};

/// Compares what the index knows with what was found. `found` maps keys to fingerprints. A known source that was not
/// found is removed only if it lies at or below one of `roots` (absolute folders): what a run does not look at stays.
[[nodiscard]] SourcePlan plan_sources(const Manifest& known, const std::map<std::string, std::string>& found,
                                      const std::vector<std::string>& roots);

/// What becomes of the papers. Each list of entries is sorted and is what is to be stored.
struct PaperPlan {
    std::vector<std::vector<Entry>> added;
    std::vector<std::vector<Entry>> updated;
    std::vector<PaperId> removed;
};

/// Entries of papers by id.
using PaperEntries = std::map<PaperId, std::vector<Entry>>;

/// Takes the entries of the sources in `dropped` out of `stored` and puts `fresh` in. A paper without entries left is
/// removed; one whose entries stay the same is in none of the lists.
[[nodiscard]] PaperPlan plan_papers(const PaperEntries& stored, const std::set<std::string>& dropped,
                                    std::vector<Entry> fresh);

}  // namespace saegin::indexer
