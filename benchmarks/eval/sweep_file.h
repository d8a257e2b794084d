// What `saegin-eval sweep -f json` writes: the quality of a ranking at the points of a grid of its parameters.
//
//   {"version": 1, "collection": "archive", "measure": "nDCG@10", "queries": 60, "folds": 5, "seed": 1,
//    "parameters": ["vote"],
//    "points": [{"values": {"vote": 0.5}, "mean": 0.61, "vote_percentile": 0.54}],
//    "best": {"values": {"vote": 0.5}, "mean": 0.61},
//    "cross_validated": {"mean": 0.60, "folds": [{"values": {"vote": 0.5}, "train": 0.61, "test": 0.59}]},
//    "settings": {"version": "...", "analyzer": "..."}}
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/eval/settings_file.h"
#include "benchmarks/eval/text_file.h"
#include "common/result.h"

namespace saegin::eval {

/// One setting of the parameters and what it gave.
struct MeasuredPoint {
    std::vector<double> values;  ///< in the order of Sweep::parameters
    double mean = 0;
    std::optional<double> vote_percentile;  ///< in [0, 1]; nothing where no paper has votes
};

/// The setting that was best on the other folds, and what it gave there and on this one.
struct SweepFold {
    std::vector<double> values;
    double train = 0;
    double test = 0;
};

struct Sweep {
    std::string collection;
    std::string measure;
    std::size_t queries = 0;              ///< 0 where it is not told
    std::vector<std::string> parameters;  ///< one or more
    std::vector<MeasuredPoint> points;    ///< one or more
    std::optional<double> cross_validated;
    std::vector<SweepFold> folds;
    Facts settings;  ///< "folds", "seed", and what stands under "settings"
};

/// The point with the highest mean, the first of equals; see highest_mean in cross_validation.h.
[[nodiscard]] const MeasuredPoint& best_point(const Sweep& sweep);

/// Reads a sweep. Members that are not named above are ignored; "best" is not read, since it follows from the points.
/// Error kInvalidInput, saying what is wrong and in which point, for another version, a missing member and for values
/// that are no numbers; errors of parse_json.
[[nodiscard]] Result<Sweep> parse_sweep(const TextFile& file);

}  // namespace saegin::eval
