#include "common/text/analyzer.h"

#include <unicode/uvernum.h>
#include <xapian.h>

#include <algorithm>
#include <array>

#include "common/text/korean_particles.h"
#include "common/text/ngrams.h"
#include "common/text/utf32.h"

namespace saegin::text {

namespace {

// Raise it with every change of what tokens come out, and of what common/lexicon makes of them: glosses, pairs and
// their evidence are stored, too, and no other number tells an index of other rules. Indexes made before are refused.
constexpr int kChainVersion = 4;

// A chain of more pieces is a path or a formula, no name: its parts suffice.
constexpr std::size_t kMostParts = 6;

// Longest version number in front of which a blank still joins: "Llama 3", "Llama 3.1", but not "in 2024".
constexpr std::size_t kVersionLength = 3;

constexpr std::array<std::string_view, 48> kStopWords{
    "a",     "an",   "and",  "are", "as",  "at",   "be",   "been", "but",   "by",    "can",  "do",
    "does",  "for",  "from", "had", "has", "have", "how",  "if",   "in",    "into",  "is",   "it",
    "its",   "no",   "not",  "of",  "on",  "or",   "such", "that", "the",   "their", "then", "there",
    "these", "they", "this", "to",  "was", "were", "what", "when", "which", "who",   "will", "with",
};

// What a Korean question or phrase is built with: who, what and when, bound nouns, and forms of 하다, 있다, 위하다 and
// the like that stand between nouns. Without their particles, as they stand in a token.
constexpr auto kKoreanStopWords = std::to_array<std::string_view>({
    "무엇", "무슨", "누구",   "누가",     "어디",     "언제",     "어떤",     "어느",     "어떻게", "왜",
    "몇",   "얼마", "얼마나", "무엇인가", "누구인가", "어디인가", "언제인가", "얼마인가", "무엇이", "어떠한",
    "것",   "거",   "때",     "수",       "등",       "및",       "또는",     "그리고",   "혹은",   "하는",
    "있는", "없는", "되는",   "하고",     "있다",     "하다",     "되다",     "위한",     "위해",   "위하여",
    "대한", "대해", "통해",   "통한",     "관한",     "따른",     "의한",     "인한",     "말고",
});

bool is_version(const Piece& piece) {
    return (piece.kind == PieceKind::kNumber || piece.kind == PieceKind::kLatin) && !piece.text.empty() &&
           piece.text.front() >= '0' && piece.text.front() <= '9' && piece.text.size() <= kVersionLength;
}

bool is_name(const Piece& piece) {
    return piece.kind == PieceKind::kLatin &&
           std::none_of(piece.text.begin(), piece.text.end(), [](char32_t c) { return c >= '0' && c <= '9'; });
}

/// Builds the tokens of one text.
class Chain {
public:
    Chain(const std::vector<Piece>& pieces, EnglishStemmer& stemmer) : pieces_(pieces), stemmer_(stemmer) {}

    Analysis run() && {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (i >= whole_end_) {
                whole_from(i);
            }
            version_at(i);
            word(i);
        }
        analysis_.positions = position_;
        return std::move(analysis_);
    }

private:
    bool is_particle_piece(std::size_t i) const {
        const Piece& piece = pieces_[i];
        const bool follows_directly = piece.gap == Gap::kNone || piece.gap == Gap::kSigns;
        return piece.kind == PieceKind::kHangul && follows_directly && is_particle(piece.text);
    }

    std::u32string_view stem_of(const Piece& piece) const {
        const std::u32string_view text = piece.text;
        return piece.kind == PieceKind::kHangul ? text.substr(0, stem_length(text)) : text;
    }

    /// If piece `first` starts a chain such as "GPT-4o" or "text-to-image", adds the whole of it.
    void whole_from(std::size_t first) {
        std::size_t end = first + 1;
        while (end < pieces_.size() && joins(end)) {
            ++end;
        }
        whole_end_ = end;
        const Piece& last = pieces_[end - 1];
        if (!last.sign.empty()) {
            add_signed(last);
        }
        if (end - first < 2 || end - first > kMostParts) {
            return;
        }
        std::string text;
        for (std::size_t i = first; i + 1 < end; ++i) {
            text += to_utf8(pieces_[i].text);
        }
        const std::u32string_view tail = stem_of(last);
        text += to_utf8(tail);
        const std::size_t tail_end = last.span.end - bytes_cut(last, tail.size());
        add({std::move(text), {pieces_[first].span.begin, tail_end}, position_, TokenKind::kWhole});
    }

