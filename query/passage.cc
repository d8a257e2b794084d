#include "query/passage.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <set>

#include "common/text/icu.h"
#include "common/text/sentences.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using text::ByteSpan;

/// Where characters as readers see them begin: a letter with its accents, the parts of an emoji.
class Characters {
public:
    explicit Characters(std::string_view utf8) {
        text::IcuStatus status;
        const icu::StringPiece piece = text::to_piece(utf8);
        text_.reset(utext_openUTF8(nullptr, piece.data(), piece.length(), status));
        status.check("opening a text");
        breaks_.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        status.check("loading the rules of characters");
        breaks_->setText(text_.get(), status);
        status.check("setting a text");
    }

    /// The last start of a character that is not behind `at`.
    [[nodiscard]] std::size_t not_behind(std::size_t at) const {
        const auto place = static_cast<std::int32_t>(at);
        return breaks_->isBoundary(place) != 0 ? at : static_cast<std::size_t>(breaks_->preceding(place));
    }

private:
    std::unique_ptr<UText, decltype(&utext_close)> text_{nullptr, &utext_close};
    std::unique_ptr<icu::BreakIterator> breaks_;
};

/// Where the `count`-th code point behind `from` starts.
std::size_t advance(std::string_view text, std::size_t from, std::size_t count) {
    for (; from < text.size() && count > 0; --count) {
        (void)text::next_code_point(text, from);
    }
    return from;
}

/// Where the `count`-th code point before `from` starts, but not before `least`.
std::size_t retreat(std::string_view text, std::size_t from, std::size_t count, std::size_t least) {
    for (; from > least && count > 0; --count) {
        --from;
        while (from > least && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) {
            --from;
        }
    }
    return from;
}

/// Moves `at` back to the start of the word it is in, if that is not too far.
std::size_t word_start(std::string_view text, std::size_t at, std::size_t not_before) {
    constexpr std::size_t kFarthest = 40;
    for (std::size_t back = at; back > not_before && at - back < kFarthest; --back) {
        if (text[back - 1] == ' ') {
            return back;
        }
    }
    return at;
}

double score_of(ByteSpan span, const std::vector<Found>& found) {
    constexpr double kAgain = 0.1;  // what is found again adds little
    double score = 0;
    std::set<std::string_view> seen;
    auto at = std::lower_bound(found.begin(), found.end(), span.begin,
                               [](const Found& one, std::size_t begin) { return one.span.begin < begin; });
    for (; at != found.end() && at->span.begin < span.end; ++at) {
        if (at->span.end <= span.end) {
            score += seen.insert(at->key).second ? at->weight : kAgain * at->weight;
        }
    }
    return score;
}

class Chooser {
public:
    Chooser(std::string_view text, const std::vector<Found>& found, std::size_t length)
        : text_(text), found_(found), length_(length), characters_(text) {}

    Passage choose() && {
        const std::vector<ByteSpan> sentences = text::sentences(text_);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            if (is_too_long(sentences[i])) {
                part_of(sentences[i]);
                continue;
            }
            ByteSpan span = sentences[i];
            for (std::size_t j = i + 1; j < sentences.size() && !is_too_long({span.begin, sentences[j].end}); ++j) {
                span.end = sentences[j].end;
            }
            offer(span);
        }
        return best_;
    }

private:
    [[nodiscard]] bool is_too_long(ByteSpan span) const { return advance(text_, span.begin, length_) < span.end; }

    void offer(ByteSpan span) {
        const Passage passage{span, score_of(span, found_)};
        if (best_.span.end == 0 || passage.score > best_.score) {
            best_ = passage;
        }
    }

    /// Offers parts of a long sentence: its start, and what stands around each find.
    void part_of(ByteSpan sentence) {
        offer(cut(sentence, sentence.begin, sentence.begin));
        for (const Found& one : found_) {
            if (one.span.begin >= sentence.begin && one.span.end <= sentence.end) {
                constexpr std::size_t kShareInFront = 6;  // a few words before the first find help to read it
                const std::size_t front = retreat(text_, one.span.begin, length_ / kShareInFront, sentence.begin);
                const std::size_t begin = word_start(text_, front, sentence.begin);
                const bool shown = one.span.end <= advance(text_, begin, length_);
                offer(cut(sentence, shown ? begin : one.span.begin, one.span.end));
            }
        }
    }

    /// From `begin` on as many words as fit, and at least up to `least`.
    [[nodiscard]] ByteSpan cut(ByteSpan sentence, std::size_t begin, std::size_t least) const {
        begin = characters_.not_behind(begin);
        std::size_t end = std::min(sentence.end, advance(text_, begin, length_));
        if (end < sentence.end) {
            const std::size_t words = characters_.not_behind(word_start(text_, end, begin));
            end = words > least ? words : std::max(characters_.not_behind(end), least);
        }
        while (end > begin && text_[end - 1] == ' ') {
            --end;
        }
        return {begin, end};
    }

    std::string_view text_;
    const std::vector<Found>& found_;
    std::size_t length_;
    Characters characters_;
    Passage best_;
};

}  // namespace

Passage best_passage(std::string_view text, const std::vector<Found>& found, std::size_t length) {
    return Chooser{text, found, length}.choose();
}

}  // namespace saegin::query
