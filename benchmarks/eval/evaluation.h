// A run measured against judgements: the values of each query and of the whole.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/eval/measure_name.h"
#include "benchmarks/eval/trec_files.h"

namespace saegin::eval {

/// The floor under the values of a geometric mean, as in trec_eval (MIN_GEO_MEAN).
inline constexpr double kGeometricFloor = 0.00001;

/// The values of one query, beside those of all others: values[m] belongs to the m-th measure.
struct QueryValues {
    std::string_view qid;
    std::vector<double> values;
};

/// What came out for a run.
struct Evaluation {
    std::vector<QueryValues> queries;    ///< in byte order of their ids
    std::vector<double> summary;         ///< of the m-th measure over these queries; empty where there are none
    std::size_t without_judgements = 0;  ///< queries of the run that were ignored
    std::size_t without_results = 0;     ///< judged queries that the run does not answer
};

/// The values of one measure, query by query.
[[nodiscard]] std::vector<double> column(const Evaluation& evaluation, std::size_t measure);

/// Which queries count, and what counts as relevant.
struct Settings {
    int level = 1;          ///< the lowest relevant grade, from 1 on, of measures that have no level of their own
    bool complete = false;  ///< judged queries that the run does not answer count, as having found nothing (-c)
};

/// Measures a run as trec_eval does: queries without judgements are ignored; judged queries without results are left
/// out, or count as queries that found nothing under `settings.complete`. The ids in the answer are views into `qrels`.
/// As in trec_eval (m_num_rel.c), a complete run's NumRel over all queries counts every grade above 0, whatever
/// `settings.level` says; NumRel(rel=2) counts from grade 2 on there, too.
[[nodiscard]] Evaluation evaluate(const Qrels& qrels, const Run& run, std::span<const Measure> measures,
                                  const Settings& settings);

/// Measures several runs over the same queries, so that they can be compared query by query: the judged queries that at
/// least one of them answers, or all judged ones under `settings.complete`. A run that does not answer one of them has
/// found nothing for it. NumRel over all queries is the sum of theirs here.
[[nodiscard]] std::vector<Evaluation> evaluate_together(const Qrels& qrels, std::span<const Run* const> runs,
                                                        std::span<const Measure> measures, const Settings& settings);

/// The value of a whole from the values of its queries; 0 where there are none.
[[nodiscard]] double summarise(Summary summary, std::span<const double> values);

}  // namespace saegin::eval
