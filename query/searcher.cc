#include "query/searcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/enquiry.h"
#include "query/explanation.h"
#include "query/language/parser.h"
#include "query/language/printer.h"
#include "query/lowering.h"
#include "query/matched_authors.h"
#include "query/paper_profile.h"
#include "query/plan.h"
#include "query/recommender.h"

namespace saegin::query {

namespace {

using Clock = std::chrono::steady_clock;
using schema::TermField;

double milliseconds_since(Clock::time_point began) {
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

/// Which words of the query a paper has, in the order of the query, and which other names of them.
std::vector<Reason> matched_words(const Xapian::Document& document, const BoundQuery& query) {
    std::vector<Reason> reasons;
    const std::vector<std::string> own{document.termlist_begin(),
                                       document.termlist_end()};  // a remote one is sent once
    const auto has = [&](const std::string& term) { return std::binary_search(own.begin(), own.end(), term); };
    const auto add = [&](Reason::Kind kind, const std::string& written) {
        const Reason reason{kind, written};
        if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
            reasons.push_back(reason);
        }
    };
    for (const QueryTerm& term : query.terms) {
        if (term.token.kind == text::TokenKind::kBigram || term.token.kind == text::TokenKind::kEdgeBigram) {
            continue;
        }
        if (has(schema::term(TermField::kText, term.token.text)) ||
            std::any_of(term.also.begin(), term.also.end(), has)) {
            add(Reason::Kind::kWord, term.written);
        }
        if (has(schema::term(TermField::kAuthor, term.token.text))) {
            add(Reason::Kind::kQueryAuthor, term.written);
        }
    }
    for (const Addition& addition : query.additions) {
        for (const Alternative& alternative : addition.alternatives) {
            // Its words are enough here: whether they stand together is for the ranking to know.
            if (std::all_of(alternative.words.begin(), alternative.words.end(),
                            [&](const std::string& word) { return has(schema::term(TermField::kText, word)); })) {
                add(Reason::Kind::kEquivalent, alternative.written);
            }
        }
    }
    return reasons;
}

Error unknown_paper(const PaperId& id) {
    return {Code::kNotFound, "no paper '" + id.value + "' in the index", "look for it with: saegin-query search WORDS"};
}

/// A paper and what is to be run for its neighbours.
struct RelatedPlan {
    PaperProfile profile;
    Plan plan;
};

Result<RelatedPlan> plan_for(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer,
                             const PaperId& id, const Ranking& ranking) {
    const Xapian::docid document = find_document(database, id);
    if (document == 0) {
        return unknown_paper(id);
    }
    Result<PaperProfile> profile = make_profile(database, document, reader.lexicon(), analyzer, ranking.parameters);
    if (!profile) {
        return profile.error();
    }
    Result<Plan> plan = plan_related(reader, database, *profile, ranking.parameters);
    if (!plan) {
        return plan.error();
    }
    if (ranking.sort != Sort::kRelevance) {
        limit_to_nearest(*plan, reader, database, ranking);
    }
    return RelatedPlan{*std::move(profile), *std::move(plan)};
}

/// The authors that are a reason for a related paper.
std::vector<std::size_t> shared_authors(const Hit& hit) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < hit.paper.authors.size(); ++i) {
        const Reason shared{Reason::Kind::kSharedAuthor, hit.paper.authors[i]};
        if (std::find(hit.why.begin(), hit.why.end(), shared) != hit.why.end()) {
            places.push_back(i);
        }
    }
    return places;
}

/// A match as a reader sees it, without reasons.
Result<Hit> readable(const Match& match, Highlighter& highlighter) {
    Result<Hit> hit = load_hit(match);
    if (hit) {
        hit->title = highlighter.mark(hit->paper.title);
        hit->snippet = highlighter.snippet(hit->paper, kSnippetLength);
    }
    return hit;
}

/// Makes matches readable: papers with title and snippet marked by `highlighter`, the reasons that `why` gives, and the
/// authors that `authors` finds in a hit.
template <typename Why, typename Authors>
Result<Answer> make_answer(const std::string& query, const Matches& matches, Highlighter highlighter,
                           Clock::time_point began, const Why& why, const Authors& authors) {
    Answer answer;
    answer.query = query;
    answer.total = matches.total;
    answer.total_is_exact = matches.total_is_exact;
    for (const Match& match : matches.page) {
        Result<Hit> hit = readable(match, highlighter);
        if (!hit) {
            return hit.error();
        }
        hit->why = why(match.document, hit->paper);
        hit->matched_authors = authors(*hit);
        answer.hits.push_back(std::move(*hit));
    }
    answer.took_ms = milliseconds_since(began);
    return answer;
}

language::Parsed parse(const std::string& query, const Ranking& ranking) {
    return ranking.plain ? language::parse_plain(query) : language::parse(query, ranking.today);
}

