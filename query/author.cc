#include "query/author.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "common/postings.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/author_names.h"
#include "query/coauthors.h"
#include "query/enquiry.h"
#include "query/snippet.h"
#include "query/spellings.h"
#include "query/suggest_authors.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// Two names of one paper are two people: takes out of `joined` what stands beside the name of most papers (the first)
/// or beside the one that was typed, which is then the first.
void part_people_of_one_paper(const Xapian::Database& database, const std::string& asked, Identity& identity) {
    std::vector<NamePapers>& joined = identity.joined;
    const std::string typed = text::fold(asked);
    const auto as_typed =
        std::find_if(joined.begin(), joined.end(), [&](const NamePapers& one) { return one.name == typed; });
    if (as_typed != joined.end()) {
        std::rotate(joined.begin(), as_typed, as_typed + 1);
    }
    std::vector<std::string> terms;
    std::transform(joined.begin(), joined.end(), std::back_inserter(terms),
                   [](const NamePapers& one) { return schema::term(TermField::kAuthorName, one.name); });
    const std::vector<std::vector<Xapian::docid>> documents = documents_of(database, terms);
    std::vector<NamePapers> kept;
    for (std::size_t i = 0; i < joined.size(); ++i) {
        std::vector<Xapian::docid> both;
        if (i > 0) {
            std::set_intersection(documents.front().begin(), documents.front().end(), documents[i].begin(),
                                  documents[i].end(), std::back_inserter(both));
        }
        (both.empty() ? kept : identity.possible).push_back(joined[i]);
    }
    joined = std::move(kept);
}

/// Names as papers write them, at most kMostListed.
Result<std::vector<NamePapers>> as_written(const Xapian::Database& database, std::vector<NamePapers> names) {
    names.resize(std::min(names.size(), kMostListed));
    for (NamePapers& one : names) {
        Result<std::string> written = author_as_written(database, one.name);
        if (!written) {
            return written.error();
        }
        one.name = std::move(*written);
    }
    return names;
}

/// Who may be meant by a name that no paper bears: who fits it in part, who is near, whose name goes on from it.
Result<std::vector<std::string>> suggested(const Xapian::Database& database, IndexReader& reader,
                                           const std::string& asked, const Identity& identity) {
    std::vector<NamePapers> names = identity.possible;
    names.insert(names.end(), identity.near.begin(), identity.near.end());
    names.resize(std::min(names.size(), kMostSuggested));
    const Result<std::vector<NamePapers>> written = as_written(database, std::move(names));
    if (!written) {
        return written.error();
    }
    std::vector<std::string> suggestions;
    std::transform(written->begin(), written->end(), std::back_inserter(suggestions),
                   [](const NamePapers& one) { return one.name; });
    if (const TypedPrefix typed{asked}; !typed.empty() && suggestions.size() < kMostSuggested) {
        Usage usage{database, reader.joined()};
        const Result<std::vector<Suggestion>> completed = suggest_authors(database, usage, typed, kMostSuggested);
        if (!completed) {
            return completed.error();
        }
        for (const Suggestion& one : *completed) {
            const bool is_new = std::find(suggestions.begin(), suggestions.end(), one.text) == suggestions.end();
            if (is_new && suggestions.size() < kMostSuggested) {
                suggestions.push_back(one.text);
            }
        }
    }
    return suggestions;
}

/// All papers that bear one of these names, newest first, equal days by id.
Result<std::vector<Hit>> papers_of(const Xapian::Database& database, const JoinedPapers* joined,
                                   const std::vector<NamePapers>& names) {
    std::vector<Xapian::Query> terms;
    std::transform(names.begin(), names.end(), std::back_inserter(terms),
                   [](const NamePapers& one) { return Xapian::Query{schema::term(TermField::kAuthorName, one.name)}; });
    const Xapian::Query any{Xapian::Query::OP_OR, terms.begin(), terms.end()};
    Ranking ranking;
    ranking.sort = Sort::kDate;
    ranking.limit = database.get_doccount();
    // Without weight, so that papers of one day are equal whichever name they bear.
    const Matches matches =
        run_query(database, joined, Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, any, 0}, 0, ranking);
    std::vector<Hit> hits;
    hits.reserve(matches.page.size());
    for (const Match& match : matches.page) {
        Result<Hit> hit = load_hit(match);
        if (!hit) {
            return hit.error();
        }
        hits.push_back(*std::move(hit));
    }
    return hits;
}

