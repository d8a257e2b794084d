#include "query/explanation.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "common/postings.h"
#include "common/schema.h"
#include "query/filtered.h"

namespace saegin::query {

namespace {

using Scores = std::map<Xapian::docid, double>;

/// What a query alone gives the papers of a page.
Scores scores_of(const Xapian::Database& database, const Xapian::Query& query, const Xapian::Query& page,
                 std::size_t size, const RankingParameters& parameters) {
    Xapian::Enquire enquire = enquire_for(database, parameters);
    enquire.set_query(filtered(query, page));
    const auto places = static_cast<Xapian::doccount>(size * std::max<std::size_t>(database.size(), 1));
    const Xapian::MSet found = enquire.get_mset(0, places);
    Scores scores;
    for (auto match = found.begin(); match != found.end(); ++match) {
        scores[*match] = match.get_weight();
    }
    return scores;
}

/// What the terms of a plan have to do with the papers of a page. Each list of terms is read once: a server sends it
/// for every reading.
class TermUses {
public:
    TermUses(const Xapian::Database& database, const Plan& plan, const Matches& matches) {
        for (const std::vector<Part>* parts : {&plan.matching, &plan.lifting}) {
            for (const Part& part : *parts) {
                for (const std::string& term : part.terms) {
                    frequencies_.emplace(term, 0);
                }
            }
        }
        std::vector<std::string> terms;
        std::transform(frequencies_.begin(), frequencies_.end(), std::back_inserter(terms),
                       [](const auto& entry) { return entry.first; });
        const std::vector<Xapian::doccount> counts = frequencies_of(database, terms);
        for (std::size_t i = 0; i < terms.size(); ++i) {
            frequencies_[terms[i]] = counts[i];
        }
        for (const Match& match : matches.page) {
            std::map<std::string, Xapian::termcount>& occurrences = occurrences_.emplace_back();
            for (auto at = match.document.termlist_begin(); at != match.document.termlist_end(); ++at) {
                if (const std::string term = *at; frequencies_.contains(term)) {
                    occurrences.emplace(term, at.get_wdf());
                }
            }
        }
    }

    /// Those of `terms` that the paper at this place of the page has, in their order.
    [[nodiscard]] std::vector<TermUse> in(std::size_t place, const std::vector<std::string>& terms) const {
        std::vector<TermUse> uses;
        for (const std::string& term : terms) {
            if (const auto found = occurrences_[place].find(term); found != occurrences_[place].end()) {
                uses.push_back({term, found->second, frequencies_.at(term)});
            }
        }
        return uses;
    }

private:
    std::map<std::string, Xapian::doccount> frequencies_;
    std::vector<std::map<std::string, Xapian::termcount>> occurrences_;  ///< by place
};

}  // namespace

std::vector<Explanation> explain(const Xapian::Database& database, const JoinedPapers* joined, const Plan& plan,
                                 const Matches& matches, const Ranking& ranking) {
    std::vector<Xapian::Query> ids;
    std::vector<Explanation> explanations;
    for (const Match& match : matches.page) {
        ids.emplace_back(schema::term(schema::TermField::kId, match.document.get_value(schema::kIdSlot)));
        explanations.push_back({match.score, database.get_doclength(match.docid), database.get_avlength(), {}});
    }
    const TermUses uses{database, plan, matches};
    const Xapian::Query page{Xapian::Query::OP_OR, ids.begin(), ids.end()};
    const auto add = [&](const Part& part) {
        const Scores scores = scores_of(database, part.query, page, matches.page.size(), ranking.parameters);
        for (std::size_t i = 0; i < matches.page.size(); ++i) {
            const auto score = scores.find(matches.page[i].docid);
            if (score != scores.end() && score->second > 0) {
                explanations[i].parts.push_back({part.kind, part.written, score->second, uses.in(i, part.terms)});
            }
        }
    };
    std::for_each(plan.matching.begin(), plan.matching.end(), add);
    std::for_each(plan.lifting.begin(), plan.lifting.end(), add);
    if (plan.vote_weight > 0) {
        add({Part::Kind::kVotes, {}, {}, vote_query(joined, plan.vote_weight)});
    }
    for (Explanation& explanation : explanations) {
        std::stable_sort(explanation.parts.begin(), explanation.parts.end(),
                         [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
    }
    return explanations;
}

}  // namespace saegin::query
