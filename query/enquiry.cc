#include "query/enquiry.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "common/schema.h"
#include "query/filtered.h"
#include "query/value_filter.h"

namespace saegin::query {

namespace {

// How many matches are counted one by one, so that the total is exact up to here; beyond, it is Xapian's estimate.
constexpr Xapian::doccount kCountExactly = 10000;

// A slot in which no paper has a value. Ordering by it and then by relevance is an order by relevance, in which Xapian
// looks at every match, and never asks what weight the rest of a query can still reach. Asked that, Xapian 1.4.22
// crashes on an OP_MAX that has come to its end (MaxPostList::recalc_maxweight reads a branch that is deleted).
constexpr Xapian::valueno kEmptySlot = 1000;

/// Whether two matches are equal for the order: the same value, and scores that differ by no more than the order in
/// which their parts were added up, which may differ between indexes of the same papers.
bool tie(const Xapian::MSetIterator& a, const Xapian::MSetIterator& b, bool by_relevance) {
    constexpr double kRounding = 1e-12;
    const double difference = std::abs(a.get_weight() - b.get_weight());
    return difference <= kRounding * std::max(a.get_weight(), b.get_weight()) &&
           (by_relevance || a.get_sort_key() == b.get_sort_key());
}

/// Fetches a page. Xapian breaks ties of value and score by place in the index, which differs between indexes of the
/// same papers, and its own sort keys do not work over remote indexes. So ties are put in order of id here, for which
/// their last group has to be fetched whole.
Matches page_of(Xapian::Enquire& enquire, const Ranking& ranking, Xapian::doccount places) {
    const bool by_relevance = ranking.sort == Sort::kRelevance;
    const auto end = static_cast<Xapian::doccount>(ranking.offset + ranking.limit);
    Xapian::MSet found;
    for (Xapian::doccount wanted = places;; wanted *= 2) {
        found = enquire.get_mset(0, wanted, std::max(kCountExactly, wanted));
        if (found.size() < wanted || !tie(found[end - 1], found[wanted - 1], by_relevance)) {
            break;
        }
    }
    Matches matches;
    matches.total = found.get_matches_estimated();
    matches.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    for (Xapian::doccount first = 0; first < std::min(end, found.size());) {
        Xapian::doccount last = first + 1;
        while (last < found.size() && tie(found[first], found[last], by_relevance)) {
            ++last;
        }
        if (last > ranking.offset) {
            std::vector<std::pair<std::string, Xapian::doccount>> group;  // by id
            for (Xapian::doccount i = first; i < last; ++i) {
                group.emplace_back(
                    last == first + 1 ? std::string{} : found[i].get_document().get_value(schema::kIdSlot), i);
            }
            std::sort(group.begin(), group.end());
            for (Xapian::doccount place = first; place < last; ++place) {
                const Xapian::MSetIterator match = found[group[place - first].second];
                if (place >= ranking.offset && place < end) {
                    matches.page.push_back({match.get_document(), match.get_weight(), place + std::size_t{1}, *match});
                }
            }
        }
        first = last;
    }
    return matches;
}

/// Counts matches one by one where copies of papers in several indexes keep Xapian from telling how many they are.
void count_copies_once(Xapian::Enquire& enquire, Xapian::doccount places, Matches& matches) {
    const Xapian::MSet all = enquire.get_mset(0, places, places);
    if (all.size() < places) {
        matches.total = all.size();
        matches.total_is_exact = true;
    }
}

}  // namespace

Xapian::Enquire enquire_for(const Xapian::Database& database, const RankingParameters& parameters) {
    Xapian::Enquire enquire{database};
    enquire.set_weighting_scheme(Xapian::BM25Weight{parameters.k1, 0, 1, parameters.b, 0.5});
    return enquire;
}

Xapian::Query vote_query(const JoinedPapers* joined, double weight) {
    Xapian::ValueWeightPostingSource stored{schema::kPriorSlot};
    // Over several indexes the priors of all papers together differ from those that each has stored.
    return {Xapian::Query::OP_SCALE_WEIGHT, joined == nullptr ? Xapian::Query{&stored} : joined->prior_query(), weight};
}

Xapian::Query within_days(const Xapian::Query& query, const Ranking& ranking) {
    return ranking.since || ranking.until ? filtered(query, days_between(ranking.since, ranking.until)) : query;
}

Xapian::doccount places_for(const Xapian::Database& database, const JoinedPapers* joined, Xapian::doccount end) {
    return joined == nullptr || joined->all_remote() ? end + 1 : std::max(end, database.get_doccount()) + 1;
}

Matches run_query(const Xapian::Database& database, const JoinedPapers* joined, const Xapian::Query& query,
                  double vote_weight, const Ranking& ranking) {
    Xapian::Query full = within_days(query, ranking);
    if (vote_weight > 0) {
        full = {Xapian::Query::OP_AND_MAYBE, full, vote_query(joined, vote_weight)};
    }
    Xapian::Enquire enquire = enquire_for(database, ranking.parameters);
    enquire.set_query(full);
    if (joined != nullptr && joined->has_copies()) {
        enquire.set_collapse_key(schema::kIdSlot);
    }
    switch (ranking.sort) {
        case Sort::kVotes:
            enquire.set_sort_by_value_then_relevance(schema::kVotesSlot, true);
            break;
        case Sort::kDate:
            enquire.set_sort_by_value_then_relevance(schema::kDateSlot, true);
            break;
        case Sort::kRelevance:
            enquire.set_sort_by_value_then_relevance(kEmptySlot, false);
            break;
    }
    const auto end = static_cast<Xapian::doccount>(ranking.offset + ranking.limit);
    Matches matches = page_of(enquire, ranking, places_for(database, joined, end));
    if (!matches.total_is_exact && joined != nullptr && joined->has_copies()) {
        count_copies_once(enquire, places_for(database, joined, kCountExactly), matches);
    }
    return matches;
}

std::vector<Scored> all_scores(const Xapian::Database& database, const JoinedPapers* joined, const Xapian::Query& query,
                               const RankingParameters& parameters) {
    Xapian::Enquire enquire = enquire_for(database, parameters);
    enquire.set_query(query);
    enquire.set_sort_by_relevance_then_value(schema::kIdSlot, false);  // the ids come along as sort keys
    const Xapian::MSet found = enquire.get_mset(0, places_for(database, joined, database.get_doccount()));
    std::vector<Scored> scores;
    scores.reserve(found.size());
    std::set<std::string> seen;
    for (auto match = found.begin(); match != found.end(); ++match) {
        std::string id = match.get_sort_key();
        if (joined == nullptr || !joined->has_copies() || seen.insert(id).second) {
            scores.push_back({std::move(id), *match, match.get_weight()});
        }
    }
    return scores;
}

std::vector<ScoredId> ids_of(const Matches& matches) {
    std::vector<ScoredId> ids;
    ids.reserve(matches.page.size());
    for (const Match& match : matches.page) {
        ids.push_back({PaperId{match.document.get_value(schema::kIdSlot)}, match.score});
    }
    return ids;
}

Result<Hit> load_hit(const Match& match) {
    const Result<std::vector<Entry>> entries = load_entries(match.document);
    if (!entries) {
        return entries.error();
    }
    Hit hit;
    hit.rank = match.rank;
    hit.paper = merge_entries(*entries);
    hit.score = match.score;
    return hit;
}

}  // namespace saegin::query
