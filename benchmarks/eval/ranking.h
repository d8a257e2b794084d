// One query's ranking with the judge's grades in place of the documents: all that a measure needs to see.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "benchmarks/eval/trec_files.h"

namespace saegin::eval {

/// The grade of a document that nobody judged: it counts as not relevant, except where a measure asks for judgements.
inline constexpr int kUnjudged = -1;

/// The grades of the documents that were retrieved for a query, best rank first, and of all its judged documents.
/// A document is relevant from a grade on that the caller sets (trec_eval's -l); gains take the grades as they are.
class GradedRanking {
public:
    /// `retrieved`: grades in rank order, below 0 for unjudged. `judged`: grades of all judged documents of the query
    /// in any order; those below 0 are left out. `level`: the lowest grade that counts as relevant, 1 or more.
    GradedRanking(std::vector<int> retrieved, std::vector<int> judged, int level);

    /// Grades in rank order; kUnjudged, or another number below 0, where there is no judgement.
    [[nodiscard]] const std::vector<int>& grades() const { return grades_; }
    /// Grades of all judged documents, highest first, none below 0: the ranking that nothing can surpass.
    [[nodiscard]] const std::vector<int>& ideal() const { return ideal_; }
    /// The lowest grade that counts as relevant.
    [[nodiscard]] int level() const { return level_; }

    /// How many documents were retrieved.
    [[nodiscard]] std::size_t retrieved() const { return grades_.size(); }
    /// How many relevant documents there are, retrieved or not.
    [[nodiscard]] std::size_t relevant() const { return relevant_; }
    /// How many relevant documents were retrieved.
    [[nodiscard]] std::size_t relevant_retrieved() const { return relevant_within_.back(); }
    /// How many relevant documents stand among the first `rank`; `rank` may lie beyond the end.
    [[nodiscard]] std::size_t relevant_within(std::size_t rank) const;
    /// Whether the document at `index` (from 0, below retrieved()) is relevant.
    [[nodiscard]] bool is_relevant(std::size_t index) const { return grades_[index] >= level_; }

private:
    std::vector<int> grades_;
    std::vector<int> ideal_;
    std::vector<std::size_t> relevant_within_;  // [n]: relevant documents among the first n
    std::size_t relevant_ = 0;
    int level_ = 1;
};

/// Puts the judges' grades in place of the documents. `documents` may be empty: a query that found nothing.
[[nodiscard]] GradedRanking grade(std::span<const Retrieved> documents, std::span<const Judgement> judgements,
                                  int level);

}  // namespace saegin::eval
