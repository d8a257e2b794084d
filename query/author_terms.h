// What somebody writes about: the terms that tell an author's papers from the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/lexicon/lexicon.h"
#include "common/paper.h"

namespace saegin::query {

/// A term that an author's papers have more than others.
struct AuthorTerm {
    std::string text;          ///< as these papers mostly write it
    std::uint32_t papers = 0;  ///< of the author, that have it
    double weight = 0;         ///< (1 + ln occurrences) x ln(1 + all papers / papers with it); above 0
};

/// The `most` most distinctive terms of titles and summaries of these papers, Korean and English, highest weight first,
/// equal ones in byte order of their terms. A term has to name something: it stands in a title of the archive, or is a
/// name of the lexicon. Left out is what more than RankingParameters::related_common of all papers have, which is the
/// boilerplate of digests, and what only one paper has; where an author has several papers, also what only one of them
/// has. Xapian's exceptions pass through.
[[nodiscard]] std::vector<AuthorTerm> author_terms(const Xapian::Database& database, const lexicon::Lexicon& lexicon,
                                                   const std::vector<Paper>& papers, std::size_t most);

}  // namespace saegin::query
