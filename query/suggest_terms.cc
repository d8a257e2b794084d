#include "query/suggest_terms.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/text/english_stemmer.h"
#include "common/text/hangul.h"
#include "query/first_key.h"
#include "query/function_words.h"
#include "query/sentence_end.h"
#include "query/typed_prefix.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// The typed text, or its last words, with what stands in front of them.
struct Reading {
    std::string head;
    std::vector<std::string> head_terms;  ///< its words in the index
    TypedPrefix prefix;
    std::size_t tier = 0;
};

/// The words of a text, each once; nothing where no paper has one of them: then its end is not worth completing.
std::optional<std::vector<std::string>> known_words(const Xapian::Database& database, std::string_view text,
                                                    text::Analyzer& analyzer) {
    std::vector<std::string> words;
    for (const text::Token& token : analyzer.analyze(text).tokens) {
        if (token.kind != text::TokenKind::kWord) {
            continue;
        }
        if (!database.term_exists(schema::term(TermField::kText, token.text))) {
            return std::nullopt;
        }
        if (std::find(words.begin(), words.end(), token.text) == words.end()) {
            words.push_back(token.text);
        }
    }
    return words;
}

std::vector<Reading> readings_of(const Xapian::Database& database, std::string_view typed) {
    constexpr std::size_t kMostTails = 2;
    std::vector<Reading> readings{{"", {}, TypedPrefix{typed}, 0}};
    std::vector<std::size_t> starts;  // of words behind the first
    for (std::size_t i = 1; i < typed.size(); ++i) {
        if (typed[i - 1] == ' ' && typed[i] != ' ' &&
            typed.substr(0, i).find_first_not_of(' ') != std::string_view::npos) {
            starts.push_back(i);
        }
    }
    if (starts.empty() || typed.back() == ' ') {
        return readings;
    }
    text::Analyzer analyzer;
    for (std::size_t i = starts.size() - std::min(kMostTails, starts.size()); i < starts.size(); ++i) {
        const std::string_view head = typed.substr(0, starts[i]);
        if (auto words = known_words(database, head, analyzer)) {
            readings.push_back(
                {std::string{head}, std::move(*words), TypedPrefix{typed.substr(starts[i])}, 2 * readings.size()});
        }
    }
    return readings;
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

class Matcher {
public:
    Matcher(const Xapian::Database& database, std::vector<Reading> readings)
        : database_(database), readings_(std::move(readings)) {}

    void words() {
        const std::string spelling{schema::prefix(TermField::kSpelling)};
        for (const char32_t key : first_keys()) {
            if (text::is_jamo_consonant(key)) {
                visit_terms(database_, "", key, [&](const std::string& word, const Xapian::TermIterator& term) {
                    try_all(word, word, [&](TermMatch& match) {
                        match.key = word;
                        match.terms = {word};
                        match.most_papers = term.get_termfreq();
                        return !is_sentence_end(word) && !is_function_word(word);
                    });
                });
            } else {
                visit_terms(database_, spelling, key, [&](const std::string& word, const Xapian::TermIterator& term) {
                    try_all(word, word, [&](TermMatch& match) {
                        match.key = stemmer_.stem(word);
                        match.terms = {*term};
                        match.most_papers = term.get_termfreq();
                        return !text::is_stop_word(word);
                    });
                });
            }
        }
    }

    void names(const lexicon::Lexicon& lexicon) {
        // A name stands in several pairs; the most papers that gloss it count.
        std::map<std::string, std::pair<std::string, std::uint32_t>> names;
        for (const char32_t key : first_keys()) {
            lexicon.visit_from(least_text(key), [&](const lexicon::Pair& pair) {
                if (first_key(pair.from.key) != key) {
                    return false;
                }
                auto& [name_key, papers] = names[pair.from.written];
                name_key = pair.from.key;
                papers = std::max(papers, pair.papers);
                return true;
            });
        }
        for (const auto& [written, name] : names) {
            try_all(fold_for_typing(written), written, [&, &facts = name](TermMatch& match) {
                const auto& [key, gloss_papers] = facts;
                match.key = without_blanks(key);
                match.terms = lexicon::words_of_key(key);
                match.most_papers = match.terms.size() == 1 ? std::numeric_limits<std::uint32_t>::max()
                                                            : kPapersForAGloss * gloss_papers;
                for (const std::string& term : match.terms) {
                    match.most_papers = std::min(match.most_papers, database_.get_termfreq(term));
                }
                return match.most_papers > 0;
            });
        }
    }

    [[nodiscard]] std::vector<TermMatch> take() && { return std::move(matches_); }

private:
    // For one paper that glosses a name, so many at most are taken to use it: diffusion models are glossed in 50 papers
    // of 500.
    static constexpr std::uint32_t kPapersForAGloss = 10;

    [[nodiscard]] std::set<char32_t> first_keys() const {
        std::set<char32_t> keys;
        for (const Reading& reading : readings_) {
            keys.insert(reading.prefix.first());
        }
        return keys;
    }

    /// Adds a text for every reading that it goes on from; `fill` completes the match, or refuses it.
    template <typename Fill>
    void try_all(const std::string& folded, const std::string& written, const Fill& fill) {
        for (const Reading& reading : readings_) {
            const TypedPrefix::Fit fit = reading.prefix.fit(folded, 0);
            if (fit != TypedPrefix::Fit::kPlain && fit != TypedPrefix::Fit::kInitials) {
                continue;
            }
            TermMatch match;
            match.text = reading.head + written;
            match.tier = reading.tier + (fit == TypedPrefix::Fit::kInitials ? 1 : 0);
            if (fill(match)) {
                match.key.insert(0, without_blanks(fold_for_typing(reading.head)));
                match.terms.insert(match.terms.end(), reading.head_terms.begin(), reading.head_terms.end());
                matches_.push_back(std::move(match));
            }
        }
    }

    const Xapian::Database& database_;
    std::vector<Reading> readings_;
    text::EnglishStemmer stemmer_;
    std::vector<TermMatch> matches_;
};

}  // namespace

