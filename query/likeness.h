// Papers that are about the same as others, by the latent space of the archive: also where they use other words.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/latent/latent_space.h"
#include "query/enquiry.h"
#include "query/part.h"
#include "query/ranking.h"

namespace saegin::query {

/// A paper and the score that it gains by being like others.
struct LikePaper {
    std::string id;
    double weight = 0;
};

/// Where the first papers of a query point, each counting by its score.
[[nodiscard]] latent::Vector direction_of(const latent::LatentSpace& space, const Matches& first);

/// The parameters.latent_papers papers that point most in `direction`. The weight falls linearly with the cosine, from
/// `most` for a paper that points there exactly to 0 for the last of them.
[[nodiscard]] std::vector<LikePaper> like_papers(const latent::LatentSpace& space, const latent::Vector& direction,
                                                 double most, const RankingParameters& parameters);

/// The papers, each with its weight; none for no papers.
[[nodiscard]] std::vector<Part> parts_of(const std::vector<LikePaper>& papers);

}  // namespace saegin::query
