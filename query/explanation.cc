#include "query/explanation.h"

#include <algorithm>
#include <map>

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

std::vector<TermUse> uses_of(const Xapian::Database& database, const Xapian::Document& document,
                             const std::vector<std::string>& terms) {
    std::vector<TermUse> uses;
    for (const std::string& term : terms) {
        Xapian::TermIterator at = document.termlist_begin();
        at.skip_to(term);
        if (at != document.termlist_end() && *at == term) {
            uses.push_back({term, at.get_wdf(), database.get_termfreq(term)});
        }
    }
    return uses;
}

}  // namespace

std::vector<Explanation> explain(const Xapian::Database& database, const JoinedPapers* joined, const Plan& plan,
                                 const Matches& matches, const Ranking& ranking) {
    std::vector<Xapian::Query> ids;
    std::vector<Explanation> explanations;
    for (const Match& match : matches.page) {
        ids.emplace_back(schema::term(schema::TermField::kId, match.document.get_value(schema::kIdSlot)));
        explanations.push_back({match.score, database.get_doclength(match.docid), database.get_avlength(), {}});
    }
    const Xapian::Query page{Xapian::Query::OP_OR, ids.begin(), ids.end()};
    const auto add = [&](const Part& part) {
        const Scores scores = scores_of(database, part.query, page, matches.page.size(), ranking.parameters);
        for (std::size_t i = 0; i < matches.page.size(); ++i) {
            const auto score = scores.find(matches.page[i].docid);
            if (score != scores.end() && score->second > 0) {
                explanations[i].parts.push_back(
                    {part.kind, part.written, score->second, uses_of(database, matches.page[i].document, part.terms)});
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
