#include "common/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "common/text/icu.h"

namespace saegin::text {

std::vector<ByteSpan> sentences(std::string_view utf8) {
    const icu::StringPiece piece = to_piece(utf8);
    IcuStatus status;
    const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status)};
    status.check("loading the rules of sentences");
    const std::unique_ptr<UText, decltype(&utext_close)> source{
        utext_openUTF8(nullptr, piece.data(), piece.length(), status), &utext_close};
    status.check("opening a text");
    breaks->setText(source.get(), status);
    status.check("setting a text");
    constexpr std::string_view kSpace = " \t\r\n";
    std::vector<ByteSpan> found;
    std::size_t begin = 0;
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
        const auto end = static_cast<std::size_t>(to);
        const std::string_view sentence = utf8.substr(begin, end - begin);
        const std::size_t first = sentence.find_first_not_of(kSpace);
        if (first != std::string_view::npos) {
            found.push_back({begin + first, begin + sentence.find_last_not_of(kSpace) + 1});
        }
        begin = end;
    }
    return found;
}

}  // namespace saegin::text
