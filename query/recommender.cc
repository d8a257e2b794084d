#include "query/recommender.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "common/schema.h"
#include "query/plan.h"
#include "query/spread.h"

namespace saegin::query {

namespace {

/// Related papers of one that are looked at. Those behind them add next to nothing.
constexpr std::size_t kNeighbours = 300;

/// The papers of a taste that the index has, each once, the last given first to stay.
struct Known {
    std::vector<std::pair<PaperId, Xapian::docid>> papers;
    std::vector<std::string> unknown;
};

Known known_papers(const Xapian::Database& database, const std::vector<PaperId>& ids,
                   const std::set<Xapian::docid>& others) {
    Known known;
    std::set<Xapian::docid> seen;
    for (auto id = ids.rbegin(); id != ids.rend() && known.papers.size() < kMostTastes; ++id) {
        const Xapian::docid document = find_document(database, *id);
        if (document == 0) {
            known.unknown.push_back(id->value);
        } else if (!others.contains(document) && seen.insert(document).second) {
            known.papers.emplace_back(*id, document);
        }
    }
    std::reverse(known.papers.begin(), known.papers.end());
    std::reverse(known.unknown.begin(), known.unknown.end());
    return known;
}

/// A paper's related papers, their scores as shares of the best that its terms find on any day.
struct Neighbours {
    PaperProfile profile;
    Matches matches;
};

Result<Neighbours> neighbours_of(IndexReader& reader, const Xapian::Database& database, Xapian::docid document,
                                 text::Analyzer& analyzer, const Ranking& ranking) {
    Result<PaperProfile> profile = make_profile(database, document, reader.lexicon(), analyzer, ranking.parameters);
    if (!profile) {
        return profile.error();
    }
    const Result<Plan> plan = plan_related(reader, database, *profile, ranking);
    if (!plan) {
        return plan.error();
    }
    Neighbours neighbours{*std::move(profile), {}};
    if (plan->best > 0) {
        neighbours.matches = run_query(database, reader.joined(), to_xapian(*plan), 0, ranking);
        for (Match& match : neighbours.matches.page) {
            match.score /= plan->best;
        }
    }
    return neighbours;
}

class Recommender {
public:
    Recommender(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer, const Ranking& ranking)
        : reader_(reader), database_(database), analyzer_(analyzer), ranking_(ranking) {}

    Result<Recommendations> run(const Taste& taste) {
        const Known liked = known_papers(database_, taste.liked, {});
        if (liked.papers.empty()) {
            return no_liked_paper(taste);
        }
        std::set<Xapian::docid> own;
        for (const auto& [id, document] : liked.papers) {
            own.insert(document);
        }
        const Known disliked = known_papers(database_, taste.disliked, own);
        leave_out(taste);
        recommendations_.unknown = liked.unknown;
        recommendations_.unknown.insert(recommendations_.unknown.end(), disliked.unknown.begin(),
                                        disliked.unknown.end());
        if (Result<void> added = add_liked(liked); !added) {
            return added.error();
        }
        if (Result<void> taken = take_off_disliked(disliked); !taken) {
            return taken.error();
        }
        std::vector<Recommendation> candidates = ordered();
        add_votes(candidates);
        return page_of(std::move(candidates));
    }

private:
    static Error no_liked_paper(const Taste& taste) {
        return taste.liked.empty()
                   ? Error{Code::kUsage, "no liked paper given", "give one or more: --like 2408.15237"}
                   : Error{Code::kNotFound,
                           "none of the liked papers is in the index, not even '" + taste.liked.front().value + "'",
                           "look for papers with: saegin-query search WORDS"};
    }

    void leave_out(const Taste& taste) {
        for (const std::vector<PaperId>* ids : {&taste.liked, &taste.disliked, &taste.seen}) {
            for (const PaperId& id : *ids) {
                if (const Xapian::docid document = find_document(database_, id); document != 0) {
                    left_out_.insert(database_.get_document(document).get_value(schema::kIdSlot));
                }
            }
        }
        // So many more are asked for that enough are left.
        neighbours_.limit = kNeighbours + left_out_.size();
        neighbours_.parameters = ranking_.parameters;
        neighbours_.parameters.vote = 0;  // votes count once, for the sum
        neighbours_.since = ranking_.since;
        neighbours_.until = ranking_.until;
    }

    Result<void> add_liked(const Known& liked) {
        const auto count = static_cast<double>(liked.papers.size());
        for (const auto& [id, document] : liked.papers) {
            Result<Neighbours> neighbours = neighbours_of(reader_, database_, document, analyzer_, neighbours_);
            if (!neighbours) {
                return neighbours.error();
            }
            const std::size_t place = recommendations_.liked.size();
            recommendations_.liked.push_back(std::move(neighbours->profile));
            for (Match& match : neighbours->matches.page) {
                std::string own_id = match.document.get_value(schema::kIdSlot);
                if (left_out_.contains(own_id)) {
                    continue;
                }
                const double share = match.score / count;
                Recommendation& candidate = candidates_[std::move(own_id)];
                if (candidate.liked.empty()) {
                    candidate.match = std::move(match);
                    candidate.match.score = 0;
                }
                candidate.liked.emplace_back(place, share);
                candidate.match.score += share;
            }
        }
        return {};
    }

