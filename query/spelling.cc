#include "query/spelling.h"

#include <algorithm>
#include <tuple>

#include "common/text/analyzer.h"
#include "common/text/hangul.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"
#include "query/edit_cost.h"
#include "query/spelling_limits.h"

namespace saegin::query {

namespace {

/// All syllables and letters (jamo) have three bytes.
constexpr std::size_t kSyllableBytes = 3;

/// A word that may have been meant.
struct Candidate {
    int cost = 0;
    const KnownWord* word = nullptr;
};

bool better(const Candidate& a, const Candidate& b) {
    const auto rank = [](const Candidate& candidate) {
        const bool last_resort = candidate.word->papers < kFewestPapers;
        return std::tuple{last_resort, candidate.cost, -static_cast<std::int64_t>(candidate.word->papers),
                          std::string_view{candidate.word->text}};
    };
    return rank(a) < rank(b);
}

/// The best candidate that the archive knows. A word of the list may be unknown as a piece of text: analysed once more
/// it can lose what looks like a particle.
std::optional<std::string> first_known(std::vector<Candidate>& candidates, const Known& known) {
    constexpr std::size_t kMostTries = 4;
    const std::size_t tries = std::min(kMostTries, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(tries), candidates.end(),
                      better);
    for (std::size_t i = 0; i < tries; ++i) {
        if (known(candidates[i].word->text)) {
            return candidates[i].word->text;
        }
    }
    return std::nullopt;
}

bool lengths_differ_too_much(std::size_t a, std::size_t b, int budget) {
    const std::size_t apart = a > b ? a - b : b - a;
    return apart * kCheapest > static_cast<std::size_t>(budget);
}

/// How much a word of Hangul tells. Letters that make no syllable are part of one that a slip has broken.
struct Shape {
    Length length = Length::kTooShort;
    bool broken = false;
};

Shape shape_of(std::string_view word) {
    const std::u32string letters = text::compose(text::to_utf32(word));
    const auto whole =
        static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), text::is_hangul_syllable));
    const bool broken = whole < letters.size();
    return {length_in_syllables(whole + (broken ? 1 : 0)), broken};
}

}  // namespace

SpellingRepair::SpellingRepair(const WordList& words) : words_(words), most_papers_(most_papers(words)) {}

std::optional<std::string> SpellingRepair::hangul(std::string_view typed, const Known& known) {
    if (is_derived(typed)) {
        return hangul_within(typed, kPlausibleSlip, known);
    }
    if (auto whole = hangul_within(typed, hangul_budget(shape_of(typed).length), known)) {
        return whole;
    }
    return compound(typed, known);
}

std::optional<std::string> SpellingRepair::hangul_within(std::string_view typed, int budget, const Known& known) {
    const std::string keys = encode_.of(typed);
    const Shape shape = keys.empty() ? Shape{} : shape_of(typed);
    if (shape.length == Length::kTooShort) {
        return std::nullopt;
    }
    // What is broken is certainly no word of its own.
    const Length tells = shape.broken ? Length::kLong : shape.length;
    encode_words();
    const std::uint64_t bag = key_bag(keys);
    std::vector<Candidate> candidates;
    for (const Keyed& word : keyed_) {
        if (lengths_differ_too_much(keys.size(), word.keys.size(), budget) || !may_be_near(bag, word.bag, budget)) {
            continue;
        }
        const auto cost = edit_cost(keys, word.keys, Script::kHangul, budget);
        if (cost && is_common_enough(word.word->papers, papers_needed(tells, *cost, most_papers_))) {
            candidates.push_back({*cost, word.word});
        }
    }
    return first_known(candidates, known);
}

