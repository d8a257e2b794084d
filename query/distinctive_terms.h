// What tells papers apart: the words of their texts that say something, and how much a word tells.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/analyzer.h"
#include "common/text/unicode.h"
#include "query/sentence_end.h"

namespace saegin::query {

/// Calls `visit(token, written, is_stop)` for the words and wholes of a text (UTF-8 in NFC), in their order. `written`
/// is how the token stands in the text, `is_stop` whether that is a stop word.
template <typename Visit>
void visit_words(std::string_view source, text::Analyzer& analyzer, Visit visit) {
    for (const text::Token& token : analyzer.analyze(source).tokens) {
        if (token.kind == text::TokenKind::kWord || token.kind == text::TokenKind::kWhole) {
            std::string written{source.substr(token.span.begin, token.span.end - token.span.begin)};
            const bool is_stop = text::is_stop_word(text::fold(written));
            visit(token, std::move(written), is_stop);
        }
    }
}

/// Calls `visit(token, written, is_part)` for those that say something: no stop words and no ends of sentences.
/// `is_part` is whether the word stands in the whole in front of it.
template <typename Visit>
void visit_content_words(std::string_view source, text::Analyzer& analyzer, Visit visit) {
    std::size_t whole_ends = 0;
    visit_words(source, analyzer, [&](const text::Token& token, std::string written, bool is_stop) {
        if (!is_stop && !is_sentence_end(token.text)) {
            const bool is_whole = token.kind == text::TokenKind::kWhole;
            visit(token, std::move(written), !is_whole && token.span.end <= whole_ends);
            whole_ends = is_whole ? token.span.end : whole_ends;
        }
    });
}

/// Whether a term, as analysed, is nothing to be read alone: a single letter or syllable, or a number.
[[nodiscard]] inline bool is_fragment(std::string_view term) {
    return text::code_point_count(term) < 2 || std::none_of(term.begin(), term.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
           });
}

/// Whether a term, as analysed, names a subject: it stands in `titles` titles, most of which are English, or a name of
/// the lexicon starts with it (음성, for there is 음성 인식). Korean verb forms and adverbs, which summaries are full
/// of, do neither.
[[nodiscard]] inline bool is_subject(std::uint32_t titles, std::string_view term, const lexicon::Lexicon& lexicon) {
    bool named = titles > 0;
    if (!named) {
        lexicon.visit_from(term, [&](const lexicon::Pair& pair) {
            const std::string& key = pair.from.key;
            named = key.starts_with(term) && (key.size() == term.size() || key[term.size()] == ' ');
            return false;
        });
    }
    return named;
}

/// Inverse document frequency ln(1 + papers / with_term) of a term that `with_term` of `papers` papers have; 0 for one
/// that tells papers apart in no way: in no other paper, or in more than the share `most` (0 to 1) of all. The paper at
/// hand stands in the index `copies` times: more than once where several are read that each have it.
[[nodiscard]] inline double distinctive_idf(double papers, double with_term, double most, double copies = 1) {
    // A small archive has no boilerplate to speak of: there the share alone would drop nearly everything.
    constexpr double kFewPapers = 5;
    if (with_term <= copies || (with_term > kFewPapers && with_term > most * papers)) {
        return 0;
    }
    return std::log(1 + papers / with_term);
}

}  // namespace saegin::query
