// What the archive knows about a word: how many papers have it, and what that makes it worth.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

namespace saegin::query {

/// Looks words up in an open index, which must outlive it. Xapian's exceptions pass through.
class Vocabulary {
public:
    explicit Vocabulary(const Xapian::Database& database);

    /// Papers that have the word (as analysed) in title or summary.
    [[nodiscard]] std::uint32_t papers(std::string_view word) const;
    /// Papers that have the word in their title.
    [[nodiscard]] std::uint32_t titles(std::string_view word) const;
    /// Papers that have the Hangul word as written, where its last syllable was taken for a particle.
    [[nodiscard]] std::uint32_t papers_with_form(std::string_view form) const;
    /// Papers that have the word among their authors.
    [[nodiscard]] std::uint32_t papers_by_word(std::string_view word) const;
    /// Papers that the author of this whole name (folded) has written.
    [[nodiscard]] std::uint32_t papers_by(std::string_view name) const;

    /// The weight that BM25 gives a word that `papers` papers have, as Xapian::BM25Weight computes it: Robertson's and
    /// Spärck Jones' log((N - n + 0.5) / (n + 0.5)), where odds below 2 are halved and raised by 1, so that it stays
    /// positive.
    [[nodiscard]] double idf(std::uint32_t papers) const;

private:
    const Xapian::Database& database_;
    double size_;
};

}  // namespace saegin::query
