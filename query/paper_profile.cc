#include "query/paper_profile.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>

#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/distinctive_terms.h"
#include "query/fixed_weight.h"
#include "query/index_reader.h"
#include "query/paper_words.h"
#include "query/ranking.h"
#include "query/vocabulary.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// A word with what it is chosen by.
struct Candidate {
    PaperProfile::Term term;
    double worth = 0;
};

/// The words that stand for a paper, strongest first: (1 + log tf) x idf decides, words of the title count more and
/// words of a summary that does not bear out its title less. BM25 gives the idf, so what scales it is without.
std::vector<Candidate> strongest_words(const PaperWords& paper, double summary_weight, const Vocabulary& vocabulary,
                                       double papers, double copies, const RankingParameters& parameters) {
    std::vector<Candidate> candidates;
    for (const auto& [text, word] : paper.words) {
        const double idf = distinctive_idf(papers, vocabulary.papers(text), parameters.related_common, copies);
        if (idf == 0) {
            continue;
        }
        const double weight = (1 + std::log(static_cast<double>(word.in_title + word.in_summary))) *
                              (word.in_title > 0 ? parameters.related_title : summary_weight);
        if (weight <= 0) {
            continue;
        }
        candidates.push_back(
            {{schema::term(TermField::kText, text), word.written, weight, false, false, {}}, weight * idf});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.worth != b.worth ? a.worth > b.worth : a.term.term < b.term.term;
    });
    candidates.resize(std::min(candidates.size(), static_cast<std::size_t>(parameters.related_terms)));
    return candidates;
}

/// Other names of a word that are one word as well and do not stand for the paper themselves.
std::vector<PaperProfile::OtherName> other_names(const PaperWords& paper, const std::string& text,
                                                 const lexicon::Lexicon& lexicon, const Vocabulary& vocabulary,
                                                 const RankingParameters& parameters) {
    std::vector<PaperProfile::OtherName> names;
    for (const Addition& addition : expand({{text, text, true, false, false}}, lexicon, vocabulary, parameters)) {
        for (const Alternative& name : addition.alternatives) {
            if (name.words.size() == 1 && !paper.words.contains(name.words.front())) {
                names.push_back({schema::term(TermField::kText, name.words.front()), name.weight});
            }
        }
    }
    return names;
}

/// Authors that others wrote with, by rarity and by the length of the author list.
std::vector<PaperProfile::Term> shared_authors(const Paper& paper, const Vocabulary& vocabulary, double papers,
                                               double copies, const RankingParameters& parameters) {
    std::vector<PaperProfile::Term> authors;
    const double list_length = static_cast<double>(std::max<std::size_t>(paper.authors.size(), 1));
    for (const std::string& author : paper.authors) {
        const std::string name = text::fold(author);
        const double idf = distinctive_idf(papers, vocabulary.papers_by(name), parameters.related_common, copies);
        if (idf > 0) {
            authors.push_back({schema::term(TermField::kAuthorName, name),
                               author,
                               parameters.related_author * idf / std::sqrt(list_length),
                               true,
                               false,
                               {}});
        }
    }
    return authors;
}

bool has_any(const std::vector<std::string>& sorted, const PaperProfile::Term& term) {
    return std::binary_search(sorted.begin(), sorted.end(), term.term) ||
           std::any_of(term.others.begin(), term.others.end(), [&](const PaperProfile::OtherName& name) {
               return std::binary_search(sorted.begin(), sorted.end(), name.term);
           });
}

/// Whether a word stands in another, not as a piece of one of its words: GPT in GPT-4o, not RAG in Storage nor 화학 in
/// 강화학습. Both are folded.
bool is_part_of(std::string_view part, std::string_view whole) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        if ((at == 0 || !is_letter(whole[at - 1])) && (end == whole.size() || !is_letter(whole[end]))) {
            return true;
        }
    }
    return false;
}

/// Adds a word to at most kMostReasons, unless one of them has it as a part; it takes the place of its own parts:
/// GPT-4o says what GPT and 4o say.
void add_word(const std::string& written, std::vector<Reason>& words) {
    const std::string word = text::fold(written);
    if (std::any_of(words.begin(), words.end(),
                    [&](const Reason& reason) { return is_part_of(word, text::fold(reason.text)); })) {
        return;
    }
    const auto is_part_of_it = [&](const Reason& reason) { return is_part_of(text::fold(reason.text), word); };
    if (const auto part = std::find_if(words.begin(), words.end(), is_part_of_it); part != words.end()) {
        part->text = written;
        words.erase(std::remove_if(part + 1, words.end(), is_part_of_it), words.end());
    } else if (words.size() < kMostReasons) {
        words.push_back({Reason::Kind::kSharedTerm, written});
    }
}

