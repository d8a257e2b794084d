// Topics as TREC's ad hoc tracks wrote them: SGML by looks only, with tags that are seldom closed.
//
//   <top>
//   <num> Number: 301
//   <title> International Organized Crime
//   <desc> Description:
//   ...
//   </top>
//
// A topic stands between <top> and </top>. Its id is what follows <num>, its text what follows <title>, up to the next
// tag and over as many lines as it takes; "Number:" and "Topic:" in front are left out, as are fields other than these
// two. <top>, <num>, <title>, <desc>, <narr> and what closes them are tags wherever they stand and in any case; another
// word in angle brackets is one where it starts a line (older tracks have <dom>, <con> and more), else it is text.
#pragma once

#include <cstddef>
#include <vector>

#include "benchmarks/eval/text_file.h"
#include "benchmarks/eval/topic_files.h"
#include "common/result.h"

namespace saegin::eval {

/// A longer title, in bytes after its blanks are squeezed, is no query.
inline constexpr std::size_t kMaxTitleBytes = 10'000;

/// Reads the topics in their order. Error kInvalidInput, naming the line, for a topic without a <num> or a <title>, or
/// with two of one; for an empty id or text; for a <top> inside a topic, a topic that does not end, and text or fields
/// outside of topics (lines that start with '<', such as an XML header, may stand there); for a title that is too
/// long, an id that comes twice, and a file without a topic.
[[nodiscard]] Result<std::vector<Topic>> parse_trec_topics(const TextFile& file);

}  // namespace saegin::eval
