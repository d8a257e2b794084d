#include "query/field_terms.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using schema::TermField;

/// Terms of a family whose rest is accepted.
FoundTerms terms_where(const Xapian::Database& database, TermField family, std::string_view start, std::size_t most,
                       const std::function<bool(std::string_view)>& accepts) {
    const std::string prefix{schema::prefix(family)};
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const std::string first = prefix + std::string{start};
    for (auto at = database.allterms_begin(first); at != database.allterms_end(first); ++at) {
        const std::string term = *at;
        if (accepts(std::string_view{term}.substr(prefix.size()))) {
            found.emplace_back(at.get_termfreq(), term);
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    FoundTerms terms;
    terms.all = found.size();
    found.resize(std::min(found.size(), most));
    std::transform(found.begin(), found.end(), std::back_inserter(terms.terms),
                   [](auto& entry) { return std::move(entry.second); });
    return terms;
}

/// The words of a name: what blanks, dots and commas part; hyphens stay inside.
std::vector<std::string> words_of_name(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (c == ' ' || c == '.' || c == ',' || c == '\t') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    return words;
}

std::string without_hyphens(std::string_view word) {
    std::string out{word};
    std::erase(out, '-');
    return out;
}

/// The term of a family for exactly this name; none where no paper has it.
FoundTerms term_called(const Xapian::Database& database, TermField family, std::string_view name) {
    std::string term = schema::term(family, text::fold(name));
    return term.size() <= schema::kMaxTermBytes && database.term_exists(term) ? FoundTerms{{std::move(term)}, 1}
                                                                              : FoundTerms{};
}

/// Whether initials leave but one word of a name.
bool is_abbreviated(std::string_view name) {
    const std::vector<std::string> words = words_of_name(name);
    const auto initials = std::count_if(words.begin(), words.end(),
                                        [](const std::string& word) { return text::code_point_count(word) == 1; });
    return initials > 0 && static_cast<std::size_t>(initials) + 1 >= words.size();
}

}  // namespace

FoundTerms terms_with_prefix(const Xapian::Database& database, TermField family, std::string_view start,
                             std::size_t most) {
    // Words have no prefix of their own: what starts with a capital belongs to another family.
    return terms_where(database, family, start, most,
                       [](std::string_view word) { return word.front() < 'A' || word.front() > 'Z'; });
}

namespace {

/// Whether a name has all of `want`, the words of the name that was asked for.
bool has_words(std::string_view name, const std::vector<std::string>& want) {
    const std::vector<std::string> have = words_of_name(name);
    std::vector<bool> used(have.size());
    // Takes the words of the name, one or two at a time (jun yan for junyan), that `word` stands for.
    const auto take = [&](const std::string& word) {
        const std::string plain = without_hyphens(word);
        for (std::size_t i = 0; i < have.size(); ++i) {
            const std::string one = without_hyphens(have[i]);
            const bool initial = text::code_point_count(plain) == 1 && one.starts_with(plain);
            if (!used[i] && (one == plain || initial)) {
                used[i] = true;
                return true;
            }
            if (i + 1 < have.size() && !used[i] && !used[i + 1] && one + without_hyphens(have[i + 1]) == plain) {
                used[i] = true;
                used[i + 1] = true;
                return true;
            }
        }
        return false;
    };
    for (std::size_t i = 0; i < want.size(); ++i) {
        if (take(want[i])) {
            continue;
        }
        // "jun yan" for jun-yan
        if (i + 1 == want.size() || !take(want[i] + want[i + 1])) {
            return false;
        }
        ++i;
    }
    return !want.empty();
}

}  // namespace

bool is_named(std::string_view name, std::string_view asked) {
    return has_words(name, words_of_name(asked));
}

FoundTerms authors_named(const Xapian::Database& database, std::string_view name, std::size_t most) {
    constexpr std::size_t kLongestName = 10;  // of more words no name is made
    const std::vector<std::string> want = words_of_name(text::fold(name));
    if (want.size() > kLongestName) {
        return {};
    }
    return terms_where(database, TermField::kAuthorName, "", most,
                       [&](std::string_view author) { return has_words(author, want); });
}

FoundTerms author_quoted(const Xapian::Database& database, std::string_view name, std::size_t most) {
    FoundTerms called = is_abbreviated(name) ? FoundTerms{} : term_called(database, TermField::kAuthorName, name);
    return called.all > 0 ? called : authors_named(database, name, most);
}

FoundTerms sections_named(const Xapian::Database& database, std::string_view text, std::size_t most) {
    const std::string asked = text::fold(text);
    return terms_where(database, TermField::kSection, "", most,
                       [&](std::string_view heading) { return heading.find(asked) != std::string_view::npos; });
}

FoundTerms section_quoted(const Xapian::Database& database, std::string_view text, std::size_t most) {
    FoundTerms called = term_called(database, TermField::kSection, text);
    return called.all > 0 ? called : sections_named(database, text, most);
}

}  // namespace saegin::query
