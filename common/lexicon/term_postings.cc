#include "common/lexicon/term_postings.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/postings.h"
#include "common/schema.h"

namespace saegin::lexicon {

Postings::Postings(const Xapian::Database& database, Reading reading) : database_(database), reading_(reading) {
    if (database.size() == 1) {
        return;
    }
    const std::string prefix{schema::prefix(schema::TermField::kId)};
    for (auto id = database.allterms_begin(prefix); id != database.allterms_end(prefix); ++id) {
        if (id.get_termfreq() > 1) {
            copies_.insert(std::next(database.postlist_begin(*id)), database.postlist_end(*id));
        }
    }
}

Documents Postings::without_copies(Documents documents) const {
    if (!copies_.empty()) {
        std::erase_if(documents, [&](Xapian::docid document) { return copies_.contains(document); });
    }
    return documents;
}

std::size_t common_count(const Documents& a, const Documents& b) {
    Documents both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both.size();
}

void Postings::expect(const std::set<std::string>& terms) {
    if (reading_ == Reading::kOneByOne) {
        return;
    }
    std::vector<std::string> missing;
    std::copy_if(terms.begin(), terms.end(), std::back_inserter(missing),
                 [&](const std::string& term) { return !read_.contains(term); });
    std::vector<Documents> documents = documents_of(database_, missing);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        read_.emplace(std::move(missing[i]), without_copies(std::move(documents[i])));
    }
}

const Documents& Postings::of_term(const std::string& term) {
    const auto [at, fresh] = read_.try_emplace(term);
    if (fresh) {
        at->second = without_copies(reading_ == Reading::kBundled
                                        ? documents_of(database_, term)
                                        : Documents{database_.postlist_begin(term), database_.postlist_end(term)});
    }
    return at->second;
}

Documents Postings::of_key(const std::string& key) {
    Documents all;
    bool first = true;
    for (const std::string& word : words_of_key(key)) {
        const Documents& one = of_term(schema::term(schema::TermField::kText, word));
        if (first) {
            all = one;
            first = false;
            continue;
        }
        Documents both;
        std::set_intersection(all.begin(), all.end(), one.begin(), one.end(), std::back_inserter(both));
        all = std::move(both);
    }
    return all;
}

}  // namespace saegin::lexicon
