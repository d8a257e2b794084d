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

/// Noun of one syllable with each particle of one syllable that fits behind it.
std::vector<std::string> with_particles(char32_t noun) {
    std::vector<std::string> forms;
    for (const char32_t particle : std::u32string_view{U"은는이가을를과와의에도로만"}) {
        const std::u32string form{noun, particle};
        if (text::takes_particle(form, 1)) {
            forms.push_back(text::to_utf8(form));
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
    for (std::string& form : with_particles(noun)) {
        if (vocabulary.papers(form) > 0) {
            found.words.push_back(std::move(form));
            ++particles;
        }
    }
    constexpr std::size_t kParticlesOfANoun = 2;
    if (!bare && particles < kParticlesOfANoun) {
        found.words.clear();
    }
    return found;
}

}  // namespace

WordForms settle_forms(const std::string& stem, const std::string& written, const Vocabulary& vocabulary) {
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
    const std::u32string letters = text::to_utf32(written);
    constexpr std::size_t kNounAndParticle = 2;
    const bool short_word =
        letters.size() == 1 || (letters.size() == kNounAndParticle && text::takes_particle(letters, 1));
    if (short_word && text::is_hangul_syllable(letters.front())) {
        WordForms forms = short_noun(letters.front(), vocabulary);
        if (!forms.words.empty()) {
            return forms;
        }
    }
    // 정확도를 gave 정확도, but 정확도 itself was indexed as a form.
    WordForms found{stem, {stem}, {}};
    if (vocabulary.papers_with_form(stem) > 0) {
        found.forms.push_back(stem);
    }
    return found;
}

}  // namespace saegin::query
