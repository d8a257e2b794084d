#include "query/proximity.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "common/schema.h"
#include "query/fixed_weight.h"

namespace saegin::query {

namespace {

// Places have to be read for each pair; a query of more words is a text, whose words are near each other anyway.
constexpr std::size_t kMostPairs = 20;
constexpr std::size_t kMostTitleWords = 40;

/// What a word is also called, for standing near another one. Of a name of several words it is the rarest word: those
/// beside it are near anyway.
std::vector<std::string> names_of(std::size_t word, const std::vector<QueryWord>& words,
                                  const std::vector<Addition>& additions, const Vocabulary& vocabulary) {
    std::set<std::string> names{words[word].text};
    for (const Addition& addition : additions) {
        if (word < addition.first || word >= addition.last) {
            continue;
        }
        const std::size_t typed = addition.last - addition.first;
        for (const Alternative& alternative : addition.alternatives) {
            if (alternative.words.size() == typed) {
                names.insert(alternative.words[word - addition.first]);
            } else if (typed == 1) {
                names.insert(*std::min_element(alternative.words.begin(), alternative.words.end(),
                                               [&](const std::string& a, const std::string& b) {
                                                   return vocabulary.papers(a) < vocabulary.papers(b);
                                               }));
            }
        }
    }
    return {names.begin(), names.end()};
}

Xapian::Query any_word(const std::vector<std::string>& words) {
    std::vector<Xapian::Query> terms;
    terms.reserve(words.size());
    std::transform(words.begin(), words.end(), std::back_inserter(terms),
                   [](const std::string& word) { return Xapian::Query{schema::term(schema::TermField::kText, word)}; });
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

std::vector<NearWords> near_words(const std::vector<QueryWord>& words, const std::vector<Addition>& additions,
                                  const Vocabulary& vocabulary, const RankingParameters& parameters) {
    if (parameters.near <= 0) {
        return {};
    }
    const auto worth = [&](const std::vector<std::string>& names) {
        std::uint32_t papers = 0;
        for (const std::string& name : names) {
            papers = std::max(papers, vocabulary.papers(name));
        }
        return vocabulary.idf(papers);
    };
    std::vector<NearWords> pairs;
    std::size_t last = words.size();  // the one before that says something
    for (std::size_t i = 0; i < words.size() && pairs.size() < kMostPairs; ++i) {
        if (words[i].is_stop || words[i].is_author) {
            continue;
        }
        if (last != words.size() && words[last].text != words[i].text) {
            NearWords pair{names_of(last, words, additions, vocabulary), names_of(i, words, additions, vocabulary),
                           words[last].written + " " + words[i].written, 0};
            pair.weight = parameters.near * std::min(worth(pair.first), worth(pair.second));
            pairs.push_back(std::move(pair));
        }
        last = i;
    }
    return pairs;
}

TitlePhrase title_phrase(const std::vector<QueryWord>& words, const Vocabulary& vocabulary,
                         const RankingParameters& parameters) {
    TitlePhrase phrase;
    if (parameters.title <= 0 || words.size() < 2 || words.size() > kMostTitleWords) {
        return phrase;
    }
    for (const QueryWord& word : words) {
        phrase.words.push_back(word.text);
        phrase.written += (phrase.written.empty() ? "" : " ") + word.written;
        phrase.weight += word.is_stop ? 0 : parameters.title * vocabulary.idf(vocabulary.papers(word.text));
    }
    return phrase;
}

Part part_of(const TitlePhrase& phrase) {
    std::vector<Xapian::Query> terms;
    terms.reserve(phrase.words.size());
    std::transform(phrase.words.begin(), phrase.words.end(), std::back_inserter(terms), [](const std::string& word) {
        return Xapian::Query{schema::term(schema::TermField::kTitle, word)};
    });
    return {Part::Kind::kTitle,
            phrase.written,
            {},
            fixed_weight_of_places({Xapian::Query::OP_PHRASE, terms.begin(), terms.end()}, phrase.weight)};
}

Part part_of(const NearWords& near, const RankingParameters& parameters) {
    const std::array<Xapian::Query, 2> both{any_word(near.first), any_word(near.second)};
    const auto window = static_cast<Xapian::termcount>(parameters.near_window);
    return {Part::Kind::kNear,
            near.written,
            {},
            fixed_weight_of_places({Xapian::Query::OP_NEAR, both.begin(), both.end(), window}, near.weight)};
}

}  // namespace saegin::query
