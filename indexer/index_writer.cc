#include "indexer/index_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "common/schema.h"
#include "common/vote_prior.h"
#include "common/xapian_guard.h"
#include "indexer/document_builder.h"
#include "indexer/learned.h"

namespace saegin::indexer {

namespace {

constexpr const char* kWriting = "writing the index";

// Changed postings that are held in memory take some twenty times the text they came from.
constexpr std::size_t kFlushBytes = 4U << 20U;

}  // namespace

Result<IndexWriter> IndexWriter::open(const std::filesystem::path& generation, std::size_t average_bytes) {
    // Xapian flushes by number of documents only, and takes that number from the environment when it opens.
    const std::size_t documents =
        std::clamp<std::size_t>(kFlushBytes / std::max<std::size_t>(average_bytes, 1), 16, 10000);
    setenv("XAPIAN_FLUSH_THRESHOLD", std::to_string(documents).c_str(), 1);
    return guard("opening the index '" + generation.string() + "' for writing", [&] {
        IndexWriter writer{Xapian::WritableDatabase{generation.string(), Xapian::DB_OPEN}};
        writer.database_.begin_transaction(true);
        return writer;
    });
}

IndexWriter::~IndexWriter() {
    try {
        // Without this, Xapian's own destructor would cancel the transaction just the same, but only if it is open;
        // closing here also gives the lock back at once.
        database_.close();
    } catch (const Xapian::Error&) {
        // There is nobody left to tell, and nothing was committed.
    }
}

Result<void> IndexWriter::put(const PaperId& id, const Xapian::Document& document) {
    return guard(kWriting,
                 [&] { (void)database_.replace_document(schema::term(schema::TermField::kId, id.value), document); });
}

Result<void> IndexWriter::remove(const PaperId& id) {
    return guard(kWriting, [&] { database_.delete_document(schema::term(schema::TermField::kId, id.value)); });
}

Result<void> IndexWriter::set_metadata(const std::string& key, const std::string& value) {
    return guard(kWriting, [&] { database_.set_metadata(key, value); });
}

Result<void> IndexWriter::refresh_priors() {
    return guard(kWriting, [&] {
        std::vector<Xapian::docid> ids;
        std::vector<VoteRecord> records;
        std::vector<std::string> stored;
        for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at) {
            const Xapian::Document document = database_.get_document(*at, Xapian::DOC_ASSUME_VALID);
            VoteRecord record;
            if (const std::string day = document.get_value(schema::kDateSlot); !day.empty()) {
                record.day = static_cast<std::int32_t>(std::lround(Xapian::sortable_unserialise(day)));
            }
            if (const std::string votes = document.get_value(schema::kVotesSlot); !votes.empty()) {
                record.votes = Xapian::sortable_unserialise(votes);
            }
            ids.push_back(*at);
            records.push_back(record);
            stored.push_back(document.get_value(schema::kPriorSlot));
        }
        const std::vector<double> priors = vote_priors(records);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::string value = prior_value(priors[i]);
            if (value != stored[i]) {
                Xapian::Document document = database_.get_document(ids[i]);
                document.add_value(schema::kPriorSlot, value);
                database_.replace_document(ids[i], document);
            }
        }
    });
}

Result<void> IndexWriter::refresh_learned() {
    return guard(kWriting, [&] {
        for (const auto& [key, value] : learn(database_)) {
            database_.set_metadata(key, value);
        }
    });
}

Result<void> IndexWriter::commit() {
    return guard("committing the index", [&] {
        database_.commit_transaction();
        database_.close();
    });
}

}  // namespace saegin::indexer
