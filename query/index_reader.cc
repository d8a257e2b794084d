#include "query/index_reader.h"

#include "common/latent/latent_builder.h"
#include "common/lexicon/lexicon_builder.h"
#include "common/paper_json.h"
#include "common/paper_url.h"
#include "common/schema.h"

namespace saegin::query {

Result<IndexReader> IndexReader::open(std::vector<IndexFolder> folders) {
    IndexReader reader{std::move(folders)};
    if (Result<void> opened = reader.reopen(); !opened) {
        return opened.error();
    }
    return reader;
}

Result<void> IndexReader::reopen() {
    Xapian::Database all;
    for (const IndexFolder& folder : folders_) {
        Result<Xapian::Database> one = open_index(folder);
        if (!one) {
            return one.error();
        }
        all.add_database(*one);
    }
    lexicon_.reset();
    latent_space_.reset();
    words_.reset();
    if (folders_.size() == 1) {
        Result<lexicon::Lexicon> lexicon = read_lexicon(all);
        if (!lexicon) {
            return lexicon.error();
        }
        lexicon_ = std::move(*lexicon);
    }
    database_ = std::move(all);
    return {};
}

const lexicon::Lexicon& IndexReader::lexicon() {
    if (!lexicon_) {  // the lexicons of several indexes do not add up, what they are made from does
        text::Analyzer analyzer;
        lexicon_ = lexicon::build_lexicon(database_, analyzer);
    }
    return *lexicon_;
}

Result<std::reference_wrapper<const latent::LatentSpace>> IndexReader::latent_space() {
    if (!latent_space_) {
        if (folders_.size() == 1) {
            Result<latent::LatentSpace> stored = read_latent_space(database_);
            if (!stored) {
                return stored.error();
            }
            latent_space_ = *std::move(stored);
        } else {
            latent_space_ = latent::build_latent_space(database_);
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
    // What people paste: the address of the paper's page, or an arXiv id with its version.
    const std::string address = is_web_address(id.value) ? id.value : "https://arxiv.org/abs/" + id.value;
    return document_of(database, paper_id_of(address));
}

Result<std::vector<Entry>> load_entries(const Xapian::Document& document) {
    return entries_from_json(document.get_data());
}

}  // namespace saegin::query
