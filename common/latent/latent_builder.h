// Makes the latent space of an index out of its terms.
//
//   words of the papers -> matrix (1 + log tf) x log(N / df), columns of length 1 -> its largest singular vectors ->
//   rows
//
// Nothing but terms and ids is read, in an order that does not depend on when a paper came in. So the space of several
// indexes together is that of one index of all their papers, and an update gives what a new build gives.
#pragma once

#include <xapian.h>

#include "common/latent/latent_space.h"

namespace saegin::latent {

/// Themes that are kept. 100 to 300 did equally well (docs/experiments.md), and time grows with them.
inline constexpr std::size_t kDimensions = 100;
/// In fewer papers words are used together by chance: their space is empty.
inline constexpr std::size_t kFewestPapers = 300;

/// The space of `database`, which may be several indexes read as one. Takes time and memory linear in its postings;
/// about 1 s for 3,600 papers. Themes that do not settle are left out. Xapian's exceptions pass through: call it under
/// a guard.
[[nodiscard]] LatentSpace build_latent_space(const Xapian::Database& database);

}  // namespace saegin::latent
