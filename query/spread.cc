#include "query/spread.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace saegin::query {

namespace {

/// Rows have length 1, so their product is the cosine.
double cosine(const latent::Vector& a, const latent::Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The rows of the candidates; empty ones where the space does not know them.
std::vector<latent::Vector> rows_of(const std::vector<Candidate>& candidates, std::size_t count,
                                    const latent::LatentSpace& space) {
    std::vector<latent::Vector> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (const std::optional<std::size_t> place = space.place(candidates[i].id)) {
            rows[i] = space.row(*place);
        }
    }
    return rows;
}

}  // namespace

std::vector<std::size_t> spread_out(const std::vector<Candidate>& candidates, const latent::LatentSpace& space,
                                    double spread) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), 0);
    const std::size_t count = std::min(candidates.size(), kSpreadOver);
    if (spread <= 0 || count < 2 || candidates.front().score <= 0) {
        return order;
    }
    const double best = candidates.front().score;
    const std::vector<latent::Vector> rows = rows_of(candidates, count, space);
    std::vector<double> likeness(count);  // to the nearest that is chosen
    for (std::size_t chosen = 0; chosen + 1 < count; ++chosen) {
        const auto worth = [&](std::size_t i) {
            return (1 - spread) * candidates[i].score / best - spread * likeness[i];
        };
        const auto next = std::max_element(order.begin() + static_cast<std::ptrdiff_t>(chosen),
                                           order.begin() + static_cast<std::ptrdiff_t>(count),
                                           [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
        // What was passed over keeps its order, so that equal worth is decided by it.
        std::rotate(order.begin() + static_cast<std::ptrdiff_t>(chosen), next, next + 1);
        const latent::Vector& last = rows[order[chosen]];
        for (std::size_t i = chosen + 1; i < count; ++i) {
            const latent::Vector& row = rows[order[i]];
            if (!last.empty() && !row.empty()) {
                likeness[order[i]] = std::max(likeness[order[i]], cosine(last, row));
            }
        }
    }
    return order;
}

}  // namespace saegin::query
