// Reads papers from JSON lines: one object a line, as other archives and public test collections have them.
//
// Keys, first found wins: id | _id | arxiv_id; title; text | body | summary | abstract; authors (array, or a string
// split at commas); votes | vote | upvotes (whole number or null); date | published_at (ISO 8601); url. Unknown keys
// are ignored; of keys that stand twice the last counts. An id may be a whole number. Votes may also be "1,234", 12.0,
// or "" and "-" for unknown. Each line of the text is a section, without its bullet; "**Heading**:" at its start heads
// it. A value of the wrong kind is left out with a warning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

#include "common/result.h"
#include "indexer/entry_report.h"

namespace saegin::indexer {

/// A longer line is skipped and reported; it is never held in memory as a whole.
inline constexpr std::size_t kMaxJsonLineBytes = 16U << 20U;

/// A file or stream with more bytes (in lines that can be held) is refused: the papers of a source are in memory at
/// once.
inline constexpr std::uint64_t kMaxJsonlBytes = std::uint64_t{2} << 30U;

/// So many skipped lines, and so many warnings, are told one by one; what is beyond is counted in one more notice.
inline constexpr std::size_t kMaxJsonlNotices = 1000;

/// Reads one stream, line by line. `file` is the key that entries and notices carry. Each record that cannot be taken
/// (no JSON object, no id, id longer than kMaxIdBytes or empty, no title and no text, a line that is too long) is in
/// `report` with its line and reason, and costs no other record. Errors: kIo where the stream fails in the middle,
/// kInvalidInput beyond kMaxJsonlBytes.
[[nodiscard]] Result<void> read_jsonl(const std::string& file, std::istream& in, const EntrySink& sink,
                                      ReadReport& report);

}  // namespace saegin::indexer
