#include "query/word_list.h"

#include <algorithm>

#include "common/schema.h"
#include "common/text/unicode.h"

namespace saegin::query {

WordList WordList::load(const Xapian::Database& database) {
    WordList words;
    schema::visit_hangul_words(database, [&](const std::string& word, Xapian::doccount papers) {
        words.hangul.push_back({word, papers});
    });
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
