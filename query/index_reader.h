// Read access to one or more indexes as one. Never writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index_folder.h"
#include "common/lexicon/lexicon.h"
#include "common/paper.h"
#include "common/result.h"
#include "common/xapian_guard.h"
#include "query/joined_papers.h"
#include "query/shard.h"
#include "query/word_list.h"

namespace saegin::query {

/// An index that is read without.
struct MissingShard {
    std::string db;      ///< its name, see Shard
    std::string reason;  ///< why it could not be opened

    friend bool operator==(const MissingShard&, const MissingShard&) = default;
};

/// What to do where one of several indexes cannot be opened.
enum class WhenMissing : std::uint8_t {
    kFail,  ///< answer with its error
    kGoOn,  ///< read the others and tell what is missing; an error only where all are missing
};

/// Open indexes. A writer that commits twice invalidates an open reader in the middle of its work, and a server may
/// close a connection that was idle, so all reading goes through `read`, which opens anew and runs the whole work
/// again. One reader per thread.
class IndexReader {
public:
    /// Opens these indexes (at least one). Errors as of open_shard.
    [[nodiscard]] static Result<IndexReader> open(std::vector<Shard> shards, WhenMissing when = WhenMissing::kFail);
    /// Opens the indexes in these folders (at least one). Errors as of open_index.
    [[nodiscard]] static Result<IndexReader> open(const std::vector<IndexFolder>& folders);

    /// Runs `work(const Xapian::Database&)`, which returns a Result, and again after reopening while the answer is
    /// kChanged or kUnreachable, a bounded number of times.
    template <typename Work>
    [[nodiscard]] auto read(Work&& work) -> decltype(work(std::declval<const Xapian::Database&>())) {
        constexpr int kMostAttempts = 4;
        for (int attempt = 1;; ++attempt) {
            auto result = guard("reading the index", [&] { return work(std::as_const(database_)); });
            if (result || !helps_to_reopen(result.error()) || attempt == kMostAttempts) {
                return result;
            }
            // A writer may be faster once more: then the next attempt finds that out.
            if (Result<void> opened = reopen(); !opened && opened.error().code != Code::kChanged) {
                return opened.error();
            }
        }
    }

    /// The lexicon of what is open: of one index as it is stored there, of several made from their terms. For use
    /// inside the work that `read` runs.
    [[nodiscard]] const lexicon::Lexicon& lexicon();
    /// The latent space of what is open: of one index as it is stored there, of several made from their terms. For use
    /// inside the work that `read` runs. Error kCorrupt.
    [[nodiscard]] Result<std::reference_wrapper<const latent::LatentSpace>> latent_space();
    /// The words of what is open, read when they are first asked for. For use inside the work that `read` runs.
    [[nodiscard]] const WordList& words();

    /// What has to be known of all papers of several indexes; null where one index is open. For use inside the work
    /// that `read` runs.
    [[nodiscard]] const JoinedPapers* joined();

    /// Number of indexes that are to be read as one, missing ones included.
    [[nodiscard]] std::size_t size() const { return shards_.size(); }
    /// Those that could not be opened the last time; always empty with WhenMissing::kFail.
    [[nodiscard]] const std::vector<MissingShard>& missing() const { return missing_; }
    /// Bytes that the open indexes take on this machine.
    [[nodiscard]] std::uintmax_t bytes() const;

private:
    IndexReader(std::vector<Shard> shards, WhenMissing when) : shards_(std::move(shards)), when_missing_(when) {}

    [[nodiscard]] static bool helps_to_reopen(const Error& error) {
        return error.code == Code::kChanged || error.code == Code::kUnreachable;
    }
    [[nodiscard]] Result<void> reopen();

    std::vector<Shard> shards_;
    WhenMissing when_missing_;
    std::vector<MissingShard> missing_;
    Xapian::Database database_;
    std::vector<Xapian::Database> parts_;  ///< those that database_ reads as one
    std::optional<JoinedPapers> joined_;
    std::optional<lexicon::Lexicon> lexicon_;
    std::optional<latent::LatentSpace> latent_space_;
    std::optional<WordList> words_;
};

/// The document of a paper, or 0 where no index has it. The id may also be the address of the paper's page, or an arXiv
/// id as people cite and paste it, see pasted_arxiv_id.
[[nodiscard]] Xapian::docid find_document(const Xapian::Database& database, const PaperId& id);

/// The entries that a document tells of. Error kCorrupt where its data cannot be read.
[[nodiscard]] Result<std::vector<Entry>> load_entries(const Xapian::Document& document);

}  // namespace saegin::query
