#include "benchmarks/eval/suites/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "benchmarks/eval/suites/text_runs.h"
#include "common/text/icu.h"
#include "common/text/utf32.h"

namespace saegin::eval {

namespace {

constexpr std::ptrdiff_t kFewestWords = 5;
constexpr std::ptrdiff_t kMostWords = 30;

bool is_long_question(const std::string& sentence) {
    const auto words = 1 + std::count(sentence.begin(), sentence.end(), ' ');
    const std::u32string letters = text::to_utf32(sentence);
    const auto latin = std::count_if(letters.begin(), letters.end(), is_ascii_letter);
    return words >= kFewestWords && words <= kMostWords && count_hangul(letters) > static_cast<std::size_t>(latin);
}

}  // namespace

std::string one_line(std::string_view text) {
    std::u32string out;
    for (const char32_t c : text::to_utf32(text)) {
        const auto uc = static_cast<UChar32>(c);
        const bool blank = u_isUWhiteSpace(uc) != 0 || u_charType(uc) == U_CONTROL_CHAR;
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != U' ') {
            out += U' ';
        }
    }
    if (out.ends_with(U' ')) {
        out.pop_back();
    }
    return text::to_utf8(out);
}

std::vector<std::string> korean_sentences(std::string_view text) {
    text::IcuStatus status;
    const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status)};
    status.check("ICU has no sentence rules");
    const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text::to_piece(text));
    breaks->setText(whole);
    std::vector<std::string> sentences;
    std::int32_t from = breaks->first();
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
        std::string sentence;
        whole.tempSubStringBetween(from, to).toUTF8String(sentence);
        sentence = one_line(sentence);
        if (is_long_question(sentence)) {
            sentences.push_back(std::move(sentence));
        }
    }
    return sentences;
}

}  // namespace saegin::eval
