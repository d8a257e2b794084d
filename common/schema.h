// The schema: what stands in an index under which prefix, slot and metadata key. This table is its only home.
//
// A document is a paper. Its data is the JSON of its entries (see paper_json.h). Terms:
//   ""  words and wholes of title and summary, positions for phrases; the title counts kTitleWdf times
//   S   words of the title, with positions           A   words of the authors' names
//   XG  inner, XE edge Hangul bigrams                XA  an author's whole name, folded
//   XS  a Hangul word whose last syllable was taken for a particle, as written
//   XV  an English word as spelled, folded           XK  a gloss: English name, tab, other name (gloss_reader.h)
//   XH  a section heading, folded                    XF  a source that tells of the paper (hash of its key)
//   Q   the paper's id
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/text/token.h"

namespace saegin::schema {

/// Raised with every change that makes older indexes unreadable. Stored under kVersionKey.
inline constexpr int kVersion = 2;

/// Longest term Xapian takes, in bytes, prefix included.
inline constexpr std::size_t kMaxTermBytes = 245;

/// Families of terms. The prefixes are written into indexes: never change one without raising kVersion.
enum class TermField : std::uint8_t {
    kText,
    kTitle,
    kAuthor,
    kAuthorName,
    kSection,
    kBigram,
    kEdgeBigram,
    kSource,
    kId,
    kForm,
    kSpelling,
    kGloss,
};

struct TermFieldInfo {
    TermField id;
    std::string_view name;
    std::string_view prefix;
    std::string_view description;
};

inline constexpr std::array<TermFieldInfo, 12> kTermFields{{
    {TermField::kText, "text", "", "words of title and summary"},
    {TermField::kTitle, "title", "S", "words of the title"},
    {TermField::kAuthor, "author", "A", "words of the authors' names"},
    {TermField::kAuthorName, "author-name", "XA", "an author's whole name"},
    {TermField::kSection, "section", "XH", "a section heading"},
    {TermField::kBigram, "bigram", "XG", "Hangul bigrams inside a word"},
    {TermField::kEdgeBigram, "edge-bigram", "XE", "Hangul bigrams at the edges of a word"},
    {TermField::kSource, "source", "XF", "sources that tell of the paper"},
    {TermField::kId, "id", "Q", "the paper's id"},
    {TermField::kForm, "form", "XS", "Hangul words whose last syllable was taken for a particle"},
    {TermField::kSpelling, "spelling", "XV", "English words as spelled"},
    {TermField::kGloss, "gloss", "XK", "names that a text gives for the same thing"},
}};

/// Value slots. The numbers are written into indexes.
enum Slot : Xapian::valueno {
    kDateSlot = 0,   ///< earliest day: sortable_serialise(days since 1970-01-01); empty where unknown
    kVotesSlot = 1,  ///< highest vote: sortable_serialise; empty where unknown
    kPriorSlot = 2,  ///< vote prior in [0, 1]: sortable_serialise (see common/vote_prior.h)
    kIdSlot = 3,     ///< the paper's id as it is: order of ties
};

/// Metadata keys.
inline constexpr std::string_view kVersionKey = "saegin:schema";
inline constexpr std::string_view kAnalyzerKey = "saegin:analyzer";
/// The lexicon made from the terms of this index (see lexicon/lexicon.h).
inline constexpr std::string_view kLexiconKey = "saegin:lexicon";
/// The latent space of its papers (see latent/latent_space.h).
inline constexpr std::string_view kLatentKey = "saegin:latent";
/// The words of its papers, for the latent space of several indexes (see latent/word_counts.h).
inline constexpr std::string_view kWordCountsKey = "saegin:words";
/// One record per source: this prefix and the hash of its key (see indexer/manifest.h).
inline constexpr std::string_view kSourceKeyPrefix = "saegin:source:";

/// How often a title word counts as if it stood in the summary. 2 to 4 did about equally well on all three
/// collections, 1 clearly worse (docs/experiments.md); a whole number, since it is a within-document frequency.
inline constexpr Xapian::termcount kTitleWdf = 3;

/// Words have no prefix. Those that start with a Hangul syllable stand together in byte order: from the first of these
/// on, up to but not with the second.
inline constexpr std::string_view kFirstHangulWord = "\xEA\xB0\x80";    // 가
inline constexpr std::string_view kBehindHangulWords = "\xED\x9E\xA4";  // behind 힣

/// The prefix of a family.
[[nodiscard]] constexpr std::string_view prefix(TermField field) {
    return kTermFields[static_cast<std::size_t>(field)].prefix;
}

/// The term under which `text` stands in a family.
[[nodiscard]] inline std::string term(TermField field, std::string_view text) {
    std::string out{prefix(field)};
    out += text;
    return out;
}

/// Calls `visit(word, papers)` for all words that start with a Hangul syllable, in byte order. A remote index sends all
/// terms of a prefix at once, so what is read is bounded by the first byte of the words. Xapian's exceptions pass
/// through.
template <typename Visit>
void visit_hangul_words(const Xapian::Database& database, Visit&& visit) {
    for (char first = kFirstHangulWord.front(); first <= kBehindHangulWords.front(); ++first) {
        const std::string start(1, first);
        for (auto at = database.allterms_begin(start); at != database.allterms_end(start); ++at) {
            if (const std::string word = *at;
                word.compare(kFirstHangulWord) >= 0 && word.compare(kBehindHangulWords) < 0) {
                visit(word, at.get_termfreq());
            }
        }
    }
}

/// The family that tokens of the summary belong to.
[[nodiscard]] constexpr TermField field_of(text::TokenKind kind) {
    switch (kind) {
        case text::TokenKind::kBigram:
            return TermField::kBigram;
        case text::TokenKind::kEdgeBigram:
            return TermField::kEdgeBigram;
        case text::TokenKind::kForm:
            return TermField::kForm;
        case text::TokenKind::kWord:
        case text::TokenKind::kWhole:
            break;
    }
    return TermField::kText;
}

namespace detail {
/// Rows stand in the order of the enum, and no prefix occurs twice.
constexpr bool well_formed() {
    for (std::size_t i = 0; i < kTermFields.size(); ++i) {
        if (static_cast<std::size_t>(kTermFields[i].id) != i) {
            return false;
        }
        for (std::size_t j = i + 1; j < kTermFields.size(); ++j) {
            if (kTermFields[i].prefix == kTermFields[j].prefix || kTermFields[i].name == kTermFields[j].name) {
                return false;
            }
        }
    }
    return true;
}
static_assert(well_formed());
}  // namespace detail

}  // namespace saegin::schema
