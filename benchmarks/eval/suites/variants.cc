#include "benchmarks/eval/suites/variants.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "benchmarks/eval/suites/keyboard_slips.h"
#include "benchmarks/eval/suites/korean_variants.h"
#include "common/text/icu.h"
#include "common/text/keyboard_layout.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::eval {

namespace {

std::u32string type_korean_on_english(std::u32string_view text, Draw& /*draw*/) {
    return text::korean_to_english(text);
}

std::u32string type_english_on_korean(std::u32string_view text, Draw& /*draw*/) {
    return text::english_to_korean(text);
}

std::u32string decompose(std::u32string_view text, Draw& /*draw*/) {
    text::IcuStatus status;
    const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
    status.check("ICU has no NFD data");
    std::string out;
    icu::StringByteSink<std::string> sink{&out};
    const std::string utf8 = text::to_utf8(text);
    nfd->normalizeUTF8(0, text::to_piece(utf8), sink, nullptr, status);
    status.check("decomposing text");
    return text::to_utf32(out);
}

std::u32string capitalise(std::u32string_view text, Draw& /*draw*/) {
    std::u32string out{text};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); });
    return out;
}

constexpr std::array<Variant, 8> kVariants{{
    {"particles", "a particle behind every Korean noun", add_particles},
    {"no-spaces", "no blanks between Korean words", drop_spaces},
    {"jamo-typo", "one key of one Korean word struck beside", mistype_jamo},
    {"english-typo", "one letter of one English word swapped, dropped, doubled or struck beside", mistype_english},
    {"korean-as-english", "Hangul typed with the English layout on", type_korean_on_english},
    {"english-as-korean", "Latin letters typed with the Korean layout on", type_english_on_korean},
    {"nfd", "decomposed characters", decompose},
    {"upper-case", "capitals", capitalise},
}};

}  // namespace

std::span<const Variant> all_variants() {
    return kVariants;
}

std::string make_variant(const Variant& variant, std::string_view query, std::uint64_t seed, std::string_view qid) {
    Draw draw{seed, std::string{variant.name} + "\n" + std::string{qid}};
    return text::to_utf8(variant.make(text::to_utf32(text::to_nfc(query)), draw));
}

}  // namespace saegin::eval
