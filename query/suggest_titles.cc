#include "query/suggest_titles.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "common/postings.h"
#include "common/schema.h"
#include "common/text/hangul.h"
#include "common/text/unicode.h"
#include "query/first_key.h"
#include "query/typed_prefix.h"

namespace saegin::query {

namespace {

using schema::TermField;

// More words of what is typed tell titles apart no better.
constexpr std::size_t kMostWords = 6;

/// A word of the typed text that begins where a word of a title does.
struct TypedWord {
    std::string text;
    bool hangul = false;
};

/// A word up to its last letter or digit: what follows may be any sign (vu”, ai –).
std::string without_signs_behind(std::string_view word) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < word.size();) {
        if (u_isalnum(static_cast<UChar32>(text::next_code_point(word, at))) != 0) {
            end = at;
        }
    }
    return std::string{word.substr(0, end)};
}

/// The first word, and each word of an alphabet that a blank parts from another one.
std::vector<TypedWord> aligned_words(std::string_view folded) {
    std::vector<TypedWord> words;
    const std::vector<std::size_t> starts = word_starts(folded);
    bool alphabet_before = false;
    for (std::size_t i = 0; i < starts.size() && words.size() < kMostWords; ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : folded.size();
        std::string word = without_signs_behind(folded.substr(starts[i], end - starts[i]));
        std::size_t at = starts[i];
        const bool hangul = text::is_hangul(text::next_code_point(folded, at));
        const bool blank = starts[i] > 0 && folded[starts[i] - 1] == ' ';
        if (i == 0 || (blank && alphabet_before && !hangul)) {
            words.push_back({std::move(word), hangul});
        }
        alphabet_before = !hangul;
    }
    return words;
}

/// Whether a word of a title whose term this is may go on from a typed word: true for all that do, and few others.
bool may_fit(const std::string& term, const TypedWord& word) {
    if (word.hangul) {  // a term may lack the particle
        return TypedPrefix{word.text}.fit(term, 0) != TypedPrefix::Fit::kNone;
    }
    constexpr std::size_t kShort = 2;
    if (term.size() <= kShort && word.text.size() > term.size()) {
        return false;
    }
    // Stemming may change the last letter (policy, polici), and more of a few short words (dying, die).
    constexpr std::size_t kLittleLeft = 3;
    const std::size_t sure = term.size() <= kLittleLeft ? 1 : term.size() - 1;
    const std::size_t length = std::min(sure, word.text.size());
    return term.compare(0, length, word.text, 0, length) == 0;
}

/// Papers whose titles have a word for each of the typed ones, ascending.
std::vector<Xapian::docid> candidates(const Xapian::Database& database, const std::vector<TypedWord>& words) {
    std::vector<std::uint8_t> found(static_cast<std::size_t>(database.get_lastdocid()) + 1, 0);
    const std::string prefix{schema::prefix(TermField::kTitle)};
    for (std::size_t i = 0; i < words.size(); ++i) {
        visit_terms(database, prefix, first_key(words[i].text), [&](const std::string& term, const auto&) {
            if (!may_fit(term, words[i])) {
                return;
            }
            for (const Xapian::docid document : documents_of(database, prefix + term)) {
                // Counted once for each word, and only where it had all words before.
                found[document] = found[document] == i ? static_cast<std::uint8_t>(i + 1) : found[document];
            }
        });
    }
    std::vector<Xapian::docid> documents;
    for (std::size_t document = 0; document < found.size(); ++document) {
        if (found[document] == words.size()) {
            documents.push_back(static_cast<Xapian::docid>(document));
        }
    }
    return documents;
}

/// The most voted ones first, then by id.
void order_by_votes(Usage& usage, std::vector<Xapian::docid>& documents) {
    std::map<Xapian::docid, std::string> ids = usage.ids_of(documents);
    std::sort(documents.begin(), documents.end(), [&](Xapian::docid a, Xapian::docid b) {
        return std::make_tuple(-usage.prior(a), std::cref(ids[a])) <
               std::make_tuple(-usage.prior(b), std::cref(ids[b]));
    });
}

}  // namespace

Result<std::vector<Suggestion>> suggest_titles(const Xapian::Database& database, Usage& usage, std::string_view typed,
                                               std::size_t limit) {
    const TypedPrefix prefix{typed};
    std::vector<Suggestion> suggestions;
    if (prefix.empty()) {
        return suggestions;
    }
    std::vector<Xapian::docid> documents = candidates(database, aligned_words(fold_for_typing(typed)));
    order_by_votes(usage, documents);
    documents.resize(std::min(documents.size(), kMostTitlesRead));
    std::set<PaperId> seen;  // several indexes may have the same paper
    for (const Xapian::docid document : documents) {
        if (suggestions.size() == limit) {
            break;
        }
        const Result<std::vector<Entry>> entries = load_entries(database.get_document(document));
        if (!entries) {
            return entries.error();
        }
        Paper paper = merge_entries(*entries);
        if (prefix.fits_a_word(fold_for_typing(paper.title)) && seen.insert(paper.id).second) {
            suggestions.push_back({SuggestionKind::kTitle, std::move(paper.title), 1, std::move(paper.id)});
        }
    }
    return suggestions;
}

}  // namespace saegin::query