std::vector<TermMatch> match_terms(const Xapian::Database& database, const lexicon::Lexicon& lexicon,
                                   std::string_view typed) {
    std::vector<Reading> readings = readings_of(database, typed);
    std::erase_if(readings, [](const Reading& reading) { return reading.prefix.empty(); });
    if (readings.empty()) {
        return {};
    }
    Matcher matcher{database, std::move(readings)};
    matcher.words();
    matcher.names(lexicon);
    return std::move(matcher).take();
}

std::vector<RankedTerm> rank_terms(Usage& usage, std::vector<TermMatch> matches, std::size_t limit) {
    std::sort(matches.begin(), matches.end(), [](const TermMatch& a, const TermMatch& b) {
        return std::tie(a.tier, b.most_papers, a.text, a.key) < std::tie(b.tier, a.most_papers, b.text, b.key);
    });
    struct Scored {
        std::size_t tier;
        double score;
        std::uint32_t papers;
        const TermMatch* match;
    };
    std::vector<Scored> scored;
    std::size_t of_tier = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        of_tier = i > 0 && matches[i].tier == matches[i - 1].tier ? of_tier + 1 : 0;
        if (of_tier < closer_look(limit)) {
            Use use = usage.of(matches[i].terms);
            const std::uint32_t papers = use.papers;
            use.papers = std::min(papers, matches[i].most_papers);
            scored.push_back({matches[i].tier, suggestion_score(use), papers, &matches[i]});
        }
    }
    std::erase_if(scored, [](const Scored& one) { return one.papers == 0; });
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        return std::tie(a.tier, b.score, a.match->text) < std::tie(b.tier, a.score, b.match->text);
    });
    std::vector<RankedTerm> ranked;
    std::set<std::string> seen;
    for (const Scored& one : scored) {
        if (ranked.size() < limit && seen.insert(one.match->key).second) {
            ranked.push_back({{SuggestionKind::kTerm, one.match->text, one.papers, std::nullopt}, one.tier});
        }
    }
    return ranked;
}

}  // namespace saegin::query