std::optional<std::string> SpellingRepair::english(std::string_view typed, const Known& known) const {
    const Length length = length_in_letters(typed.size());
    if (length == Length::kTooShort) {
        return std::nullopt;
    }
    const int budget = english_budget(length);
    std::vector<Candidate> candidates;
    const auto try_word = [&](const KnownWord& word) {
        if (lengths_differ_too_much(typed.size(), word.text.size(), budget) || text::is_stop_word(word.text)) {
            return;
        }
        const auto cost = edit_cost(typed, word.text, Script::kEnglish, budget);
        if (!cost || !is_common_enough(word.papers, papers_needed(length, *cost, most_papers_))) {
            return;
        }
        // Four letters are mostly a short form of their own (glan is no gan), unless one of them stands there twice.
        const bool short_form = length_in_letters(word.text.size()) == Length::kTooShort;
        if (!short_form || *cost <= kDoubled) {
            candidates.push_back({*cost, &word});
        }
    };
    // Words that begin alike stand together.
    const auto try_from = [&](std::string_view start) {
        auto word = std::lower_bound(words_.english.begin(), words_.english.end(), start,
                                     [](const KnownWord& one, std::string_view text) { return one.text < text; });
        for (; word != words_.english.end() && std::string_view{word->text}.starts_with(start); ++word) {
            try_word(*word);
        }
    };
    try_from(typed.substr(0, 1));
    if (typed[0] != typed[1]) {
        try_from(std::string{typed[1], typed[0]});
    }
    return first_known(candidates, known);
}

bool SpellingRepair::is_derived(std::string_view typed) const {
    constexpr std::size_t kShortest = 3 * kSyllableBytes;
    return typed.size() >= kShortest &&
           (papers_with(words_.hangul, typed.substr(kSyllableBytes)) >= kFewestPapers ||
            papers_with(words_.hangul, typed.substr(0, typed.size() - kSyllableBytes)) >= kFewestPapers);
}

bool SpellingRepair::is_small() const {
    return most_papers_ < kSmallArchive;
}

bool SpellingRepair::is_common_enough(std::uint32_t papers, std::uint32_t needed) const {
    return papers >= (is_small() ? 1 : needed);
}

void SpellingRepair::encode_words() {
    if (!keyed_.empty()) {
        return;
    }
    keyed_.reserve(words_.hangul.size());
    for (const KnownWord& word : words_.hangul) {
        if (!is_common_enough(word.papers, kFewestPapers)) {
            continue;
        }
        std::string keys = encode_.of(word.text);
        if (!keys.empty()) {
            const std::uint64_t bag = key_bag(keys);
            keyed_.push_back({std::move(keys), bag, &word});
        }
    }
}

std::optional<std::string> SpellingRepair::compound(std::string_view typed, const Known& known) {
    constexpr std::size_t kShortestPart = 2 * kSyllableBytes;
    constexpr int kBudget = kNeighbour;  // endings of verbs have a letter more or less: 이지만, 있지만
    if (typed.size() > kMostCompoundSyllables * kSyllableBytes || encode_.of(typed).empty()) {
        return std::nullopt;
    }
    const auto is_word = [&](std::string_view part) {
        const std::uint32_t papers = papers_with(words_.hangul, part);
        return papers > 0 && is_common_enough(papers, papers_needed(Length::kShort, 0, most_papers_));
    };
    // Of one word or two: what `known` says would take a word with its particle for one.
    const auto is_certain = [&](std::string_view part) {
        bool certain = is_word(part);
        for (std::size_t at = kShortestPart; !certain && at + kShortestPart <= part.size(); at += kSyllableBytes) {
            certain = is_word(part.substr(0, at)) && is_word(part.substr(at));
        }
        return certain;
    };
    for (std::size_t at = kShortestPart; at + kShortestPart <= typed.size(); at += kSyllableBytes) {
        std::string front{typed.substr(0, at)};
        std::string back{typed.substr(at)};
        const bool front_certain = is_certain(front);
        if (!front_certain && !is_certain(back)) {
            continue;
        }
        std::string& wrong = front_certain ? back : front;
        std::optional<std::string> right = hangul_within(wrong, kBudget, known);
        if (!right) {
            continue;
        }
        wrong = std::move(*right);
        if (std::string meant = front + back; known(meant)) {
            return meant;
        }
    }
    return std::nullopt;
}

}  // namespace saegin::query
