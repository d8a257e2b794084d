#include "query/field_terms.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/text/unicode.h"
#include "query/author_name.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// Terms of a family whose rest is accepted.
FoundTerms terms_where(const Xapian::Database& database, TermField family, std::string_view start, std::size_t most,
                       const std::function<bool(std::string_view)>& accepts) {
    const std::string prefix{schema::prefix(family)};
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const std::string first = prefix + std::string{start};
    for (auto at = database.allterms_begin(first); at != database.allterms_end(first); ++at) {
        const std::string term = *at;
        if (accepts(std::string_view{term}.substr(prefix.size()))) {
            found.emplace_back(at.get_termfreq(), term);
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    FoundTerms terms;
    terms.all = found.size();
    found.resize(std::min(found.size(), most));
    std::transform(found.begin(), found.end(), std::back_inserter(terms.terms),
                   [](auto& entry) { return std::move(entry.second); });
    return terms;
}

/// The term of a family for exactly this name; none where no paper has it.
FoundTerms term_called(const Xapian::Database& database, TermField family, std::string_view name) {
    std::string term = schema::term(family, text::fold(name));
    return term.size() <= schema::kMaxTermBytes && database.term_exists(term) ? FoundTerms{{std::move(term)}, 1}
                                                                              : FoundTerms{};
}

/// Whether initials leave but one word of a name.
bool is_abbreviated(std::string_view name) {
    const AuthorName author{name};
    return author.initials() > 0 && author.initials() + 1 >= author.words().size();
}

}  // namespace

FoundTerms terms_with_prefix(const Xapian::Database& database, TermField family, std::string_view start,
                             std::size_t most) {
    // Words have no prefix of their own: what starts with a capital belongs to another family.
    return terms_where(database, family, start, most,
                       [](std::string_view word) { return word.front() < 'A' || word.front() > 'Z'; });
}

FoundTerms authors_named(const Xapian::Database& database, std::string_view name, std::size_t most) {
    const AuthorName asked{name};
    if (asked.words().size() > kLongestName) {
        return {};
    }
    return terms_where(database, TermField::kAuthorName, "", most,
                       [&](std::string_view author) { return AuthorName{author}.has(asked); });
}

FoundTerms author_quoted(const Xapian::Database& database, std::string_view name, std::size_t most) {
    FoundTerms called = is_abbreviated(name) ? FoundTerms{} : term_called(database, TermField::kAuthorName, name);
    return called.all > 0 ? called : authors_named(database, name, most);
}

FoundTerms sections_named(const Xapian::Database& database, std::string_view text, std::size_t most) {
    const std::string asked = text::fold(text);
    return terms_where(database, TermField::kSection, "", most,
                       [&](std::string_view heading) { return heading.find(asked) != std::string_view::npos; });
}

FoundTerms section_quoted(const Xapian::Database& database, std::string_view text, std::size_t most) {
    FoundTerms called = term_called(database, TermField::kSection, text);
    return called.all > 0 ? called : sections_named(database, text, most);
}

}  // namespace saegin::query
