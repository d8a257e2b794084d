// Search: from a query to a ranked list of papers.
//
//   words -> query terms -> Xapian::Query -> BM25 + vote prior -> papers, snippets, reasons
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/paper.h"
#include "common/result.h"
#include "query/index_reader.h"
#include "query/ranking.h"
#include "query/results.h"
#include "query/taste.h"

namespace saegin::query {

/// In which order papers come.
enum class Sort : std::uint8_t {
    kRelevance,  ///< best match first
    kVotes,      ///< most votes first
    kDate,       ///< newest first
};

/// Which part of the ranking is wanted and how it is made.
struct Ranking {
    std::size_t limit = 10;
    std::size_t offset = 0;
    Sort sort = Sort::kRelevance;
    RankingParameters parameters;
    bool plain = false;               ///< the query is words, whatever signs it has
    bool explain = false;             ///< also say what each score is the sum of
    bool facets = false;              ///< also count all matches by month, votes, author and section
    DigestDate today{};               ///< from which relative dates of the query count
    bool use_lexicon = true;          ///< repair what is mistyped, search other names of what is typed
    std::optional<DigestDate> since;  ///< first day, inclusive; a paper without a date is then left out
    std::optional<DigestDate> until;  ///< last day, inclusive; likewise
};

/// A paper by id, with its score, without anything that is only for reading.
struct ScoredId {
    PaperId id;
    double score = 0;
};

/// Searches one or more indexes as one. One searcher per thread.
class Searcher {
public:
    explicit Searcher(IndexReader reader) : reader_(std::move(reader)) {}

    /// Papers that have at least one word of the query. Equal scores are ordered by id, so that pages never overlap.
    [[nodiscard]] Result<Answer> search(const std::string& query, const Ranking& ranking);

    /// What a query is made into, without searching.
    [[nodiscard]] Result<Analysis> analyze(const std::string& query, const Ranking& ranking);

    /// The same ranking, ids only: what a batch of queries needs.
    [[nodiscard]] Result<std::vector<ScoredId>> search_ids(const std::string& query, const Ranking& ranking);

    /// Papers like this one, by distinctive terms and authors, each with its reasons; never the paper itself. Error
    /// kNotFound where no index has it.
    [[nodiscard]] Result<Answer> related(const PaperId& id, const Ranking& ranking);

    /// The same ranking, ids only.
    [[nodiscard]] Result<std::vector<ScoredId>> related_ids(const PaperId& id, const Ranking& ranking);

    /// Papers for a reader's taste, each with its reasons; see recommender.h. Errors: kNotFound where no index has a
    /// liked paper.
    [[nodiscard]] Result<Answer> recommend(const Taste& taste, const Ranking& ranking);

    /// The same ranking, ids only.
    [[nodiscard]] Result<std::vector<ScoredId>> recommend_ids(const Taste& taste, const Ranking& ranking);

    /// The ids that the index has for these, which may be addresses or have a version; as they are where no index has
    /// the paper.
    [[nodiscard]] Result<std::vector<PaperId>> own_ids(const std::vector<PaperId>& ids);

    /// The newest day that any paper stands on; nothing where none has a date.
    [[nodiscard]] Result<std::optional<DigestDate>> newest_day();

    /// All entries of one paper, merged in `paper`. Error kNotFound where no index has it.
    struct Stored {
        Paper paper;
        std::vector<Entry> entries;
    };
    [[nodiscard]] Result<Stored> show(const PaperId& id);

    /// Indexes that are read without; see IndexReader.
    [[nodiscard]] const std::vector<MissingShard>& missing() const { return reader_.missing(); }

private:
    IndexReader reader_;
    text::Analyzer analyzer_;
};

}  // namespace saegin::query
