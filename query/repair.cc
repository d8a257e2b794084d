#include "query/repair.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/hangul.h"
#include "common/text/korean_particles.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"
#include "query/layout.h"
#include "query/loanword.h"
#include "query/spelling_limits.h"

namespace saegin::query {

namespace {

using text::ByteSpan;
using text::Token;
using text::TokenKind;

/// The pieces between white space.
std::vector<ByteSpan> pieces_of(std::string_view query) {
    std::vector<ByteSpan> pieces;
    bool inside = false;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t begin = at;
        const bool blank = u_isUWhiteSpace(static_cast<UChar32>(text::next_code_point(query, at))) != 0;
        if (!blank && !inside) {
            pieces.push_back({begin, at});
        } else if (!blank) {
            pieces.back().end = at;
        }
        inside = !blank;
    }
    return pieces;
}

std::string_view part(std::string_view text, const ByteSpan& span) {
    return text.substr(span.begin, span.end - span.begin);
}

ByteSpan within_query(const ByteSpan& span, const ByteSpan& piece) {
    return {piece.begin + span.begin, piece.begin + span.end};
}

bool has_jamo(std::string_view text) {
    const std::u32string letters = text::to_utf32(text);
    return std::any_of(letters.begin(), letters.end(), text::is_compatibility_jamo);
}

bool is_english(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Repairer {
public:
    Repairer(std::string_view query, const WordList& words, text::Analyzer& analyzer, const Known& known)
        : query_(query), words_(words), analyzer_(analyzer), known_(known), spelling_(words) {}

    Repaired run() && {
        const std::vector<ByteSpan> pieces = pieces_of(query_);
        for (std::size_t i = 0; i < std::min(pieces.size(), kMaxRepairedPieces); ++i) {
            if (pieces[i].end - pieces[i].begin <= kMaxPieceBytes) {
                piece(pieces[i]);
            }
        }
        return {std::string{query_}, std::move(corrections_)};
    }

private:
    void piece(const ByteSpan& span) {
        const std::string_view typed = part(query_, span);
        const std::vector<Token> tokens = analyzer_.analyze(typed).tokens;
        if (tokens.empty() || known_(typed)) {
            return;
        }
        if (auto meant = other_layout(typed, words_, known_)) {
            correct(span, std::move(*meant), Correction::Kind::kLayout);
            return;
        }
        for (const Token& token : tokens) {
            const ByteSpan at = within_query(token.span, span);
            if (token.kind != TokenKind::kWord || at.begin < done_) {
                continue;
            }
            if (const ByteSpan run = hangul_run(at, span); run.end > run.begin && has_jamo(part(query_, run))) {
                broken_word(run);
                done_ = run.end;
                continue;
            }
            if (known_(part(query_, at)) || word(at)) {
                continue;
            }
            // Its last syllable may have been taken for a particle only because of the slip.
            const auto form = std::find_if(tokens.begin(), tokens.end(), [&](const Token& other) {
                return other.kind == TokenKind::kForm && other.position == token.position;
            });
            if (form != tokens.end()) {
                const ByteSpan whole = within_query(form->span, span);
                correct_if(whole, spelling_.hangul_within(part(query_, whole), kPlausibleSlip, known_),
                           Correction::Kind::kSpelling);
            }
        }
    }

    /// The Hangul that `at` stands in, letters and syllables, as far as it goes in `piece`.
    [[nodiscard]] ByteSpan hangul_run(const ByteSpan& at, const ByteSpan& piece) const {
        ByteSpan run{at.begin, at.begin};
        for (std::size_t next = at.begin; next < piece.end && text::is_hangul(text::next_code_point(query_, next));) {
            run.end = next;
        }
        return run;
    }

    /// A word with letters that make no syllable, at which the analyzer breaks it, and whose particle it leaves on.
    void broken_word(const ByteSpan& span) {
        const std::u32string letters = text::to_utf32(part(query_, span));
        if (word(span)) {
            return;
        }
        constexpr std::size_t kLongestParticle = 4;
        for (std::size_t length = std::min(kLongestParticle, letters.size() - 1); length > 0; --length) {
            const std::u32string_view tail = std::u32string_view{letters}.substr(letters.size() - length);
            if (text::is_particle(tail) && word({span.begin, span.end - text::to_utf8(tail).size()})) {
                return;
            }
        }
    }

    /// Repairs a word; false if it stays as it is.
    bool word(const ByteSpan& span) {
        const std::string typed = text::fold(part(query_, span));
        if (is_english(typed)) {
            return correct_if(span, spelling_.english(typed, known_), Correction::Kind::kSpelling);
        }
        return correct_if(span, spelling_.hangul(typed, known_), Correction::Kind::kSpelling) ||
               (!spelling_.is_derived(typed) &&
                correct_if(span, english_of_loanword(typed, words_, known_), Correction::Kind::kSound));
    }

    bool correct_if(const ByteSpan& span, std::optional<std::string> meant, Correction::Kind kind) {
        if (meant) {
            correct(span, std::move(*meant), kind);
        }
        return meant.has_value();
    }

    void correct(const ByteSpan& span, std::string meant, Correction::Kind kind) {
        corrections_.push_back({std::string{part(query_, span)}, std::move(meant), kind, span});
    }

    std::string_view query_;
    const WordList& words_;
    text::Analyzer& analyzer_;
    const Known& known_;
    SpellingRepair spelling_;
    std::size_t done_ = 0;  ///< what stands before it has been looked at
    std::vector<Correction> corrections_;
};

}  // namespace

Repaired repair(std::string_view query, const WordList& words, text::Analyzer& analyzer, const Known& known) {
    Repaired repaired = Repairer{query, words, analyzer, known}.run();
    for (auto one = repaired.corrections.rbegin(); one != repaired.corrections.rend(); ++one) {
        repaired.text.replace(one->span.begin, one->span.end - one->span.begin, one->repaired);
    }
    return repaired;
}

}  // namespace saegin::query
