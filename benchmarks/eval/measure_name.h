// Names of measures, and the table of all that there are.
//
// Two ways of naming are understood and mean the same:
//   ir_measures   nDCG@10  nDCG(dcg='exp-log2')@10  AP  AP@100  AP(rel=2)  RR  P@5  R@100  Success@1  RBP(p=0.8)
//   trec_eval     ndcg_cut_10  ndcg  map  map_cut_100  recip_rank  P_5  recall_100  success_1  iprec_at_recall_0.10
// Output uses the first where it has a name for the measure. Short forms: MAP, MRR, NDCG, nDCG_exp@10.
// trec_eval's `rbp` is not RBP here: it takes grades as gains and p = 0.9; RBP counts relevant documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/eval/gain_measures.h"
#include "benchmarks/eval/measures.h"
#include "common/result.h"

namespace saegin::eval {

/// How the values of single queries become the value of a run.
enum class Summary : std::uint8_t {
    kMean,
    kSum,            ///< a count
    kRelevantSum,    ///< the count of relevant documents, see evaluate()
    kGeometricMean,  ///< of values raised to at least 0.00001; has no value for a single query in trec_eval's output
};

/// What makes one measure of a family.
struct Parameters {
    std::size_t cutoff = kWhole;  ///< nDCG@10: 10
    double value = 0;             ///< IPrec@0.1, Rprec_mult_0.20, RBP(p=0.8)
    Gain gain = Gain::kLinear;    ///< of nDCG
};

/// One measure, ready to be computed.
struct Measure {
    std::string name;       ///< as printed
    std::string trec_name;  ///< trec_eval's name for it; empty where it has none
    Summary summary = Summary::kMean;
    std::optional<int> level;  ///< its own level of relevance: AP(rel=2)
    Parameters parameters;
    double (*function)(const GradedRanking&, const Parameters&) = nullptr;

    /// The measure of one query. `ranking` must have been graded at `level`, if that is set.
    [[nodiscard]] double operator()(const GradedRanking& ranking) const { return function(ranking, parameters); }
    /// Whether its values are counts: whole numbers that are added up.
    [[nodiscard]] bool is_count() const { return summary == Summary::kSum || summary == Summary::kRelevantSum; }
    /// Whether one query has a value of its own that can stand beside another run's.
    [[nodiscard]] bool is_per_query() const { return summary != Summary::kGeometricMean && name != "NumQ"; }
};

/// The measure of that name. Error kUsage, with the names there are, for one that is not known or has a parameter that
/// is missing, not known or out of its range (cut-offs from 1, recall in [0, 1], p in (0, 1), rel from 1).
[[nodiscard]] Result<Measure> parse_measure(std::string_view name);

/// The measures of all `names`, in that order and each once. "all" stands for all_measures().
[[nodiscard]] Result<std::vector<Measure>> parse_measures(const std::vector<std::string>& names);

/// All measures with the cut-offs that `trec_eval -m all_trec` prints, in its order, and those that trec_eval lacks.
[[nodiscard]] std::vector<Measure> all_measures();

/// What parse_measure understands, in one line: "nDCG, nDCG@k, AP, ...".
[[nodiscard]] std::string measure_names();

}  // namespace saegin::eval
