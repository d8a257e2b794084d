// The folder of an index and how a new generation of it takes the place of the old one.
//
//   DIR/XAPIANDB          a Xapian stub: names the generation that counts. Replaced by rename, so always whole.
//   DIR/generation-N/     a Xapian (glass) database
//   DIR/lock              held by the one writer, see indexer/write_lock.h
//
// Xapian opens DIR itself, following the stub; so do its own tools. A reader keeps the generation it opened: an older
// one stays until the next writer starts.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <xapian.h>

#include "common/latent/latent_space.h"
#include "common/lexicon/lexicon.h"
#include "common/result.h"

namespace saegin {

/// Names inside the folder of an index.
class IndexFolder {
public:
    explicit IndexFolder(std::filesystem::path path) : path_(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path stub() const { return path_ / "XAPIANDB"; }
    [[nodiscard]] std::filesystem::path lock() const { return path_ / "lock"; }
    [[nodiscard]] std::filesystem::path generation(unsigned number) const;

    /// Number of the generation that counts, or nothing where there is no index. Error kVersion where the folder holds
    /// something that is no index of ours, kIo where it cannot be read.
    [[nodiscard]] Result<std::optional<unsigned>> current() const;

    /// Bytes that the generation that counts takes on disk; 0 where there is none.
    [[nodiscard]] std::uintmax_t bytes() const;

private:
    std::filesystem::path path_;
};

/// Checks that this program can read a database: its schema version and its analyzer fingerprint. `name` is what an
/// error calls it, `rebuild` how it is made anew. Error kVersion; Xapian's exceptions pass through.
[[nodiscard]] Result<void> check_readable(const Xapian::Database& database, const std::string& name,
                                          const std::string& rebuild);

/// Opens an index for reading and checks that this program can read it: schema version and analyzer fingerprint.
/// Errors: kNotFound (no index there), kVersion (another schema or analyzer, or not ours), kIo, kCorrupt.
[[nodiscard]] Result<Xapian::Database> open_index(const IndexFolder& folder);

/// The lexicon that is stored in an index. Errors: kCorrupt, and those of reading the index.
[[nodiscard]] Result<lexicon::Lexicon> read_lexicon(const Xapian::Database& database);

/// The latent space that is stored in an index. Errors: likewise.
[[nodiscard]] Result<latent::LatentSpace> read_latent_space(const Xapian::Database& database);

/// The folder to use: `typed` if given, else $SAEGIN_DB, else $XDG_DATA_HOME/saegin/index, else
/// ~/.local/share/saegin/index. Error kUsage where none of them is known.
[[nodiscard]] Result<std::string> index_path(const std::optional<std::string>& typed);

}  // namespace saegin
