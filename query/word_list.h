// The words of an archive with the number of papers that have them: what repair and suggestions choose from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace saegin::query {

/// A word and how many papers have it.
struct KnownWord {
    std::string text;
    std::uint32_t papers = 0;

    friend bool operator==(const KnownWord&, const KnownWord&) = default;
};

/// All words, read from the index at once: some ten thousand, a few megabytes.
struct WordList {
    std::vector<KnownWord> hangul;   ///< without their particles; in byte order
    std::vector<KnownWord> english;  ///< as spelled, folded; letters a to z, three or more; in byte order

    /// Reads the words of `database`, which may be several indexes. Xapian's exceptions pass through.
    [[nodiscard]] static WordList load(const Xapian::Database& database);
};

/// Papers that have this word; 0 where none has. `words` is in byte order.
[[nodiscard]] std::uint32_t papers_with(const std::vector<KnownWord>& words, std::string_view word);

}  // namespace saegin::query
