#include "benchmarks/eval/suites/korean_variants.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "benchmarks/eval/suites/keyboard_slips.h"
#include "benchmarks/eval/suites/text_runs.h"
#include "common/text/hangul.h"
#include "common/text/keyboard_layout.h"
#include "common/text/korean_particles.h"
#include "common/text/unicode.h"

namespace saegin::eval {

namespace {

constexpr std::size_t kShortestWord = 2;

/// A particle in its two forms.
struct Particle {
    std::u32string_view after_consonant;
    std::u32string_view after_vowel;
    bool rieul_is_vowel = false;  ///< 서울로, not 서울으로
};

constexpr std::array<Particle, 8> kParticles{{{U"은", U"는"},
                                              {U"이", U"가"},
                                              {U"을", U"를"},
                                              {U"과", U"와"},
                                              {U"으로", U"로", true},
                                              {U"의", U"의"},
                                              {U"에서", U"에서"},
                                              {U"도", U"도"}}};

// Last syllables of inflected words and adverbs that the analyzer leaves whole. Nouns that end in one of them (광고,
// 제한) are left out with them: better a query less than a form that nobody writes.
constexpr std::u32string_view kVerbTails = U"다요고며면여서게지록던는은인한된할될해히운";

std::u32string_view form_after(const Particle& particle, char32_t syllable) {
    const char32_t final = text::split_syllable(syllable).value_or(text::SyllableLetters{}).final;
    const bool vowel = final == 0 || (particle.rieul_is_vowel && final == U'ㄹ');
    return vowel ? particle.after_vowel : particle.after_consonant;
}

bool is_letter_or_digit(char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool takes_particle(std::u32string_view text, const Stretch& run) {
    const std::u32string_view word = run.of(text);
    const char32_t before = run.begin == 0 ? U' ' : text[run.begin - 1];
    const char32_t after = run.end == text.size() ? U' ' : text[run.end];
    const bool behind_other = is_letter_or_digit(before) || before == U')';
    return word.size() >= kShortestWord && !is_letter_or_digit(after) && after != U'(' &&
           text::stem_length(word) == word.size() && !(behind_other && text::is_particle(word)) &&
           kVerbTails.find(word.back()) == std::u32string_view::npos;
}

/// The forms that `word` takes when one of its keys is struck beside.
std::vector<std::u32string> jamo_slips(std::u32string_view word) {
    std::vector<std::u32string> slips;
    std::u32string keys = text::to_keys(word);
    for (char32_t& key : keys) {
        const char32_t meant = key;
        for (const char32_t latin : keys_beside(text::key_of_jamo(meant).value_or(0))) {
            key = text::jamo_of_key(latin).value_or(meant);
            if (key == meant || text::is_jamo_vowel(key) != text::is_jamo_vowel(meant)) {
                continue;
            }
            std::u32string slip = text::compose(keys);
            if (slip.size() == word.size() && std::all_of(slip.begin(), slip.end(), text::is_hangul_syllable)) {
                slips.push_back(std::move(slip));
            }
        }
        key = meant;
    }
    return slips;
}

}  // namespace

std::u32string add_particles(std::u32string_view text, Draw& draw) {
    std::u32string out;
    std::size_t copied = 0;
    for (const Stretch& run : hangul_runs(text)) {
        if (takes_particle(text, run)) {
            out += text.substr(copied, run.end - copied);
            out += form_after(kParticles[draw.below(kParticles.size())], text[run.end - 1]);
            copied = run.end;
        }
    }
    out += text.substr(copied);
    return out;
}

std::u32string drop_spaces(std::u32string_view text, Draw& /*draw*/) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool between = text[i] == U' ' && i > 0 && i + 1 < text.size() && text::is_hangul_syllable(text[i - 1]) &&
                             text::is_hangul_syllable(text[i + 1]);
        if (!between) {
            out += text[i];
        }
    }
    return out;
}

std::u32string mistype_jamo(std::u32string_view text, Draw& draw) {
    struct Slips {
        Stretch word;
        std::vector<std::u32string> forms;
    };
    std::vector<Slips> words;
    for (const Stretch& run : hangul_runs(text)) {
        if (run.size() < kShortestWord) {
            continue;
        }
        if (std::vector<std::u32string> forms = jamo_slips(run.of(text)); !forms.empty()) {
            words.push_back({run, std::move(forms)});
        }
    }
    std::u32string out{text};
    if (!words.empty()) {
        const Slips& chosen = words[draw.below(words.size())];
        out.replace(chosen.word.begin, chosen.word.size(), chosen.forms[draw.below(chosen.forms.size())]);
    }
    return out;
}

}  // namespace saegin::eval
