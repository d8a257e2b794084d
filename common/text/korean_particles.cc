#include "common/text/korean_particles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>

#include "common/text/korean_nouns.h"
#include "common/text/unicode.h"

namespace saegin::text {

namespace {

// What remains of a word must still be one: nouns of one syllable are rare, and 회의, 도로, 차이 stay whole by this
// alone.
constexpr std::size_t kShortestStem = 2;

/// What the syllable in front of a suffix must end in.
enum class Final : std::uint8_t {
    kAny,
    kConsonant,     ///< 은, 이, 을, 과
    kVowel,         ///< 는, 가, 를, 와
    kVowelOrRieul,  ///< 로
};

struct Suffix {
    std::u32string_view text;
    Final after = Final::kAny;
};

// Each table from the longest to the shortest, so that the first that fits is the right one.

// Particles that end a phrase. At most one is taken off, and first.
constexpr auto kOuter = std::to_array<Suffix>({
    {U"이라는", Final::kConsonant}, {U"입니다", Final::kAny},     {U"이라고", Final::kConsonant},
    {U"이었다", Final::kConsonant}, {U"라는", Final::kVowel},     {U"라고", Final::kVowel},
    {U"이란", Final::kConsonant},   {U"이며", Final::kAny},       {U"이고", Final::kConsonant},
    {U"이다", Final::kConsonant},   {U"이나", Final::kConsonant}, {U"이든", Final::kConsonant},
    {U"라도", Final::kVowel},       {U"든지", Final::kVowel},     {U"조차", Final::kAny},
    {U"마저", Final::kAny},         {U"밖에", Final::kAny},       {U"은커녕", Final::kConsonant},
    {U"이야", Final::kConsonant},   {U"이자", Final::kConsonant}, {U"은", Final::kConsonant},
    {U"이", Final::kConsonant},     {U"을", Final::kConsonant},   {U"과", Final::kConsonant},
    {U"는", Final::kVowel},         {U"가", Final::kVowel},       {U"를", Final::kVowel},
    {U"와", Final::kVowel},         {U"의", Final::kAny},         {U"도", Final::kAny},
    {U"만", Final::kAny},           {U"엔", Final::kAny},         {U"께", Final::kAny},
    {U"랑", Final::kAny},
});

// Particles that may have one of the outer ones behind them: 모델들에서는, 데이터로부터의.
constexpr auto kInner = std::to_array<Suffix>({
    {U"으로부터", Final::kConsonant},
    {U"으로서", Final::kConsonant},
    {U"으로써", Final::kConsonant},
    {U"에서부터", Final::kAny},
    {U"로부터", Final::kVowelOrRieul},
    {U"에게서", Final::kAny},
    {U"로서", Final::kVowelOrRieul},
    {U"로써", Final::kVowelOrRieul},
    {U"으로", Final::kConsonant},
    {U"에서", Final::kAny},
    {U"에게", Final::kAny},
    {U"한테", Final::kAny},
    {U"부터", Final::kAny},
    {U"까지", Final::kAny},
    {U"처럼", Final::kAny},
    {U"보다", Final::kAny},
    {U"마다", Final::kAny},
    {U"만큼", Final::kAny},
    {U"대로", Final::kAny},
    {U"이랑", Final::kConsonant},
    {U"로", Final::kVowelOrRieul},
    {U"에", Final::kAny},
    {U"들", Final::kAny},
    {U"만", Final::kAny},
    {U"과", Final::kConsonant},
    {U"와", Final::kVowel},
});

// Endings of 하다, 되다, 시키다 and -적 behind a noun: 생성하는, 최적화되었습니다, 효과적으로 (the last keeps its 적).
constexpr auto kVerbal = std::to_array<Suffix>({
    {U"하였습니다"}, {U"되었습니다"}, {U"시켰습니다"}, {U"시킵니다"}, {U"했습니다"}, {U"하였으며"}, {U"되었으며"},
    {U"시키려는"},   {U"됐습니다"},   {U"함으로써"},   {U"됨으로써"}, {U"하였으나"}, {U"되었으나"}, {U"하였지만"},
    {U"되었지만"},   {U"하면서도"},   {U"되면서도"},   {U"시키면서"}, {U"시켰으며"}, {U"합니다"},   {U"됩니다"},
    {U"하였다"},     {U"되었다"},     {U"시켰다"},     {U"했으며"},   {U"하도록"},   {U"되도록"},   {U"하려는"},
    {U"하려고"},     {U"하고자"},     {U"하거나"},     {U"되거나"},   {U"하지만"},   {U"되지만"},   {U"하면서"},
    {U"되면서"},     {U"하는데"},     {U"하는지"},     {U"되는지"},   {U"하여야"},   {U"되어야"},   {U"시키는"},
    {U"시키고"},     {U"시키며"},     {U"시키기"},     {U"시킨다"},   {U"시키다"},   {U"되었음"},   {U"하였음"},
    {U"되었을"},     {U"하였을"},     {U"하였고"},     {U"되었고"},   {U"시켰고"},   {U"했으나"},   {U"했지만"},
    {U"시키지"},     {U"이지만"},     {U"해야"},       {U"되어"},     {U"했던"},     {U"되던"},     {U"하던"},
    {U"했다"},       {U"됐다"},       {U"한다"},       {U"된다"},     {U"하는"},     {U"되는"},     {U"하고"},
    {U"되고"},       {U"하며"},       {U"되며"},       {U"하여"},     {U"하면"},     {U"되면"},     {U"하기"},
    {U"되기"},       {U"하게"},       {U"되게"},       {U"하지"},     {U"되지"},     {U"하자"},     {U"시켜"},
    {U"시킨"},       {U"시킬"},       {U"하다"},       {U"되다"},     {U"했음"},     {U"했을"},     {U"했고"},
    {U"시킴"},       {U"한지"},       {U"해도"},       {U"해서"},     {U"된"},       {U"될"},       {U"한"},
    {U"할"},         {U"해"},         {U"함"},         {U"됨"},
});

// Of these, the ones that stand as nouns and may have particles behind them: 생성하기를, 향상됨에, 기여하는지를.
constexpr auto kNominal = std::to_array<Suffix>({
    {U"시키기"},
    {U"하는지"},
    {U"되는지"},
    {U"했음"},
    {U"하기"},
    {U"되기"},
    {U"한지"},
    {U"시킴"},
    {U"함"},
    {U"됨"},
});

// These leave their first syllable: 효과적인 -> 효과적.
constexpr std::array<std::u32string_view, 4> kAdjectival{U"적으로는", U"적으로", U"적이며", U"적인"};

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr std::uint32_t kFinals = 28;
constexpr std::uint32_t kRieul = 8;

bool fits(char32_t before, Final wanted) {
    const auto final = static_cast<std::uint32_t>(before - kFirstSyllable) % kFinals;
    switch (wanted) {
        case Final::kAny:
            return true;
        case Final::kConsonant:
            return final != 0;
        case Final::kVowel:
            return final == 0;
        case Final::kVowelOrRieul:
            return final == 0 || final == kRieul;
    }
    return false;
}

/// Whether the word ends in a noun whose own last syllable looks like a suffix.
bool ends_in_particle_like_noun(std::u32string_view word) {
    constexpr std::size_t kShortestNoun = 2;
    constexpr std::size_t kLongestNoun = 4;
    static const std::unordered_set<std::u32string_view> nouns(kParticleLikeNouns.begin(), kParticleLikeNouns.end());
    for (std::size_t length = kShortestNoun; length <= std::min(kLongestNoun, word.size()); ++length) {
        const std::u32string_view tail = word.substr(word.size() - length);
        // 정확도로 is 정확도 with a particle, and no road.
        const bool is_degree = tail == U"도로" && ends_in_particle_like_noun(word.substr(0, word.size() - 1));
        if (nouns.contains(tail) && !is_degree) {
            return true;
        }
    }
    return false;
}

/// Length of the word without the first suffix of the table that fits, or nothing.
std::optional<std::size_t> strip_one(std::u32string_view word, std::span<const Suffix> table) {
    for (const Suffix& suffix : table) {
        if (word.size() >= suffix.text.size() + kShortestStem && word.ends_with(suffix.text)) {
            const std::size_t stem = word.size() - suffix.text.size();
            if (is_hangul_syllable(word[stem - 1]) && fits(word[stem - 1], suffix.after)) {
                return stem;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::size_t stem_length(std::u32string_view word) {
    constexpr int kMostInner = 3;  // 모델|들|에서|만
    const std::size_t whole = word.size();
    constexpr std::size_t kCertain = 3;  // no noun ends in 하지만, whatever 지만 may be
    if (const auto verb = strip_one(word, kVerbal); verb && whole - *verb >= kCertain) {
        return *verb;
    }
    if (whole <= kShortestStem || ends_in_particle_like_noun(word)) {
        return whole;
    }
    for (const std::u32string_view ending : kAdjectival) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            return whole - ending.size() + 1;
        }
    }
    if (const auto verb = strip_one(word, kVerbal)) {
        return *verb;
    }
    word = word.substr(0, strip_one(word, kOuter).value_or(word.size()));
    for (int i = 0; i < kMostInner && !ends_in_particle_like_noun(word); ++i) {
        const auto inner = strip_one(word, kInner);
        if (!inner) {
            break;
        }
        word = word.substr(0, *inner);
    }
    if (word.size() < whole && !ends_in_particle_like_noun(word)) {
        return strip_one(word, kNominal).value_or(word.size());
    }
    return word.size();
}

bool takes_particle(std::u32string_view word, std::size_t stem) {
    const auto fits_behind = [&](std::span<const Suffix> table) {
        return std::any_of(table.begin(), table.end(), [&](const Suffix& suffix) {
            return suffix.text == word.substr(stem) && fits(word[stem - 1], suffix.after);
        });
    };
    return is_hangul_syllable(word[stem - 1]) && !ends_in_particle_like_noun(word) &&
           (fits_behind(kOuter) || fits_behind(kInner));
}

bool is_particle(std::u32string_view word) {
    const auto names = [&](std::span<const Suffix> table) {
        return std::any_of(table.begin(), table.end(), [&](const Suffix& s) { return s.text == word; });
    };
    if (names(kOuter) || names(kInner)) {
        return true;
    }
    // An inner particle with an outer one behind it: "에서는", "으로부터의".
    return std::any_of(kInner.begin(), kInner.end(), [&](const Suffix& inner) {
        return word.size() > inner.text.size() && word.starts_with(inner.text) &&
               is_particle(word.substr(inner.text.size()));
    });
}

}  // namespace saegin::text
