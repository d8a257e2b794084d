// Makes the latent space of an archive out of the words of its papers.
//
//   words of the papers -> matrix (1 + log tf) x log(N / df), columns of length 1 -> its largest singular vectors ->
//   rows
//
// The counts are in an order that does not depend on when or where a paper came in. So the space of several indexes
// together is that of one index of all their papers, and an update gives what a new build gives.
#pragma once

#include "common/latent/latent_space.h"
#include "common/latent/word_counts.h"

namespace saegin::latent {

/// Themes that are kept. 100 to 300 did equally well (docs/experiments.md), and time grows with them.
inline constexpr std::size_t kDimensions = 100;
/// In fewer papers words are used together by chance: their space is empty.
inline constexpr std::size_t kFewestPapers = 300;

/// The space of these papers. Takes time and memory linear in their words; about 0.7 s for 3,600 papers. Themes that do
/// not settle are left out.
[[nodiscard]] LatentSpace build_latent_space(const WordCounts& counts);

}  // namespace saegin::latent
