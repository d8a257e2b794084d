#include "common/text/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cassert>
#include <memory>

#include "common/text/icu.h"

namespace saegin::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kByteOrderMark = 0xFEFF;

// Full-width ASCII (U+FF01 to U+FF5E) lies at a fixed distance from ASCII.
constexpr char32_t kFullWidthFirst = 0xFF01;
constexpr char32_t kFullWidthLast = 0xFF5E;
constexpr char32_t kFullWidthOffset = 0xFEE0;

}  // namespace

// ICU's macros convert between int, char and uint8_t as they please.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
    assert(at < utf8.size());
    // U8_NEXT works on int32_t offsets: give it a window that is surely long enough for one character.
    const std::string_view window = utf8.substr(at, U8_MAX_LENGTH);
    std::int32_t i = 0;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(window.data(), i, static_cast<std::int32_t>(window.size()), c);
    at += static_cast<std::size_t>(i);
    return static_cast<char32_t>(c);
}

void append(std::string& out, char32_t c) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(bytes, length, U8_MAX_LENGTH, static_cast<UChar32>(c), failed);
    if (failed) {
        append(out, kReplacement);
        return;
    }
    for (std::int32_t i = 0; i < length; ++i) {
        out += static_cast<char>(bytes[i]);
    }
}

#pragma GCC diagnostic pop

Repaired repair_utf8(std::string_view bytes) {
    Repaired result;
    result.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(bytes, at);
        const bool written_so = c == kReplacement && bytes.substr(begin, at - begin) == "\xEF\xBF\xBD";
        if ((c == kReplacement && !written_so) || c == 0) {
            ++result.replacements;
            append(result.text, kReplacement);
        } else if (!(c == kByteOrderMark && begin == 0)) {
            result.text.append(bytes.substr(begin, at - begin));
        }
    }
    return result;
}

std::string to_nfc(std::string_view utf8) {
    IcuStatus status;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    status.check("ICU has no NFC data");
    std::string out;
    icu::StringByteSink<std::string> sink{&out};
    const std::string valid = repair_utf8(utf8).text;  // ICU would hand malformed bytes on as they are
    nfc->normalizeUTF8(0, to_piece(valid), sink, nullptr, status);
    status.check("normalising text");
    return out;
}

std::string fold(std::string_view utf8) {
    const std::string narrow = [&] {
        std::string out;
        for (std::size_t at = 0; at < utf8.size();) {
            const char32_t c = next_code_point(utf8, at);
            append(out, c >= kFullWidthFirst && c <= kFullWidthLast ? c - kFullWidthOffset : c);
        }
        return out;
    }();
    IcuStatus status;
    std::string folded;
    icu::StringByteSink<std::string> sink{&folded};
    icu::CaseMap::utf8Fold(0, to_piece(narrow), sink, nullptr, status);
    status.check("folding case");
    return to_nfc(folded);
}

std::size_t character_count(std::string_view utf8) {
    IcuStatus status;
    const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    status.check("ICU has no character break rules");
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(to_piece(utf8));
    breaks->setText(text);
    std::size_t count = 0;
    while (breaks->next() != icu::BreakIterator::DONE) {
        ++count;
    }
    return count;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto c = static_cast<UChar32>(next_code_point(utf8, at));
        const auto type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
            continue;
        }
        const auto east_asian = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
        width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

std::string printable(std::string_view utf8) {
    constexpr char32_t kNonJoiner = 0x200C;  // these two shape letters and emoji
    constexpr char32_t kJoiner = 0x200D;
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_code_point(utf8, at);
        const auto type = u_charType(static_cast<UChar32>(c));
        if (type == U_CONTROL_CHAR) {
            out += ' ';
        } else if (type != U_FORMAT_CHAR || c == kJoiner || c == kNonJoiner) {
            append(out, c);
        }
    }
    return out;
}

std::size_t code_point_count(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) {
        (void)next_code_point(utf8, at);
    }
    return count;
}

}  // namespace saegin::text
