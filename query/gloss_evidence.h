// Where papers say that two names are the same thing.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/lexicon/gloss_reader.h"
#include "common/lexicon/lexicon.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/glossary.h"
#include "query/usage.h"

namespace saegin::query {

/// Finds the evidence of pairs. The database must outlive it; Xapian's exceptions pass through. One per thread.
class EvidenceReader {
public:
    EvidenceReader(const Xapian::Database& database, const JoinedPapers* joined)
        : database_(database), usage_(database, joined) {}

    /// Of the most voted papers that have any, at most kMostEvidence; ties by id. Error kCorrupt for a paper that
    /// cannot be read.
    [[nodiscard]] Result<std::vector<Evidence>> of(const lexicon::Pair& pair);

private:
    [[nodiscard]] std::vector<Xapian::docid> glossing(const lexicon::Pair& pair);
    [[nodiscard]] std::vector<Xapian::docid> using_both(const lexicon::Pair& pair) const;
    [[nodiscard]] std::string sentence_of(const Paper& paper, const lexicon::Pair& pair);
    [[nodiscard]] bool is_of(const lexicon::Gloss& gloss, const lexicon::Pair& pair);
    [[nodiscard]] const std::string& key(const std::string& name);

    const Xapian::Database& database_;
    Usage usage_;
    text::Analyzer analyzer_;
    std::vector<std::string> glosses_;                   ///< all terms of glosses; empty until needed
    std::unordered_map<std::string, std::string> keys_;  ///< by name as written
};

}  // namespace saegin::query
