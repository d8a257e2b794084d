// A part of a ranking: one thing that adds to the score of the papers that have it. What a query asks for is a list of
// parts; a paper's score is the sum of theirs, which is how it is explained.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace saegin::query {

struct Part {
    enum class Kind : std::uint8_t {
        kWord,        ///< a word of the query, in any of its forms
        kSyllables,   ///< two syllables of a word, which may stand in a compound
        kAuthorWord,  ///< a word of the query among the authors
        kOtherName,   ///< another name of what was typed, or another spacing
        kAuthor,      ///< an author, by the whole name or by the author field
        kNear,        ///< words of the query near each other
        kId,          ///< the paper whose id or address was typed
        kTitle,       ///< the query in the title, as typed
        kPhrase,      ///< words in quotation marks
        kPrefix,      ///< words that start as typed
        kTitleWord,   ///< a word of the title field
        kFeedback,    ///< a term that the first papers share
        kTheme,       ///< the direction of the first papers in the latent space
        kSharedTerm,  ///< a term of the paper at hand
        kLiked,       ///< a liked paper that is like it
        kDisliked,    ///< a disliked paper that is like it
        kVotes,       ///< the vote prior
    };
    Kind kind = Kind::kWord;
    std::string written;  ///< as typed, or as it is written in papers
    std::vector<std::string>
        terms;  ///< of the index, prefix included, that it is made of; empty where that says nothing
    Xapian::Query query;
};

/// How a kind is called in JSON and for people: "word", "other name", ...
[[nodiscard]] std::string_view name_of(Part::Kind kind);

/// A term of a part, as the paper has it.
struct TermUse {
    std::string term;             ///< of the index, prefix included
    std::uint32_t frequency = 0;  ///< how often the paper has it (title words count more than once)
    std::uint32_t papers = 0;     ///< how many papers have it
};

/// What one part adds to the score of one paper.
struct ScorePart {
    Part::Kind kind = Part::Kind::kWord;
    std::string written;
    double score = 0;  ///< more than 0, or less for what a disliked paper takes off
    std::vector<TermUse> terms;
};

/// Why one paper has its score.
struct Explanation {
    double score = 0;              ///< the sum of the parts, up to rounding
    std::uint32_t length = 0;      ///< of the paper, in words as BM25 counts them
    double average_length = 0;     ///< of all papers
    std::vector<ScorePart> parts;  ///< highest first
};

/// All parts OR-ed: what has any of them, scored by all that it has.
[[nodiscard]] Xapian::Query any_of(const std::vector<Part>& parts);

}  // namespace saegin::query
