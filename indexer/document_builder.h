// Turns a paper into the document that is stored for it. The schema (common/schema.h) says what goes where.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/paper.h"
#include "common/text/analyzer.h"

namespace saegin::indexer {

/// Builds documents. Holds an analyzer: one instance per thread.
class DocumentBuilder {
public:
    /// The document of a paper with these entries (sorted, not empty) and this vote prior in [0, 1]. Its terms depend
    /// on nothing else, so a fresh build and an update give the same.
    [[nodiscard]] Xapian::Document build(const std::vector<Entry>& entries, double prior);

    /// Terms that had to be cut to fit since this builder was made.
    [[nodiscard]] std::size_t cut_terms() const { return cut_; }

private:
    text::Analyzer analyzer_;
    std::size_t cut_ = 0;
};

/// The value of kPriorSlot for a prior.
[[nodiscard]] std::string prior_value(double prior);

/// The values of kAuthorsSlot and kSectionsSlot for a paper.
[[nodiscard]] std::string authors_value(const Paper& paper);
[[nodiscard]] std::string sections_value(const Paper& paper);

}  // namespace saegin::indexer
