#include "common/postings.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

std::vector<std::vector<Xapian::docid>> documents_of(const Xapian::Database& database,
                                                     const std::vector<std::string>& terms) {
    std::vector<std::vector<Xapian::docid>> documents(terms.size());
    if (database.size() == 1) {
        std::transform(terms.begin(), terms.end(), documents.begin(),
                       [&](const std::string& term) { return documents_of(database, term); });
        return documents;
    }
    // Each term weighs a power of two, so that the weight of a match tells which of them it has: a double holds
    // whole numbers of 53 bits, and their sum does not depend on the order.
    constexpr std::size_t kTermsAtOnce = 52;
    for (std::size_t first = 0; first < terms.size(); first += kTermsAtOnce) {
        const std::size_t count = std::min(kTermsAtOnce, terms.size() - first);
        std::vector<Xapian::Query> parts;
        for (std::size_t i = 0; i < count; ++i) {
            Xapian::FixedWeightPostingSource bit{static_cast<double>(std::uint64_t{1} << i)};
            parts.emplace_back(Xapian::Query::OP_FILTER, Xapian::Query{&bit}, Xapian::Query{terms[first + i]});
        }
        Xapian::Enquire enquire{database};
        enquire.set_query(Xapian::Query{Xapian::Query::OP_OR, parts.begin(), parts.end()});
        const Xapian::MSet found = enquire.get_mset(0, database.get_doccount() + 1);
        for (auto match = found.begin(); match != found.end(); ++match) {
            const auto bits = static_cast<std::uint64_t>(match.get_weight());
            for (std::size_t i = 0; i < count; ++i) {
                if ((bits >> i & 1U) != 0) {
                    documents[first + i].push_back(*match);
                }
            }
        }
    }
    for (std::vector<Xapian::docid>& one : documents) {
        std::sort(one.begin(), one.end());
    }
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
