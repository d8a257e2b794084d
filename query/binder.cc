#include "query/binder.h"

#include <algorithm>
#include <optional>
#include <set>

#include "common/schema.h"
#include "common/text/hangul.h"
#include "common/text/unicode.h"
#include "query/compounds.h"
#include "query/fixed_weight.h"
#include "query/language/fields.h"
#include "query/word_forms.h"

namespace saegin::query {

namespace {

using schema::TermField;
using text::Token;
using text::TokenKind;

class Binder {
public:
    Binder(std::string_view query, const Vocabulary& vocabulary, const RankingParameters& parameters)
        : query_(query), vocabulary_(vocabulary), parameters_(parameters) {}

    /// The typed words, as the archive reads them.
    void read_words(std::vector<Token> tokens, bool settle) {
        for (Token& token : tokens) {
            if (token.kind != TokenKind::kWord) {
                continue;
            }
            const std::string written = written_at(token.span);
            QueryWord word{token.text, written, true,
                           text::is_stop_word(text::fold(written)) || text::is_stop_word(token.text), false};
            if (text::starts_with_hangul(token.text)) {
                const Token* const form = form_at(tokens, token.position);
                const std::string& whole = form == nullptr ? token.text : form->text;
                if (settle) {
                    WordForms forms = settle_forms(token.text, whole, vocabulary_);
                    if (form != nullptr && forms.word != token.text) {  // its particle was none, or another one
                        token.span = form->span;
                        word.written = written_at(token.span);
                    }
                    token.text = forms.word;
                    word.text = forms.word;
                    also_.emplace_back(forms.word, terms_of(forms));
                }
                word.is_bare = !followed_by_hangul(token.span.end);
            }
            words_.push_back(std::move(word));
        }
        bound_.terms = query_terms(query_, tokens, parameters_);
        for (QueryTerm& term : bound_.terms) {
            const auto found = std::find_if(also_.begin(), also_.end(), [&](const auto& entry) {
                return term.token.kind == TokenKind::kWord && entry.first == term.token.text;
            });
            if (found != also_.end()) {
                term.also = found->second;
            }
        }
    }

    /// A word that was repaired keeps the net under it: it may have been a compound or a name after all.
    void keep_nets(const std::vector<Correction>& corrections, text::Analyzer& analyzer) {
        for (const Correction& correction : corrections) {
            for (QueryTerm& term :
                 query_terms(correction.typed, analyzer.analyze(correction.typed).tokens, parameters_)) {
                const bool is_net = term.token.kind == TokenKind::kBigram || term.token.kind == TokenKind::kEdgeBigram;
                const bool known = std::any_of(bound_.terms.begin(), bound_.terms.end(), [&](const QueryTerm& other) {
                    return other.token.kind == term.token.kind && other.token.text == term.token.text;
                });
                if (is_net && !known && bound_.terms.size() < kMaxQueryTerms) {
                    term.highlight = false;
                    term.is_spare = true;
                    bound_.terms.push_back(std::move(term));
                }
            }
        }
    }

    /// Whole names of authors, in either order of family and given name.
    void find_authors() {
        constexpr std::size_t kLongestName = 4;
        constexpr std::size_t kShortestName = 2;
        for (std::size_t length = std::min(kLongestName, words_.size()); length >= kShortestName; --length) {
            for (std::size_t first = 0; first + length <= words_.size(); ++first) {
                author_at(first, first + length);
            }
        }
    }

    void expand_words(const lexicon::Lexicon& lexicon) {
        bound_.additions = expand(words_, lexicon, vocabulary_, parameters_);
    }

    void value_order() {
        bound_.near = near_words(words_, bound_.additions, vocabulary_, parameters_);
        bound_.title = title_phrase(words_, vocabulary_, parameters_);
    }

    BoundQuery take() && {
        bound_.text = query_;
        std::transform(words_.begin(), words_.end(), std::back_inserter(bound_.words),
                       [](const QueryWord& word) { return word.text; });
        return std::move(bound_);
    }

    /// Whether the archive knows every word of `tokens`: in its text, as a name, or as a compound of words it knows.
    static bool knows(const std::vector<Token>& tokens, const Vocabulary& vocabulary) {
        return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
            if (token.kind != TokenKind::kWord || text::is_stop_word(token.text) || vocabulary.papers(token.text) > 0 ||
                vocabulary.papers_by_word(token.text) > 0) {
                return true;
            }
            const bool in_a_whole = std::any_of(tokens.begin(), tokens.end(), [&](const Token& whole) {
                return whole.kind == TokenKind::kWhole && whole.span.begin <= token.span.begin &&
                       token.span.end <= whole.span.end && vocabulary.papers(whole.text) > 0;
            });
            if (in_a_whole || token.text.find_first_not_of("0123456789.") == std::string::npos) {
                return true;
            }
            const Token* const form = form_at(tokens, token.position);
            const std::string& whole = form == nullptr ? token.text : form->text;
            return text::starts_with_hangul(token.text) &&
                   (vocabulary.papers_with_form(whole) > 0 || !split_compound(token.text, vocabulary).empty() ||
                    vocabulary.papers(settle_forms(token.text, whole, vocabulary).words.front()) > 0);
        });
    }

private:
    [[nodiscard]] std::string written_at(const text::ByteSpan& span) const {
        return std::string{query_.substr(span.begin, span.end - span.begin)};
    }

