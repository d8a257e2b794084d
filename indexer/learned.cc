#include "indexer/learned.h"

#include "common/latent/latent_builder.h"
#include "common/lexicon/lexicon_builder.h"
#include "common/schema.h"

namespace saegin::indexer {

Learned learn(const Xapian::Database& database) {
    text::Analyzer analyzer;
    const latent::WordCounts counts = latent::read_word_counts(database);
    return {{std::string{schema::kLexiconKey}, lexicon::build_lexicon(database, analyzer).text()},
            {std::string{schema::kLatentKey}, latent::build_latent_space(counts).text()},
            {std::string{schema::kWordCountsKey}, to_text(counts)}};
}

}  // namespace saegin::indexer
