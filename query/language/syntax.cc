#include "query/language/syntax.h"

#include <unicode/uchar.h>

#include "common/text/unicode.h"
#include "query/language/fields.h"

namespace saegin::query::language {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kByteOrderMark = 0xFEFF;
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kLastAscii = 0x7F;

/// Longest name that looks like a field's; longer ones are no slip in one of ours.
constexpr std::size_t kMaxNameLetters = 16;

/// Letters only, at least two, and not more than one of them a capital: "titel" and "Autor", but not "V" or "BERT".
bool looks_like_field(std::string_view name) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = static_cast<UChar32>(text::next_code_point(name, at));
        if (u_isalpha(c) == 0 || ++letters > kMaxNameLetters) {
            return false;
        }
        capitals += u_isupper(c) != 0 ? 1U : 0U;
    }
    return letters >= 2 && capitals <= 1;
}

/// Whether a value can start with it: not "//", ":" or ")".
bool starts_value(const Character& c) {
    return u_isalnum(static_cast<UChar32>(c.code)) != 0 || c.meaning == U'"' || c.meaning == U'(' ||
           c.meaning == U'<' || c.meaning == U'>';
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    Character c;
    c.next = at;
    c.code = text::next_code_point(text, c.next);
    c.meaning = meaning_of(c.code);
    return c;
}

char32_t meaning_of(char32_t c) {
    constexpr char32_t kFullWidthFirst = 0xFF01;
    constexpr char32_t kFullWidthLast = 0xFF5E;
    constexpr char32_t kFullWidthOffset = 0xFEE0;
    if (c >= kFullWidthFirst && c <= kFullWidthLast) {
        return c - kFullWidthOffset;
    }
    return c == U'“' || c == U'”' ? U'"' : c;
}

bool is_blank(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    return u_isUWhiteSpace(code) != 0 || u_iscntrl(code) != 0 || u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL) != 0 ||
           c == kReplacement || c == kByteOrderMark || c == kZeroWidthSpace;
}

bool can_be_escaped(char32_t c) {
    const char32_t meaning = meaning_of(c);
    return meaning <= kLastAscii && u_isgraph(static_cast<UChar32>(meaning)) != 0 &&
           u_isalnum(static_cast<UChar32>(meaning)) == 0;
}

Operator operator_named(std::string_view word) {
    if (word == "AND") {
        return Operator::kAnd;
    }
    if (word == "OR") {
        return Operator::kOr;
    }
    return word == "NOT" ? Operator::kNot : Operator::kNone;
}

std::string_view foreign_operator(std::string_view word) {
    if (word == "||") {
        return "OR";
    }
    return word == "&&" ? "AND" : "";
}

bool is_wildcard(std::string_view before, std::string_view behind) {
    constexpr std::string_view kAddressMarks = "/:=";
    if (before.empty() || behind.empty() || before.find_first_of(kAddressMarks) != std::string_view::npos) {
        return false;
    }
    std::size_t last = 0;
    for (std::size_t at = 0; at < before.size(); at = character_at(before, at).next) {
        last = at;
    }
    return u_isalpha(static_cast<UChar32>(character_at(before, last).code)) != 0 &&
           u_isalpha(static_cast<UChar32>(character_at(behind, 0).code)) != 0;
}

std::size_t distance_bytes(std::string_view text) {
    if (!text.starts_with('~')) {
        return 0;
    }
    std::size_t end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
    }
    const bool ends =
        end == text.size() || is_blank(character_at(text, end).code) || character_at(text, end).meaning == U')';
    return end > 1 && ends ? end : 0;
}

bool sign_binds(std::string_view behind) {
    if (behind.empty()) {
        return false;
    }
    const Character c = character_at(behind, 0);
    return !is_blank(c.code) && c.meaning != U')' && c.meaning != U'+' && c.meaning != U'-' && c.meaning != U'>' &&
           c.meaning != U'=';
}

Colon colon_between(std::string_view name, std::string_view behind) {
    const bool nothing =
        behind.empty() || is_blank(character_at(behind, 0).code) || character_at(behind, 0).meaning == U')';
    if (field_named(name)) {
        return nothing ? Colon::kNoValue : Colon::kField;
    }
    return !nothing && starts_value(character_at(behind, 0)) && looks_like_field(name) ? Colon::kUnknownField
                                                                                       : Colon::kPlain;
}

}  // namespace saegin::query::language
