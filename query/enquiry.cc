#include "query/enquiry.h"

#include <algorithm>

#include "common/schema.h"

namespace saegin::query {

namespace {

// How many matches are counted one by one, so that the total is exact up to here; beyond, it is Xapian's estimate.
constexpr Xapian::doccount kCountExactly = 10000;

Xapian::Query date_filter(const Ranking& ranking) {
    // An empty value sorts before any date, so the lower bound also leaves papers without a date out.
    constexpr DigestDate kFirst{1, 1, 1};
    constexpr DigestDate kLast{9999, 12, 31};
    const auto value = [](DigestDate date) { return Xapian::sortable_serialise(to_days(date)); };
    return {Xapian::Query::OP_VALUE_RANGE, schema::kDateSlot, value(ranking.since.value_or(kFirst)),
            value(ranking.until.value_or(kLast))};
}

}  // namespace

Xapian::MSet run_query(const Xapian::Database& database, const Xapian::Query& query, const Ranking& ranking) {
    Xapian::Query full = query;
    if (ranking.since || ranking.until) {
        full = {Xapian::Query::OP_FILTER, full, date_filter(ranking)};
    }
    Xapian::ValueWeightPostingSource prior{schema::kPriorSlot};
    if (ranking.vote_weight > 0) {
        full = {Xapian::Query::OP_AND_MAYBE, full,
                Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query{&prior}, ranking.vote_weight}};
    }
    Xapian::Enquire enquire{database};
    enquire.set_query(full);
    enquire.set_weighting_scheme(Xapian::BM25Weight{kBm25K1, 0, 1, kBm25B, 0.5});
    switch (ranking.sort) {
        case Sort::kRelevance:
            enquire.set_sort_by_relevance_then_value(schema::kIdSlot, false);
            break;
        case Sort::kVotes:
            enquire.set_sort_by_value_then_relevance(schema::kVotesSlot, true);
            break;
        case Sort::kDate:
            enquire.set_sort_by_value_then_relevance(schema::kDateSlot, true);
            break;
    }
    if (database.size() > 1) {  // the same paper may stand in several indexes
        enquire.set_collapse_key(schema::kIdSlot);
    }
    return enquire.get_mset(static_cast<Xapian::doccount>(ranking.offset), static_cast<Xapian::doccount>(ranking.limit),
                            kCountExactly);
}

std::vector<ScoredId> ids_of(const Xapian::MSet& matches) {
    std::vector<ScoredId> ids;
    ids.reserve(matches.size());
    for (auto match = matches.begin(); match != matches.end(); ++match) {
        ids.push_back({PaperId{match.get_document().get_value(schema::kIdSlot)}, match.get_weight()});
    }
    return ids;
}

Result<Hit> load_hit(const Xapian::MSetIterator& match) {
    const Result<std::vector<Entry>> entries = load_entries(match.get_document());
    if (!entries) {
        return entries.error();
    }
    Hit hit;
    hit.rank = match.get_rank() + 1;
    hit.paper = merge_entries(*entries);
    hit.score = match.get_weight();
    return hit;
}

}  // namespace saegin::query
