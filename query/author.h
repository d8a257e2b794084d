// One author: the papers, with whom they were written, when, and what they are about.
//
//   const Result<AuthorProfile> profile = read_author(reader, "Song Han", 10);
//
// Names are joined as query/author_identity.h says. An author is a name here: two people of one name are one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "query/author_identity.h"
#include "query/author_terms.h"
#include "query/index_reader.h"
#include "query/results.h"

namespace saegin::query {

/// Papers of one year.
struct YearPapers {
    std::optional<int> year;  ///< nothing for papers without a date
    std::uint32_t papers = 0;

    friend bool operator==(const YearPapers&, const YearPapers&) = default;
};

/// What the archive knows of an author.
struct AuthorProfile {
    std::string asked;                     ///< as typed, NFC
    std::vector<NamePapers> names;         ///< the names that were joined, as written; empty for an unknown author
    std::vector<NamePapers> possible;      ///< names that may be this author's but may be others' as well
    std::vector<std::string> suggestions;  ///< for an unknown author: names that may be meant, at most kMostSuggested
    std::uint64_t total = 0;               ///< papers; exact
    std::vector<Hit> papers;               ///< the newest, as in a search; without scores and reasons
    std::uint64_t coauthors = 0;           ///< how many there are
    std::vector<NamePapers> first_coauthors;  ///< those of most joint papers, at most kMostListed
    std::vector<YearPapers> years;            ///< ascending; papers without a date last
    std::vector<AuthorTerm> terms;            ///< the most distinctive first, at most kMostListed
};

/// Co-authors and terms that an answer lists at most.
inline constexpr std::size_t kMostListed = 20;
/// Names that are suggested for an unknown one at most.
inline constexpr std::size_t kMostSuggested = 5;

/// The author called `name` (any bytes), with the newest `limit` papers. Co-authors, years and terms are those of all
/// papers. Nothing is found where `names` is empty; that is no error. Error kCorrupt for a paper that cannot be read.
[[nodiscard]] Result<AuthorProfile> read_author(IndexReader& reader, const std::string& name, std::size_t limit);

}  // namespace saegin::query
