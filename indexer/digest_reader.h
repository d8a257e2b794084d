// Reads daily digests: CommonMark with one entry per paper, in all forms that the archive has known.
//
//   ## Daily Papers (2024-08-28)
//   ### [Title](https://arxiv.org/abs/2408.15237)
//   ![](picture) | [Watch Video](...) <div><video ...>
//   Vote: 20
//   Authors: A, B, C          (or a Python list; a stray "+" or a name given twice is dropped)
//   - **What's New**: ...     (or plain bullets, or ***What's New***)
//
// The text is parsed by libcmark and its tree is walked. Headings of level 2 with a date set the day of what follows;
// without one the day comes from the path (YYYY/MM/DD.md or YYYY-MM-DD.md). A heading of level 3 opens an entry, which
// ends at the next heading of level 1 to 3. "Vote:" and "Authors:" count once in an entry; later ones are text.
//
// Text becomes sections as follows. A bullet or a paragraph is a section; strong words that it begins with and that a
// colon ends are its heading. A bullet's nested lists are further lines of its text. A heading of level 4 or deeper, or
// a paragraph that is nothing but "**Heading:**", heads the sections after it that have no heading of their own. An
// ordered list elaborates the section before it and is appended to it, numbers included; where none comes before, its
// items are sections. Quotes and code are sections. Pictures, videos and HTML are left out. Of links their text is
// kept, LaTeX between `$` stays as written, and so do tags that are no HTML ("<EOS>").
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/entry_report.h"

namespace saegin::indexer {

/// A digest file of more bytes is refused: real ones have about 60 kB, and the whole tree of a file is held in memory.
inline constexpr std::size_t kMaxDigestBytes = 8U << 20U;

/// Reads one digest. `file` is the key that entries and notices carry, and gives the date where no heading does.
/// Calls `sink` for every entry that can be read; whatever cannot is in `report` with file, line and reason, and costs
/// no other entry. Malformed UTF-8 becomes U+FFFD with a warning. Error kInvalidInput only for a digest that is larger
/// than kMaxDigestBytes.
[[nodiscard]] Result<void> read_digest(const std::string& file, std::string_view content, const EntrySink& sink,
                                       ReadReport& report);

}  // namespace saegin::indexer
