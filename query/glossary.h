// The glossary: which names the archive has for the same thing, and the papers that say so.
//
//   LLM  ->  대규모 언어 모델 (85 papers: "... 대규모 언어 모델(Large Language Models, LLMs) ..."), Large Language
//   Models, ...
//
// Pairs come from the lexicon of the index (common/lexicon/lexicon.h). Their evidence is read again from the papers, so
// that nothing is stored twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/paper.h"
#include "common/result.h"
#include "query/index_reader.h"

namespace saegin::query {

/// A paper that says that two names are the same thing.
struct Evidence {
    PaperId id;
    std::string title;
    std::optional<DigestDate> date;
    std::string sentence;  ///< that gives the gloss; of a loanword, one that has both names, else one that has it

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct GlossaryPair {
    lexicon::Pair pair;              ///< `from` is the name that was asked for; without one, the name in Latin script
    std::vector<Evidence> evidence;  ///< of a name that was asked for: the most voted papers, at most kMostEvidence
};

struct Glossary {
    std::string term;         ///< as typed, in NFC; empty for the whole list
    std::uint64_t total = 0;  ///< pairs, of which `pairs` has the first
    std::vector<GlossaryPair> pairs;
};

inline constexpr std::size_t kMostEvidence = 3;
/// Papers that are read for the evidence of a pair at most.
inline constexpr std::size_t kMostPapersRead = 50;

/// The `limit` pairs of most papers of the whole lexicon, each once.
[[nodiscard]] Result<Glossary> read_glossary(IndexReader& reader, std::size_t limit);

/// The other names of what `term` names, most papers first, with their evidence. A name counts as `term` if it has the
/// same words for the analyzer (so particles and plural do not matter) or, blanks and signs left out, the same letters:
/// "LLM의", "fine tuning", "강화학습".
[[nodiscard]] Result<Glossary> look_up(IndexReader& reader, const std::string& term, std::size_t limit);

}  // namespace saegin::query
