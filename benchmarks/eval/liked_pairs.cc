#include "benchmarks/eval/liked_pairs.h"

#include <algorithm>

#include "benchmarks/eval/suites/seeded_draw.h"

namespace saegin::eval {

std::vector<LikedPair> liked_pairs(const Qrels& qrels, std::size_t most, std::uint64_t seed) {
    std::vector<LikedPair> all;
    for (const JudgedQuery& query : qrels.queries()) {
        std::vector<LikedPair> pairs;
        for (auto a = query.judgements.begin(); a != query.judgements.end(); ++a) {
            for (auto b = a + 1; b != query.judgements.end(); ++b) {
                if (a->grade < kLikedGrade || b->grade < kLikedGrade) {
                    continue;
                }
                LikedPair pair{std::string{query.qid}, std::string{a->docid}, std::string{b->docid}, {}};
                for (const Judgement& judgement : query.judgements) {
                    if (judgement.docid != a->docid && judgement.docid != b->docid) {
                        pair.others.push_back(judgement);
                    }
                }
                pairs.push_back(std::move(pair));
            }
        }
        const auto number = [&](const LikedPair& pair) {
            return seeded_number(seed, pair.seed + '\n' + pair.first + '\n' + pair.second);
        };
        std::sort(pairs.begin(), pairs.end(),
                  [&](const LikedPair& a, const LikedPair& b) { return number(a) < number(b); });
        pairs.resize(std::min(pairs.size(), most));
        std::move(pairs.begin(), pairs.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace saegin::eval
