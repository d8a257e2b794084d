#include "common/text/word_breaker.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "common/text/icu.h"
#include "common/text/unicode.h"

namespace saegin::text {

namespace {

enum class CharClass : std::uint8_t { kHangul, kDigit, kLetter, kOther, kBreak };

bool is_jamo(char32_t c) {
    return (c >= 0x3131 && c <= 0x318E) || (c >= 0x1100 && c <= 0x11FF);
}

CharClass classify(char32_t c) {
    if ((c >= 'a' && c <= 'z')) {
        return CharClass::kLetter;
    }
    if (is_hangul_syllable(c) || is_jamo(c)) {
        return CharClass::kHangul;
    }
    if (c == '_' || c == '.' || c == ',' || c == ':' || c == 0xB7) {
        return CharClass::kBreak;
    }
    const auto uc = static_cast<UChar32>(c);
    if (u_isdigit(uc)) {
        return CharClass::kDigit;
    }
    if (u_hasBinaryProperty(uc, UCHAR_IDEOGRAPHIC)) {
        return CharClass::kOther;
    }
    const int8_t type = u_charType(uc);
    const bool is_mark = type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
    return u_isalpha(uc) || is_mark || c == '\'' ? CharClass::kLetter : CharClass::kOther;
}

bool is_connector(char32_t c) {
    switch (c) {
        case '-':
        case '/':
        case '_':
        case '.':
        case ':':
        case 0xB7:    // middle dot
        case 0x2027:  // hyphenation point
        case 0x318D:  // Hangul letter araea, used as a middle dot
        case 0x00D7:  // multiplication sign: LLM×MapReduce
            return true;
        default:
            return false;
    }
}

/// A run of one class inside an ICU word: [begin, end) in characters.
struct Run {
    std::size_t begin;
    std::size_t end;
    CharClass type;
};

/// Splits [begin, end) where the class changes. Points and commas between digits belong to the number.
std::vector<Run> runs_of(const std::vector<Character>& characters, std::size_t begin, std::size_t end) {
    std::vector<Run> runs;
    for (std::size_t i = begin; i < end; ++i) {
        CharClass type = classify(characters[i].value);
        if (type == CharClass::kBreak) {
            const bool in_number = !runs.empty() && runs.back().type == CharClass::kDigit && runs.back().end == i &&
                                   i + 1 < end && classify(characters[i + 1].value) == CharClass::kDigit &&
                                   (characters[i].value == '.' || characters[i].value == ',');
            if (!in_number) {
                continue;
            }
            type = CharClass::kDigit;
        }
        if (!runs.empty() && runs.back().type == type && runs.back().end == i) {
            runs.back().end = i + 1;
        } else {
            runs.push_back({i, i + 1, type});
        }
    }
    return runs;
}

/// Joins what only looks like two runs: a size or mark such as "4o", "3d", "70b" (up to two letters behind digits),
/// and one letter in front of digits ("o1", "v2", "h100").
std::vector<Run> join_marks(const std::vector<Run>& runs) {
    constexpr std::size_t kUnitLetters = 2;
    std::vector<Run> joined;
    for (const Run& run : runs) {
        if (!joined.empty() && joined.back().end == run.begin) {
            Run& last = joined.back();
            const bool unit =
                last.type == CharClass::kDigit && run.type == CharClass::kLetter && run.end - run.begin <= kUnitLetters;
            const bool numbered_letter =
                last.type == CharClass::kLetter && run.type == CharClass::kDigit && last.end - last.begin == 1;
            if (unit || numbered_letter) {
                last.end = run.end;
                last.type = CharClass::kLetter;
                continue;
            }
        }
        joined.push_back(run);
    }
    return joined;
}

PieceKind kind_of(CharClass type) {
    switch (type) {
        case CharClass::kHangul:
            return PieceKind::kHangul;
        case CharClass::kDigit:
            return PieceKind::kNumber;
        case CharClass::kLetter:
            return PieceKind::kLatin;
        default:
            return PieceKind::kOther;
    }
}

Gap gap_between(const std::vector<Character>& characters, std::size_t end, std::size_t begin) {
    if (end == begin) {
        return Gap::kNone;
    }
    if (begin - end == 1) {
        const char32_t c = characters[end].value;
        if (c == ' ' || c == 0xA0) {
            return Gap::kSpace;
        }
        if (is_connector(c)) {
            return Gap::kConnector;
        }
    }
    const auto begins = characters.begin() + static_cast<std::ptrdiff_t>(end);
    const auto ends = characters.begin() + static_cast<std::ptrdiff_t>(begin);
    const bool blank =
        std::any_of(begins, ends, [](const Character& c) { return u_isUWhiteSpace(static_cast<UChar32>(c.value)); });
    return blank ? Gap::kApart : Gap::kSigns;
}

/// The sign behind a word that makes it another one: C++, C#.
std::string_view sign_at(const std::vector<Character>& characters, std::size_t end) {
    const auto at = [&](std::size_t i) { return i < characters.size() ? characters[i].value : U' '; };
    if (at(end) == '+' && at(end + 1) == '+') {
        return "++";
    }
    return at(end) == '#' && classify(at(end + 1)) != CharClass::kDigit ? "#" : std::string_view{};
}

}  // namespace

WordBreaker::WordBreaker() {
    IcuStatus status;
    breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    status.check("ICU has no word break rules");
}

std::vector<Piece> WordBreaker::split(const std::vector<Character>& characters) {
    icu::UnicodeString text;
    std::vector<std::size_t> character_at;  // UTF-16 offset -> character
    character_at.reserve(characters.size() + 1);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto c = static_cast<UChar32>(characters[i].value);
        text.append(c);
        character_at.insert(character_at.end(), static_cast<std::size_t>(U16_LENGTH(c)), i);
    }
    character_at.push_back(characters.size());
    breaks_->setText(text);

    std::vector<Piece> pieces;
    std::size_t last_end = 0;
    std::int32_t from = breaks_->first();
    for (std::int32_t to = breaks_->next(); to != icu::BreakIterator::DONE; from = to, to = breaks_->next()) {
        // Symbols and blanks have status below UBRK_WORD_NUMBER; a single symbol letter such as "∞" is no word.
        if (breaks_->getRuleStatus() < UBRK_WORD_NUMBER) {
            continue;
        }
        const std::size_t begin = character_at[static_cast<std::size_t>(from)];
        const std::size_t end = character_at[static_cast<std::size_t>(to)];
        for (const Run& run : join_marks(runs_of(characters, begin, end))) {
            Piece piece;
            for (std::size_t i = run.begin; i < run.end; ++i) {
                if (characters[i].value != ',') {  // 1,000 is 1000
                    piece.text += characters[i].value;
                }
            }
            piece.span = {characters[run.begin].span.begin, characters[run.end - 1].span.end};
            piece.kind = kind_of(run.type);
            piece.gap = pieces.empty() ? Gap::kApart : gap_between(characters, last_end, run.begin);
            piece.sign = piece.kind == PieceKind::kLatin ? sign_at(characters, run.end) : std::string_view{};
            last_end = run.end;
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

}  // namespace saegin::text
