#include "query/joined_papers.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "common/schema.h"
#include "common/vote_prior.h"

namespace saegin::query {

namespace {

/// A value of every document, by document. Sort keys come with the matches: a stream of values would ask a remote index
/// for one document after the other.
std::vector<std::string> values_of(const Xapian::Database& database, Xapian::valueno slot) {
    Xapian::Enquire enquire{database};
    enquire.set_query(Xapian::Query::MatchAll);
    enquire.set_weighting_scheme(Xapian::BoolWeight{});
    enquire.set_sort_by_value(slot, false);
    const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
    std::vector<std::string> values(static_cast<std::size_t>(database.get_lastdocid()) + 1);
    for (auto document = all.begin(); document != all.end(); ++document) {
        values[*document] = document.get_sort_key();
    }
    return values;
}

}  // namespace

JoinedPapers JoinedPapers::load(const Xapian::Database& database, bool all_remote) {
    JoinedPapers papers;
    papers.all_remote_ = all_remote;
    papers.ids_ = values_of(database, schema::kIdSlot);
    const std::vector<std::string> days = values_of(database, schema::kDateSlot);
    const std::vector<std::string> votes = values_of(database, schema::kVotesSlot);
    std::map<std::string, VoteRecord> records;
    for (std::size_t document = 0; document < papers.ids_.size(); ++document) {
        if (papers.ids_[document].empty()) {
            continue;  // no document has this number
        }
        const auto [at, fresh] = records.try_emplace(papers.ids_[document]);
        papers.has_copies_ = papers.has_copies_ || !fresh;
        VoteRecord& record = at->second;
        if (!days[document].empty()) {  // of copies the earliest day and the most votes count, as for several entries
            const auto day = static_cast<std::int32_t>(std::lround(Xapian::sortable_unserialise(days[document])));
            record.day = std::min(record.day.value_or(day), day);
        }
        if (!votes[document].empty()) {
            const double count = Xapian::sortable_unserialise(votes[document]);
            record.votes = std::max(record.votes.value_or(count), count);
        }
    }
    std::vector<VoteRecord> in_order;
    in_order.reserve(records.size());
    for (const auto& [id, record] : records) {
        in_order.push_back(record);
    }
    const std::vector<double> priors = vote_priors(in_order);
    auto* const source = new Xapian::ValueMapPostingSource{schema::kIdSlot};
    papers.prior_query_ = Xapian::Query{source->release()};
    source->set_default_weight(kNeutralPrior);
    auto prior = priors.begin();
    for (const auto& [id, record] : records) {
        if (*prior != kNeutralPrior) {
            source->add_mapping(id, *prior);
        }
        papers.priors_.emplace_hint(papers.priors_.end(), id, *prior++);
    }
    return papers;
}

}  // namespace saegin::query
