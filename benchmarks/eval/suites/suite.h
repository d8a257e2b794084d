// Suites: queries with known answers, made from the papers of an archive themselves, without anybody judging.
//
//   title          the title of a paper -> the paper
//   hidden-title   the English title of a paper -> its Korean summary; titles are not indexed
//   sentence       a Korean sentence of the summary -> its paper; titles are not indexed
//   gloss-ko       the Korean side of a gloss pair -> the papers that write the pair
//   gloss-en       its English side -> the same papers
//
// All leave out papers whose ids cannot stand in a qrels file (white space in them, or a leading '#') and queries that
// could mean more than one paper: a title that stands on two papers (folded), a sentence that stands in two.
// "hidden-title" takes titles with four ASCII letters in a row and without Hangul, and summaries with 20 Hangul
// syllables or more. "sentence" draws one sentence per paper out of korean_sentences(). Gloss pairs: gloss_pairs.h.
// The query's id is the paper's id, or the English side with '_' for blanks.
//
// Of the queries that can be made, `sample` are taken: those with the lowest seeded_number(seed, query id). So suites
// over the same papers take the same papers where they can, and a paper more or less changes one query, not all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks/eval/suites/archive_papers.h"

namespace saegin::eval {

/// A query and the grades of the documents that answer it (1 where nobody judged), in byte order of their ids.
struct SuiteTopic {
    std::string qid;
    std::string text;
    std::vector<std::pair<std::string, int>> grades;

    friend bool operator==(const SuiteTopic&, const SuiteTopic&) = default;
};

struct Suite {
    std::string name;
    std::string meaning;
    bool titles_hidden = false;      ///< to be answered from an index without titles
    std::size_t candidates = 0;      ///< queries that could be made
    std::vector<SuiteTopic> topics;  ///< in byte order of their ids
};

/// How many queries to take, and by which seed.
struct Sampling {
    std::size_t sample = 200;
    std::uint64_t seed = 1;
};

/// A kind of suite and how its candidates are made.
struct SuiteKind {
    std::string_view name;
    std::string_view meaning;
    bool titles_hidden;
    std::vector<SuiteTopic> (*candidates)(const std::vector<ArchivePaper>&, std::uint64_t seed);
};

/// The kinds listed above, in that order.
[[nodiscard]] std::span<const SuiteKind> all_suite_kinds();

/// The suite of that kind from these papers. It may be without topics: an archive without Korean has no sentences.
[[nodiscard]] Suite make_suite(const SuiteKind& kind, const std::vector<ArchivePaper>& papers,
                               const Sampling& sampling);

}  // namespace saegin::eval
