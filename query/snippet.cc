#include "query/snippet.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "query/plain_text.h"

namespace saegin::query {

namespace {

using text::ByteSpan;
using text::Token;
using text::TokenKind;

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kSpace = " \n\t\r";

bool is_bigram(const Token& token) {
    return token.kind == TokenKind::kBigram || token.kind == TokenKind::kEdgeBigram;
}

/// What makes two tokens the same for a mark: the text, and whether it is a bigram.
std::string key_of(const Token& token) {
    return (is_bigram(token) ? "2" : "1") + token.text;
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

/// A stretch of a text, cut into fragments at its marks. `found` is in order of place.
std::vector<Fragment> fragments_of(std::string_view text, ByteSpan span, const std::vector<Found>& found) {
    std::vector<Fragment> fragments;
    const auto add = [&](std::size_t begin, std::size_t end, bool hit) {
        if (begin >= end) {
            return;
        }
        const std::string_view piece = text.substr(begin, end - begin);
        if (!fragments.empty() && fragments.back().hit == hit) {
            fragments.back().text += piece;
        } else {
            fragments.push_back({std::string{piece}, hit});
        }
    };
    std::size_t at = span.begin;
    for (const Found& one : found) {
        if (one.span.end <= at || one.span.begin < span.begin || one.span.end > span.end) {
            continue;
        }
        const std::size_t begin = std::max(one.span.begin, at);
        // Marks that only a blank or a hyphen parts read as one.
        const std::string_view between = text.substr(at, begin - at);
        const bool bridges = !fragments.empty() && fragments.back().hit && (between == " " || between == "-");
        add(at, begin, bridges);
        add(begin, one.span.end, true);
        at = one.span.end;
    }
    add(at, span.end, false);
    return fragments;
}

}  // namespace

Highlighter::Highlighter(const std::vector<QueryTerm>& terms, std::vector<MarkedPhrase> phrases)
    : phrases_(std::move(phrases)) {
    const std::string form_prefix{schema::prefix(schema::TermField::kForm)};
    for (const QueryTerm& term : terms) {
        if (!term.highlight) {
            continue;
        }
        keys_.push_back({key_of(term.token), term.weight, 0});
        for (const std::string& also : term.also) {
            const bool is_form = also.starts_with(form_prefix);
            const std::string other = is_form ? also.substr(form_prefix.size()) : also;
            // 빛으로 was indexed as it is written; what was looked for is 빛, and only that is marked.
            const bool has_particle = is_form && other.starts_with(term.token.text);
            keys_.push_back({"1" + other, term.weight, has_particle ? term.token.text.size() : 0});
        }
    }
    std::sort(keys_.begin(), keys_.end(),
              [](const Key& a, const Key& b) { return std::tie(a.text, b.weight) < std::tie(b.text, a.weight); });
}

std::vector<Found> Highlighter::find(std::string_view text) {
    std::vector<Found> found;
    const std::vector<Token> tokens = analyzer_.analyze(text).tokens;
    for (const Token& token : tokens) {
        const std::string key = key_of(token);
        const auto known = std::lower_bound(keys_.begin(), keys_.end(), key,
                                            [](const Key& one, const std::string& typed) { return one.text < typed; });
        if (known != keys_.end() && known->text == key && token.kind != TokenKind::kBigram) {
            ByteSpan span = token.span;
            if (known->marked > 0) {
                span.end = std::min(span.end, span.begin + known->marked);
            }
            found.push_back({span, key, known->weight});
        }
    }
    find_phrases(tokens, found);
    // Of what begins at the same place the longest counts first, so that a name is marked whole.
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tie(a.span.begin, b.span.end) < std::tie(b.span.begin, a.span.end);
    });
    return found;
}

void Highlighter::find_phrases(const std::vector<Token>& tokens, std::vector<Found>& found) const {
    if (phrases_.empty()) {
        return;
    }
    std::vector<const Token*> words;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::kWord) {
            words.push_back(&token);
        }
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const Token* a, const Token* b) { return a->position < b->position; });
    for (const MarkedPhrase& phrase : phrases_) {
        const std::size_t length = phrase.words.size();
        std::string key = "3";
        for (const std::string& word : phrase.words) {
            key += word + ' ';
        }
        for (std::size_t first = 0; first + length <= words.size(); ++first) {
            bool fits = true;
            for (std::size_t i = 0; fits && i < length; ++i) {
                const Token& word = *words[first + i];
                fits = word.text == phrase.words[i] && word.position - words[first]->position <= i;
            }
            if (fits) {
                found.push_back({{words[first]->span.begin, words[first + length - 1]->span.end}, key, phrase.weight});
            }
        }
    }
}

std::vector<Fragment> Highlighter::mark(std::string_view text) {
    return fragments_of(text, {0, text.size()}, find(text));
}

std::vector<Fragment> Highlighter::snippet(const Paper& paper, std::size_t length) {
    struct Candidate {
        std::string section;
        std::vector<Found> found;
        Passage passage;
    };
    std::optional<Candidate> best;
    for (const Section& section : paper.sections) {
        Candidate candidate;
        candidate.section = without_markdown(start_of(section.text));
        candidate.found = find(candidate.section);
        candidate.passage = best_passage(candidate.section, candidate.found, length);
        const ByteSpan span = candidate.passage.span;
        if (span.begin < span.end && (!best || candidate.passage.score > best->passage.score)) {
            best = std::move(candidate);
        }
    }
    if (!best) {
        return {};
    }
    const std::string_view section = best->section;
    const ByteSpan span = best->passage.span;
    std::vector<Fragment> fragments = fragments_of(section, span, best->found);
    if (section.substr(0, span.begin).find_first_not_of(kSpace) != std::string_view::npos) {
        fragments.insert(fragments.begin(), {std::string{kEllipsis} + " ", false});
    }
    if (section.substr(span.end).find_first_not_of(kSpace) != std::string_view::npos) {
        fragments.push_back({" " + std::string{kEllipsis}, false});
    }
    return fragments;
}

}  // namespace saegin::query
