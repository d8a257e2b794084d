// What the ranking can be tuned by: one struct whose defaults are the ranking, and one table that names its members for
// `saegin-eval sweep`. Each default has its reason here; what was measured to set it: docs/experiments.md.
#pragma once

#include <array>
#include <string_view>

namespace saegin::query {

/// The parameters of the ranking. Searching and related papers read them from here and nowhere else.
struct RankingParameters {
    /// BM25 (Robertson and Zaragoza 2009) as Xapian::BM25Weight has it. Summaries are short and of even length, so the
    /// middle of the usual ranges serves; the optimum is flat.
    double k1 = 0.9;
    double b = 0.65;

    /// Weight of a Hangul bigram beside the word it belongs to, whose weight is 1: enough to find compounds that hold
    /// the word, too little to outrank the word itself.
    double bigram = 0.62;

    /// Weight of the parts of a mark beside its whole: "GPT-4o" is asked for, "gpt" and "4o" only help.
    double part = 0.7;

    /// Weight of a word found among the authors beside one found in the text.
    double author = 1.0;

    /// Weight of another name of what was typed (lexicon) beside the typed words. What was typed always counts more.
    double equivalent = 0.6;

    /// Weight of the other ways to space a compound (강화학습, 강화 학습) beside the typed one.
    double spacing = 0.7;

    /// Weight of a whole author's name, times the idf that BM25 gives it: two words that name a person are no topic.
    double name = 3.0;

    /// Words that are neighbours in the query and near each other in a paper (proximity.h): what that adds, times the
    /// idf of the commoner one, and how many words apart is near, a whole number.
    double near = 0.6;
    double near_window = 5;

    /// A query that stands in the title as typed: what that adds, times the idf of its words.
    double title = 0.2;

    /// Feedback (feedback.h): how much the first papers' terms may add, as a share of the best score; from how many
    /// papers they come and how many there are, both whole numbers; the most papers, as a share of all, that a term may
    /// have.
    double feedback = 0.5;
    double feedback_papers = 10;
    double feedback_terms = 30;
    double feedback_common = 0.1;

    /// Feedback is held back where the scores of the first papers fall steeply, as they do where one paper was looked
    /// for: none where the last of them has this share of the best score or less, all of it from kFullFeedback more on.
    double feedback_flat = 0.25;

    /// Latent themes (likeness.h): how much a paper gains that points exactly where the first papers do, as a share of
    /// the best score, and how many papers gain anything, a whole number. Held back as feedback is.
    double latent = 1.1;
    double latent_papers = 200;

    /// Weight of the vote prior (0 to 1) beside BM25. At this weight relevance did not suffer measurably on the
    /// development topics, while popular papers rose.
    double vote = 0.35;

    /// Related papers: how many of a paper's terms stand for it, a whole number. More still help a little, at the price
    /// of time.
    double related_terms = 60;

    /// Related papers: how much more a word counts that stands in the title of the paper at hand. The index counts
    /// title words of the candidates several times already, so little is left to add.
    double related_title = 1.6;

    /// Related papers: weight of the words of a summary that does not bear out its title (paper_words.h).
    double related_doubted = 0.3;

    /// Related papers: how much a paper gains that points exactly where the first related ones do (likeness.h), as a
    /// share of the best score. The paper at hand itself has no say in that: its summary may be of another paper.
    double related_latent = 1.0;

    /// Related papers: a term that more than this share of all papers have says nothing about one. Digest boilerplate
    /// falls under it.
    double related_common = 0.2;

    /// Related papers: weight of a shared author, times the idf of the name and divided by the root of the length of
    /// the author list, so that a report of 300 people does not make everything related to everything.
    double related_author = 1.0;

    /// Recommendations: weight of what the likeness to a disliked paper takes off, see recommender.h.
    double recommend_dislike = 1.0;

    /// Recommendations: how much they are spread out, from 0 (not at all) to 1 (likeness to each other is all that
    /// counts); see spread.h.
    double recommend_spread = 0.2;

    /// Recommendations: weight of the vote prior, likewise a share of the score of the last paper on the first page.
    double recommend_vote = 0.2;
};

/// See RankingParameters::feedback_flat.
inline constexpr double kFullFeedback = 0.2;

/// Highest vote weight that the command line accepts.
inline constexpr double kMaxVoteWeight = 100.0;

/// One parameter: how it is named and where it lies. Values outside [least, most] make no sense.
struct ParameterInfo {
    std::string_view name;
    double RankingParameters::*member;
    double least;
    double most;
    std::string_view meaning;
};

inline constexpr std::array<ParameterInfo, 28> kParameters{{
    {"k1", &RankingParameters::k1, 0, 10, "BM25: saturation of the term frequency"},
    {"b", &RankingParameters::b, 0, 1, "BM25: normalisation by length"},
    {"bigram", &RankingParameters::bigram, 0, 10, "weight of a Hangul bigram beside its word"},
    {"part", &RankingParameters::part, 0, 10, "weight of a part beside its whole"},
    {"author", &RankingParameters::author, 0, 10, "weight of a word among the authors"},
    {"equivalent", &RankingParameters::equivalent, 0, 1, "weight of another name of what was typed"},
    {"spacing", &RankingParameters::spacing, 0, 1, "weight of a compound spaced in another way"},
    {"name", &RankingParameters::name, 0, 100, "weight of a whole author's name"},
    {"near", &RankingParameters::near, 0, 10, "weight of two words of the query that stand near each other"},
    {"near-window", &RankingParameters::near_window, 1, 100, "how many words apart is near"},
    {"title", &RankingParameters::title, 0, 10, "weight of a title that has the query as typed"},
    {"feedback", &RankingParameters::feedback, 0, 10, "feedback: weight beside the best score"},
    {"feedback-papers", &RankingParameters::feedback_papers, 1, 100, "feedback: first papers that are looked at"},
    {"feedback-terms", &RankingParameters::feedback_terms, 1, 1000, "feedback: terms that are added"},
    {"feedback-common", &RankingParameters::feedback_common, 0, 1, "feedback: most papers, as a share, of a term"},
    {"feedback-flat", &RankingParameters::feedback_flat, 0, 1, "feedback: share of the best score that the last needs"},
    {"latent", &RankingParameters::latent, 0, 10, "latent themes: weight beside the best score"},
    {"latent-papers", &RankingParameters::latent_papers, 1, 10000, "latent themes: papers that gain by them"},
    {"vote", &RankingParameters::vote, 0, kMaxVoteWeight, "weight of the vote prior"},
    {"related-terms", &RankingParameters::related_terms, 1, 1000, "related: terms that stand for a paper"},
    {"related-title", &RankingParameters::related_title, 0, 10, "related: factor of a word of the title"},
    {"related-doubted", &RankingParameters::related_doubted, 0, 1, "related: weight of a doubtful summary"},
    {"related-latent", &RankingParameters::related_latent, 0, 10, "related: weight of latent themes"},
    {"related-common", &RankingParameters::related_common, 0, 1, "related: most papers, as a share, a term may have"},
    {"related-author", &RankingParameters::related_author, 0, 100, "related: weight of a shared author"},
    {"dislike", &RankingParameters::recommend_dislike, 0, 10, "recommend: weight of disliked papers"},
    {"spread", &RankingParameters::recommend_spread, 0, 1, "recommend: how much papers are spread out"},
    {"recommend-vote", &RankingParameters::recommend_vote, 0, kMaxVoteWeight, "recommend: weight of the vote prior"},
}};

}  // namespace saegin::query
