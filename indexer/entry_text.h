// Small forms of text that digests and JSON lines have in common.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/paper.h"

namespace saegin::indexer {

/// Trims, and makes every run of Unicode white space one space. Requires valid UTF-8.
[[nodiscard]] std::string squeeze_spaces(std::string_view utf8);

/// `utf8` for a message: at most 80 bytes, "..." where something was cut off, never half a character.
[[nodiscard]] std::string excerpt(std::string_view utf8);

/// What is written where a count of votes is expected.
struct VoteText {
    std::optional<Votes> votes;  ///< none where the count is unknown
    bool understood = true;      ///< false for text that is neither a count nor a mark for "unknown"
};

/// Reads "12", "1,234"; an empty text or a dash says that the count is unknown.
[[nodiscard]] VoteText parse_votes(std::string_view text);

/// Splits "**Heading**: text", "**Heading:** text" and both with three asterisks, for text that no CommonMark parser
/// has seen, or in which it sees no emphasis ("**제목:**본문": a mark between punctuation and a letter does not close).
/// Other text becomes a section without heading. Spaces are squeezed.
[[nodiscard]] Section parse_section(std::string_view text);

/// Takes the marks away from strong text that CommonMark does not see, because its closing mark stands between
/// punctuation and a letter, as it often does in Korean: "**데이터셋(dataset)**의". Other asterisks stay.
[[nodiscard]] std::string drop_unread_strong(std::string_view text);

/// A section out of its emphasised first words and the text after them; none where no colon ends the first words, so
/// that they are no heading. Requires squeezed texts.
[[nodiscard]] std::optional<Section> join_section(std::string_view emphasised, std::string_view rest);

}  // namespace saegin::indexer
