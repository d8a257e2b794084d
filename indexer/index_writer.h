// Writes documents into one generation of an index: everything in one transaction, which only `commit` makes last.
#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

#include "common/paper.h"
#include "common/result.h"

namespace saegin::indexer {

/// An open transaction on an existing generation. Destroyed without `commit`, it leaves the index as it was.
class IndexWriter {
public:
    /// Opens `generation`. Changes are held in memory up to about `flush_bytes` of paper text, estimated from
    /// `average_bytes` a paper. Errors as `to_error` gives them.
    [[nodiscard]] static Result<IndexWriter> open(const std::filesystem::path& generation, std::size_t average_bytes);

    IndexWriter(IndexWriter&&) noexcept = default;
    IndexWriter& operator=(IndexWriter&&) = delete;
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;
    ~IndexWriter();

    /// Stores the document of a paper, in the place of the one it had.
    [[nodiscard]] Result<void> put(const PaperId& id, const Xapian::Document& document);
    /// Takes a paper out; nothing happens where there is none.
    [[nodiscard]] Result<void> remove(const PaperId& id);
    /// Sets a metadata record; an empty value removes it.
    [[nodiscard]] Result<void> set_metadata(const std::string& key, const std::string& value);

    /// Brings the vote priors of all papers in line with the votes that now stand in the index. Only documents whose
    /// prior changed are written.
    [[nodiscard]] Result<void> refresh_priors();

    /// Learns anew from the papers that now stand in the index.
    [[nodiscard]] Result<void> refresh_learned();

    /// Makes all of it last, at once. The writer must not be used afterwards.
    [[nodiscard]] Result<void> commit();

private:
    explicit IndexWriter(Xapian::WritableDatabase database) : database_(std::move(database)) {}

    Xapian::WritableDatabase database_;
};

}  // namespace saegin::indexer
