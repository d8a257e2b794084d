#include "benchmarks/eval/ranking.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace saegin::eval {

GradedRanking::GradedRanking(std::vector<int> retrieved, std::vector<int> judged, int level)
    : grades_(std::move(retrieved)), ideal_(std::move(judged)), level_(level) {
    std::erase_if(ideal_, [](int value) { return value < 0; });
    std::sort(ideal_.begin(), ideal_.end(), std::greater<>{});
    relevant_ = static_cast<std::size_t>(
        std::count_if(ideal_.begin(), ideal_.end(), [&](int value) { return value >= level_; }));
    relevant_within_.reserve(grades_.size() + 1);
    relevant_within_.push_back(0);
    for (const int value : grades_) {
        relevant_within_.push_back(relevant_within_.back() + (value >= level_ ? 1 : 0));
    }
}

std::size_t GradedRanking::relevant_within(std::size_t rank) const {
    return relevant_within_[std::min(rank, grades_.size())];
}

GradedRanking grade(std::span<const Retrieved> documents, std::span<const Judgement> judgements, int level) {
    std::vector<int> retrieved;
    retrieved.reserve(documents.size());
    for (const Retrieved& document : documents) {
        const auto found =
            std::lower_bound(judgements.begin(), judgements.end(), document.docid,
                             [](const Judgement& judgement, std::string_view id) { return judgement.docid < id; });
        const bool is_judged = found != judgements.end() && found->docid == document.docid;
        retrieved.push_back(is_judged ? std::max(found->grade, kUnjudged) : kUnjudged);
    }
    std::vector<int> judged;
    judged.reserve(judgements.size());
    std::transform(judgements.begin(), judgements.end(), std::back_inserter(judged),
                   [](const Judgement& judgement) { return judgement.grade; });
    return {std::move(retrieved), std::move(judged), level};
}

}  // namespace saegin::eval
