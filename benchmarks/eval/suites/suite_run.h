// Suites answered and measured: the plain queries, and every variant of them beside the plain ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "benchmarks/eval/comparison.h"
#include "benchmarks/eval/evaluation.h"
#include "benchmarks/eval/measure_name.h"
#include "benchmarks/eval/suites/suite.h"
#include "benchmarks/eval/suites/variants.h"
#include "common/result.h"

namespace saegin::eval {

/// How many documents are asked for per query.
inline constexpr std::size_t kSuiteDepth = 100;

/// Answers a query with ids, best first, at most kSuiteDepth of them.
using SuiteEngine = std::function<Result<std::vector<std::string>>(const std::string& query, bool titles_hidden)>;

/// What one variant costs. Only the queries that it changed count; everything is paired with their plain form.
struct VariantFigures {
    const Variant* variant = nullptr;
    std::vector<SuiteTopic> topics;        ///< those that were changed, in their new form
    Evaluation plain;                      ///< of these queries in their plain form
    Evaluation varied;                     ///< of their new form
    std::optional<Comparison> comparison;  ///< of varied with plain by the suite's measure; nothing where none changed
};

/// A suite and what came out. Ids in the evaluations are views into `suite`.
struct SuiteFigures {
    Suite suite;
    std::size_t measure = 0;                        ///< the one that variants are compared by, of those given
    std::vector<std::vector<std::string>> answers;  ///< to the plain topics
    Evaluation plain;
    std::vector<VariantFigures> variants;
};
// A vector that grows must not copy them: the views would stay with the old ones.
static_assert(std::is_nothrow_move_constructible_v<SuiteFigures>);

/// Answers and measures a suite and these variants of it (drawn by `settings.seed`). p values are adjusted (Holm) over
/// the variants of the suite. Errors of the engine.
[[nodiscard]] Result<SuiteFigures> run_suite(Suite suite, std::span<const Measure> measures, std::size_t measure,
                                             std::span<const Variant* const> variants, const SuiteEngine& engine,
                                             const TestSettings& settings);

/// How much the answers of two suites agree, over the queries whose ids both have.
struct Agreement {
    std::size_t queries = 0;
    double overlap = 0;  ///< mean of overlap_at 10
    double rbo = 0;      ///< mean of rank_biased_overlap with kAgreementPersistence
};

inline constexpr std::size_t kAgreementDepth = 10;
inline constexpr double kAgreementPersistence = 0.9;

[[nodiscard]] Agreement agreement(const SuiteFigures& a, const SuiteFigures& b);

}  // namespace saegin::eval
