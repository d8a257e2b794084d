#include "common/postings.h"

#include <algorithm>
#include <iterator>

namespace saegin {

std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const std::string& term) {
    if (database.size() == 1) {
        return {database.postlist_begin(term), database.postlist_end(term)};
    }
    Xapian::Enquire enquire{database};
    enquire.set_query(Xapian::Query{term});
    enquire.set_weighting_scheme(Xapian::BoolWeight{});
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    std::vector<Xapian::docid> documents;
    documents.reserve(found.size());
    for (auto match = found.begin(); match != found.end(); ++match) {
        documents.push_back(*match);
    }
    std::sort(documents.begin(), documents.end());
    return documents;
}

std::vector<Xapian::doccount> frequencies_of(const Xapian::Database& database, const std::vector<std::string>& terms) {
    std::vector<Xapian::doccount> frequencies;
    frequencies.reserve(terms.size());
    if (database.size() == 1) {
        std::transform(terms.begin(), terms.end(), std::back_inserter(frequencies),
                       [&](const std::string& term) { return database.get_termfreq(term); });
        return frequencies;
    }
    // A search gathers the frequencies of its terms; no match is asked for.
    Xapian::Enquire enquire{database};
    enquire.set_query(Xapian::Query{Xapian::Query::OP_OR, terms.begin(), terms.end()});
    const Xapian::MSet found = enquire.get_mset(0, 0);
    std::transform(terms.begin(), terms.end(), std::back_inserter(frequencies),
                   [&](const std::string& term) { return found.get_termfreq(term); });
    return frequencies;
}

}  // namespace saegin
