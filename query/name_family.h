// Families of names: LLaVA, LLaVA-NeXT and Video-LLaVA belong together, as their titles show.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/analyzer.h"
#include "query/vocabulary.h"

namespace saegin::query {

/// The name of a system, model or data set in a title.
struct SystemName {
    std::string written;             ///< "LLaVA-NeXT"
    std::vector<std::string> roots;  ///< its words, as analysed, that may name a family: "llava", "next"

    friend bool operator==(const SystemName&, const SystemName&) = default;
};

/// Names in a title: words, or their pieces between hyphens, with a capital or digit behind the first letter or a
/// version behind them; and up to kWordsBeforeColon words in front of a colon. Roots have at least three letters.
inline constexpr std::size_t kWordsBeforeColon = 1;
[[nodiscard]] std::vector<SystemName> names_in_title(std::string_view title, text::Analyzer& analyzer);

/// Leaves of each name the roots that tell families apart, and drops names without one: a root stands in the titles of
/// few of the `papers`, and the lexicon has no other name for it (RAG is a notion, not a family).
[[nodiscard]] std::vector<SystemName> family_names(std::vector<SystemName> names, const lexicon::Lexicon& lexicon,
                                                   const Vocabulary& vocabulary, std::size_t papers);

/// "LLaVA, LLaVA-NeXT" where a name of `others` has a root of `names`; one name where both are written alike.
[[nodiscard]] std::optional<std::string> same_family(const std::vector<SystemName>& names,
                                                     const std::vector<SystemName>& others);

}  // namespace saegin::query