Xapian::Query scaled(const std::string& term, double weight) {
    return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query{term}, weight};
}

}  // namespace

std::vector<Part> PaperProfile::parts() const {
    std::vector<Part> parts;
    parts.reserve(terms_.size());
    for (const Term& term : terms_) {
        if (term.author) {
            parts.push_back(
                {Part::Kind::kAuthor, term.written, {term.term}, fixed_weight(Xapian::Query{term.term}, term.weight)});
            continue;
        }
        std::vector<std::string> terms{term.term};
        std::vector<Xapian::Query> names{scaled(term.term, term.weight)};
        for (const OtherName& name : term.others) {
            terms.push_back(name.term);
            names.push_back(scaled(name.term, term.weight * name.weight));
        }
        parts.push_back({Part::Kind::kSharedTerm, term.written, std::move(terms),
                         Xapian::Query{Xapian::Query::OP_MAX, names.begin(), names.end()}});
    }
    return parts;
}

std::vector<QueryTerm> PaperProfile::highlights() const {
    const bool any = std::any_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.subject; });
    std::vector<QueryTerm> terms;
    for (const Term& term : terms_) {
        if (!term.author && (term.subject || !any)) {
            QueryTerm highlight;
            highlight.token.text = term.term.substr(schema::prefix(TermField::kText).size());
            highlight.weight = term.weight;
            highlight.written = term.written;
            terms.push_back(std::move(highlight));
        }
    }
    return terms;
}

std::vector<Reason> PaperProfile::reasons(const Xapian::Document& document, const std::string& title,
                                          text::Analyzer& analyzer) const {
    std::vector<Reason> reasons;
    if (!names_.empty()) {
        if (std::optional<std::string> family = same_family(names_, names_in_title(title, analyzer))) {
            reasons.push_back({Reason::Kind::kSameFamily, *std::move(family)});
        }
    }
    std::vector<Reason> words;
    std::vector<std::string> others;  // no subjects
    std::size_t authors = 0;
    const std::vector<std::string> own{document.termlist_begin(),
                                       document.termlist_end()};  // a remote one is sent once
    for (const Term& term : terms_) {
        if (!has_any(own, term)) {
            continue;
        }
        if (term.author) {
            if (authors++ < kMostReasons) {
                reasons.push_back({Reason::Kind::kSharedAuthor, term.written});
            }
        } else if (term.subject) {
            add_word(term.written, words);
        } else {
            others.push_back(term.written);
        }
    }
    for (const std::string& other : others) {
        const bool nothing = reasons.empty() && words.empty();
        if (nothing || (words.size() < kFewestTerms && !is_fragment(other))) {
            add_word(other, words);
        }
    }
    reasons.insert(reasons.end(), words.begin(), words.end());
    return reasons;
}

Result<PaperProfile> make_profile(const Xapian::Database& database, Xapian::docid document,
                                  const lexicon::Lexicon& lexicon, text::Analyzer& analyzer,
                                  const RankingParameters& parameters) {
    const Result<std::vector<Entry>> entries = load_entries(database.get_document(document));
    if (!entries) {
        return entries.error();
    }
    const Paper paper = merge_entries(*entries);
    const PaperWords words = words_of(paper, analyzer);
    const Vocabulary vocabulary{database};
    const double papers = database.get_doccount();
    const double copies = database.get_termfreq(schema::term(TermField::kId, paper.id.value));
    const double summary_weight =
        summary_bears_out_title(words, lexicon, vocabulary, database.get_doccount(), parameters)
            ? 1
            : parameters.related_doubted;
    std::vector<Candidate> candidates = strongest_words(words, summary_weight, vocabulary, papers, copies, parameters);
    double heaviest = 0;
    for (const Candidate& candidate : candidates) {
        heaviest = std::max(heaviest, candidate.term.weight);
    }
    std::vector<PaperProfile::Term> terms;
    terms.reserve(candidates.size() + paper.authors.size());
    for (Candidate& candidate : candidates) {
        candidate.term.weight /= heaviest;
        const std::string& text = candidate.term.term;  // words have no prefix
        candidate.term.subject = !is_fragment(text) && is_subject(vocabulary.titles(text), text, lexicon);
        candidate.term.others = other_names(words, text, lexicon, vocabulary, parameters);
        terms.push_back(std::move(candidate.term));
    }
    std::vector<PaperProfile::Term> authors = shared_authors(paper, vocabulary, papers, copies, parameters);
    std::move(authors.begin(), authors.end(), std::back_inserter(terms));
    return PaperProfile{
        paper.id.value, paper.title, std::move(terms),
        family_names(names_in_title(paper.title, analyzer), lexicon, vocabulary, database.get_doccount())};
}

}  // namespace saegin::query
