#include "query/query_terms.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/ranking.h"

namespace saegin::query {

namespace {

using schema::TermField;
using text::Token;
using text::TokenKind;

// Bigrams of a three-syllable word say little about its halves (시계|열); from four on the halves are mostly words.
constexpr std::size_t kShortestCompound = 4;

bool is_bigram(const Token& token) {
    return token.kind == TokenKind::kBigram || token.kind == TokenKind::kEdgeBigram;
}

bool within(const text::ByteSpan& part, const text::ByteSpan& whole) {
    return part.begin >= whole.begin && part.end <= whole.end;
}

/// The Hangul word that a bigram belongs to: the kWord at its position.
const Token* word_at(const std::vector<Token>& tokens, std::uint32_t position) {
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.kind == TokenKind::kWord && token.position == position;
    });
    return found == tokens.end() ? nullptr : &*found;
}

QueryTerm weigh(const Token& token, const std::vector<Token>& tokens, const RankingParameters& parameters) {
    QueryTerm term;
    term.token = token;
    if (is_bigram(token)) {
        term.weight = parameters.bigram;
        const Token* const word = word_at(tokens, token.position);
        const std::size_t syllables = word == nullptr ? 0 : text::code_point_count(word->text);
        constexpr std::size_t kBigramSyllables = 2;
        // A word of two syllables is its own bigram, and must not be found inside another word; see ngrams.h.
        term.anywhere = syllables != kBigramSyllables;
        term.highlight = token.kind == TokenKind::kEdgeBigram && (!term.anywhere || syllables >= kShortestCompound);
    } else if (token.kind == TokenKind::kWord) {
        const bool is_part = std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
            return other.kind == TokenKind::kWhole && within(token.span, other.span);
        });
        term.weight = is_part ? parameters.part : 1;
    }
    return term;
}

Xapian::Query scaled(const Xapian::Query& query, double weight) {
    return weight == 1 ? query : Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, query, weight};
}

/// Where a word or whole is looked up in the text. Xapian estimates the frequency of more than two synonyms pair by
/// pair and rounds each time, in an order that follows from the frequencies in each index. Given two at a time the
/// order, and so the score, is the same in every index.
Xapian::Query word_query(const QueryTerm& term) {
    return std::accumulate(term.also.begin(), term.also.end(),
                           Xapian::Query{schema::term(TermField::kText, term.token.text)},
                           [](const Xapian::Query& query, const std::string& other) {
                               return Xapian::Query{Xapian::Query::OP_SYNONYM, query, Xapian::Query{other}};
                           });
}

/// Where a bigram is looked up.
Xapian::Query bigram_query(const QueryTerm& term) {
    const Xapian::Query edge{schema::term(TermField::kEdgeBigram, term.token.text)};
    const Xapian::Query inner{schema::term(TermField::kBigram, term.token.text)};
    return term.anywhere ? Xapian::Query{Xapian::Query::OP_SYNONYM, edge, inner} : edge;
}

/// Whether a token is a stop word, or a net under one.
bool is_stop(const Token& token, const std::vector<Token>& tokens, const std::string& written) {
    if (is_bigram(token)) {
        const Token* const word = word_at(tokens, token.position);
        return word != nullptr && text::is_stop_word(word->text);
    }
    return token.kind == TokenKind::kWord &&
           (text::is_stop_word(text::fold(written)) || text::is_stop_word(token.text));
}

}  // namespace

std::vector<QueryTerm> query_terms(std::string_view query, const std::vector<Token>& tokens,
                                   const RankingParameters& parameters) {
    std::vector<QueryTerm> terms;
    const auto take = [&](bool stop_words_too) {
        for (const Token& token : tokens) {
            const std::string written{query.substr(token.span.begin, token.span.end - token.span.begin)};
            const bool stop = is_stop(token, tokens, written);
            const bool known = std::any_of(terms.begin(), terms.end(), [&](const QueryTerm& term) {
                return term.token.kind == token.kind && term.token.text == token.text;
            });
            const bool searched = token.kind != TokenKind::kForm;  // a form only settles how a word is read
            if (!searched || (stop && !stop_words_too) || known || terms.size() == kMaxQueryTerms) {
                continue;
            }
            terms.push_back(weigh(token, tokens, parameters));
            terms.back().written = written;
        }
    };
    take(false);
    if (terms.empty()) {
        take(true);
    }
    return terms;
}

std::vector<Part> parts_of(const std::vector<QueryTerm>& terms, const RankingParameters& parameters) {
    std::vector<Part> parts;
    for (const QueryTerm& term : terms) {
        const std::string& text = term.token.text;
        if (is_bigram(term.token)) {
            std::vector<std::string> families{schema::term(TermField::kEdgeBigram, text)};
            if (term.anywhere) {
                families.push_back(schema::term(TermField::kBigram, text));
            }
            parts.push_back(
                {Part::Kind::kSyllables, term.written, std::move(families), scaled(bigram_query(term), term.weight)});
            continue;
        }
        std::vector<std::string> forms{schema::term(TermField::kText, text)};
        forms.insert(forms.end(), term.also.begin(), term.also.end());
        parts.push_back({Part::Kind::kWord, term.written, std::move(forms), scaled(word_query(term), term.weight)});
        const std::string author = schema::term(TermField::kAuthor, text);
        parts.push_back({Part::Kind::kAuthorWord,
                         term.written,
                         {author},
                         scaled(Xapian::Query{author}, term.weight * parameters.author)});
    }
    return parts;
}

Xapian::Query whole_words(const std::vector<QueryTerm>& terms) {
    std::vector<Xapian::Query> words;
    std::map<std::uint32_t, std::vector<Xapian::Query>> edges;  // by position of their word
    for (const QueryTerm& term : terms) {
        if (term.is_spare) {
            continue;
        }
        if (!is_bigram(term.token)) {
            words.push_back(word_query(term));
            words.emplace_back(schema::term(TermField::kAuthor, term.token.text));
        } else if (term.token.kind == TokenKind::kEdgeBigram) {
            edges[term.token.position].push_back(bigram_query(term));
        }
    }
    for (const auto& [position, parts] : edges) {
        words.emplace_back(Xapian::Query::OP_AND, parts.begin(), parts.end());
    }
    return {Xapian::Query::OP_OR, words.begin(), words.end()};
}

namespace {

/// Papers that have a word whole: itself, a whole that it is part of, or a compound with both of its edges.
Xapian::Query papers_with(const QueryTerm& word, const std::vector<QueryTerm>& terms) {
    std::vector<QueryTerm> ways;
    std::copy_if(terms.begin(), terms.end(), std::back_inserter(ways), [&](const QueryTerm& term) {
        return is_bigram(term.token) ? term.token.position == word.token.position
                                     : &term == &word || (term.token.kind == TokenKind::kWhole &&
                                                          within(word.token.span, term.token.span));
    });
    return whole_words(ways);
}

}  // namespace

std::vector<WordPapers> each_whole_word(const std::vector<QueryTerm>& terms) {
    std::vector<WordPapers> words;
    for (const QueryTerm& term : terms) {
        const bool has_parts =
            term.token.kind == TokenKind::kWhole &&
            std::any_of(terms.begin(), terms.end(), [&](const QueryTerm& other) {
                return other.token.kind == TokenKind::kWord && within(other.token.span, term.token.span);
            });
        if (!term.is_spare && !is_bigram(term.token) && !has_parts) {
            words.push_back({term.token.text, papers_with(term, terms)});
        }
    }
    return words;
}

}  // namespace saegin::query
