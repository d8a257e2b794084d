// Figures about an index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/paper.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::query {

struct Stats {
    std::uint64_t papers = 0;
    std::uint64_t sources = 0;  ///< files that the papers come from
    std::optional<DigestDate> first_date;
    std::optional<DigestDate> last_date;
    std::uint64_t without_date = 0;
    std::uint64_t without_votes = 0;
    std::uint64_t without_authors = 0;
    std::uint64_t on_several_days = 0;
    Votes votes = 0;  ///< sum over all papers, or the largest number where it would be larger still
    Votes most_votes = 0;
    std::uint64_t authors = 0;  ///< different names
    std::uint64_t terms = 0;    ///< different terms of all kinds
    std::uint64_t words = 0;    ///< different words of titles and summaries
    double average_length = 0;  ///< mean number of term occurrences of a paper
    std::uint64_t index_bytes = 0;
};

/// Reads every paper once.
[[nodiscard]] Result<Stats> read_stats(IndexReader& reader);

}  // namespace saegin::query
