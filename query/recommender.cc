#include "query/recommender.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "common/schema.h"
#include "query/plan.h"
#include "query/spread.h"
#include "query/value_filter.h"

namespace saegin::query {

namespace {

/// The papers of a taste that the index has, each once, the last given first to stay.
struct Known {
    std::vector<Xapian::docid> papers;
    std::vector<std::string> unknown;
};

Known known_papers(const Xapian::Database& database, const std::vector<PaperId>& ids,
                   const std::set<Xapian::docid>& others) {
    Known known;
    std::set<Xapian::docid> seen;
    std::for_each(ids.rbegin(), ids.rend(), [&](const PaperId& id) {
        const Xapian::docid document = find_document(database, id);
        if (document == 0) {
            known.unknown.push_back(id.value);
        } else if (known.papers.size() < kMostTastes && !others.contains(document) && seen.insert(document).second) {
            known.papers.push_back(document);
        }
    });
    std::reverse(known.papers.begin(), known.papers.end());
    std::reverse(known.unknown.begin(), known.unknown.end());
    return known;
}

/// A paper and how near each other one is to it: its score as a related paper, as a share of that of the nearest.
struct Neighbours {
    PaperProfile profile;
    std::vector<Scored> shares;  ///< the nearest first
};

Result<Neighbours> neighbours_of(IndexReader& reader, const Xapian::Database& database, Xapian::docid document,
                                 text::Analyzer& analyzer, const RankingParameters& parameters) {
    Result<PaperProfile> profile = make_profile(database, document, reader.lexicon(), analyzer, parameters);
    if (!profile) {
        return profile.error();
    }
    const Result<Plan> plan = plan_related(reader, database, *profile, parameters);
    if (!plan) {
        return plan.error();
    }
    Neighbours neighbours{*std::move(profile), all_scores(database, reader.joined(), to_xapian(*plan), parameters)};
    const double best = neighbours.shares.empty() ? 0 : neighbours.shares.front().score;
    for (Scored& paper : neighbours.shares) {
        paper.score = best > 0 ? paper.score / best : 0;
    }
    return neighbours;
}

/// What differs by rounding is equal: several indexes add up in another order than one.
double rounded(double score) {
    constexpr double kSteps = 1e9;
    return std::round(score * kSteps) / kSteps;
}

class Recommender {
public:
    Recommender(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer, const Ranking& ranking)
        : reader_(reader), database_(database), analyzer_(analyzer), ranking_(ranking) {}

    Result<Recommendations> run(const Taste& taste) {
        const Known disliked = known_papers(database_, taste.disliked, {});
        const Known liked = known_papers(database_, taste.liked, {disliked.papers.begin(), disliked.papers.end()});
        if (liked.papers.empty()) {
            return no_liked_paper(taste, liked);
        }
        recommendations_.unknown = liked.unknown;
        recommendations_.unknown.insert(recommendations_.unknown.end(), disliked.unknown.begin(),
                                        disliked.unknown.end());
        find_what_to_leave_out(taste);
        if (Result<void> added = add_liked(liked); !added) {
            return added.error();
        }
        if (Result<void> taken = take_off_disliked(disliked); !taken) {
            return taken.error();
        }
        add_votes(ordered());
        return page();
    }

private:
    static Error no_liked_paper(const Taste& taste, const Known& liked) {
        return liked.unknown.size() < taste.liked.size() || taste.liked.empty()
                   ? Error{Code::kUsage, "no paper is liked",
                           "give one or more that are not disliked: --like 2408.15237"}
                   : Error{Code::kNotFound,
                           "none of the liked papers is in the index, not even '" + liked.unknown.front() + "'",
                           "look for papers with: saegin-query search WORDS"};
    }

    /// Papers of the taste, and papers of other days than the ranking asks for.
    void find_what_to_leave_out(const Taste& taste) {
        for (const std::vector<PaperId>* ids : {&taste.liked, &taste.disliked, &taste.seen}) {
            for (const PaperId& id : *ids) {
                if (const Xapian::docid document = find_document(database_, id); document != 0) {
                    left_out_.insert(database_.get_document(document).get_value(schema::kIdSlot));
                }
            }
        }
        if (ranking_.since || ranking_.until) {
            days_.emplace();
            for (Scored& paper : all_scores(database_, reader_.joined(), days_between(ranking_.since, ranking_.until),
                                            ranking_.parameters)) {
                days_->insert(std::move(paper.id));
            }
        }
    }

    [[nodiscard]] bool counts(const std::string& id) const {
        return !left_out_.contains(id) && (!days_ || days_->contains(id));
    }