/// A query as it is looked up and what is to be run for it.
struct SearchPlan {
    LoweredQuery lowered;
    Plan plan;
};

Result<SearchPlan> plan_for(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer,
                            const language::Parsed& parsed, const Ranking& ranking) {
    LoweredQuery lowered = lower(parsed, reader, database, analyzer, ranking.parameters, ranking.use_lexicon,
                                 ranking.sort == Sort::kRelevance);
    Result<Plan> plan = plan_search(reader, database, lowered, ranking);
    if (!plan) {
        return plan.error();
    }
    return SearchPlan{std::move(lowered), *std::move(plan)};
}

/// What leaves papers out whatever their words are: filters of the query, and the days of the ranking.
std::string restrictions_of(const LoweredQuery& lowered, const Ranking& ranking) {
    std::string text = lowered.restrictions;
    const auto add = [&](const char* flag, const std::optional<DigestDate>& day) {
        text += day ? (text.empty() ? "" : " ") + std::string{flag} + " " + to_string(*day) : "";
    };
    add("--since", ranking.since);
    add("--until", ranking.until);
    return text;
}

std::vector<language::Diagnostic> all_diagnostics(const LoweredQuery& lowered, const Plan& plan) {
    std::vector<language::Diagnostic> all = lowered.diagnostics;
    all.insert(all.end(), plan.diagnostics.begin(), plan.diagnostics.end());
    return all;
}

}  // namespace

Result<Answer> Searcher::search(const std::string& query, const Ranking& ranking) {
    const Clock::time_point began = Clock::now();
    const std::string text = text::to_nfc(query);
    const language::Parsed parsed = parse(text, ranking);
    return reader_.read([&](const Xapian::Database& database) -> Result<Answer> {
        const Result<SearchPlan> made = plan_for(reader_, database, analyzer_, parsed, ranking);
        if (!made) {
            return made.error();
        }
        const LoweredQuery& lowered = made->lowered;
        const Plan& plan = made->plan;
        const JoinedPapers* const joined = reader_.joined();
        const Matches matches = run_query(database, joined, to_xapian(plan), plan.vote_weight, ranking);
        const MatchedAuthors authors{lowered, analyzer_};
        Result<Answer> answer = make_answer(
            text, matches, Highlighter{lowered.marked_terms, lowered.marked_phrases}, began,
            [&](const Xapian::Document& document, const Paper& /*paper*/) {
                return matched_words(document, lowered.words);
            },
            [&](const Hit& hit) { return authors.in(hit.paper.authors); });
        if (answer) {
            answer->canonical = print(parsed.tree);
            answer->diagnostics = all_diagnostics(lowered, plan);
            answer->corrections = lowered.corrections;
            answer->additions = lowered.additions;
            answer->missing = reader_.missing();
            answer->restrictions = restrictions_of(lowered, ranking);
            if (answer->total == 0 && !answer->restrictions.empty()) {
                answer->left_out = papers_without_restrictions(database, joined, plan, ranking);
            }
            if (ranking.explain) {
                answer->explanations = explain(database, joined, plan, matches, ranking);
            }
            if (ranking.facets) {
                answer->facets = facets_of(database, joined, plan, ranking);
                answer->took_ms = milliseconds_since(began);
            }
        }
        return answer;
    });
}

Result<Analysis> Searcher::analyze(const std::string& query, const Ranking& ranking) {
    const std::string text = text::to_nfc(query);
    const language::Parsed parsed = parse(text, ranking);
    return reader_.read([&](const Xapian::Database& database) -> Result<Analysis> {
        Result<SearchPlan> made = plan_for(reader_, database, analyzer_, parsed, ranking);
        if (!made) {
            return made.error();
        }
        const LoweredQuery& lowered = made->lowered;
        Plan& plan = made->plan;
        std::string xapian = to_xapian(plan).get_description();
        return Analysis{text,
                        print(parsed.tree),
                        all_diagnostics(lowered, plan),
                        lowered.corrections,
                        lowered.words.words,
                        std::move(plan.matching),
                        std::move(plan.lifting),
                        plan.filter ? plan.filter->get_description() : std::string{},
                        plan.vote_weight,
                        std::move(xapian)};
    });
}

Result<std::vector<ScoredId>> Searcher::search_ids(const std::string& query, const Ranking& ranking) {
    const std::string text = text::to_nfc(query);
    const language::Parsed parsed = parse(text, ranking);
    return reader_.read([&](const Xapian::Database& database) -> Result<std::vector<ScoredId>> {
        const Result<SearchPlan> made = plan_for(reader_, database, analyzer_, parsed, ranking);
        if (!made) {
            return made.error();
        }
        const Plan& plan = made->plan;
        return ids_of(run_query(database, reader_.joined(), to_xapian(plan), plan.vote_weight, ranking));
    });
}

