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

/// A match with what makes it equal to another for Xapian: the value sorted by, and the score.
struct Tied {
    std::string value;
    double score;
    std::string id;
    Xapian::Document document;
    Xapian::docid docid;

    [[nodiscard]] bool ties_with(const Tied& other) const { return value == other.value && score == other.score; }
};

Tied read_match(const Xapian::MSetIterator& match, Xapian::valueno slot) {
    const Xapian::Document document = match.get_document();
    return {document.get_value(slot), match.get_weight(), document.get_value(schema::kIdSlot), document, *match};
}

/// Fetches the page in an order by value and score. Xapian breaks ties of both by place in the index, which differs
/// between indexes of the same papers, and its own sort keys do not work over remote indexes. So ties are put in order
/// of id here, for which their last group has to be fetched whole.
Matches sorted_page(Xapian::Enquire& enquire, const Ranking& ranking, Xapian::valueno slot) {
    const auto end = static_cast<Xapian::doccount>(ranking.offset + ranking.limit);
    Xapian::MSet found;
    for (Xapian::doccount wanted = end + 1;; wanted *= 2) {
        found = enquire.get_mset(0, wanted, kCountExactly);
        const bool all = found.size() < wanted;
        if (all || !read_match(found[end - 1], slot).ties_with(read_match(found[wanted - 1], slot))) {
            break;
        }
    }
    std::vector<Tied> ties;
    for (auto match = found.begin(); match != found.end(); ++match) {
        ties.push_back(read_match(match, slot));
    }
    for (auto first = ties.begin(); first != ties.end();) {
        const auto last = std::find_if(first, ties.end(), [&](const Tied& other) { return !other.ties_with(*first); });
        std::sort(first, last, [](const Tied& a, const Tied& b) { return a.id < b.id; });
        first = last;
    }
    Matches matches;
    matches.total = found.get_matches_estimated();
    for (std::size_t i = ranking.offset; i < std::min<std::size_t>(end, ties.size()); ++i) {
        matches.page.push_back({ties[i].document, ties[i].score, i + 1, ties[i].docid});
    }
    return matches;
}

/// Fetches the page in order of relevance, where a value slot breaks the ties.
Matches relevant_page(Xapian::Enquire& enquire, const Ranking& ranking) {
    const Xapian::MSet found = enquire.get_mset(static_cast<Xapian::doccount>(ranking.offset),
                                                static_cast<Xapian::doccount>(ranking.limit), kCountExactly);
    Matches matches;
    matches.total = found.get_matches_estimated();
    for (auto match = found.begin(); match != found.end(); ++match) {
        matches.page.push_back({match.get_document(), match.get_weight(), match.get_rank() + 1, *match});
    }
    return matches;
}

}  // namespace

Matches run_query(const Xapian::Database& database, const Xapian::Query& query, const Ranking& ranking) {
    Xapian::Query full = query;
    if (ranking.since || ranking.until) {
        full = {Xapian::Query::OP_FILTER, full, date_filter(ranking)};
    }
    Xapian::ValueWeightPostingSource prior{schema::kPriorSlot};
    if (ranking.parameters.vote > 0) {
        full = {Xapian::Query::OP_AND_MAYBE, full,
                Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query{&prior}, ranking.parameters.vote}};
    }
    Xapian::Enquire enquire{database};
    enquire.set_query(full);
    enquire.set_weighting_scheme(Xapian::BM25Weight{ranking.parameters.k1, 0, 1, ranking.parameters.b, 0.5});
    if (database.size() > 1) {  // the same paper may stand in several indexes
        enquire.set_collapse_key(schema::kIdSlot);
    }
    switch (ranking.sort) {
        case Sort::kVotes:
            enquire.set_sort_by_value_then_relevance(schema::kVotesSlot, true);
            return sorted_page(enquire, ranking, schema::kVotesSlot);
        case Sort::kDate:
            enquire.set_sort_by_value_then_relevance(schema::kDateSlot, true);
            return sorted_page(enquire, ranking, schema::kDateSlot);
        case Sort::kRelevance:
            break;
    }
    enquire.set_sort_by_relevance_then_value(schema::kIdSlot, false);
    return relevant_page(enquire, ranking);
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