    Result<void> add_liked(const Known& liked) {
        const auto count = static_cast<double>(liked.papers.size());
        for (const Xapian::docid document : liked.papers) {
            Result<Neighbours> neighbours = neighbours_of(reader_, database_, document, analyzer_, ranking_.parameters);
            if (!neighbours) {
                return neighbours.error();
            }
            const std::size_t place = recommendations_.liked.size();
            recommendations_.liked.push_back(std::move(neighbours->profile));
            for (const Scored& paper : neighbours->shares) {
                if (counts(paper.id) && paper.score > 0) {
                    Recommendation& candidate = candidates_[paper.id];
                    candidate.match.docid = paper.docid;
                    candidate.match.score += paper.score / count;
                    candidate.liked.emplace_back(place, paper.score / count);
                }
            }
        }
        return {};
    }

    /// How near a candidate is to the liked paper that it is nearest to, from 0 to 1.
    [[nodiscard]] double nearness(const Recommendation& candidate) const {
        const auto count = static_cast<double>(recommendations_.liked.size());
        double nearest = 0;
        for (const auto& [place, share] : candidate.liked) {
            nearest = std::max(nearest, share * count);
        }
        return nearest;
    }

    Result<void> take_off_disliked(const Known& disliked) {
        for (const Xapian::docid document : disliked.papers) {
            const Result<Neighbours> neighbours =
                neighbours_of(reader_, database_, document, analyzer_, ranking_.parameters);
            if (!neighbours) {
                return neighbours.error();
            }
            for (const Scored& paper : neighbours->shares) {
                if (const auto candidate = candidates_.find(paper.id); candidate != candidates_.end()) {
                    Recommendation& recommendation = candidate->second;
                    const double both = paper.score + nearness(recommendation);
                    const double taken = both > 0 ? paper.score * paper.score / both : 0;
                    recommendation.disliked =
                        std::max(recommendation.disliked, ranking_.parameters.recommend_dislike * taken);
                }
            }
        }
        for (auto& [id, candidate] : candidates_) {
            candidate.match.score -= candidate.disliked;
        }
        return {};
    }

    /// The candidates, best first, equal ones by id.
    [[nodiscard]] std::vector<Candidate> ordered() {
        std::vector<Candidate> order;
        order.reserve(candidates_.size());
        for (auto& [id, candidate] : candidates_) {  // in the order of the ids
            candidate.match.score = rounded(candidate.match.score);
            order.push_back({id, candidate.match.score});
        }
        std::stable_sort(order.begin(), order.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        return order;
    }

    /// As in a search: a share of the score of the last paper of a first page of ten.
    void add_votes(const std::vector<Candidate>& order) {
        constexpr std::size_t kFirstPage = 10;
        const double reference = order.empty() ? 0 : order[std::min(order.size(), kFirstPage) - 1].score;
        const double weight = ranking_.parameters.recommend_vote * std::max(0.0, reference);
        if (weight <= 0) {
            return;
        }
        for (const Scored& paper :
             all_scores(database_, reader_.joined(), vote_query(reader_.joined(), weight), ranking_.parameters)) {
            if (const auto candidate = candidates_.find(paper.id); candidate != candidates_.end()) {
                candidate->second.votes = paper.score;
                candidate->second.match.score += paper.score;
            }
        }
    }

    Result<Recommendations> page() {
        const auto space = reader_.latent_space();
        if (!space) {
            return space.error();
        }
        const std::vector<Candidate> best_first = ordered();
        const std::vector<std::size_t> order = spread_out(best_first, *space, ranking_.parameters.recommend_spread);
        recommendations_.total = order.size();
        const std::size_t end = std::min(order.size(), ranking_.offset + ranking_.limit);
        for (std::size_t i = ranking_.offset; i < end; ++i) {
            Recommendation& paper =
                recommendations_.papers.emplace_back(std::move(candidates_.at(best_first[order[i]].id)));
            paper.match.rank = i + 1;
            paper.match.document = database_.get_document(paper.match.docid);
            std::stable_sort(paper.liked.begin(), paper.liked.end(),
                             [](const auto& a, const auto& b) { return a.second > b.second; });
        }
        return std::move(recommendations_);
    }

    IndexReader& reader_;
    const Xapian::Database& database_;
    text::Analyzer& analyzer_;
    const Ranking& ranking_;
    std::set<std::string> left_out_;             ///< ids, as all below
    std::optional<std::set<std::string>> days_;  ///< papers of the days that are asked for; nothing for all
    std::map<std::string, Recommendation> candidates_;
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
    std::stable_sort(explanation.parts.begin(), explanation.parts.end(),
                     [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
    return explanation;
}

}  // namespace saegin::query
