#include "query/matched_authors.h"

#include <algorithm>

#include "common/schema.h"
#include "common/text/unicode.h"

namespace saegin::query {

using text::TokenKind;

namespace {

bool is_word(const text::Token& token) {
    return token.kind == TokenKind::kWord || token.kind == TokenKind::kWhole;
}

}  // namespace

MatchedAuthors::MatchedAuthors(const LoweredQuery& query, text::Analyzer& analyzer)
    : names_(query.restricting_authors.begin(), query.restricting_authors.end()), analyzer_(analyzer) {
    for (const Part& part : query.parts) {
        if (part.kind == Part::Kind::kAuthor) {
            names_.insert(part.terms.begin(), part.terms.end());
        }
    }
    for (const QueryTerm& term : query.words.terms) {
        if (is_word(term.token) && !term.is_spare) {
            words_.insert(term.token.text);
        }
    }
}

std::vector<std::size_t> MatchedAuthors::in(const std::vector<std::string>& names) const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (asks_for(names[i])) {
            places.push_back(i);
        }
    }
    return places;
}

bool MatchedAuthors::asks_for(const std::string& name) const {
    if (names_.contains(schema::term(schema::TermField::kAuthorName, text::fold(name)))) {
        return true;
    }
    const std::vector<text::Token> tokens = analyzer_.analyze(name).tokens;
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const text::Token& token) { return is_word(token) && words_.contains(token.text); });
}

}  // namespace saegin::query
