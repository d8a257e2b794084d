// When papers came, and the terms of their titles: what trends are counted in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/paper.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::query {

/// A word, a mark such as GPT-4o, or two words side by side.
struct TitleTerm {
    std::string key;                    ///< its words as analysed, parted by blanks
    std::string written;                ///< as titles mostly write it
    std::vector<std::uint32_t> papers;  ///< that have it in the title: numbers into DatedTitles::days, ascending
};

/// Papers with a date, in the order of their ids, and the terms of at least kFewestTitles of them.
struct DatedTitles {
    std::vector<DigestDate> days;  ///< the earliest day of each paper
    std::vector<TitleTerm> terms;  ///< in byte order of their keys
};

/// A term of fewer papers cannot be told from chance.
inline constexpr std::size_t kFewestTitles = 5;

/// A paper for `dated_titles`.
struct DatedTitle {
    PaperId id;
    std::string title;
    std::optional<DigestDate> date;
};

/// Reads every paper once, a paper of several indexes as one. Error kCorrupt for a paper that cannot be read.
[[nodiscard]] Result<DatedTitles> read_dated_titles(IndexReader& reader);

/// The same from titles at hand. Papers without a date are left out; of those with one id the earliest counts. Words of
/// grammar and numbers are no terms. A word that never stands outside one longer term is told by that one alone.
[[nodiscard]] DatedTitles dated_titles(std::vector<DatedTitle> papers);

}  // namespace saegin::query