    [[nodiscard]] bool followed_by_hangul(std::size_t at) const {
        return at < query_.size() && text::starts_with_hangul(query_.substr(at));
    }

    static const Token* form_at(const std::vector<Token>& tokens, std::uint32_t position) {
        const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
            return token.kind == TokenKind::kForm && token.position == position;
        });
        return found == tokens.end() ? nullptr : &*found;
    }

    /// The terms of all forms but the word itself.
    static std::vector<std::string> terms_of(const WordForms& forms) {
        std::vector<std::string> terms;
        for (const std::string& word : forms.words) {
            if (word != forms.word) {
                terms.push_back(schema::term(TermField::kText, word));
            }
        }
        for (const std::string& form : forms.forms) {
            terms.push_back(schema::term(TermField::kForm, form));
        }
        return terms;
    }

    void author_at(std::size_t first, std::size_t last) {
        std::string name;
        std::string turned;
        for (std::size_t i = first; i < last; ++i) {
            if (words_[i].is_author || text::starts_with_hangul(words_[i].text)) {
                return;
            }
            name += (name.empty() ? "" : " ") + words_[i].written;
            turned.insert(0, words_[i].written + (turned.empty() ? "" : " "));
        }
        for (const std::string& candidate : {text::fold(name), text::fold(turned)}) {
            if (const std::uint32_t papers = vocabulary_.papers_by(candidate); papers > 0) {
                const bool known = std::any_of(bound_.authors.begin(), bound_.authors.end(),
                                               [&](const QueryAuthor& author) { return author.name == candidate; });
                if (!known) {
                    bound_.authors.push_back(
                        {candidate, name, parameters_.name * vocabulary_.idf(papers), first, last});
                }
                for (std::size_t i = first; i < last; ++i) {
                    words_[i].is_author = true;
                }
                return;
            }
        }
    }

    std::string_view query_;
    const Vocabulary& vocabulary_;
    const RankingParameters& parameters_;
    std::vector<QueryWord> words_;
    std::vector<std::pair<std::string, std::vector<std::string>>> also_;  ///< further terms, by word
    BoundQuery bound_;
};

Xapian::Query scaled(const Xapian::Query& query, double weight) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, weight};
}

Xapian::Query phrase_of(const Alternative& alternative) {
    std::vector<Xapian::Query> words;
    std::transform(alternative.words.begin(), alternative.words.end(), std::back_inserter(words),
                   [](const std::string& word) { return Xapian::Query{schema::term(TermField::kText, word)}; });
    return words.size() == 1 ? words.front() : Xapian::Query{Xapian::Query::OP_PHRASE, words.begin(), words.end()};
}

/// The names that an addition adds, for people.
std::string names_in(const Addition& addition) {
    std::string names;
    for (const Alternative& alternative : addition.alternatives) {
        names += (names.empty() ? "" : ", ") + alternative.written;
    }
    return names;
}

Xapian::Query author_query(const QueryAuthor& author) {
    return fixed_weight(Xapian::Query{schema::term(TermField::kAuthorName, author.name)}, author.weight);
}

/// The tokens of a query, without words that come after kMaxQueryTerms different ones: more than that describe no need,
/// and each takes time. Behind as many words, those that were typed before are left out, too.
std::vector<Token> tokens_of(std::string_view text, text::Analyzer& analyzer) {
    std::vector<Token> tokens = analyzer.analyze(text).tokens;
    std::set<std::string> words;
    std::set<std::uint32_t> left_out;  // positions
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::kWord) {
            const bool room = words.size() < kMaxQueryTerms;
            const bool taken = room && words.insert(token.text).second;
            if (!taken && token.position >= kMaxQueryTerms) {
                left_out.insert(token.position);
            }
        }
    }
    std::erase_if(tokens, [&](const Token& token) { return left_out.contains(token.position); });
    return tokens;
}

}  // namespace

BoundQuery bind_query(std::string_view query, IndexReader& reader, const Xapian::Database& database,
                      text::Analyzer& analyzer, const RankingParameters& parameters, bool use_lexicon) {
    const Vocabulary vocabulary{database};
    const Known known = [&](std::string_view text) {
        // "date:soon" is a range that cannot be read, as a diagnostic has said, and no slip in a word.
        return language::starts_like_range(text) || Binder::knows(tokens_of(text, analyzer), vocabulary);
    };
    // The list of words is only read where there is something to repair.
    Repaired repaired{std::string{query}, {}};
    if (use_lexicon && !known(query)) {
        repaired = repair(query, reader.words(), analyzer, known);
    }
    Binder binder{repaired.text, vocabulary, parameters};
    binder.read_words(tokens_of(repaired.text, analyzer), use_lexicon);
    binder.keep_nets(repaired.corrections, analyzer);
    binder.find_authors();
    if (use_lexicon && !repaired.text.empty()) {  // several indexes take their time to make one
        binder.expand_words(reader.lexicon());
    }
    binder.value_order();
    BoundQuery bound = std::move(binder).take();
    bound.corrections = std::move(repaired.corrections);
    return bound;
}

