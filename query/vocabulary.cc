#include "query/vocabulary.h"

#include <algorithm>
#include <cmath>

#include "common/schema.h"

namespace saegin::query {

namespace {

std::uint32_t frequency(const Xapian::Database& database, schema::TermField field, std::string_view text) {
    const std::string term = schema::term(field, text);
    return term.empty() || term.size() > schema::kMaxTermBytes ? 0 : database.get_termfreq(term);
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database) : database_(database), size_(database.get_doccount()) {}

std::uint32_t Vocabulary::papers(std::string_view word) const {
    return frequency(database_, schema::TermField::kText, word);
}

std::uint32_t Vocabulary::titles(std::string_view word) const {
    return frequency(database_, schema::TermField::kTitle, word);
}

std::uint32_t Vocabulary::papers_with_form(std::string_view form) const {
    return frequency(database_, schema::TermField::kForm, form);
}

std::uint32_t Vocabulary::papers_by_word(std::string_view word) const {
    return frequency(database_, schema::TermField::kAuthor, word);
}

std::uint32_t Vocabulary::papers_by(std::string_view name) const {
    return frequency(database_, schema::TermField::kAuthorName, name);
}

double Vocabulary::idf(std::uint32_t papers) const {
    constexpr double kSmooth = 0.5;
    constexpr double kLow = 2;
    const double with = std::min<double>(papers, size_);
    const double odds = (size_ - with + kSmooth) / (with + kSmooth);
    return std::log(odds < kLow ? odds * 0.5 + 1 : odds);
}

}  // namespace saegin::query
