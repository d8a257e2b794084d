// The constants of the ranking, each with its reason. What was measured to set them: docs/experiments.md.
#pragma once

#include <cstddef>

namespace saegin::query {

/// BM25 (Robertson and Zaragoza 2009) as Xapian::BM25Weight has it. Summaries are short and of even length, so
/// the middle of the usual ranges serves; the optimum is flat.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.5;

/// Weight of a Hangul bigram beside the word it belongs to, whose weight is 1: enough to find compounds that hold the
/// word, too little to outrank the word itself.
inline constexpr double kBigramWeight = 0.3;

/// Weight of the parts of a mark beside its whole: "GPT-4o" is asked for, "gpt" and "4o" only help.
inline constexpr double kPartWeight = 0.5;

/// Weight of a word found among the authors beside one found in the text.
inline constexpr double kAuthorWeight = 1.0;

/// Weight of the vote prior (0 to 1) beside BM25. At this weight relevance did not suffer measurably on the
/// development topics, while popular papers rose.
inline constexpr double kVoteWeight = 0.5;

/// Related papers: how many of a paper's terms stand for it. More still help a little, at the price of time.
inline constexpr std::size_t kProfileTerms = 60;

/// Related papers: how much more a word counts that stands in the title of the paper at hand. The index counts title
/// words of the candidates several times already, so little is left to add.
inline constexpr double kProfileTitleFactor = 1.3;

/// Related papers: a term that more than this share of all papers have says nothing about one. Digest boilerplate falls
/// under it.
inline constexpr double kMostCommonShare = 0.2;

/// Related papers: weight of a shared author, times the idf of the name and divided by the root of the length of the
/// author list, so that a report of 300 people does not make everything related to everything.
inline constexpr double kSharedAuthorWeight = 1.0;

/// Ranges that the command line accepts.
inline constexpr double kMaxVoteWeight = 100.0;

}  // namespace saegin::query
