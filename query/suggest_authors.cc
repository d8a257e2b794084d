#include "query/suggest_authors.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using schema::TermField;

struct Author {
    std::string name;  ///< folded
    std::uint32_t papers = 0;
};

/// Folded names lack their accents as well where they are typed; most have none.
bool fits(const TypedPrefix& typed, const std::string& name) {
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return typed.fits_a_word(plain ? name : fold_for_typing(name));
}

std::vector<Author> matching(const Xapian::Database& database, const TypedPrefix& typed) {
    std::vector<Author> authors;
    const std::string prefix{schema::prefix(TermField::kAuthorName)};
    for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
        std::string name = (*at).substr(prefix.size());
        if (fits(typed, name)) {
            authors.push_back({std::move(name), at.get_termfreq()});
        }
    }
    return authors;
}

/// The name as the paper with the smallest id writes it. Where the index had to cut it, what is left.
Result<std::string> written(const Xapian::Database& database, const std::string& name) {
    const std::vector<Xapian::docid> documents = documents_with(database, {schema::term(TermField::kAuthorName, name)});
    std::pair<std::string, Xapian::docid> first;
    for (const Xapian::docid document : documents) {
        std::pair<std::string, Xapian::docid> one{database.get_document(document).get_value(schema::kIdSlot), document};
        if (first.second == 0 || one < first) {
            first = std::move(one);
        }
    }
    const Result<std::vector<Entry>> entries = load_entries(database.get_document(first.second));
    if (!entries) {
        return entries.error();
    }
    for (const std::string& author : merge_entries(*entries).authors) {
        if (text::fold(author) == name) {
            return author;
        }
    }
    return name;
}

}  // namespace

Result<std::vector<Suggestion>> suggest_authors(const Xapian::Database& database, Usage& usage,
                                                const TypedPrefix& typed, std::size_t limit) {
    std::vector<Author> authors = matching(database, typed);
    std::sort(authors.begin(), authors.end(),
              [](const Author& a, const Author& b) { return std::tie(b.papers, a.name) < std::tie(a.papers, b.name); });
    authors.resize(std::min(authors.size(), closer_look(limit)));
    std::vector<std::pair<double, const Author*>> scored;
    for (const Author& author : authors) {
        scored.emplace_back(suggestion_score(usage.of({schema::term(TermField::kAuthorName, author.name)})), &author);
    }
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
        return std::tie(b.first, a.second->name) < std::tie(a.first, b.second->name);
    });
    scored.resize(std::min(scored.size(), limit));
    std::vector<Suggestion> suggestions;
    for (const auto& [score, author] : scored) {
        Result<std::string> name = written(database, author->name);
        if (!name) {
            return name.error();
        }
        suggestions.push_back({SuggestionKind::kAuthor, std::move(*name), author->papers, std::nullopt});
    }
    return suggestions;
}

}  // namespace saegin::query