    Result<void> take_off_disliked(const Known& disliked) {
        for (const auto& [id, document] : disliked.papers) {
            const Result<Neighbours> neighbours = neighbours_of(reader_, database_, document, analyzer_, neighbours_);
            if (!neighbours) {
                return neighbours.error();
            }
            for (const Match& match : neighbours->matches.page) {
                const auto candidate = candidates_.find(match.document.get_value(schema::kIdSlot));
                if (candidate != candidates_.end()) {
                    double& most = candidate->second.disliked;
                    most = std::max(most, ranking_.parameters.recommend_dislike * match.score);
                }
            }
        }
        for (auto& [id, candidate] : candidates_) {
            candidate.match.score -= candidate.disliked;
        }
        return {};
    }

    /// The candidates, best first, equal ones by id.
    std::vector<Recommendation> ordered() {
        std::vector<Recommendation> candidates;
        candidates.reserve(candidates_.size());
        for (auto& [id, candidate] : candidates_) {  // in the order of the ids
            std::stable_sort(candidate.liked.begin(), candidate.liked.end(),
                             [](const auto& a, const auto& b) { return a.second > b.second; });
            candidates.push_back(std::move(candidate));
        }
        sort(candidates);
        return candidates;
    }

    static void sort(std::vector<Recommendation>& candidates) {
        std::stable_sort(candidates.begin(), candidates.end(), [](const Recommendation& a, const Recommendation& b) {
            return a.match.score > b.match.score;
        });
    }

    /// As in a search: a share of the score of the last paper of a first page of ten.
    void add_votes(std::vector<Recommendation>& candidates) {
        constexpr std::size_t kFirstPage = 10;
        if (candidates.empty()) {
            return;
        }
        const double reference = candidates[std::min(candidates.size(), kFirstPage) - 1].match.score;
        const double weight = ranking_.parameters.recommend_vote * std::max(0.0, reference);
        for (Recommendation& candidate : candidates) {
            candidate.votes = weight * prior_of(reader_.joined(), candidate.match);
            candidate.match.score += candidate.votes;
        }
        sort(candidates);
    }

    Result<Recommendations> page_of(std::vector<Recommendation> candidates) {
        const auto space = reader_.latent_space();
        if (!space) {
            return space.error();
        }
        std::vector<Candidate> list;
        list.reserve(candidates.size());
        for (const Recommendation& candidate : candidates) {
            list.push_back({candidate.match.document.get_value(schema::kIdSlot), candidate.match.score});
        }
        const std::vector<std::size_t> order = spread_out(list, *space, ranking_.parameters.recommend_spread);
        recommendations_.total = candidates.size();
        const std::size_t end = std::min(order.size(), ranking_.offset + ranking_.limit);
        for (std::size_t i = ranking_.offset; i < end; ++i) {
            recommendations_.papers.push_back(std::move(candidates[order[i]]));
            recommendations_.papers.back().match.rank = i + 1;
        }
        return std::move(recommendations_);
    }

    IndexReader& reader_;
    const Xapian::Database& database_;
    text::Analyzer& analyzer_;
    const Ranking& ranking_;
    Ranking neighbours_;  ///< how related papers of one are asked for
    std::set<std::string> left_out_;
    std::map<std::string, Recommendation> candidates_;  ///< by id
    Recommendations recommendations_;
};

}  // namespace

Result<Recommendations> recommend(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer,
                                  const Taste& taste, const Ranking& ranking) {
    return Recommender{reader, database, analyzer, ranking}.run(taste);
}

std::vector<Reason> reasons_for(const Recommendation& recommendation, const std::vector<PaperProfile>& liked,
                                const Paper& paper, text::Analyzer& analyzer) {
    constexpr double kWorthNaming = 0.5;
    std::vector<Reason> reasons;
    const auto tell = [&](std::size_t place) {
        reasons.push_back({Reason::Kind::kLikedPaper, liked[place].title(), liked[place].id()});
    };
    const auto& [nearest, most] = recommendation.liked.front();
    tell(nearest);
    if (recommendation.liked.size() > 1 && recommendation.liked[1].second >= kWorthNaming * most) {
        tell(recommendation.liked[1].first);
    }
    std::vector<Reason> shared = liked[nearest].reasons(recommendation.match.document, paper.title, analyzer);
    std::move(shared.begin(), shared.end(), std::back_inserter(reasons));
    return reasons;
}

Explanation explain(const Recommendation& recommendation, const std::vector<PaperProfile>& liked) {
    Explanation explanation{recommendation.match.score, 0, 0, {}};
    for (const auto& [place, share] : recommendation.liked) {
        explanation.parts.push_back({Part::Kind::kLiked, liked[place].id(), share, {}});
    }
    if (recommendation.votes > 0) {
        explanation.parts.push_back({Part::Kind::kVotes, {}, recommendation.votes, {}});
    }
    if (recommendation.disliked > 0) {
        explanation.parts.push_back({Part::Kind::kDisliked, {}, -recommendation.disliked, {}});
    }
    return explanation;
}

}  // namespace saegin::query
