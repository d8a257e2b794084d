#include "query/usage.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "common/postings.h"
#include "common/schema.h"

namespace saegin::query {

std::vector<Xapian::docid> documents_with(const Xapian::Database& database, const std::vector<std::string>& terms) {
    std::vector<Xapian::docid> documents = documents_of(database, terms.front());
    for (std::size_t i = 1; i < terms.size() && !documents.empty(); ++i) {
        const std::vector<Xapian::docid> others = documents_of(database, terms[i]);
        std::vector<Xapian::docid> both;
        std::set_intersection(documents.begin(), documents.end(), others.begin(), others.end(),
                              std::back_inserter(both));
        documents = std::move(both);
    }
    return documents;
}

namespace {

constexpr double kParts = 1e6;

}  // namespace

double suggestion_score(const Use& use) {
    return std::log2(1.0 + use.papers) + use.votes;
}

std::size_t closer_look(std::size_t limit) {
    constexpr std::size_t kFactor = 4;
    constexpr std::size_t kLeast = 40;
    return std::max(kFactor * limit, kLeast);
}

Use Usage::of(const std::vector<std::string>& terms) {
    load();
    const std::vector<Xapian::docid> documents = documents_with(database_, terms);
    if (documents.empty()) {
        return {};
    }
    std::uint64_t sum = 0;
    for (const Xapian::docid document : documents) {
        sum += priors_[document];
    }
    return {static_cast<std::uint32_t>(documents.size()),
            static_cast<double>(sum) / kParts / static_cast<double>(documents.size())};
}

double Usage::prior(Xapian::docid document) {
    load();
    return static_cast<double>(priors_[document]) / kParts;
}

std::map<Xapian::docid, std::string> Usage::ids_of(const std::vector<Xapian::docid>& documents) const {
    std::map<Xapian::docid, std::string> ids;
    if (joined_ != nullptr) {
        for (const Xapian::docid document : documents) {
            ids.emplace_hint(ids.end(), document, joined_->id(document));
        }
        return ids;
    }
    auto id = database_.valuestream_begin(schema::kIdSlot);
    for (const Xapian::docid document : documents) {
        id.skip_to(document);
        ids.emplace_hint(ids.end(), document, *id);
    }
    return ids;
}

void Usage::load() {
    if (!priors_.empty()) {
        return;
    }
    priors_.assign(static_cast<std::size_t>(database_.get_lastdocid()) + 1, 0);
    const auto in_parts = [](double prior) { return static_cast<std::uint32_t>(std::lround(prior * kParts)); };
    if (joined_ != nullptr) {
        for (std::size_t document = 1; document < priors_.size(); ++document) {
            priors_[document] = in_parts(joined_->prior(static_cast<Xapian::docid>(document)));
        }
        return;
    }
    for (auto at = database_.valuestream_begin(schema::kPriorSlot); at != database_.valuestream_end(schema::kPriorSlot);
         ++at) {
        priors_[at.get_docid()] = in_parts(Xapian::sortable_unserialise(*at));
    }
}

}  // namespace saegin::query
