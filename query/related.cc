#include "query/related.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/distinctive_terms.h"
#include "query/fixed_weight.h"
#include "query/index_reader.h"
#include "query/ranking.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// A term of the paper at hand: how often and how it is written there.
struct Occurrence {
    std::string written;
    double frequency = 0;
    bool in_title = false;
};

void collect(std::string_view source, bool title, text::Analyzer& analyzer,
             std::map<std::string, Occurrence>& occurrences) {
    visit_content_words(source, analyzer, [&](const text::Token& token, std::string written) {
        Occurrence& occurrence = occurrences[schema::term(TermField::kText, token.text)];
        if (occurrence.written.empty()) {
            occurrence.written = std::move(written);
        }
        occurrence.frequency += 1;
        occurrence.in_title = occurrence.in_title || title;
    });
}

double idf(const Xapian::Database& database, const std::string& term, const RankingParameters& parameters) {
    return distinctive_idf(database.get_doccount(), database.get_termfreq(term), parameters.related_common);
}

}  // namespace

std::vector<Part> Profile::parts() const {
    std::vector<Part> parts;
    parts.reserve(terms_.size());
    for (const Term& term : terms_) {
        const Xapian::Query query{term.term};
        parts.push_back({term.author ? Part::Kind::kAuthor : Part::Kind::kSharedTerm,
                         term.written,
                         {term.term},
                         term.author ? fixed_weight(query, term.weight)
                                     : Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, query, term.weight}});
    }
    return parts;
}

std::vector<QueryTerm> Profile::highlights() const {
    std::vector<QueryTerm> terms;
    for (const Term& term : terms_) {
        if (!term.author) {
            QueryTerm highlight;
            highlight.token.text = term.term.substr(schema::prefix(TermField::kText).size());
            highlight.weight = term.weight;
            highlight.written = term.written;
            terms.push_back(std::move(highlight));
        }
    }
    return terms;
}

std::vector<Reason> Profile::reasons(const Xapian::Document& document) const {
    std::vector<Reason> authors;
    std::vector<Reason> words;
    const std::vector<std::string> own{document.termlist_begin(),
                                       document.termlist_end()};  // a remote one is sent once
    for (const Term& term : terms_) {                             // strongest first
        std::vector<Reason>& reasons = term.author ? authors : words;
        if (reasons.size() == kMostReasons) {
            continue;
        }
        if (std::binary_search(own.begin(), own.end(), term.term)) {
            reasons.push_back({term.author ? Reason::Kind::kSharedAuthor : Reason::Kind::kSharedTerm, term.written});
        }
    }
    authors.insert(authors.end(), words.begin(), words.end());
    return authors;
}

Result<Profile> make_profile(const Xapian::Database& database, Xapian::docid document, text::Analyzer& analyzer,
                             const RankingParameters& parameters) {
    const Result<std::vector<Entry>> entries = load_entries(database.get_document(document));
    if (!entries) {
        return entries.error();
    }
    const Paper paper = merge_entries(*entries);
    std::map<std::string, Occurrence> occurrences;
    collect(paper.title, true, analyzer, occurrences);
    for (const Section& section : paper.sections) {
        collect(section.text, false, analyzer, occurrences);
    }
    std::vector<Profile::Term> terms;
    for (const auto& [term, occurrence] : occurrences) {
        const double weight = idf(database, term, parameters) * (1 + std::log(occurrence.frequency)) *
                              (occurrence.in_title ? parameters.related_title : 1);
        if (weight > 0) {
            terms.push_back({term, occurrence.written, weight, false});
        }
    }
    const auto stronger = [](const Profile::Term& a, const Profile::Term& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    };
    std::sort(terms.begin(), terms.end(), stronger);
    terms.resize(std::min(terms.size(), static_cast<std::size_t>(parameters.related_terms)));
    const double strongest = terms.empty() ? 1 : terms.front().weight;
    for (Profile::Term& term : terms) {
        term.weight /= strongest;
    }
    const double list_length = static_cast<double>(std::max<std::size_t>(paper.authors.size(), 1));
    for (const std::string& author : paper.authors) {
        std::string term = schema::term(TermField::kAuthorName, text::fold(author));
        const double rarity = term.size() <= schema::kMaxTermBytes ? idf(database, term, parameters) : 0;
        if (rarity > 0) {
            terms.push_back(
                {std::move(term), author, parameters.related_author * rarity / std::sqrt(list_length), true});
        }
    }
    return Profile{paper.id.value, std::move(terms)};
}

}  // namespace saegin::query
