// Spreads a list of papers out, so that it is not one paper in ten versions: maximal marginal relevance (Carbonell and
// Goldstein 1998).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/latent/latent_space.h"

namespace saegin::query {

/// A paper of a list, best first.
struct Candidate {
    std::string id;
    double score = 0;
};

/// The first candidates that are spread out; those behind them keep their places.
inline constexpr std::size_t kSpreadOver = 200;

/// The order, as places in `candidates`, in which each next paper has the highest (1 - spread) x score - spread x
/// likeness: its score as a share of the best, and its cosine in the latent space to the nearest paper before it,
/// negative ones counting 0. With `spread` 0, or where the space does not know the papers, the order stays as it is;
/// `spread` is in [0, 1]. The order does not depend on how many of it are shown.
[[nodiscard]] std::vector<std::size_t> spread_out(const std::vector<Candidate>& candidates,
                                                  const latent::LatentSpace& space, double spread);

}  // namespace saegin::query
