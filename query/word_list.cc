#include "query/word_list.h"

#include <algorithm>

#include "common/schema.h"
#include "common/text/unicode.h"

namespace saegin::query {

WordList WordList::load(const Xapian::Database& database) {
    WordList words;
    // Words have no prefix, and those of Hangul stand together in byte order.
    auto at = database.allterms_begin();
    for (at.skip_to(std::string{schema::kFirstHangulWord});
         at != database.allterms_end() && *at < schema::kBehindHangulWords; ++at) {
        words.hangul.push_back({*at, at.get_termfreq()});
    }
    const std::string prefix{schema::prefix(schema::TermField::kSpelling)};
    for (auto word = database.allterms_begin(prefix); word != database.allterms_end(prefix); ++word) {
        words.english.push_back({(*word).substr(prefix.size()), word.get_termfreq()});
    }
    return words;
}

std::uint32_t papers_with(const std::vector<KnownWord>& words, std::string_view word) {
    const auto found =
        std::lower_bound(words.begin(), words.end(), word,
                         [](const KnownWord& known, std::string_view text) { return known.text < text; });
    return found != words.end() && found->text == word ? found->papers : 0;
}

}  // namespace saegin::query
