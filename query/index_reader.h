// Read access to one or more indexes as one. Never writes.
#pragma once

#include <cstddef>
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
#include "query/word_list.h"

namespace saegin::query {

/// Open indexes. A writer that commits twice invalidates an open reader in the middle of its work, so all reading goes
/// through `read`, which opens anew and runs the whole work again. One reader per thread.
class IndexReader {
public:
    /// Opens the indexes in these folders (at least one). Errors as of open_index.
    [[nodiscard]] static Result<IndexReader> open(std::vector<IndexFolder> folders);

    /// Runs `work(const Xapian::Database&)`, which returns a Result, and again after reopening while the answer is
    /// kChanged, a bounded number of times.
    template <typename Work>
    [[nodiscard]] auto read(Work&& work) -> decltype(work(std::declval<const Xapian::Database&>())) {
        constexpr int kMostAttempts = 4;
        for (int attempt = 1;; ++attempt) {
            auto result = guard("reading the index", [&] { return work(std::as_const(database_)); });
            if (result || result.error().code != Code::kChanged || attempt == kMostAttempts) {
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

    /// Number of indexes that are read as one.
    [[nodiscard]] std::size_t size() const { return folders_.size(); }
    [[nodiscard]] const std::vector<IndexFolder>& folders() const { return folders_; }

private:
    explicit IndexReader(std::vector<IndexFolder> folders) : folders_(std::move(folders)) {}

    [[nodiscard]] Result<void> reopen();

    std::vector<IndexFolder> folders_;
    Xapian::Database database_;
    std::optional<lexicon::Lexicon> lexicon_;
    std::optional<latent::LatentSpace> latent_space_;
    std::optional<WordList> words_;
};

/// The document of a paper, or 0 where no index has it. The id may also be the address of the paper's page, or an arXiv
/// id with its version.
[[nodiscard]] Xapian::docid find_document(const Xapian::Database& database, const PaperId& id);

/// The entries that a document tells of. Error kCorrupt where its data cannot be read.
[[nodiscard]] Result<std::vector<Entry>> load_entries(const Xapian::Document& document);

}  // namespace saegin::query
