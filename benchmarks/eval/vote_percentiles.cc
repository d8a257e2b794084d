#include "benchmarks/eval/vote_percentiles.h"

#include <algorithm>
#include <functional>

#include <xapian.h>

#include "common/schema.h"

namespace saegin::eval {

Result<VotePercentiles> VotePercentiles::read(query::IndexReader& reader) {
    return reader.read([](const Xapian::Database& database) -> Result<VotePercentiles> {
        VotePercentiles percentiles;
        if (database.get_value_freq(schema::kVotesSlot) == 0) {
            return percentiles;
        }
        for (auto prior = database.valuestream_begin(schema::kPriorSlot);
             prior != database.valuestream_end(schema::kPriorSlot); ++prior) {
            percentiles.percentiles_.emplace(database.get_document(prior.get_docid()).get_value(schema::kIdSlot),
                                             Xapian::sortable_unserialise(*prior));
        }
        return percentiles;
    });
}

std::optional<double> VotePercentiles::of(std::string_view id) const {
    const auto found = percentiles_.find(id);
    return found == percentiles_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<double> VotePercentiles::mean_at_top(const Run& run) const {
    double sum = 0;
    std::size_t queries = 0;
    for (const RankedQuery& query : run.queries()) {
        double of_query = 0;
        std::size_t papers = 0;
        for (const Retrieved& document : query.documents.first(std::min(kPopularityDepth, query.documents.size()))) {
            if (const std::optional<double> percentile = of(document.docid)) {
                of_query += *percentile;
                ++papers;
            }
        }
        if (papers > 0) {
            sum += of_query / static_cast<double>(papers);
            ++queries;
        }
    }
    return queries == 0 ? std::nullopt : std::optional{sum / static_cast<double>(queries)};
}

}  // namespace saegin::eval
