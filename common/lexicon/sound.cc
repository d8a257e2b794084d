#include "common/lexicon/sound.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "common/text/icu.h"
#include "common/text/unicode.h"

namespace saegin::lexicon {

namespace {

bool is_vowel(char c) {
    return std::string_view{"aeiouyw"}.find(c) != std::string_view::npos;
}

constexpr char kVowel = 'v';

/// Grows sounds by codes; what could be either of several doubles them.
class Sounds {
public:
    void add(std::initializer_list<std::string_view> choices) {
        std::vector<std::string> grown;
        for (const std::string& sound : sounds_) {
            for (const std::string_view choice : choices) {
                std::string longer = sound;
                for (const char c : choice) {
                    if (longer.empty() || longer.back() != c) {  // ll is l, and vowels in a row are one
                        longer += c;
                    }
                }
                grown.push_back(std::move(longer));
            }
        }
        constexpr std::size_t kMost = 64;
        std::sort(grown.begin(), grown.end());
        grown.erase(std::unique(grown.begin(), grown.end()), grown.end());
        grown.resize(std::min(grown.size(), kMost));
        sounds_ = std::move(grown);
    }
    void vowel() { add({std::string_view{&kVowel, 1}}); }
    void maybe_vowel() { add({std::string_view{&kVowel, 1}, ""}); }

    /// The sounds, without the vowel that English writes at the end and Korean may add there.
    std::vector<std::string> take() && {
        for (std::string& sound : sounds_) {
            if (sound.ends_with(kVowel)) {
                sound.pop_back();
            }
        }
        std::sort(sounds_.begin(), sounds_.end());
        sounds_.erase(std::unique(sounds_.begin(), sounds_.end()), sounds_.end());
        return std::move(sounds_);
    }

private:
    std::vector<std::string> sounds_{""};
};

/// Adds what starts at `at` and returns how many letters that was.
std::size_t add_english(std::string_view word, std::size_t at, Sounds& sounds) {
    const std::string_view rest = word.substr(at);
    const char next = rest.size() > 1 ? rest[1] : '\0';
    const bool soft = next == 'e' || next == 'i' || next == 'y';
    const bool before_vowel = next != '\0' && is_vowel(next);
    if (rest.starts_with("tion")) {
        sounds.add({"S"});
        sounds.vowel();
        sounds.add({"N"});
        return 4;
    }
    if (rest.starts_with("sion")) {
        sounds.add({"S", "C"});
        sounds.vowel();
        sounds.add({"N"});
        return 4;
    }
    if (rest.starts_with("ture")) {
        sounds.add({"C", "T"});
        sounds.vowel();
        return 4;
    }
    if (rest.starts_with("ph")) {
        sounds.add({"P"});
        return 2;
    }
    if (rest.starts_with("sh")) {
        sounds.add({"S"});
        return 2;
    }
    if (rest.starts_with("ch")) {
        sounds.add({"C", "K"});
        return 2;
    }
    if (rest.starts_with("th")) {
        sounds.add({"S", "T"});
        return 2;
    }
    if (rest.starts_with("ng")) {
        sounds.add({"N", "NC"});
        return 2;
    }
    if (rest.starts_with("qu")) {
        sounds.add({"K"});
        return 2;
    }
    switch (rest.front()) {
        case 'b':
        case 'p':
        case 'f':
        case 'v':
            sounds.add({"P"});
            break;
        case 'c':
            sounds.add({soft ? "S" : "K"});
            break;
        case 'k':
        case 'q':
            sounds.add({"K"});
            break;
        case 'g':
            if (soft) {
                sounds.add({"C", "K"});
            } else {
                sounds.add({"K"});
            }
            break;
        case 'j':
            sounds.add({"C"});
            break;
        case 'x':
            sounds.add({"KS", "S"});
            break;
        case 'd':
        case 't':
            sounds.add({"T"});
            break;
        case 'l':
            sounds.add({"L"});
            break;
        case 'r':
            if (before_vowel) {
                sounds.add({"L"});
            }
            break;
        case 'm':
            sounds.add({"M"});
            break;
        case 'n':
            sounds.add({"N"});
            break;
        case 's':
            sounds.add({"S", "C"});
            break;
        case 'z':
            sounds.add({"C", "S"});
            break;
        case 'h':
            if (before_vowel) {
                sounds.add({"H"});
            }
            break;
        case 'e': {
            // Between consonants it may be silent: baseline, token.
            constexpr std::size_t kFirstSyllable = 2;
            const bool after_consonant = at >= kFirstSyllable && !is_vowel(word[at - 1]);
            const bool before_consonant = next != '\0' && !before_vowel;
            if (after_consonant && before_consonant) {
                sounds.maybe_vowel();
            } else {
                sounds.vowel();
            }
            break;
        }
        default:
            sounds.vowel();
    }
    return 1;
}

/// Letters of ICU's romanisation and how they sound.
constexpr std::array<std::pair<char, std::string_view>, 13> kRomanised{{{'g', "K"},
                                                                        {'k', "K"},
                                                                        {'d', "T"},
                                                                        {'t', "T"},
                                                                        {'l', "L"},
                                                                        {'r', "L"},
                                                                        {'b', "P"},
                                                                        {'p', "P"},
                                                                        {'m', "M"},
                                                                        {'n', "N"},
                                                                        {'s', "S"},
                                                                        {'j', "C"},
                                                                        {'h', "H"}}};

/// The sound of one word as ICU romanises it.
std::string sound_of_romanised(std::string_view word) {
    Sounds sounds;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const std::string_view rest = word.substr(at);
        const bool vowel_follows = rest.size() > 1 && is_vowel(rest[1]);
        if (rest.starts_with("ng")) {
            sounds.add({"N"});
            ++at;
        } else if (rest.starts_with("ch")) {
            sounds.add({"C"});
            ++at;
        } else if (rest.front() == 's' && !vowel_follows && !rest.starts_with("ss")) {
            sounds.add({"T"});  // 넛, 봇: the final ㅅ of a loanword is a t
        } else if (rest.starts_with("eu")) {
            ++at;  // ㅡ only parts consonants that Korean cannot join
        } else {
            const auto* const letter = std::find_if(kRomanised.begin(), kRomanised.end(),
                                                    [&](const auto& entry) { return entry.first == rest.front(); });
            if (letter != kRomanised.end()) {
                sounds.add({letter->second});
            } else if (is_vowel(rest.front())) {
                sounds.vowel();
            }
        }
    }
    return std::move(sounds).take().front();
}

bool is_hangul_word(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        if (!text::is_hangul_syllable(text::next_code_point(word, at))) {
            return false;
        }
    }
    return !word.empty();
}

}  // namespace