    /// Whether piece `i` belongs to the same chain as the one before it.
    bool joins(std::size_t i) const {
        const Piece& piece = pieces_[i];
        if (piece.gap == Gap::kConnector) {
            return true;
        }
        // Without a gap: letters and their version ("llama" + "3"); a change to or from Hangul is a word boundary.
        return piece.gap == Gap::kNone && piece.kind != PieceKind::kHangul && pieces_[i - 1].kind != PieceKind::kHangul;
    }

    void add_signed(const Piece& piece) {
        // The sign is ASCII or full-width; the mark covers the letters, which is what a reader looks for.
        add({to_utf8(piece.text) + std::string{piece.sign}, piece.span, position_, TokenKind::kWhole});
    }

    /// "Llama 3" is written like "Llama-3" and "Llama3": adds the whole of name and version.
    void version_at(std::size_t i) {
        if (i + 1 >= pieces_.size()) {
            return;
        }
        const Piece& name = pieces_[i];
        const Piece& version = pieces_[i + 1];
        constexpr std::size_t kShortestName = 2;
        if (name.text.size() >= kShortestName && is_name(name) && version.gap == Gap::kSpace && is_version(version) &&
            !is_stop_word(to_utf8(name.text))) {
            add({to_utf8(name.text) + to_utf8(version.text),
                 {name.span.begin, version.span.end},
                 position_,
                 TokenKind::kWhole});
        }
    }

    void word(std::size_t i) {
        const Piece& piece = pieces_[i];
        if (is_particle_piece(i)) {
            return;
        }
        const std::u32string_view stem = stem_of(piece);
        std::string text = to_utf8(stem);
        if (piece.kind == PieceKind::kLatin) {
            text = stemmer_.stem(text);
        }
        add({std::move(text),
             {piece.span.begin, piece.span.end - bytes_cut(piece, stem.size())},
             position_,
             TokenKind::kWord});
        if (piece.kind == PieceKind::kHangul) {
            // One syllable may as well belong to the word. The archive knows better; see query/word_forms.h.
            if (stem.size() + 1 == piece.text.size()) {
                add({to_utf8(piece.text), piece.span, position_, TokenKind::kForm});
            }
            for (Token& bigram : hangul_bigrams(stem, piece.span.begin, position_)) {
                add(std::move(bigram));
            }
        }
        ++position_;
    }

    /// Bytes of the written form behind the first `kept` syllables of a Hangul piece.
    static std::size_t bytes_cut(const Piece& piece, std::size_t kept) {
        constexpr std::size_t kSyllableBytes = 3;
        return (piece.text.size() - kept) * kSyllableBytes;
    }

    void add(Token token) {
        if (token.text.empty()) {
            return;
        }
        if (token.text.size() > kMaxTokenBytes) {
            std::size_t end = kMaxTokenBytes;
            while ((static_cast<unsigned char>(token.text[end]) & 0xC0U) == 0x80U) {
                --end;
            }
            token.text.resize(end);
            ++analysis_.cut;
        }
        analysis_.tokens.push_back(std::move(token));
    }

    const std::vector<Piece>& pieces_;
    EnglishStemmer& stemmer_;
    Analysis analysis_;
    std::uint32_t position_ = 0;
    std::size_t whole_end_ = 0;  ///< pieces before it belong to a chain that has been looked at
};

}  // namespace

Analysis Analyzer::analyze(std::string_view source) {
    const std::vector<Piece> pieces = breaker_.split(normalize(source));
    return Chain{pieces, stemmer_}.run();
}

std::string analyzer_fingerprint() {
    return "saegin-mixed/" + std::to_string(kChainVersion) + " icu/" + std::to_string(U_ICU_VERSION_MAJOR_NUM) +
           " snowball-english/xapian-" + std::to_string(XAPIAN_MAJOR_VERSION) + "." +
           std::to_string(XAPIAN_MINOR_VERSION);
}

bool is_stop_word(std::string_view folded_word) {
    return std::find(kStopWords.begin(), kStopWords.end(), folded_word) != kStopWords.end() ||
           std::find(kKoreanStopWords.begin(), kKoreanStopWords.end(), folded_word) != kKoreanStopWords.end();
}

}  // namespace saegin::text