std::vector<YearPapers> years_of(const std::vector<Hit>& papers) {
    std::map<int, std::uint32_t> counts;  // unknown years last
    constexpr int kUnknown = std::numeric_limits<int>::max();
    for (const Hit& hit : papers) {
        ++counts[hit.paper.date ? hit.paper.date->year : kUnknown];
    }
    std::vector<YearPapers> years;
    years.reserve(counts.size());
    for (const auto& [year, count] : counts) {
        years.push_back({year == kUnknown ? std::nullopt : std::optional{year}, count});
    }
    return years;
}

std::vector<NamePapers> listed(const Spellings& spellings) {
    std::vector<NamePapers> list;
    for (const auto& [name, papers] : spellings.counts()) {
        list.push_back({name, papers});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const NamePapers& a, const NamePapers& b) { return a.papers > b.papers; });
    return list;
}

/// Tells the author's own names from those of the others, and where they stand.
void count_people(std::vector<Hit>& papers, const std::vector<NamePapers>& own, AuthorProfile& profile) {
    std::set<std::string> folded;
    std::transform(own.begin(), own.end(), std::inserter(folded, folded.end()),
                   [](const NamePapers& one) { return one.name; });
    Spellings names;
    PeopleCount people;
    for (Hit& hit : papers) {
        std::vector<std::string> others;
        for (std::size_t i = 0; i < hit.paper.authors.size(); ++i) {
            const std::string& author = hit.paper.authors[i];
            if (folded.contains(text::fold(author))) {
                names.add(author);
                hit.matched_authors.push_back(i);
            } else {
                others.push_back(author);
            }
        }
        people.add_paper(others);
    }
    profile.names = listed(names);
    profile.first_coauthors = people.by_papers();
    profile.coauthors = profile.first_coauthors.size();
    profile.first_coauthors.resize(std::min(profile.first_coauthors.size(), kMostListed));
}

}  // namespace

Result<AuthorProfile> read_author(IndexReader& reader, const std::string& name, std::size_t limit) {
    const std::string asked = text::to_nfc(name);
    return reader.read([&](const Xapian::Database& database) -> Result<AuthorProfile> {
        AuthorProfile profile;
        profile.asked = asked;
        Identity identity = identify(author_names(database), asked);
        if (identity.joined.empty()) {
            Result<std::vector<std::string>> names = suggested(database, reader, asked, identity);
            if (!names) {
                return names.error();
            }
            profile.suggestions = std::move(*names);
            return profile;
        }
        part_people_of_one_paper(database, asked, identity);
        Result<std::vector<NamePapers>> possible = as_written(database, std::move(identity.possible));
        if (!possible) {
            return possible.error();
        }
        profile.possible = std::move(*possible);
        Result<std::vector<Hit>> papers = papers_of(database, reader.joined(), identity.joined);
        if (!papers) {
            return papers.error();
        }
        profile.total = papers->size();
        profile.years = years_of(*papers);
        count_people(*papers, identity.joined, profile);
        std::vector<Paper> texts;
        std::transform(papers->begin(), papers->end(), std::back_inserter(texts),
                       [](const Hit& hit) { return hit.paper; });
        profile.terms = author_terms(database, reader.lexicon(), texts, kMostListed);
        papers->resize(std::min(papers->size(), limit));
        Highlighter unmarked{{}};
        for (Hit& hit : *papers) {
            hit.title = unmarked.mark(hit.paper.title);
            hit.snippet = unmarked.snippet(hit.paper, kSnippetLength);
        }
        profile.papers = std::move(*papers);
        return profile;
    });
}

}  // namespace saegin::query
