#include "query/snippet.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "common/text/icu.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using text::ByteSpan;
using text::TokenKind;

constexpr std::string_view kEllipsis = "…";

/// What makes two tokens the same for a mark: the text, and whether it is a bigram.
std::string key_of(const text::Token& token) {
    const bool bigram = token.kind == TokenKind::kBigram || token.kind == TokenKind::kEdgeBigram;
    return (bigram ? "2" : "1") + token.text;
}

/// Sentences of a text, as byte spans that cover it.
std::vector<ByteSpan> sentences_of(std::string_view text) {
    text::IcuStatus status;
    const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createSentenceInstance(icu::Locale::getKorean(), status)};
    status.check("ICU has no sentence break rules");
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), status);
    breaks->setText(&utext, status);
    status.check("finding sentences");
    std::vector<ByteSpan> sentences;
    std::int32_t from = breaks->first();
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
        sentences.push_back({static_cast<std::size_t>(from), static_cast<std::size_t>(to)});
    }
    utext_close(&utext);
    return sentences;
}

/// Where the `count`-th character behind `from` starts.
std::size_t advance(std::string_view text, std::size_t from, std::size_t count) {
    for (; from < text.size() && count > 0; --count) {
        (void)text::next_code_point(text, from);
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

/// As much of a section as is looked at: a summary has a few kilobytes, but any text may be indexed.
std::string_view start_of(std::string_view text) {
    constexpr std::size_t kMostBytes = 64U << 10U;
    if (text.size() <= kMostBytes) {
        return text;
    }
    std::size_t end = kMostBytes;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \n\t");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1);
}

}  // namespace

Highlighter::Highlighter(const std::vector<QueryTerm>& terms) {
    for (const QueryTerm& term : terms) {
        if (term.highlight) {
            keys_.emplace_back(key_of(term.token), term.weight);
        }
    }
    std::sort(keys_.begin(), keys_.end());
}

std::vector<Highlighter::Hit> Highlighter::hits_in(std::string_view text) {
    std::vector<Hit> hits;
    for (const text::Token& token : analyzer_.analyze(text).tokens) {
        const std::string key = key_of(token);
        const auto found = std::lower_bound(keys_.begin(), keys_.end(), std::pair{key, 0.0});
        if (found != keys_.end() && found->first == key && token.kind != TokenKind::kBigram) {
            hits.push_back({token.span, key, found->second});
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.span.begin < b.span.begin; });
    return hits;
}

std::vector<Fragment> Highlighter::mark(std::string_view text) {
    std::vector<Fragment> fragments;
    const auto add = [&](std::string_view piece, bool hit) {
        if (piece.empty()) {
            return;
        }
        if (!fragments.empty() && fragments.back().hit == hit) {
            fragments.back().text += piece;
        } else {
            fragments.push_back({std::string{piece}, hit});
        }
    };
    std::size_t at = 0;
    for (const Hit& hit : hits_in(text)) {
        if (hit.span.end <= at) {
            continue;
        }
        const std::size_t begin = std::max(hit.span.begin, at);
        // Marks that only a blank or a hyphen parts read as one.
        const std::string_view between = text.substr(at, begin - at);
        const bool bridges = !fragments.empty() && fragments.back().hit && (between == " " || between == "-");
        add(between, bridges);
        add(text.substr(begin, hit.span.end - begin), true);
        at = hit.span.end;
    }
    add(text.substr(at), false);
    return fragments;
}

std::vector<Fragment> Highlighter::snippet(const Paper& paper, std::size_t length) {
    struct Candidate {
        std::string_view section;
        ByteSpan span;
        ByteSpan first_hit;
        double score;
    };
    std::optional<Candidate> best;
    for (const Section& section : paper.sections) {
        const std::string_view source = start_of(section.text);
        const std::vector<Hit> hits = hits_in(source);
        const std::vector<ByteSpan> sentences = sentences_of(source);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            // As many whole sentences from here as fit; at least one.
            ByteSpan span = sentences[i];
            for (std::size_t j = i + 1; j < sentences.size(); ++j) {
                const std::string_view longer = source.substr(span.begin, sentences[j].end - span.begin);
                if (text::code_point_count(longer) > length) {
                    break;
                }
                span.end = sentences[j].end;
            }
            double score = 0;
            ByteSpan first_hit{span.begin, span.begin};
            std::set<std::string_view> found;
            const auto first = std::lower_bound(hits.begin(), hits.end(), span.begin,
                                                [](const Hit& hit, std::size_t at) { return hit.span.begin < at; });
            for (auto hit = first; hit != hits.end() && hit->span.end <= span.end; ++hit) {
                if (found.empty()) {
                    first_hit = hit->span;
                }
                // A term that is found again adds little.
                constexpr double kAgain = 0.1;
                score += found.insert(hit->key).second ? hit->weight : kAgain * hit->weight;
            }
            if (!best || score > best->score) {
                best = Candidate{source, span, first_hit, score};
            }
        }
    }
    if (!best) {
        return {};
    }
    // A sentence that is too long is cut around its first hit.
    std::size_t begin = best->span.begin;
    std::size_t end = best->span.end;
    if (text::code_point_count(best->section.substr(begin, end - begin)) > length) {
        const ByteSpan hit = best->first_hit;
        if (advance(best->section, begin, length) < hit.end) {
            begin = word_start(best->section, hit.begin, begin);
        }
        end = std::min(end, advance(best->section, begin, length));
        if (end < best->span.end) {
            const std::size_t whole_words = word_start(best->section, end, begin);
            end = whole_words > hit.end ? whole_words : std::max(end, hit.end);
        }
    }
    std::vector<Fragment> fragments = mark(trimmed(best->section.substr(begin, end - begin)));
    if (begin > 0 && !fragments.empty()) {
        fragments.insert(fragments.begin(), {std::string{kEllipsis} + " ", false});
    }
    if (end < best->section.size() && !fragments.empty()) {
        fragments.push_back({" " + std::string{kEllipsis}, false});
    }
    return fragments;
}

}  // namespace saegin::query
