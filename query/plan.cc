#include "query/plan.h"

#include <utility>

#include "common/schema.h"
#include "query/enquiry.h"
#include "query/feedback.h"
#include "query/filtered.h"
#include "query/likeness.h"

namespace saegin::query {

namespace {

/// The first papers by relevance alone: filters and votes must not change what a query means.
Matches first_look(IndexReader& reader, const Xapian::Database& database, const Xapian::Query& query,
                   const RankingParameters& parameters) {
    Ranking first;
    first.limit = static_cast<std::size_t>(parameters.feedback_papers);
    first.parameters = parameters;
    return run_query(database, reader.joined(), query, 0, first);
}

/// What a vote prior of 1 adds: a share of the score of the last paper on the first page, so that votes weigh alike in
/// queries of few words and of many.
double vote_weight(const Matches& first, double weight) {
    return first.page.empty() ? 0 : weight * first.page.back().score;
}

/// Whether any paper matches, whatever its day: filters must not change what a query means.
bool finds_any(IndexReader& reader, const Xapian::Database& database, const Xapian::Query& query) {
    Ranking one;
    one.limit = 1;
    return !run_query(database, reader.joined(), {Xapian::Query::OP_SCALE_WEIGHT, query, 0}, 0, one).page.empty();
}

void narrow(std::optional<Xapian::Query>& filter, const Xapian::Query& wanted) {
    filter = filter ? filtered(*filter, wanted) : wanted;
}

/// Limits a plan to papers that have the words, for an order in which those that have them in part would not sink.
void demand_words(Plan& plan, IndexReader& reader, const Xapian::Database& database, const LoweredQuery& query) {
    std::optional<Xapian::Query> wanted;
    if (query.every_word && finds_any(reader, database, query.every_word->papers)) {
        wanted = query.every_word->papers;
    } else {
        if (query.every_word && finds_any(reader, database, any_of(plan.matching))) {
            plan.diagnostics.push_back(
                {query.every_word->span, "no paper has all of this; what has a part of it is listed"});
        }
        if (query.any_word_will_do && !plan.matching.empty()) {
            wanted = whole_words(query.words);
        }
    }
    if (wanted) {
        narrow(plan.filter, *wanted);
        narrow(plan.own_filter, *wanted);
    }
}

}  // namespace

Result<Plan> plan_search(IndexReader& reader, const Xapian::Database& database, const LoweredQuery& query,
                         const Ranking& ranking) {
    const RankingParameters& parameters = ranking.parameters;
    Plan plan{query.parts, {}, query.filter, query.own_filter, !query.any_word_will_do, 0};
    if (ranking.sort != Sort::kRelevance) {
        demand_words(plan, reader, database, query);
        return plan;
    }
    if (plan.matching.empty()) {
        plan.vote_weight = parameters.vote;
        return plan;
    }
    const bool looks_again = query.is_only_words && (parameters.feedback > 0 || parameters.latent > 0);
    if (!looks_again && parameters.vote <= 0) {
        return plan;  // nobody asks the first papers
    }
    const Matches first = first_look(reader, database, any_of(plan.matching), parameters);
    plan.vote_weight = vote_weight(first, parameters.vote);
    const double trust = looks_again ? trust_in(first, query.words, parameters) : 0;
    if (trust <= 0) {
        return plan;
    }
    const double most = trust * first.page.front().score;
    plan.lifting = parts_of(feedback_terms(database, first, parameters.feedback * most, parameters));
    if (parameters.latent > 0) {
        const auto space = reader.latent_space();
        if (!space) {
            return space.error();
        }
        std::vector<Part> themes =
            parts_of(like_papers(*space, direction_of(*space, first), parameters.latent * most, parameters));
        std::move(themes.begin(), themes.end(), std::back_inserter(plan.lifting));
    }
    return plan;
}

Result<Plan> plan_related(IndexReader& reader, const Xapian::Database& database, const PaperProfile& profile,
                          const RankingParameters& parameters) {
    Plan plan;
    plan.matching = profile.parts();
    plan.filter = Xapian::Query{Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll,
                                Xapian::Query{schema::term(schema::TermField::kId, profile.id())}};
    plan.own_filter = plan.filter;
    if (plan.matching.empty()) {
        return Plan{};
    }
    const Matches first = first_look(reader, database, to_xapian(plan), parameters);
    plan.vote_weight = vote_weight(first, parameters.vote);
    if (parameters.related_latent > 0 && !first.page.empty()) {
        const auto space = reader.latent_space();
        if (!space) {
            return space.error();
        }
        const double most = parameters.related_latent * first.page.front().score;
        plan.lifting = parts_of(like_papers(*space, direction_of(*space, first), most, parameters));
    }
    return plan;
}

void limit_to_nearest(Plan& plan, IndexReader& reader, const Xapian::Database& database, const Ranking& ranking) {
    Ranking nearest = ranking;
    nearest.sort = Sort::kRelevance;
    nearest.offset = 0;
    nearest.limit = kNearest;
    std::vector<Xapian::Query> ids;
    for (const ScoredId& paper : ids_of(run_query(database, reader.joined(), to_xapian(plan), 0, nearest))) {
        ids.emplace_back(schema::term(schema::TermField::kId, paper.id.value));
    }
    narrow(plan.filter, {Xapian::Query::OP_OR, ids.begin(), ids.end()});
}

std::uint64_t papers_without_restrictions(const Xapian::Database& database, const JoinedPapers* joined,
                                          const Plan& plan, const Ranking& ranking) {
    Plan words = plan;
    words.filter = plan.own_filter;
    words.lifting.clear();
    Ranking all;
    all.limit = 1;
    all.parameters = ranking.parameters;
    return run_query(database, joined, {Xapian::Query::OP_SCALE_WEIGHT, to_xapian(words), 0}, 0, all).total;
}

Xapian::Query to_xapian(const Plan& plan) {
    if (plan.matching.empty()) {
        return plan.filter ? Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, *plan.filter, 0} : Xapian::Query{};
    }
    Xapian::Query query = any_of(plan.matching);
    if (plan.filter) {
        if (plan.found_by_filter) {
            // Not all that a query says ranks: "diffusion OR votes:50.." finds papers that have no word of it. An OR,
            // as AND_MAYBE would ask for phrases with check(), see filtered.h.
            query = query | Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, *plan.filter, 0};
        }
        query = filtered(query, *plan.filter);
    }
    return plan.lifting.empty() ? query : Xapian::Query{Xapian::Query::OP_AND_MAYBE, query, any_of(plan.lifting)};
}

}  // namespace saegin::query
