// Terms and names by the key they begin with: of all words of an archive, those that may go on from what is typed.
#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

namespace saegin::query {

/// The first key of folded text: the initial of a syllable, or the character itself. 0 for empty text.
[[nodiscard]] char32_t first_key(std::string_view folded);

/// The first text in byte order that begins with this key, or would.
[[nodiscard]] std::string least_text(char32_t key);

/// Calls `visit(text, term)` for the terms of the family with this prefix whose text begins with `key`, in byte order;
/// `term` is the Xapian::TermIterator that stands on it. Syllables of one initial stand together, so that nothing else
/// is read.
template <typename Visit>
void visit_terms(const Xapian::Database& database, const std::string& prefix, char32_t key, Visit visit) {
    const std::string least = prefix + least_text(key);
    std::string start = least.substr(0, prefix.size() + 1);
    // A remote index sends all terms that start alike at once, so the first byte bounds them; the syllables of one
    // initial have one or two.
    for (int bytes = 0; bytes < 2; ++bytes, ++start.back()) {
        const auto end = database.allterms_end(start);
        auto at = database.allterms_begin(start);
        for (at.skip_to(least); at != end; ++at) {
            const std::string text = (*at).substr(prefix.size());
            if (first_key(text) != key) {
                return;
            }
            visit(text, at);
        }
    }
}

}  // namespace saegin::query
