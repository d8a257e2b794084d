// The latent space: where each paper lies among themes that an archive shows, words used alike pulling papers together
// even where they share none (latent semantic analysis; Deerwester et al. 1990).
//
//   space.place("2408.15237")            -> the paper's row
//   space.likeness(direction)            -> how much each paper points there
//
// It is made from the terms of an index alone (latent_builder.h) and stored in its metadata.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace saegin::latent {

/// A direction in the space, or a paper's place in it.
using Vector = std::vector<float>;

/// Read-only, cheap to move. Safe to read from several threads.
class LatentSpace {
public:
    /// The space of too few papers: without any.
    LatentSpace() = default;

    /// From rows of equal length in the order of `ids`, which are sorted and each given once. Only the directions of
    /// the rows count.
    [[nodiscard]] static LatentSpace from_rows(std::vector<std::string> ids, const std::vector<Vector>& rows);
    /// From what `text()` gave. Error kCorrupt for anything else.
    [[nodiscard]] static Result<LatentSpace> from_text(std::string_view text);
    /// The stored form: a line with the numbers of papers and dimensions, a line for each id, then a byte for each
    /// coordinate. Empty for a space without papers.
    [[nodiscard]] std::string text() const;

    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] std::size_t dimensions() const { return dimensions_; }
    [[nodiscard]] const std::string& id(std::size_t place) const { return ids_[place]; }
    /// Where the paper stands, if it is in the space.
    [[nodiscard]] std::optional<std::size_t> place(std::string_view id) const;
    /// The paper's row, of length 1.
    [[nodiscard]] Vector row(std::size_t place) const;
    /// The cosine of each paper with `direction`, in the order of the rows; all 0 for a direction of length 0.
    [[nodiscard]] std::vector<float> likeness(const Vector& direction) const;

private:
    std::vector<std::string> ids_;
    std::size_t dimensions_ = 0;
    // One byte is enough: what it loses is far below what tells papers apart.
    std::vector<std::int8_t> coordinates_;
    std::vector<float> lengths_;  ///< of the rounded rows
};

}  // namespace saegin::latent
