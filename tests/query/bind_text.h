// Binds queries against a test's index, without the rest of a search.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "query/binder.h"
#include "query/index_reader.h"

namespace saegin::test {

/// Reads indexes as one. Whatever fails throws.
class TestReader {
public:
    explicit TestReader(std::vector<IndexFolder> folders) {
        auto opened = query::IndexReader::open(std::move(folders));
        if (!opened) {
            throw std::runtime_error(to_string(opened.error()));
        }
        reader_ = std::make_unique<query::IndexReader>(std::move(*opened));
    }

    /// What `work(database)` returns.
    template <typename Work>
    auto read(const Work& work) {
        auto result = reader_->read(
            [&](const Xapian::Database& database) { return Result<decltype(work(database))>{work(database)}; });
        if (!result) {
            throw std::runtime_error(to_string(result.error()));
        }
        return std::move(*result);
    }

    /// What a query (NFC) asks for.
    query::BoundQuery bind(const std::string& query, bool use_lexicon = true) {
        return read([&](const Xapian::Database& database) {
            return query::bind_query(query, *reader_, database, analyzer_, query::RankingParameters{}, use_lexicon);
        });
    }

    /// Its lexicon, for use inside the work that `read` runs.
    const lexicon::Lexicon& lexicon() { return reader_->lexicon(); }
    /// Its words, likewise.
    const query::WordList& words() { return reader_->words(); }

private:
    std::unique_ptr<query::IndexReader> reader_;
    text::Analyzer analyzer_;
};

}  // namespace saegin::test
