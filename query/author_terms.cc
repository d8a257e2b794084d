#include "query/author_terms.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "common/postings.h"
#include "common/schema.h"
#include "query/distinctive_terms.h"
#include "query/ranking.h"
#include "query/spellings.h"

namespace saegin::query {

namespace {

/// A term in the papers of an author.
struct Use {
    Spellings spellings;
    double occurrences = 0;
    std::uint32_t papers = 0;
    std::size_t last_paper = 0;  ///< counted from 1
};

using Uses = std::map<std::string, Use>;

void count(std::string_view source, std::size_t paper, text::Analyzer& analyzer, Uses& uses) {
    visit_content_words(source, analyzer, [&](const text::Token& token, const std::string& written, bool is_part) {
        if (is_part || is_fragment(token.text)) {
            return;  // of a part, the whole is counted
        }
        Use& use = uses[token.text];
        use.spellings.add(written);
        use.occurrences += 1;
        use.papers += use.last_paper == paper ? 0U : 1U;
        use.last_paper = paper;
    });
}

/// How many papers have each of these terms in a family.
std::vector<Xapian::doccount> frequencies(const Xapian::Database& database, schema::TermField family,
                                          const Uses& uses) {
    std::vector<std::string> terms;
    terms.reserve(uses.size());
    for (const auto& [term, use] : uses) {
        terms.push_back(schema::term(family, term));
    }
    return frequencies_of(database, terms);
}

}  // namespace

std::vector<AuthorTerm> author_terms(const Xapian::Database& database, const lexicon::Lexicon& lexicon,
                                     const std::vector<Paper>& papers, std::size_t most) {
    text::Analyzer analyzer;
    Uses uses;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        count(papers[i].title, i + 1, analyzer, uses);
        for (const Section& section : papers[i].sections) {
            count(section.text, i + 1, analyzer, uses);
        }
    }
    if (papers.size() > 1) {
        std::erase_if(uses, [](const auto& entry) { return entry.second.papers < 2; });
    }
    if (uses.empty()) {
        return {};
    }
    const std::vector<Xapian::doccount> in_papers = frequencies(database, schema::TermField::kText, uses);
    const std::vector<Xapian::doccount> in_titles = frequencies(database, schema::TermField::kTitle, uses);
    std::vector<AuthorTerm> found;
    std::size_t i = 0;
    for (const auto& [term, use] : uses) {
        const double idf = distinctive_idf(database.get_doccount(), in_papers[i], RankingParameters{}.related_common);
        if (idf > 0 && is_subject(in_titles[i], term, lexicon)) {
            found.push_back({use.spellings.usual(), use.papers, (1 + std::log(use.occurrences)) * idf});
        }
        ++i;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const AuthorTerm& a, const AuthorTerm& b) { return a.weight > b.weight; });
    found.resize(std::min(found.size(), most));
    return found;
}

}  // namespace saegin::query
