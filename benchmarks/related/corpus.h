// The papers of an archive as bags of words: what the formulas of related papers are computed from.
//
//   const Corpus corpus{counts};           // of an index: latent/word_counts.h
//   corpus.papers_with(word)               -> document frequency
//
// Words and papers are named by their places in the counts. A word of the title counts there as often as the index has
// it (schema::kTitleWdf), which stands for the extra weight that others give to titles as well.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/latent/word_counts.h"

namespace saegin::related {

/// Read-only; safe to use from several threads.
class Corpus {
public:
    /// The place of a word, and how often a paper has it.
    using Word = std::pair<std::uint32_t, std::uint32_t>;

    explicit Corpus(latent::WordCounts counts);

    [[nodiscard]] std::size_t size() const { return counts_.papers.size(); }
    [[nodiscard]] const std::string& id(std::size_t paper) const { return counts_.papers[paper].id; }
    /// Where the paper stands, if it is there.
    [[nodiscard]] std::optional<std::size_t> place(std::string_view id) const;
    /// The words of a paper, ascending.
    [[nodiscard]] const std::vector<Word>& words(std::size_t paper) const { return counts_.papers[paper].words; }
    /// How many different words there are.
    [[nodiscard]] std::size_t vocabulary() const { return counts_.words.size(); }
    /// How many papers have a word.
    [[nodiscard]] std::uint32_t papers_with(std::uint32_t word) const { return papers_with_[word]; }
    /// How many words a paper is long.
    [[nodiscard]] double length(std::size_t paper) const { return lengths_[paper]; }
    [[nodiscard]] double mean_length() const { return mean_length_; }

private:
    latent::WordCounts counts_;
    std::vector<std::uint32_t> papers_with_;
    std::vector<double> lengths_;
    double mean_length_ = 0;
};

}  // namespace saegin::related
