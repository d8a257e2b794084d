// The table of all families of measures: one row gives a family its names, its parameters and its function.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "benchmarks/eval/measure_name.h"

namespace saegin::eval {

/// What stands behind a measure's name: P@5 has a cut-off, IPrec@0.1 a number.
enum class Suffix : std::uint8_t { kNone, kCutoff, kOptionalCutoff, kNumber };

/// Which parameter may stand in parentheses beside `rel`.
enum class Option : std::uint8_t { kNone, kPersistence, kDcg };

/// Measures that differ in a parameter only.
struct Family {
    std::string_view name;      ///< ir_measures' name; empty where only trec_eval knows the family
    std::string_view trec;      ///< trec_eval's name without a suffix; empty where it has none
    std::string_view trec_cut;  ///< trec_eval's name before "_10"; empty where it has none
    Suffix suffix = Suffix::kNone;
    Summary summary = Summary::kMean;
    double (*function)(const GradedRanking&, const Parameters&) = nullptr;
    std::span<const double> shown;  ///< suffixes that all_measures() takes
    Option option = Option::kNone;
    bool takes_level = true;  ///< whether the level of relevance matters
};

/// All families, in the order of trec_eval's output; those that it lacks stand at the end.
[[nodiscard]] std::span<const Family> families();

}  // namespace saegin::eval
