// How often each paper of an index has each word: what a latent space is made of.
//
// An index keeps its counts in its metadata, so that the space of several indexes can be made from a few blocks of
// text: the lists of terms would come word by word over the network.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/result.h"

namespace saegin::latent {

struct WordCounts {
    struct Paper {
        std::string id;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> words;  ///< place of the word, how often; ascending

        friend bool operator==(const Paper&, const Paper&) = default;
    };
    std::vector<std::string> words;  ///< in byte order
    std::vector<Paper> papers;       ///< in byte order of their ids

    friend bool operator==(const WordCounts&, const WordCounts&) = default;
};

/// The counts of one index, from its lists of terms. Xapian's exceptions pass through.
[[nodiscard]] WordCounts read_word_counts(const Xapian::Database& database);

/// The counts of several indexes as one index of all papers would have them. Of a paper that several hold the first
/// copy counts.
[[nodiscard]] WordCounts joined(const std::vector<WordCounts>& parts);

/// The stored form: numbers of seven bits a byte, words and ids with their lengths.
[[nodiscard]] std::string to_text(const WordCounts& counts);
/// Error kCorrupt for what to_text cannot have given.
[[nodiscard]] Result<WordCounts> word_counts_from(std::string_view text);

}  // namespace saegin::latent
