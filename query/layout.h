// Text that was typed with the wrong of two keyboard layouts on: ghkrtks for 확산, ㅎㅔㅅ or 헷 for gpt.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/spelling.h"
#include "query/word_list.h"

namespace saegin::query {

/// What `piece`, in NFC, says under the other layout, if the archive knows it then. Digits and signs stay, capitals are
/// tried as Shift and as a lock left on, and English comes in small letters. Text that holds Hangul beside Latin
/// letters is read as Korean whose beginning was typed too early (ghkrtks의).
///
/// Korean has to be whole syllables, two at least. English has to be three letters, or two where the piece shows by
/// letters that make no syllable (ㅁㅑ) that it cannot be Korean; a stop word is no find. A word that too few papers
/// have (see kFewestPapers) does not count as known.
[[nodiscard]] std::optional<std::string> other_layout(std::string_view piece, const WordList& words,
                                                      const Known& known);

}  // namespace saegin::query