Result<Answer> Searcher::related(const PaperId& id, const Ranking& ranking) {
    const Clock::time_point began = Clock::now();
    return reader_.read([&](const Xapian::Database& database) -> Result<Answer> {
        const Result<RelatedPlan> made = plan_for(reader_, database, analyzer_, id, ranking);
        if (!made) {
            return made.error();
        }
        const PaperProfile& profile = made->profile;
        const Plan& plan = made->plan;
        const JoinedPapers* const joined = reader_.joined();
        const Matches matches = run_query(database, joined, to_xapian(plan), plan.vote_weight, ranking);
        Result<Answer> answer = make_answer(
            id.value, matches, Highlighter{profile.highlights()}, began,
            [&](const Xapian::Document& document, const Paper& paper) {
                return profile.reasons(document, paper.title, analyzer_);
            },
            shared_authors);
        if (answer) {
            answer->missing = reader_.missing();
            if (ranking.explain) {
                answer->explanations = explain(database, joined, plan, matches, ranking);
            }
        }
        return answer;
    });
}

Result<std::vector<ScoredId>> Searcher::related_ids(const PaperId& id, const Ranking& ranking) {
    return reader_.read([&](const Xapian::Database& database) -> Result<std::vector<ScoredId>> {
        const Result<RelatedPlan> made = plan_for(reader_, database, analyzer_, id, ranking);
        if (!made) {
            return made.error();
        }
        const Plan& plan = made->plan;
        return ids_of(run_query(database, reader_.joined(), to_xapian(plan), plan.vote_weight, ranking));
    });
}

Result<Answer> Searcher::recommend(const Taste& taste, const Ranking& ranking) {
    const Clock::time_point began = Clock::now();
    return reader_.read([&](const Xapian::Database& database) -> Result<Answer> {
        Result<Recommendations> found = query::recommend(reader_, database, analyzer_, taste, ranking);
        if (!found) {
            return found.error();
        }
        Answer answer;
        for (const PaperId& id : taste.liked) {
            answer.query += (answer.query.empty() ? "" : " ") + id.value;
        }
        answer.total = found->total;
        answer.unknown = std::move(found->unknown);
        answer.missing = reader_.missing();
        for (const Recommendation& recommendation : found->papers) {
            const PaperProfile& nearest = found->liked[recommendation.liked.front().first];
            Highlighter highlighter{nearest.highlights()};
            Result<Hit> hit = readable(recommendation.match, highlighter);
            if (!hit) {
                return hit.error();
            }
            hit->why = reasons_for(recommendation, found->liked, hit->paper, analyzer_);
            hit->matched_authors = shared_authors(*hit);
            answer.hits.push_back(*std::move(hit));
            if (ranking.explain) {
                answer.explanations.push_back(explain(recommendation, found->liked));
            }
        }
        answer.took_ms = milliseconds_since(began);
        return answer;
    });
}

Result<std::vector<ScoredId>> Searcher::recommend_ids(const Taste& taste, const Ranking& ranking) {
    return reader_.read([&](const Xapian::Database& database) -> Result<std::vector<ScoredId>> {
        const Result<Recommendations> found = query::recommend(reader_, database, analyzer_, taste, ranking);
        if (!found) {
            return found.error();
        }
        std::vector<ScoredId> ids;
        ids.reserve(found->papers.size());
        for (const Recommendation& paper : found->papers) {
            ids.push_back({PaperId{paper.match.document.get_value(schema::kIdSlot)}, paper.match.score});
        }
        return ids;
    });
}

Result<std::vector<PaperId>> Searcher::own_ids(const std::vector<PaperId>& ids) {
    return reader_.read([&](const Xapian::Database& database) -> Result<std::vector<PaperId>> {
        std::vector<PaperId> own = ids;
        for (PaperId& id : own) {
            if (const Xapian::docid document = find_document(database, id); document != 0) {
                id.value = database.get_document(document).get_value(schema::kIdSlot);
            }
        }
        return own;
    });
}

Result<std::optional<DigestDate>> Searcher::newest_day() {
    return reader_.read([&](const Xapian::Database& database) -> Result<std::optional<DigestDate>> {
        const std::string newest = database.get_value_upper_bound(schema::kDateSlot);
        return newest.empty() ? std::nullopt
                              : std::optional{from_days(
                                    static_cast<std::int32_t>(std::lround(Xapian::sortable_unserialise(newest))))};
    });
}

Result<Searcher::Stored> Searcher::show(const PaperId& id) {
    return reader_.read([&](const Xapian::Database& database) -> Result<Stored> {
        const Xapian::docid document = find_document(database, id);
        if (document == 0) {
            return unknown_paper(id);
        }
        Result<std::vector<Entry>> entries = load_entries(database.get_document(document));
        if (!entries) {
            return entries.error();
        }
        Paper paper = merge_entries(*entries);
        return Stored{std::move(paper), std::move(*entries)};
    });
}

}  // namespace saegin::query
