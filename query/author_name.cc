#include "query/author_name.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "common/text/unicode.h"
#include "query/typed_prefix.h"

namespace saegin::query {

namespace {

/// One letter of an alphabet; a syllable of Hangul is a whole name.
bool is_initial(const std::string& word) {
    std::size_t at = 0;
    const char32_t letter = text::next_code_point(word, at);
    return at == word.size() && u_islower(static_cast<UChar32>(letter)) != 0;
}

/// The words of a name that are not taken yet.
class FreeWords {
public:
    explicit FreeWords(const std::vector<std::string>& words) : words_(words), taken_(words.size()) {}

    /// Takes the word, or the two neighbours, that read like this.
    bool take(const std::string& wanted) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (taken_[i]) {
                continue;
            }
            if (words_[i] == wanted) {
                taken_[i] = true;
                return true;
            }
            if (i + 1 < words_.size() && !taken_[i + 1] && words_[i] + words_[i + 1] == wanted) {
                taken_[i] = taken_[i + 1] = true;
                return true;
            }
        }
        return false;
    }

    /// Takes a word that starts with this letter, the letter itself before others.
    bool take_initial(const std::string& letter) {
        if (take(letter)) {
            return true;
        }
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!taken_[i] && words_[i].starts_with(letter)) {
                taken_[i] = true;
                return true;
            }
        }
        return false;
    }

private:
    const std::vector<std::string>& words_;
    std::vector<bool> taken_;
};

}  // namespace

AuthorName::AuthorName(std::string_view name) {
    const std::string folded = fold_for_typing(name);
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) {
            initials_ += is_initial(word) ? 1U : 0U;
            words_.push_back(std::move(word));
            word.clear();
        }
    };
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = text::next_code_point(folded, at);
        if (c == U' ' || c == U'.' || c == U',' || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
            end_word();
        } else if (u_isalnum(static_cast<UChar32>(c)) != 0) {
            text::append(word, c);
        }
    }
    end_word();
}

AuthorName AuthorName::without_initials() const {
    AuthorName rest;
    std::copy_if(words_.begin(), words_.end(), std::back_inserter(rest.words_),
                 [](const std::string& word) { return !is_initial(word); });
    return rest;
}

bool AuthorName::has(const AuthorName& asked) const {
    FreeWords own{words_};
    const std::vector<std::string>& wanted = asked.words_;
    std::vector<std::string> letters;  // last: they stand for whatever the words leave over
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (is_initial(wanted[i])) {
            letters.push_back(wanted[i]);
        } else if (!own.take(wanted[i])) {
            if (i + 1 == wanted.size() || !own.take(wanted[i] + wanted[i + 1])) {
                return false;
            }
            ++i;
        }
    }
    return !wanted.empty() && std::all_of(letters.begin(), letters.end(),
                                          [&](const std::string& letter) { return own.take_initial(letter); });
}

bool same_name(const AuthorName& a, const AuthorName& b) {
    return a.has(b) && b.has(a);
}

bool may_abbreviate(const AuthorName& shorter, const AuthorName& full) {
    if (shorter.initials() == 0 || shorter.initials() == shorter.words().size()) {
        return false;
    }
    // A family name alone is too little to leave out what an initial stands for.
    constexpr std::size_t kFewestWords = 2;
    const AuthorName words = shorter.without_initials();
    return full.has(shorter) || (words.words().size() >= kFewestWords && same_name(words, full));
}

}  // namespace saegin::query
