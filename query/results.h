// What searching and recommending answer with, whoever prints it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/paper.h"
#include "query/expansion.h"
#include "query/facets.h"
#include "query/index_reader.h"
#include "query/language/diagnostics.h"
#include "query/part.h"
#include "query/repair.h"
#include "query/snippet.h"

namespace saegin::query {

/// Why a paper is in the list.
struct Reason {
    enum class Kind : std::uint8_t {
        kWord,          ///< a word of the query that the paper's text has
        kQueryAuthor,   ///< a word of the query that is a name of one of its authors
        kEquivalent,    ///< another name of what the query says, from the lexicon or spaced otherwise
        kSharedTerm,    ///< a term that both papers have
        kSharedAuthor,  ///< an author of both papers
        kSameFamily,    ///< names in both titles that belong together
        kLikedPaper,    ///< a liked paper that is like it: its title
    };
    Kind kind = Kind::kWord;
    std::string text;     ///< as written in the query or in the paper at hand
    std::string id = {};  ///< of a liked paper

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// One paper of a ranked list.
struct Hit {
    std::size_t rank = 0;  ///< from 1
    Paper paper;
    double score = 0;
    std::vector<Fragment> title;
    std::vector<Fragment> snippet;
    std::vector<Reason> why;                   ///< strongest first
    std::vector<std::size_t> matched_authors;  ///< places in `paper.authors`, ascending: who was asked for
};

/// What a query is made into, stage by stage.
struct Analysis {
    std::string query;      ///< as typed, NFC
    std::string canonical;  ///< as it was understood
    std::vector<language::Diagnostic> diagnostics;
    std::vector<Correction> corrections;
    std::vector<std::string> words;  ///< the free words, as analysed
    std::vector<Part> matching;      ///< what papers are found by
    std::vector<Part> lifting;       ///< what only lifts papers that are found
    std::string filter;              ///< what a paper must match besides, as Xapian describes it; empty for nothing
    double vote_weight = 0;          ///< the score that a vote prior of 1 adds
    std::string xapian;              ///< the whole query as Xapian describes it
};

/// A ranked list.
struct Answer {
    std::string query;           ///< as typed, or the id of the paper at hand, or of those liked
    std::uint64_t total = 0;     ///< papers that match
    bool total_is_exact = true;  ///< else an estimate
    double took_ms = 0;
    std::uint64_t left_out = 0;                     ///< where `total` is 0: papers that match but for filters and days
    std::string restrictions;                       ///< filters and days, as they are typed
    std::vector<Correction> corrections;            ///< what was searched instead of what was typed
    std::vector<Addition> additions;                ///< what was searched beside the typed words
    std::vector<MissingShard> missing;              ///< indexes that were not searched
    std::vector<std::string> unknown;               ///< ids given that no index has, where others were enough
    std::string canonical;                          ///< the query as it was understood; empty where it is none
    std::vector<language::Diagnostic> diagnostics;  ///< what was amiss with the query
    std::vector<Explanation> explanations;          ///< of the hits, in their order, where asked for
    std::optional<Facets> facets;                   ///< of all matches, where asked for
    std::vector<Hit> hits;
};

}  // namespace saegin::query
