#include "benchmarks/related/formulations.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace saegin::related {

namespace {

/// A weight for each word of the vocabulary; 0 for words that a seed does not have.
using WordWeights = std::vector<double>;

/// ln(N / df), or 0 for a word that more than the share `most` of all papers have.
double idf(const Corpus& corpus, std::uint32_t word, double most) {
    const auto papers = static_cast<double>(corpus.size());
    const double with_word = corpus.papers_with(word);
    return with_word > most * papers ? 0 : std::log(papers / with_word);
}

/// For each paper the sum, over the words that have a weight, of the weight times `weight(paper, word, count)`.
template <typename Weight>
Scores sum_over_shared(const Corpus& corpus, const WordWeights& seed, Weight weight) {
    Scores scores(corpus.size());
    for (std::size_t paper = 0; paper < scores.size(); ++paper) {
        for (const auto& [word, count] : corpus.words(paper)) {
            if (seed[word] > 0) {
                scores[paper] += seed[word] * weight(paper, word, count);
            }
        }
    }
    return scores;
}

/// The words of a seed with `weight(seed, word, count)` each.
template <typename Weight>
WordWeights weights_of(const Corpus& corpus, std::size_t seed, Weight weight) {
    WordWeights weights(corpus.vocabulary());
    for (const auto& [word, count] : corpus.words(seed)) {
        weights[word] = weight(seed, word, count);
    }
    return weights;
}

/// The words that a query is made of, each with its boost.
WordWeights query_of(const Corpus& corpus, std::size_t seed, const MoreLikeThis& settings) {
    const auto papers = static_cast<double>(corpus.size());
    std::vector<std::pair<double, std::uint32_t>> candidates;  // what a word is chosen by, and its place
    for (const auto& [word, count] : corpus.words(seed)) {
        const double with_word = corpus.papers_with(word);
        if (count >= settings.fewest_in_seed && with_word >= settings.fewest_papers) {
            candidates.emplace_back(count * (1 + std::log((papers + 1) / (with_word + 1))), word);
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    candidates.resize(std::min(candidates.size(), settings.terms));
    WordWeights query(corpus.vocabulary());
    for (const auto& [worth, word] : candidates) {
        query[word] = settings.boost ? worth / candidates.front().first : 1;
    }
    return query;
}

}  // namespace

Scores more_like_this(const Corpus& corpus, std::size_t seed, const MoreLikeThis& settings) {
    const auto papers = static_cast<double>(corpus.size());
    return sum_over_shared(corpus, query_of(corpus, seed, settings),
                           [&](std::size_t paper, std::uint32_t word, double count) {
                               const double with_word = corpus.papers_with(word);
                               const double longer = corpus.length(paper) / corpus.mean_length();
                               return std::log(1 + (papers - with_word + 0.5) / (with_word + 0.5)) * count /
                                      (count + settings.k1 * (1 - settings.b + settings.b * longer));
                           });
}

Scores poisson_topics(const Corpus& corpus, std::size_t seed, const PoissonTopics& settings) {
    const auto weight = [&](std::size_t paper, std::uint32_t word, double count) {
        const double odds_against = std::pow(settings.mu / settings.lambda, count - 1) *
                                    std::exp((settings.lambda - settings.mu) * corpus.length(paper));
        return std::sqrt(idf(corpus, word, settings.most_papers)) / (1 + odds_against);
    };
    return sum_over_shared(corpus, weights_of(corpus, seed, weight), weight);
}

Scores cosine(const Corpus& corpus, std::size_t seed, const Cosine& settings) {
    const auto weight = [&](std::size_t /*paper*/, std::uint32_t word, double count) {
        return (1 + std::log(count)) * idf(corpus, word, settings.most_papers);
    };
    const auto length = [&](std::size_t paper) {
        const auto& words = corpus.words(paper);
        return std::sqrt(std::accumulate(words.begin(), words.end(), 0.0, [&](double sum, const Corpus::Word& word) {
            const double w = weight(paper, word.first, word.second);
            return sum + w * w;
        }));
    };
    Scores scores = sum_over_shared(corpus, weights_of(corpus, seed, weight), weight);
    const double seed_length = length(seed);
    for (std::size_t paper = 0; paper < scores.size(); ++paper) {
        if (scores[paper] > 0) {
            scores[paper] /= seed_length * length(paper);
        }
    }
    return scores;
}

Scores latent_cosine(const Corpus& corpus, std::size_t seed, const latent::LatentSpace& space) {
    Scores scores(corpus.size());
    if (const auto row = space.place(corpus.id(seed))) {
        const std::vector<float> likeness = space.likeness(space.row(*row));
        for (std::size_t paper = 0; paper < scores.size(); ++paper) {
            if (const auto place = space.place(corpus.id(paper))) {
                scores[paper] = static_cast<double>(likeness[*place]);
            }
        }
    }
    return scores;
}

std::vector<std::pair<std::string, double>> best(const Corpus& corpus, const Scores& scores, std::size_t seed,
                                                 std::size_t depth) {
    std::vector<std::size_t> papers(scores.size());
    std::iota(papers.begin(), papers.end(), 0);
    std::erase_if(papers, [&](std::size_t paper) { return paper == seed || scores[paper] <= 0; });
    const auto end = papers.begin() + static_cast<std::ptrdiff_t>(std::min(depth, papers.size()));
    std::partial_sort(papers.begin(), end, papers.end(), [&](std::size_t a, std::size_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;  // places are in order of ids
    });
    std::vector<std::pair<std::string, double>> found;
    std::transform(papers.begin(), end, std::back_inserter(found), [&](std::size_t paper) {
        return std::pair{corpus.id(paper), scores[paper]};
    });
    return found;
}

}  // namespace saegin::related
