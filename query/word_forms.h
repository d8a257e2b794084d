// Korean word forms that the analyzer's rules leave open, settled by what the archive shows.
//
//   정확도   the rules read 정확 + 도. But the archive has 정확도를 and 정확도가: a word that takes particles is a
//   noun. 모델도   nothing takes particles behind it: 모델 + 도. 뇌의     a stem of one syllable, which the rules never
//   leave. The archive has 뇌를 and 뇌에: 뇌 + 의. 질의     likewise, with 질을 and 질이. But the archive has 질의를: a
//   word of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/vocabulary.h"

namespace saegin::query {

/// What a Hangul word of a query is looked up by.
struct WordForms {
    std::string word;                ///< the word that counts: a noun, without its particle
    std::vector<std::string> words;  ///< words of the text that are the same: at least `word`
    std::vector<std::string> forms;  ///< likewise, among the forms whose particle was in doubt
};

/// The forms of a word that the analyzer gave as `stem`, with `written` for what stood there before its particle was
/// taken off (equal to `stem` where none was).
[[nodiscard]] WordForms settle_forms(const std::string& stem, const std::string& written, const Vocabulary& vocabulary);

}  // namespace saegin::query
