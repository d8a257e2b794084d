// The lexicon: which names the archive uses for the same thing, in Korean and in English.
//
//   lexicon.equivalents("환각")  -> hallucination (16 papers), ...
//   lexicon.equivalents("llm")   -> 대규모 언어 모델, 대형 언어 모델, ...
//
// It is made from the terms of an index alone (lexicon_builder.h) and stored in its metadata as text, one line for each
// direction of a pair, in byte order. Looking up is a binary search in that text: nothing is built when it is loaded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/text/analyzer.h"

namespace saegin::lexicon {

/// How an archive tells that two names are the same thing.
enum class Origin : std::uint8_t {
    kGloss,     ///< papers give one as the gloss of the other
    kLoanword,  ///< one is the other's sound in Hangul, and papers use them together
};

/// A name and what it is looked up by.
struct Name {
    std::string key;      ///< its words as the analyzer gives them, parted by blanks
    std::string written;  ///< as papers mostly write it

    friend bool operator==(const Name&, const Name&) = default;
};

/// Two names for the same thing. `papers` say so: those that gloss one by the other, or use a loanword with its origin,
/// whichever are more.
struct Pair {
    Name from;
    Name to;
    std::uint32_t papers = 0;
    Origin origin = Origin::kGloss;

    friend bool operator==(const Pair&, const Pair&) = default;
};

/// Words of a name at most.
inline constexpr std::size_t kMaxKeyWords = 8;

/// The key of a name: its words, analysed. Empty for a name without words or with more than kMaxKeyWords.
[[nodiscard]] std::string key_of(std::string_view name, text::Analyzer& analyzer);

/// The words of a key, and the key of words.
[[nodiscard]] std::vector<std::string> words_of_key(std::string_view key);
[[nodiscard]] std::string key_of_words(const std::vector<std::string>& words);

/// Read-only, cheap to move. Safe to read from several threads.
class Lexicon {
public:
    Lexicon() = default;

    /// From pairs (each given once, in either direction; both are stored).
    [[nodiscard]] static Lexicon from_pairs(const std::vector<Pair>& pairs);
    /// From what `text()` gave. Error kCorrupt for anything else.
    [[nodiscard]] static Result<Lexicon> from_text(std::string text);

    /// What else the thing is called whose name has this key: most papers first, then by key.
    [[nodiscard]] std::vector<Pair> equivalents(std::string_view key) const;
    /// All pairs in the direction in which they stand for `equivalents`, in byte order of their keys.
    [[nodiscard]] std::vector<Pair> all() const;

    /// Calls `visit` for the pairs of `all` from the first on whose key is not less than `least`, until it answers
    /// false.
    void visit_from(std::string_view least, const std::function<bool(const Pair&)>& visit) const;

    /// Number of pairs, each counted once.
    [[nodiscard]] std::size_t size() const { return lines_.size() / 2; }
    /// The stored form.
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    [[nodiscard]] std::string_view line(std::size_t number) const;
    [[nodiscard]] std::size_t first_not_less(std::string_view start) const;

    std::string text_;
    std::vector<std::uint32_t> lines_;  ///< where each line starts
};

}  // namespace saegin::lexicon
