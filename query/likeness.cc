#include "query/likeness.h"

#include <algorithm>
#include <numeric>

#include "common/schema.h"
#include "query/fixed_weight.h"

namespace saegin::query {

latent::Vector direction_of(const latent::LatentSpace& space, const Matches& first) {
    latent::Vector direction(space.dimensions());
    for (const Match& match : first.page) {
        if (const auto place = space.place(match.document.get_value(schema::kIdSlot))) {
            const latent::Vector row = space.row(*place);
            std::transform(row.begin(), row.end(), direction.begin(), direction.begin(),
                           [&](float x, float sum) { return sum + static_cast<float>(match.score) * x; });
        }
    }
    return direction;
}

std::vector<LikePaper> like_papers(const latent::LatentSpace& space, const latent::Vector& direction, double most,
                                   const RankingParameters& parameters) {
    const auto count = std::min(space.size(), static_cast<std::size_t>(parameters.latent_papers));
    if (most <= 0 || count == 0) {
        return {};
    }
    const std::vector<float> likeness = space.likeness(direction);
    std::vector<std::size_t> places(likeness.size());
    std::iota(places.begin(), places.end(), 0);
    std::partial_sort(
        places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count), places.end(),
        [&](std::size_t a, std::size_t b) { return likeness[a] != likeness[b] ? likeness[a] > likeness[b] : a < b; });
    const auto cosine = [&](std::size_t i) { return std::min(1.0, static_cast<double>(likeness[places[i]])); };
    const double least = std::max(0.0, cosine(count - 1));
    std::vector<LikePaper> papers;
    if (least >= 1) {  // copies of one text
        return papers;
    }
    for (std::size_t i = 0; i < count && cosine(i) > least; ++i) {
        papers.push_back({space.id(places[i]), most * (cosine(i) - least) / (1 - least)});
    }
    return papers;
}

std::vector<Part> parts_of(const std::vector<LikePaper>& papers) {
    if (papers.empty()) {
        return {};
    }
    std::vector<Xapian::Query> queries;
    queries.reserve(papers.size());
    std::transform(papers.begin(), papers.end(), std::back_inserter(queries), [](const LikePaper& paper) {
        return fixed_weight(Xapian::Query{schema::term(schema::TermField::kId, paper.id)}, paper.weight);
    });
    return {{Part::Kind::kTheme, {}, {}, Xapian::Query{Xapian::Query::OP_OR, queries.begin(), queries.end()}}};
}

}  // namespace saegin::query
