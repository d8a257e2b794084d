// Statistics of paired differences: two runs measured on the same queries, one difference per query.
//
// The randomisation test decides; the t-test stands beside it (Smucker, Allan and Carterette, CIKM 2007, found little
// practical difference between them, and advise against the Wilcoxon and sign tests). Everything random takes a seed
// and gives the same figures for it on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace saegin::eval {

/// The outcome of a randomisation test.
struct RandomisationTest {
    double p = 1;             ///< two-sided, in (0, 1]
    bool exact = false;       ///< whether all patterns of signs were tried
    std::uint64_t tried = 0;  ///< patterns of signs that were tried
};

/// Up to this many differences other than 0 all patterns of signs are tried (65,536 of them).
inline constexpr std::size_t kExactUpTo = 16;

/// Fisher's paired randomisation test, two-sided: if the two runs were the same but for chance, each difference could
/// as well have the other sign. p is the share of sign patterns whose sum is at least as far from 0 as the sum seen.
/// Patterns are drawn at random, `draws` (1 or more) of them, and p = (count + 1) / (draws + 1), which never is 0 and
/// keeps the level (Phipson and Smyth, 2010); or all are tried where there are few. Differences of 0 have no part in
/// it.
[[nodiscard]] RandomisationTest randomisation_test(std::span<const double> differences, std::uint64_t draws,
                                                   std::uint64_t seed);

/// Two-sided p of Student's paired t-test, in [0, 1]; 1 where all differences are 0, 0 where all are equal and not 0.
/// Nothing for fewer than two differences.
[[nodiscard]] std::optional<double> paired_t_test(std::span<const double> differences);

/// Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979) of a family of p values, in their order:
/// comparing the adjusted values with a level keeps the chance of any false finding in the family below that level.
[[nodiscard]] std::vector<double> holm(std::span<const double> p_values);

/// Arithmetic mean; 0 for none.
[[nodiscard]] double mean(std::span<const double> values);

/// Cohen's d_z: mean difference by the standard deviation of the differences (n - 1). Nothing where that is 0 or there
/// are fewer than two.
[[nodiscard]] std::optional<double> cohens_dz(std::span<const double> differences);

struct Interval {
    double low = 0;
    double high = 0;
};

/// The interval in which the mean of a bootstrap sample lies with probability `confidence`, in (0, 1): `draws` (1 or
/// more) samples with replacement, percentiles of their means (Efron and Tibshirani, 1993, ch. 13). {0, 0} for none.
[[nodiscard]] Interval bootstrap_mean(std::span<const double> values, double confidence, std::uint64_t draws,
                                      std::uint64_t seed);

}  // namespace saegin::eval
