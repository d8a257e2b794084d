// Names of people, and when two of them may be one person's.
//
//   same_name(AuthorName{"Zhu, Jun-Yan"}, AuthorName{"junyan zhu"})    any order, hyphens or none
//   same_name(AuthorName{"Jose Nunez"}, AuthorName{"José Núñez"})      with accents or without
//   AuthorName{"Jun-Yan Zhu"}.has(AuthorName{"J. Zhu"})               whoever may sign like this
//   may_abbreviate(AuthorName{"Andrew Y. Ng"}, AuthorName{"Andrew Ng"})
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saegin::query {

/// Of more words no name is made; what is longer is nobody's.
inline constexpr std::size_t kLongestName = 10;

/// A name as its words. Blanks, dots and commas part them; case, accents and signs inside them (hyphens, apostrophes)
/// do not matter. Immutable.
class AuthorName {
public:
    /// From text in NFC, as written or folded.
    explicit AuthorName(std::string_view name);

    /// Folded, letters and digits alone, in the order of the name.
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
    /// How many of the words are single letters.
    [[nodiscard]] std::size_t initials() const { return initials_; }
    /// The name without these words.
    [[nodiscard]] AuthorName without_initials() const;

    /// Whether it has every word of `asked`, in any order, each standing for one of its own. Two neighbours may be
    /// written as one word on either side (Hye Jin, Hyejin), and a single letter stands for a word that starts with it.
    /// Nothing has a name without words.
    [[nodiscard]] bool has(const AuthorName& asked) const;

private:
    AuthorName() = default;

    std::vector<std::string> words_;
    std::size_t initials_ = 0;
};

/// Whether both are ways to write one name: each has all words of the other.
[[nodiscard]] bool same_name(const AuthorName& a, const AuthorName& b);

/// Whether a name with initials may be short for `full`: its initials stand for words of `full`, or for words that
/// `full` leaves out ("Andrew Y. Ng" of Andrew Ng). False for a name without initials, or of nothing else.
[[nodiscard]] bool may_abbreviate(const AuthorName& shorter, const AuthorName& full);

}  // namespace saegin::query
