#include "query/suggest.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/keyboard_layout.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"
#include "query/suggest_authors.h"
#include "query/suggest_terms.h"
#include "query/suggest_titles.h"
#include "query/typed_prefix.h"

namespace saegin::query {

namespace {

// Places that titles and authors have among ten, whatever terms there are.
constexpr std::size_t kTitlesInTen = 3;
constexpr std::size_t kAuthorsInTen = 2;

/// Appends the first `count` of `from`.
void take(std::vector<Suggestion>& list, std::vector<Suggestion>& from, std::size_t count) {
    const auto end = from.begin() + static_cast<std::ptrdiff_t>(std::min(count, from.size()));
    list.insert(list.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(end));
}

/// Shares `limit` places out: titles and authors have theirs, and what terms of the whole text leave over.
std::vector<Suggestion> share_out(std::vector<Suggestion> whole, std::vector<Suggestion> authors,
                                  std::vector<Suggestion> titles, std::vector<Suggestion> tails, std::size_t limit) {
    const std::size_t for_authors = std::min(authors.size(), limit * kAuthorsInTen / 10);
    const std::size_t for_titles = std::min(titles.size(), limit * kTitlesInTen / 10);
    std::vector<Suggestion> list;
    take(list, whole, limit - for_authors - for_titles);
    take(list, authors, limit - list.size() - for_titles);
    take(list, titles, limit - list.size());
    take(list, tails, limit - list.size());
    return list;
}

Result<std::vector<Suggestion>> read_one_way(IndexReader& reader, const Xapian::Database& database,
                                             const std::string& typed, std::size_t limit) {
    const TypedPrefix prefix{typed};
    if (prefix.empty()) {
        return std::vector<Suggestion>{};
    }
    Usage usage{database, reader.joined()};
    std::vector<Suggestion> whole;
    std::vector<Suggestion> tails;
    for (RankedTerm& term : rank_terms(usage, match_terms(database, reader.lexicon(), typed), limit)) {
        (term.tier < kFirstTailTier ? whole : tails).push_back(std::move(term.suggestion));
    }
    // No more than could be shown: each has to be read from the index.
    const std::size_t left = limit - whole.size();
    Result<std::vector<Suggestion>> authors =
        suggest_authors(database, usage, prefix, std::max(left, limit * kAuthorsInTen / 10));
    if (!authors) {
        return authors.error();
    }
    Result<std::vector<Suggestion>> titles = suggest_titles(
        database, usage, typed, std::max(left - std::min(left, authors->size()), limit * kTitlesInTen / 10));
    if (!titles) {
        return titles.error();
    }
    return share_out(std::move(whole), std::move(*authors), std::move(*titles), std::move(tails), limit);
}

/// NFC, with every white space a blank.
std::string cleaned(const std::string& prefix) {
    std::string text = text::to_nfc(prefix);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// As it stands, then as it would stand had the other layout been on.
std::vector<std::string> ways_to_read(const std::string& typed) {
    const std::u32string letters = text::to_utf32(typed);
    std::vector<std::string> ways{typed, text::to_utf8(text::english_to_korean(letters)),
                                  text::to_utf8(text::korean_to_english(letters))};
    ways.erase(std::remove(ways.begin() + 1, ways.end(), typed), ways.end());
    return ways;
}

}  // namespace

Result<Suggestions> suggest(IndexReader& reader, const std::string& prefix, std::size_t limit) {
    const std::string typed = cleaned(prefix);
    const std::vector<std::string> ways = ways_to_read(typed);
    return reader.read([&](const Xapian::Database& database) -> Result<Suggestions> {
        Suggestions suggestions{typed, "", {}};
        for (const std::string& way : ways) {
            Result<std::vector<Suggestion>> list = read_one_way(reader, database, way, limit);
            if (!list) {
                return list.error();
            }
            if (!list->empty()) {
                suggestions.read_as = way == typed ? "" : way;
                suggestions.list = std::move(*list);
                break;
            }
        }
        return suggestions;
    });
}

}  // namespace saegin::query
