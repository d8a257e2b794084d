#include "query/typed_prefix.h"

#include <unicode/uchar.h>

#include <optional>

#include "common/text/hangul.h"
#include "common/text/normalizer.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

bool has_key(char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

/// The next character that has a key, or nothing; `parted` tells whether others stood in front of it.
std::optional<char32_t> next_letter(std::string_view text, std::size_t& at, bool& parted) {
    parted = false;
    while (at < text.size()) {
        const char32_t c = text::next_code_point(text, at);
        if (has_key(c)) {
            return c;
        }
        parted = true;
    }
    return std::nullopt;
}

/// Calls `visit(at)` for the place where each word begins until it answers true; whether it did.
template <typename Visit>
bool visit_word_starts(std::string_view folded, const Visit& visit) {
    char32_t before = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t here = at;
        const char32_t c = text::next_code_point(folded, at);
        if (has_key(c) && (!has_key(before) || text::is_hangul(c) != text::is_hangul(before)) && visit(here)) {
            return true;
        }
        before = c;
    }
    return false;
}

}  // namespace

std::string fold_for_typing(std::string_view nfc) {
    std::string folded;
    folded.reserve(nfc.size());
    for (const text::Character& character : text::normalize(nfc)) {
        text::append(folded, character.value);
    }
    return folded;
}

std::vector<std::size_t> word_starts(std::string_view folded) {
    std::vector<std::size_t> starts;
    visit_word_starts(folded, [&](std::size_t at) {
        starts.push_back(at);
        return false;
    });
    return starts;
}

TypedPrefix::TypedPrefix(std::string_view nfc) {
    const std::string folded = fold_for_typing(nfc);
    bool parted = false;
    bool blank = false;
    for (std::size_t at = 0; at < folded.size() && keys_.size() < kMostKeys;) {
        const char32_t c = text::next_code_point(folded, at);
        if (!has_key(c)) {
            parted = true;
            blank = blank || u_isspace(static_cast<UChar32>(c)) != 0;
            continue;
        }
        for (const char32_t letter : text::to_keys(std::u32string_view{&c, 1})) {
            add(letter, parted, blank);
            parted = false;
            blank = false;
        }
    }
}

void TypedPrefix::add(char32_t letter, bool parted, bool blank) {
    if (keys_.size() == kMostKeys) {
        return;
    }
    Key key{letter, parted && !keys_.empty(), blank && !keys_.empty(), false, keys_.size()};
    if (text::is_jamo_consonant(letter) && !key.parted && !keys_.empty()) {
        const Key& before = keys_.back();
        if (text::is_jamo_vowel(before.letter)) {
            key.behind_vowel = true;
        } else if (text::is_jamo_consonant(before.letter)) {
            key.behind_vowel = before.behind_vowel;
            key.run = before.run;
        }
    }
    keys_.push_back(key);
}

/// One walk along the keys and a text. Each step takes one character of the text and the keys that stand for it.
class TypedPrefix::Walk {
public:
    explicit Walk(const std::vector<Key>& keys) : keys_(keys) {}

    Fit run(std::string_view text, std::size_t at) && {
        while (next_ < keys_.size()) {
            bool parted = false;
            const std::optional<char32_t> c = next_letter(text, at, parted);
            if (!c) {
                return Fit::kRunsOut;
            }
            if (needs_gap() && !parted) {
                return Fit::kNone;
            }
            const auto letters = text::split_syllable(*c);
            if (keys_[next_].letter != (letters ? letters->initial : *c)) {
                return Fit::kNone;
            }
            ++next_;
            if (letters && next_ < keys_.size() && !rest_of_syllable(*c)) {
                return Fit::kNone;
            }
        }
        return by_initials_ ? Fit::kInitials : Fit::kPlain;
    }

private:
    /// Whether the next key has to begin a word of the text.
    [[nodiscard]] bool needs_gap() const {
        return next_ > 0 && keys_[next_].blank && !text::is_hangul(keys_[next_].letter) &&
               !text::is_hangul(keys_[next_ - 1].letter);
    }

    /// Takes the keys behind the initial of a syllable; none where the initial stands for all of it.
    bool rest_of_syllable(char32_t syllable) {
        const Key& initial = keys_[next_ - 1];
        if (keys_[next_].parted || !text::is_jamo_vowel(keys_[next_].letter)) {
            if (initial.behind_vowel) {
                by_initials_ = true;
                doubtful_run_ = initial.run;
            }
            return true;
        }
        if (doubtful_run_ == initial.run) {
            return false;  // a vowel follows: what was taken for initials were finals
        }
        for (const char32_t key : text::to_keys(std::u32string_view{&syllable, 1}).substr(1)) {
            if (next_ == keys_.size()) {
                return true;
            }
            if (keys_[next_].parted || keys_[next_].letter != key) {
                return false;
            }
            ++next_;
        }
        return true;
    }

    const std::vector<Key>& keys_;
    std::size_t next_ = 0;  ///< the key to be taken
    bool by_initials_ = false;
    std::optional<std::size_t> doubtful_run_;  ///< in which a consonant behind a vowel was taken for an initial
};

bool TypedPrefix::fits_a_word(std::string_view folded) const {
    return visit_word_starts(folded, [&](std::size_t at) { return fits(folded, at); });
}

TypedPrefix::Fit TypedPrefix::fit(std::string_view folded, std::size_t at) const {
    return Walk{keys_}.run(folded, at);
}

}  // namespace saegin::query
