// What a reader likes, dislikes and has seen.
#pragma once

#include <vector>

#include "common/paper.h"

namespace saegin::query {

struct Taste {
    std::vector<PaperId> liked;     ///< the last given count where there are too many
    std::vector<PaperId> disliked;  ///< likewise; what is liked as well is disliked
    std::vector<PaperId> seen;      ///< not to be shown again
};

}  // namespace saegin::query
