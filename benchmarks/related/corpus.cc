#include "benchmarks/related/corpus.h"

#include <algorithm>
#include <numeric>

namespace saegin::related {

Corpus::Corpus(latent::WordCounts counts) : counts_(std::move(counts)), papers_with_(counts_.words.size()) {
    lengths_.reserve(size());
    for (const latent::WordCounts::Paper& paper : counts_.papers) {
        double length = 0;
        for (const auto& [word, count] : paper.words) {
            ++papers_with_[word];
            length += count;
        }
        lengths_.push_back(length);
    }
    mean_length_ = std::accumulate(lengths_.begin(), lengths_.end(), 0.0) /
                   static_cast<double>(std::max<std::size_t>(lengths_.size(), 1));
}

std::optional<std::size_t> Corpus::place(std::string_view id) const {
    const auto found = std::lower_bound(counts_.papers.begin(), counts_.papers.end(), id,
                                        [](const auto& paper, std::string_view sought) { return paper.id < sought; });
    if (found == counts_.papers.end() || found->id != id) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - counts_.papers.begin());
}

}  // namespace saegin::related
