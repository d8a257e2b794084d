// What the order of the words of a query is worth: neighbours should stand near each other, in any of their names, and
// a query may be a title.
//
//   "LLM 서빙" -> LLM, 대규모 or language ... near 서빙 or serving
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/expansion.h"
#include "query/part.h"
#include "query/ranking.h"
#include "query/vocabulary.h"

namespace saegin::query {

/// Two neighbouring words of a query.
struct NearWords {
    std::vector<std::string> first;   ///< words that count as the one
    std::vector<std::string> second;  ///< words that count as the other
    std::string written;              ///< both as typed
    double weight = 0;                ///< the score that a paper gets which has them near each other
};

/// Pairs of neighbours among the words that say something; the names of authors are looked up whole and left out. The
/// weight is RankingParameters::near times the idf of the commoner one: what is common stands near anything. At
/// most the first twenty pairs.
[[nodiscard]] std::vector<NearWords> near_words(const std::vector<QueryWord>& words,
                                                const std::vector<Addition>& additions, const Vocabulary& vocabulary,
                                                const RankingParameters& parameters);

/// A query that stands in titles as it is typed.
struct TitlePhrase {
    std::vector<std::string> words;  ///< as analysed; empty where there is none
    std::string written;
    double weight = 0;  ///< the score that a paper gets whose title has it
};

/// The whole query as a phrase of a title. The weight is RankingParameters::title times the idf of all its words: who
/// types a title means that paper. None for a single word, and for more words than a title has.
[[nodiscard]] TitlePhrase title_phrase(const std::vector<QueryWord>& words, const Vocabulary& vocabulary,
                                       const RankingParameters& parameters);

/// Papers whose titles have the phrase; each gets the weight.
[[nodiscard]] Part part_of(const TitlePhrase& phrase);

/// Papers that have both at most RankingParameters::near_window words apart, in either order; each gets the weight.
[[nodiscard]] Part part_of(const NearWords& near, const RankingParameters& parameters);

}  // namespace saegin::query