std::size_t consonants_in(std::string_view sound) {
    return static_cast<std::size_t>(std::count_if(sound.begin(), sound.end(), [](char c) { return c != kVowel; }));
}

bool is_telling(std::string_view sound) {
    constexpr std::size_t kFewestConsonants = 3;
    return consonants_in(sound) >= kFewestConsonants;
}

std::vector<std::string> sounds_of_english(std::string_view word) {
    constexpr std::size_t kLongest = 30;
    if (word.empty() || word.size() > kLongest ||
        !std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
        return {};
    }
    Sounds sounds;
    for (std::size_t at = 0; at < word.size();) {
        at += add_english(word, at, sounds);
    }
    return std::move(sounds).take();
}

std::vector<std::string> sounds_of_hangul(const std::vector<std::string>& words) {
    // ICU is asked once: starting it costs more than a word.
    std::string lines;
    for (const std::string& word : words) {
        lines += is_hangul_word(word) ? word : std::string{};
        lines += '\n';
    }
    text::IcuStatus status;
    const std::unique_ptr<icu::Transliterator> romanise{
        icu::Transliterator::createInstance("Hangul-Latin", UTRANS_FORWARD, status)};
    status.check("ICU cannot romanise Hangul");
    icu::UnicodeString romanised = icu::UnicodeString::fromUTF8(text::to_piece(lines));
    romanise->transliterate(romanised);
    std::string latin;
    romanised.toUTF8String(latin);
    std::vector<std::string> sounds;
    sounds.reserve(words.size());
    for (std::size_t at = 0; sounds.size() < words.size();) {
        const std::size_t end = std::min(latin.find('\n', at), latin.size());
        sounds.push_back(sound_of_romanised(std::string_view{latin}.substr(at, end - at)));
        at = end + 1;
    }
    return sounds;
}

}  // namespace saegin::lexicon