std::vector<Part> parts_of(const BoundQuery& query, const RankingParameters& parameters) {
    std::vector<Part> parts = parts_of(query.terms, parameters);
    for (const Addition& addition : query.additions) {
        std::vector<Xapian::Query> alternatives;
        std::vector<std::string> terms;
        for (const Alternative& alternative : addition.alternatives) {
            alternatives.push_back(scaled(phrase_of(alternative), alternative.weight));
            if (alternative.words.size() == 1) {
                terms.push_back(schema::term(TermField::kText, alternative.words.front()));
            }
        }
        parts.push_back({Part::Kind::kOtherName, names_in(addition), std::move(terms),
                         Xapian::Query{Xapian::Query::OP_MAX, alternatives.begin(), alternatives.end()}});
    }
    for (const QueryAuthor& author : query.authors) {
        parts.push_back({Part::Kind::kAuthor,
                         author.written,
                         {schema::term(TermField::kAuthorName, author.name)},
                         author_query(author)});
    }
    std::transform(query.near.begin(), query.near.end(), std::back_inserter(parts),
                   [&](const NearWords& near) { return part_of(near, parameters); });
    if (!query.title.words.empty()) {
        parts.push_back(part_of(query.title));
    }
    return parts;
}

std::vector<std::vector<std::string>> phrases_of(const BoundQuery& query) {
    std::vector<std::vector<std::string>> phrases;
    if (query.words.empty()) {
        return phrases;
    }
    phrases.push_back(query.words);
    for (const Addition& addition : query.additions) {
        for (const Alternative& alternative : addition.alternatives) {
            if (alternative.kind == Alternative::Kind::kSpacing) {
                const auto first = query.words.begin() + static_cast<std::ptrdiff_t>(addition.first);
                const auto last = query.words.begin() + static_cast<std::ptrdiff_t>(addition.last);
                std::vector<std::string> phrase{query.words.begin(), first};
                phrase.insert(phrase.end(), alternative.words.begin(), alternative.words.end());
                phrase.insert(phrase.end(), last, query.words.end());
                phrases.push_back(std::move(phrase));
            }
        }
    }
    return phrases;
}

Xapian::Query whole_words(const BoundQuery& query) {
    std::vector<Xapian::Query> parts{whole_words(query.terms)};
    for (const Addition& addition : query.additions) {
        std::transform(addition.alternatives.begin(), addition.alternatives.end(), std::back_inserter(parts),
                       phrase_of);
    }
    std::transform(query.authors.begin(), query.authors.end(), std::back_inserter(parts), author_query);
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

namespace {

/// Whether a word stands in a stretch of the query's words.
bool stands_in(const std::string& word, const BoundQuery& query, std::size_t first, std::size_t last) {
    const auto begin = query.words.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(last);
    return std::find(begin + static_cast<std::ptrdiff_t>(first), end, word) != end;
}

}  // namespace

std::vector<Xapian::Query> each_word(const BoundQuery& query) {
    std::vector<Xapian::Query> each;
    for (const auto& [word, papers] : each_whole_word(query.terms)) {
        std::vector<Xapian::Query> ways{papers};
        for (const Addition& addition : query.additions) {
            if (stands_in(word, query, addition.first, addition.last)) {
                std::transform(addition.alternatives.begin(), addition.alternatives.end(), std::back_inserter(ways),
                               phrase_of);
            }
        }
        for (const QueryAuthor& author : query.authors) {
            if (stands_in(word, query, author.first, author.last)) {
                ways.push_back(author_query(author));
            }
        }
        each.emplace_back(Xapian::Query::OP_OR, ways.begin(), ways.end());
    }
    return each;
}

std::vector<QueryTerm> highlights(const BoundQuery& query) {
    std::vector<QueryTerm> terms = query.terms;
    for (const Addition& addition : query.additions) {
        for (const Alternative& alternative : addition.alternatives) {
            if (alternative.words.size() == 1) {
                QueryTerm term;
                term.token.text = alternative.words.front();
                term.weight = alternative.weight;
                term.written = alternative.written;
                terms.push_back(std::move(term));
            }
        }
    }
    return terms;
}

std::vector<MarkedPhrase> highlighted_phrases(const BoundQuery& query) {
    std::vector<MarkedPhrase> phrases;
    for (const Addition& addition : query.additions) {
        for (const Alternative& alternative : addition.alternatives) {
            if (alternative.words.size() > 1) {
                phrases.push_back({alternative.words, alternative.weight});
            }
        }
    }
    return phrases;
}

}  // namespace saegin::query
