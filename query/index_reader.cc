#include "query/index_reader.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "common/latent/latent_builder.h"
#include "common/lexicon/lexicon_builder.h"
#include "common/paper_json.h"
#include "common/paper_url.h"
#include "common/schema.h"

namespace saegin::query {

Result<IndexReader> IndexReader::open(std::vector<Shard> shards, WhenMissing when) {
    IndexReader reader{std::move(shards), when};
    if (Result<void> opened = reader.reopen(); !opened) {
        return opened.error();
    }
    return reader;
}

Result<IndexReader> IndexReader::open(const std::vector<IndexFolder>& folders) {
    std::vector<Shard> shards;
    shards.reserve(folders.size());
    std::transform(folders.begin(), folders.end(), std::back_inserter(shards), shard_of);
    return open(std::move(shards));
}

Result<void> IndexReader::reopen() {
    Xapian::Database all;
    std::vector<Xapian::Database> parts;
    std::vector<MissingShard> missing;
    for (const Shard& shard : shards_) {
        Result<Xapian::Database> one = open_shard(shard);
        if (one) {
            all.add_database(*one);
            parts.push_back(*std::move(one));
            continue;
        }
        const bool last = missing.size() + 1 == shards_.size();
        if (when_missing_ == WhenMissing::kFail || last || one.error().code == Code::kChanged) {
            return one.error();
        }
        missing.push_back({shard.name, one.error().message});
    }
    lexicon_.reset();
    latent_space_.reset();
    words_.reset();
    joined_.reset();
    if (all.size() == 1) {
        Result<lexicon::Lexicon> lexicon = read_lexicon(all);
        if (!lexicon) {
            return lexicon.error();
        }
        lexicon_ = std::move(*lexicon);
    }
    database_ = std::move(all);
    parts_ = std::move(parts);
    missing_ = std::move(missing);
    return {};
}

const lexicon::Lexicon& IndexReader::lexicon() {
    if (!lexicon_) {  // the lexicons of several indexes do not add up, what they are made from does
        text::Analyzer analyzer;
        const bool far =
            std::any_of(shards_.begin(), shards_.end(), [](const Shard& shard) { return shard.is_remote(); });
        lexicon_ =
            lexicon::build_lexicon(database_, analyzer, far ? lexicon::Reading::kBundled : lexicon::Reading::kOneByOne);
    }
    return *lexicon_;
}

Result<std::reference_wrapper<const latent::LatentSpace>> IndexReader::latent_space() {
    if (!latent_space_) {
        if (database_.size() == 1) {
            Result<latent::LatentSpace> stored = read_latent_space(database_);
            if (!stored) {
                return stored.error();
            }
            latent_space_ = *std::move(stored);
        } else {
            std::vector<latent::WordCounts> parts;
            for (const Xapian::Database& part : parts_) {
                Result<latent::WordCounts> counts =
                    latent::word_counts_from(part.get_metadata(std::string{schema::kWordCountsKey}));
                if (!counts) {
                    return counts.error();
                }
                parts.push_back(*std::move(counts));
            }
            latent_space_ = latent::build_latent_space(latent::joined(parts));
        }
    }
    return std::cref(*latent_space_);
}

const WordList& IndexReader::words() {
    if (!words_) {
        words_ = WordList::load(database_);
    }
    return *words_;
}

const JoinedPapers* IndexReader::joined() {
    if (database_.size() == 1) {
        return nullptr;
    }
    if (!joined_) {
        const bool all_remote =
            std::all_of(shards_.begin(), shards_.end(), [](const Shard& shard) { return shard.is_remote(); });
        joined_ = JoinedPapers::load(database_, all_remote);
    }
    return &*joined_;
}

std::uintmax_t IndexReader::bytes() const {
    return std::accumulate(shards_.begin(), shards_.end(), std::uintmax_t{0},
                           [](std::uintmax_t sum, const Shard& shard) { return sum + shard.bytes(); });
}

namespace {

/// The document with exactly this id, or 0.
Xapian::docid document_of(const Xapian::Database& database, const PaperId& id) {
    if (id.value.empty() || id.value.size() > kMaxIdBytes) {
        return 0;
    }
    const std::string term = schema::term(schema::TermField::kId, id.value);
    const Xapian::PostingIterator found = database.postlist_begin(term);
    return found == database.postlist_end(term) ? 0 : *found;
}

}  // namespace

Xapian::docid find_document(const Xapian::Database& database, const PaperId& id) {
    const Xapian::docid as_typed = document_of(database, id);
    if (as_typed != 0) {
        return as_typed;
    }
    if (const std::optional<PaperId> pasted = pasted_arxiv_id(id.value)) {
        return document_of(database, *pasted);
    }
    return is_web_address(id.value) ? document_of(database, paper_id_of(id.value)) : 0;
}

Result<std::vector<Entry>> load_entries(const Xapian::Document& document) {
    return entries_from_json(document.get_data());
}

}  // namespace saegin::query
