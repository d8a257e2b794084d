#include "query/word_forms.h"

#include <algorithm>
#include <array>

#include "common/text/korean_particles.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::query {

namespace {

// A form that takes particles in this many papers is a noun of its own.
constexpr std::uint32_t kNounPapers = 2;

/// Whether the archive puts behind the form what never follows a particle: 질의를 and 과도한 show that 질의 and 과도
/// are no 질 + 의 and 과 + 도.
bool is_noun_itself(const std::u32string& form, const Vocabulary& vocabulary) {
    if (form.ends_with(U'들') || form.ends_with(U'만')) {  // these may have particles behind them
        return false;
    }
    std::uint32_t papers = 0;
    for (const char32_t next : std::u32string_view{U"을를이가과와한할해된"}) {
        papers += vocabulary.papers_with_form(text::to_utf8(form + next));
    }
    return papers >= kNounPapers;
}

/// Noun of one syllable with each particle that fits behind it and that leaves a word of the archive's own.
std::vector<std::u32string> with_particles(char32_t noun) {
    constexpr std::array<std::u32string_view, 15> kParticles{U"은", U"는", U"이", U"가", U"을",   U"를",   U"과", U"와",
                                                             U"의", U"에", U"도", U"로", U"에서", U"로서", U"만"};
    std::vector<std::u32string> forms;
    for (const std::u32string_view particle : kParticles) {
        std::u32string form{noun};
        form += particle;
        if (text::takes_particle(form, 1)) {
            forms.push_back(std::move(form));
        }
    }
    return forms;
}

/// The forms of a noun of one syllable; no words where the archive does not show it as a noun.
WordForms short_noun(char32_t noun, const Vocabulary& vocabulary) {
    WordForms found;
    found.word = text::to_utf8(std::u32string(1, noun));
    const bool bare = vocabulary.papers(found.word) > 0;
    if (bare) {
        found.words.push_back(found.word);
    }
    std::size_t particles = 0;
    for (const std::u32string& form : with_particles(noun)) {
        std::string word = text::to_utf8(form);
        if (vocabulary.papers(word) > 0 && !is_noun_itself(form, vocabulary)) {
            found.words.push_back(std::move(word));
            ++particles;
        }
    }
    // 빛으로 has a stem of two syllables to the rules, 빛으, so that it stands among the forms in doubt.
    std::u32string by_means_of{noun};
    by_means_of += U"으로";
    if (std::string form = text::to_utf8(by_means_of);
        text::takes_particle(by_means_of, 1) && vocabulary.papers_with_form(form) > 0) {
        found.forms.push_back(std::move(form));
        ++particles;
    }
    constexpr std::size_t kParticlesOfANoun = 2;
    if (!bare && particles < kParticlesOfANoun) {
        found.words.clear();
    }
    return found;
}

/// Whether a word of the query may be a noun of one syllable with or without a particle.
bool may_be_short_noun(const std::u32string& word, const Vocabulary& vocabulary) {
    constexpr std::size_t kWithShortParticle = 2;
    constexpr std::size_t kWithLongParticle = 3;
    if (!text::is_hangul_syllable(word.front())) {
        return false;
    }
    const bool long_particle = word.size() == kWithLongParticle && (word.ends_with(U"에서") || word.ends_with(U"으로"));
    if (word.size() == kWithShortParticle || long_particle) {
        return text::takes_particle(word, 1) && !is_noun_itself(word, vocabulary);
    }
    return word.size() == 1;
}

}  // namespace

WordForms settle_forms(const std::string& stem, const std::string& written, const Vocabulary& vocabulary) {
    const std::u32string letters = text::to_utf32(written);
    if (may_be_short_noun(letters, vocabulary)) {
        WordForms forms = short_noun(letters.front(), vocabulary);
        if (!forms.words.empty()) {
            return forms;
        }
    }
    if (written != stem) {
        const std::uint32_t as_noun = vocabulary.papers(written);
        if (as_noun >= kNounPapers) {
            return {written, {written}, {written}};
        }
        const bool stem_is_known =
            vocabulary.papers(stem) > vocabulary.papers_with_form(written) || vocabulary.papers_by_word(stem) > 0;
        if (!stem_is_known && vocabulary.papers_with_form(written) > 0) {
            return {written, {written}, {written}};  // nobody ever used it in another form
        }
        return {stem, {stem}, {}};
    }
    // 정확도를 gave 정확도, but 정확도 itself was indexed as a form.
    WordForms found{stem, {stem}, {}};
    if (vocabulary.papers_with_form(stem) > 0) {
        found.forms.push_back(stem);
    }
    return found;
}

}  // namespace saegin::query
