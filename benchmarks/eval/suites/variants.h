// The table of variants: each makes of a query what another person, or a slip, would make of it. What is to be found
// stays the same.
//
//   particles            a particle behind every Korean noun              확산 모델 -> 확산의 모델은
//   no-spaces            no blanks between Korean words                   확산 모델 -> 확산모델
//   jamo-typo            one key of one Korean word struck beside         확산 -> 확신
//   english-typo         one letter swapped, dropped, doubled, beside     diffusion -> difusion
//   korean-as-english    Hangul typed with the English layout on          확산 -> ghkrtks
//   english-as-korean    Latin letters typed with the Korean layout on    gpt -> 헷
//   nfd                  decomposed, as macOS writes file names           확 -> ㅎ + ㅗㅏ + ㄱ (conjoining)
//   upper-case           capitals                                         diffusion -> DIFFUSION
//
// korean_variants.h, keyboard_slips.h and common/text/keyboard_layout.h say exactly how.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "benchmarks/eval/suites/seeded_draw.h"

namespace saegin::eval {

/// One way to change a query.
struct Variant {
    std::string_view name;
    std::string_view meaning;
    std::u32string (*make)(std::u32string_view, Draw&);
};

/// All variants, in the order in which they are shown.
[[nodiscard]] std::span<const Variant> all_variants();

/// The variant of a query (brought to NFC first, and the result is another form only under "nfd"). What is drawn
/// depends on `seed`, the variant's name and `qid` alone. Where there is nothing to change, the query comes back.
[[nodiscard]] std::string make_variant(const Variant& variant, std::string_view query, std::uint64_t seed,
                                       std::string_view qid);

}  // namespace saegin::eval
