// What somebody has typed so far, key by key, and whether a text goes on from it.
//
//   TypedPrefix{"학스"}.fits("학습", 0)         the last syllable is unfinished
//   TypedPrefix{"ㅎㅅ ㅁㄷ"}.fits("확산 모델", 0)   initial consonants stand for syllables
//   TypedPrefix{"강홯ㅅ"}.fits("강화학습", 0)      and so they do behind whole ones, whatever the input method shows
//   TypedPrefix{"finetun"}.fits("fine-tuning", 0)
//
// Both sides are read as keys (common/text/hangul.h), from left to right and without looking ahead. So nothing flickers
// while a syllable is composed: what fits the keys q fits every beginning of q, too.
//
// A consonant behind a vowel may be a final or an initial: ㅎㅏㄱㅅ is 학 with ㅅ, or 하 with ㄱ and ㅅ. Both readings
// count until a vowel follows; then the consonants between the vowels are finals, and one initial.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saegin::query {

/// Text as it is compared with what is typed: folded as the index folds it (case, width, accents, LaTeX, Greek).
[[nodiscard]] std::string fold_for_typing(std::string_view nfc);

/// Where the words of folded text begin, in bytes, ascending: behind a sign or blank, and where Hangul meets another
/// script.
[[nodiscard]] std::vector<std::size_t> word_starts(std::string_view folded);

/// Immutable. Safe to use from several threads.
class TypedPrefix {
public:
    /// Keys that count; what is typed beyond them is ignored.
    static constexpr std::size_t kMostKeys = 200;

    /// From text in NFC. Signs and blanks have no key of their own.
    explicit TypedPrefix(std::string_view nfc);

    /// How a text goes on from what was typed.
    enum class Fit : std::uint8_t {
        kNone,
        kRunsOut,   ///< the text ends, with a whole syllable or an initial, before the keys do
        kInitials,  ///< it does if a consonant that may be a final is taken for an initial
        kPlain,     ///< it does
    };

    /// How `folded` (see fold_for_typing) goes on from byte `at`, where a character begins. A blank that was typed
    /// between letters of an alphabet has to stand in the text; all others may be left out or put in. Linear in the
    /// number of keys.
    [[nodiscard]] Fit fit(std::string_view folded, std::size_t at) const;

    /// Whether it goes on from there.
    [[nodiscard]] bool fits(std::string_view folded, std::size_t at) const {
        const Fit how = fit(folded, at);
        return how == Fit::kPlain || how == Fit::kInitials;
    }

    /// Whether it goes on from the beginning of any word of it (see word_starts).
    [[nodiscard]] bool fits_a_word(std::string_view folded) const;

    /// The first key that was typed; 0 where none was.
    [[nodiscard]] char32_t first() const { return keys_.empty() ? 0 : keys_.front().letter; }

    /// Whether nothing with a key was typed: then everything fits.
    [[nodiscard]] bool empty() const { return keys_.empty(); }

private:
    struct Key {
        char32_t letter = 0;
        bool parted = false;        ///< something without a key was typed in front of it
        bool blank = false;         ///< a blank was among it
        bool behind_vowel = false;  ///< a consonant of a run that directly follows a vowel
        std::size_t run = 0;        ///< number of that run of consonants
    };

    class Walk;

    void add(char32_t letter, bool parted, bool blank);

    std::vector<Key> keys_;
};

}  // namespace saegin::query
