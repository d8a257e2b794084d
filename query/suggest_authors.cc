#include "query/suggest_authors.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "query/author_names.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// Folded names lack their accents as well where they are typed; most have none.
bool fits(const TypedPrefix& typed, const std::string& name) {
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return typed.fits_a_word(plain ? name : fold_for_typing(name));
}

}  // namespace

Result<std::vector<Suggestion>> suggest_authors(const Xapian::Database& database, Usage& usage,
                                                const TypedPrefix& typed, std::size_t limit) {
    std::vector<NamePapers> authors = author_names(database);
    std::erase_if(authors, [&](const NamePapers& author) { return !fits(typed, author.name); });
    std::sort(authors.begin(), authors.end(), [](const NamePapers& a, const NamePapers& b) {
        return std::tie(b.papers, a.name) < std::tie(a.papers, b.name);
    });
    authors.resize(std::min(authors.size(), closer_look(limit)));
    std::vector<std::pair<double, const NamePapers*>> scored;
    scored.reserve(authors.size());
    for (const NamePapers& author : authors) {
        scored.emplace_back(suggestion_score(usage.of({schema::term(TermField::kAuthorName, author.name)})), &author);
    }
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
        return std::tie(b.first, a.second->name) < std::tie(a.first, b.second->name);
    });
    scored.resize(std::min(scored.size(), limit));
    std::vector<Suggestion> suggestions;
    for (const auto& [score, author] : scored) {
        Result<std::string> name = author_as_written(database, author->name);
        if (!name) {
            return name.error();
        }
        suggestions.push_back({SuggestionKind::kAuthor, std::move(*name), author->papers, std::nullopt});
    }
    return suggestions;
}

}  // namespace saegin::query
