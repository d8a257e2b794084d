// The manifest: which sources an index was made from, and what reading each of them met. Kept in the metadata of the
// index, one record per source, so it changes in the same commit as the papers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/result.h"
#include "indexer/entry_report.h"

namespace saegin::indexer {

/// What is known of one source.
struct SourceRecord {
    std::string fingerprint;  ///< of its content, see file_finder.h
    ReadReport report;        ///< of the run that read it

    friend bool operator==(const SourceRecord&, const SourceRecord&) = default;
};

/// Sources by key.
using Manifest = std::map<std::string, SourceRecord>;

/// The metadata key of a source.
[[nodiscard]] std::string manifest_key(const std::string& source);
/// The term that marks the papers a source tells of.
[[nodiscard]] std::string source_term(const std::string& source);

/// One record as it stands in the metadata.
[[nodiscard]] std::string to_json(const std::string& source, const SourceRecord& record);

/// All records of an index. Error kCorrupt where one cannot be read.
[[nodiscard]] Result<Manifest> read_manifest(const Xapian::Database& database);

}  // namespace saegin::indexer
