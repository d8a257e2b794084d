#include "query/feedback.h"

#include <algorithm>
#include <map>

#include "common/postings.h"
#include "common/text/analyzer.h"
#include "query/sentence_end.h"
#include "query/vocabulary.h"

namespace saegin::query {

namespace {

// Of fewer papers nothing can be said to be common.
constexpr std::size_t kFewestPapers = 3;
constexpr std::size_t kFewestWithTerm = 2;

/// A term with how often each of the first papers has it.
using Frequencies = std::map<std::string, std::vector<std::pair<std::size_t, double>>>;

bool is_word(const std::string& term) {
    // Other families have capitals in front.
    const char first = term.front();
    return !(first >= 'A' && first <= 'Z') && term.find_first_not_of("0123456789.") != std::string::npos &&
           !text::is_stop_word(term) && !is_sentence_end(term);
}

Frequencies read_terms(const Matches& first) {
    Frequencies frequencies;
    for (std::size_t i = 0; i < first.page.size(); ++i) {
        const Xapian::Document& document = first.page[i].document;
        for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
            if (is_word(*at)) {
                frequencies[*at].emplace_back(i, at.get_wdf());
            }
        }
    }
    std::erase_if(frequencies, [](const auto& entry) { return entry.second.size() < kFewestWithTerm; });
    return frequencies;
}

/// BM25 as Xapian::BM25Weight computes it, for the lengths of the first papers.
class Scorer {
public:
    Scorer(const Xapian::Database& database, const Matches& first, const RankingParameters& parameters)
        : parameters_(parameters) {
        constexpr double kShortest = 0.5;  // what run_query gives BM25Weight
        const double average = database.get_avlength();
        for (const Match& match : first.page) {
            lengths_.push_back(std::max(database.get_doclength(match.docid) / average, kShortest));
        }
    }

    [[nodiscard]] double operator()(std::size_t paper, double frequency, double idf) const {
        const double length = 1 - parameters_.b + parameters_.b * lengths_[paper];
        return idf * (parameters_.k1 + 1) * frequency / (parameters_.k1 * length + frequency);
    }

private:
    const RankingParameters& parameters_;
    std::vector<double> lengths_;
};

/// Whether the query is a question, which one paper answers.
bool is_question(std::string_view query) {
    constexpr std::string_view kFullWidthMark = "\xEF\xBC\x9F";
    const std::size_t end = query.find_last_not_of(" \t");
    const std::string_view text = query.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return text.ends_with('?') || text.ends_with(kFullWidthMark);
}

}  // namespace

double trust_in(const Matches& first, const BoundQuery& query, const RankingParameters& parameters) {
    if (!query.authors.empty() || is_question(query.text) || first.page.size() < kFewestPapers ||
        first.page.front().score <= 0) {
        return 0;
    }
    const double flat = first.page.back().score / first.page.front().score;
    return std::clamp((flat - parameters.feedback_flat) / kFullFeedback, 0.0, 1.0);
}

std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database, const Matches& first, double most,
                                         const RankingParameters& parameters) {
    if (most <= 0 || first.page.empty()) {
        return {};
    }
    const Vocabulary vocabulary{database};
    const Scorer scorer{database, first, parameters};
    const double best = first.page.front().score;
    const double too_many = parameters.feedback_common * static_cast<double>(database.get_doccount());
    struct Weighed {
        const Frequencies::value_type* term;
        double idf;
        double weight;
    };
    const Frequencies frequencies = read_terms(first);
    std::vector<Weighed> weighed;
    std::vector<std::string> candidates;
    candidates.reserve(frequencies.size());
    for (const auto& term : frequencies) {
        candidates.push_back(term.first);
    }
    const std::vector<Xapian::doccount> with_term = frequencies_of(database, candidates);
    auto counted = with_term.begin();
    for (const auto& term : frequencies) {
        const std::uint32_t papers = *counted++;
        if (papers > too_many) {
            continue;
        }
        Weighed one{&term, vocabulary.idf(papers), 0};
        for (const auto& [paper, frequency] : term.second) {
            one.weight += first.page[paper].score / best * scorer(paper, frequency, one.idf);
        }
        weighed.push_back(one);
    }
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
    weighed.resize(std::min(weighed.size(), static_cast<std::size_t>(parameters.feedback_terms)));
    std::vector<double> gains(first.page.size());
    for (const Weighed& one : weighed) {
        for (const auto& [paper, frequency] : one.term->second) {
            gains[paper] += one.weight * scorer(paper, frequency, one.idf);
        }
    }
    const double gained = *std::max_element(gains.begin(), gains.end());
    std::vector<FeedbackTerm> terms;
    terms.reserve(weighed.size());
    for (const Weighed& one : weighed) {
        terms.push_back({one.term->first, most * one.weight / gained});
    }
    return terms;
}

std::vector<Part> parts_of(const std::vector<FeedbackTerm>& terms) {
    std::vector<Part> parts;
    parts.reserve(terms.size());
    for (const FeedbackTerm& term : terms) {
        parts.push_back({Part::Kind::kFeedback,
                         term.term,
                         {term.term},
                         {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query{term.term}, term.weight}});
    }
    return parts;
}

}  // namespace saegin::query
