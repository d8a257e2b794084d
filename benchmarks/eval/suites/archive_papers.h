// All papers of an index, read back from the entries that it stores, and the same index without titles.
#pragma once

#include <filesystem>
#include <vector>

#include "common/index_folder.h"
#include "common/paper.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::eval {

/// A paper and the entries that tell of it.
struct ArchivePaper {
    Paper paper;
    std::vector<Entry> entries;
};

/// All papers in order of their ids; one that stands in several indexes comes once. Error kCorrupt where the data of
/// one cannot be read.
[[nodiscard]] Result<std::vector<ArchivePaper>> read_archive(query::IndexReader& reader);

/// An index of the same papers whose titles are empty, in a folder of its own that goes away with the object. So a
/// query that is a title, or was written under one, must be answered from summary and authors.
class UntitledIndex {
public:
    /// Builds it below the system's folder for temporary files ($TMPDIR), on `threads` threads (1 or more). Error kIo
    /// where nothing can be written there; errors of indexer::build_index.
    [[nodiscard]] static Result<UntitledIndex> build(const std::vector<ArchivePaper>& papers, std::size_t threads);

    UntitledIndex(UntitledIndex&& other) noexcept;
    UntitledIndex& operator=(UntitledIndex&&) = delete;
    UntitledIndex(const UntitledIndex&) = delete;
    UntitledIndex& operator=(const UntitledIndex&) = delete;
    ~UntitledIndex();

    [[nodiscard]] IndexFolder folder() const { return IndexFolder{path_ / "index"}; }

private:
    explicit UntitledIndex(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;  // empty once moved from
};

}  // namespace saegin::eval
