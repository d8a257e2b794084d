// How popular a ranking is: votes as percentiles among papers at most two weeks away.
//
// The percentile is the vote prior that the index holds for each paper; common/vote_prior.h has the definition. A
// paper without votes or without a date has 0.5 there, as the median paper of any season has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "benchmarks/eval/trec_files.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::eval {

/// How many papers of a ranking are looked at: the first page.
inline constexpr std::size_t kPopularityDepth = 10;

class VotePercentiles {
public:
    /// Reads the priors of all papers; none where no paper has votes. Errors as of IndexReader::read.
    [[nodiscard]] static Result<VotePercentiles> read(query::IndexReader& reader);

    /// The percentile of a paper, in [0, 1]; nothing for one that is not in the index.
    [[nodiscard]] std::optional<double> of(std::string_view id) const;

    /// The mean, over the queries of a run, of the mean percentile of their first kPopularityDepth papers; nothing
    /// where no paper has one.
    [[nodiscard]] std::optional<double> mean_at_top(const Run& run) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
    };

    std::unordered_map<std::string, double, Hash, std::equal_to<>> percentiles_;
};

}  // namespace saegin::eval
