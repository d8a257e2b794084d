// What "related" may mean: formulas of others, each from its source, to stand beside Saegin's own.
//
//   const Scores scores = cosine(corpus, seed, Cosine{});
//   best(corpus, scores, seed, 100)        -> the papers most like the seed
//
// N is the number of papers, df that of papers with a word, tf how often a paper has it, l its length in words. What
// came out: docs/experiments.md.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/related/corpus.h"
#include "common/latent/latent_space.h"

namespace saegin::related {

/// How much each paper is like a seed, by place; that of the seed itself says nothing.
using Scores = std::vector<double>;

/// Lucene's org.apache.lucene.queries.mlt.MoreLikeThis, with its defaults: the words of the seed that have the highest
/// tf x (1 + ln((N + 1) / (df + 1))), OR-ed and ranked by BM25 as BM25Similarity has it (Robertson and Zaragoza, The
/// Probabilistic Relevance Framework, 2009): ln(1 + (N - df + 0.5) / (df + 0.5)) x tf / (tf + k1 (1 - b + b l / mean)).
struct MoreLikeThis {
    std::size_t terms = 25;
    std::uint32_t fewest_in_seed = 2;  ///< a word that the seed has less often is not taken
    std::uint32_t fewest_papers = 5;   ///< nor one that fewer papers have
    bool boost = false;                ///< each word counts by what it was chosen by, beside the best one
    double k1 = 1.2;
    double b = 0.75;
};
[[nodiscard]] Scores more_like_this(const Corpus& corpus, std::size_t seed, const MoreLikeThis& settings);

/// PubMed's related articles (Lin and Wilbur, BMC Bioinformatics 8:423, 2007): the chance that a paper is about a word
/// that it has tf times, where words that it is about come at a rate lambda and others at a rate mu (two Poisson
/// distributions), w = sqrt(ln(N / df)) / (1 + (mu / lambda)^(tf - 1) e^((lambda - mu) l)). Two papers are as alike as
/// the sum of the products of their weights over the words that both have.
struct PoissonTopics {
    double lambda = 0.022;  ///< as published, for abstracts
    double mu = 0.013;
    double most_papers = 0.2;  ///< a word that a larger share of all papers has is left out, as stop words are there
};
[[nodiscard]] Scores poisson_topics(const Corpus& corpus, std::size_t seed, const PoissonTopics& settings);

/// Vectors (1 + ln tf) x ln(N / df) and the cosine of their angle, "ltc" of the vector space model (Salton and Buckley,
/// Information Processing & Management 24(5), 1988).
struct Cosine {
    double most_papers = 0.2;  ///< a word that a larger share of all papers has is left out
};
[[nodiscard]] Scores cosine(const Corpus& corpus, std::size_t seed, const Cosine& settings);

/// The cosine of the rows of a latent space (Deerwester et al., JASIS 41(6), 1990). Papers that are not in the space
/// are like none.
[[nodiscard]] Scores latent_cosine(const Corpus& corpus, std::size_t seed, const latent::LatentSpace& space);

/// At most `depth` papers with a score above 0, best first and equal ones in order of their ids, without the seed.
[[nodiscard]] std::vector<std::pair<std::string, double>> best(const Corpus& corpus, const Scores& scores,
                                                               std::size_t seed, std::size_t depth);

}  // namespace saegin::related
