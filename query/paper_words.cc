#include "query/paper_words.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "query/distinctive_terms.h"
#include "query/sentence_end.h"

namespace saegin::query {

namespace {

void collect(std::string_view source, bool is_title, text::Analyzer& analyzer, PaperWords& paper) {
    visit_words(source, analyzer, [&](const text::Token& token, std::string written, bool is_stop) {
        if (is_title && token.kind == text::TokenKind::kWord) {
            paper.title.push_back({token.text, written, true, is_stop, false});
        }
        if (is_stop || is_sentence_end(token.text)) {
            return;
        }
        PaperWord& word = paper.words[token.text];
        if (word.written.empty()) {
            word.written = std::move(written);
        }
        ++(is_title ? word.in_title : word.in_summary);
    });
}

bool summary_has(const PaperWords& paper, const Alternative& name) {
    return std::all_of(name.words.begin(), name.words.end(), [&](const std::string& text) {
        const auto word = paper.words.find(text);
        return word != paper.words.end() && word->second.in_summary > 0;
    });
}

}  // namespace

PaperWords words_of(const Paper& paper, text::Analyzer& analyzer) {
    PaperWords words;
    collect(paper.title, true, analyzer, words);
    for (const Section& section : paper.sections) {
        words.has_summary = words.has_summary || !section.text.empty();
        collect(section.text, false, analyzer, words);
    }
    return words;
}

bool summary_bears_out_title(const PaperWords& paper, const lexicon::Lexicon& lexicon, const Vocabulary& vocabulary,
                             std::size_t papers, const RankingParameters& parameters) {
    const double too_many = parameters.related_common * static_cast<double>(papers);
    std::set<std::string> telling;
    for (const auto& [text, word] : paper.words) {
        if (word.in_title > 0 && vocabulary.papers(text) <= too_many) {
            if (word.in_summary > 0) {
                return true;
            }
            telling.insert(text);
        }
    }
    if (telling.empty() || !paper.has_summary) {
        return true;
    }
    const std::vector<Addition> additions = expand(paper.title, lexicon, vocabulary, parameters);
    return std::any_of(additions.begin(), additions.end(), [&](const Addition& addition) {
        const auto first = paper.title.begin() + static_cast<std::ptrdiff_t>(addition.first);
        const auto last = paper.title.begin() + static_cast<std::ptrdiff_t>(addition.last);
        return std::any_of(first, last, [&](const QueryWord& word) { return telling.contains(word.text); }) &&
               std::any_of(addition.alternatives.begin(), addition.alternatives.end(),
                           [&](const Alternative& name) { return summary_has(paper, name); });
    });
}

}  // namespace saegin::query
