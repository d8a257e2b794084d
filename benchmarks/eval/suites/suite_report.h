// How the figures of suites are printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "benchmarks/eval/comparison.h"
#include "benchmarks/eval/measure_name.h"
#include "benchmarks/eval/suites/suite_run.h"

namespace saegin::eval {

/// Everything that a report shows.
struct SuiteReport {
    std::vector<std::string> indexes;  ///< the folders searched
    std::size_t papers = 0;            ///< in them
    Sampling sampling;
    TestSettings settings;
    double vote_weight = 0;
    std::vector<Measure> measures;
    std::vector<SuiteFigures> suites;
    std::optional<Agreement> gloss;  ///< of the two sides of the gloss pairs, where both suites were asked for
};

/// Two tables for people: the suites, and what each variant costs.
[[nodiscard]] std::string suite_text(const SuiteReport& report);

/// One row per suite (variant "plain") and per variant of it, each with the values of all measures; the columns of the
/// comparison are empty for "plain" and where nothing was changed. What goes for the whole report stands in no row.
[[nodiscard]] std::string suite_tsv(const SuiteReport& report);

/// {"version":1, "indexes":[...], "papers", "analyzer", "seed", "sample", "vote_weight", "draws", "bootstrap_draws",
///  "confidence", "gloss_agreement":{"queries","overlap@10","rbo(p=0.9)"}|null,
///  "suites":[{"name","meaning","titles_hidden","candidates","queries","values":{measure: value},"measure",
///    "variants":[{"name","meaning","changed","plain":{...},"values":{...},"difference","interval":[low,high],"p",
///                 "p_holm","effect_size","wins","ties","losses"}]}]}
/// with values in full precision. Of a variant that changed nothing only name, meaning and changed are given.
[[nodiscard]] std::string suite_json(const SuiteReport& report);

}  // namespace saegin::eval
