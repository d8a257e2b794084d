#include "benchmarks/eval/suites/gloss_pairs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "benchmarks/eval/suites/text_runs.h"
#include "common/text/analyzer.h"
#include "common/text/korean_particles.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::eval {

namespace {

constexpr std::size_t kLongestEnglish = 60;  // letters; what is longer is a remark
constexpr std::size_t kMostWords = 5;
constexpr std::size_t kShortestLatin = 4;
constexpr std::size_t kSyllablesPerWord = 2;
constexpr std::size_t kFewestPapers = 2;
constexpr std::string_view kWordBounds = " -";

bool is_english(char32_t c) {
    return is_ascii_letter(c) || (c >= U'0' && c <= U'9') || c == U'-' || c == U'\'' || c == U' ';
}

/// The English side behind the parenthesis at `open`, or nothing.
std::optional<std::u32string_view> english_behind(std::u32string_view text, std::size_t open) {
    const std::u32string_view rest = text.substr(open + 1, kLongestEnglish + 1);
    const std::u32string_view english = rest.substr(0, rest.find_first_of(U"),;:"));
    const bool closed = english.size() < rest.size() && text.find(U')', open) != std::u32string_view::npos;
    if (!closed || english.empty() || english.front() == U' ' || english.back() == U' ' ||
        !std::all_of(english.begin(), english.end(), is_english) || english.find(U"  ") != std::u32string_view::npos) {
        return std::nullopt;
    }
    const std::vector<Stretch> runs = latin_runs(english);
    const bool is_word = std::any_of(runs.begin(), runs.end(), [&](const Stretch& run) {
        const std::u32string_view word = run.of(english);
        return word.size() >= kShortestLatin &&
               std::all_of(word.begin() + 1, word.end(), [](char32_t c) { return c >= U'a' && c <= U'z'; });
    });
    return is_word ? std::optional{english} : std::nullopt;
}

/// The Korean sides that end at `end`, from one word to `most`.
std::vector<std::string> korean_before(std::u32string_view text, std::size_t end, std::size_t most) {
    std::vector<std::string> sides;
    std::size_t begin = end;
    for (std::size_t word_end = end; sides.size() < most;) {
        while (begin > 0 && text::is_hangul_syllable(text[begin - 1])) {
            --begin;
        }
        const std::u32string_view word = text.substr(begin, word_end - begin);
        // Part of a longer word such as "2차원", or a word that is none of the term: "모델을 강화학습(".
        const char32_t before = begin == 0 ? U' ' : text[begin - 1];
        const bool torn = u_isalnum(static_cast<UChar32>(before)) != 0 || before == U'-';
        if (word.empty() || torn || text::stem_length(word) < word.size()) {
            break;
        }
        sides.push_back(text::to_utf8(text.substr(begin, end - begin)));
        if (begin == 0 || before != U' ') {
            break;
        }
        word_end = --begin;
    }
    return sides;
}

/// What the papers say of one English side.
using Sides = std::map<std::string, std::set<PaperId>>;

/// Words of an English side that a Korean one says with syllables of its own.
std::size_t content_words(std::string_view english) {
    std::size_t words = 0;
    for (std::size_t begin = 0; begin < english.size();) {
        const std::size_t end = std::min(english.find_first_of(kWordBounds, begin), english.size());
        words += text::is_stop_word(english.substr(begin, end - begin)) ? 0U : 1U;
        begin = end + 1;
    }
    return words;
}

/// The longest Korean side with enough papers behind it and enough syllables for the English one.
std::optional<Sides::value_type> best_side(const std::string& english, const Sides& sides) {
    const std::size_t fewest_syllables = kSyllablesPerWord * content_words(english);
    std::set<PaperId> all;
    for (const auto& [korean, papers] : sides) {
        all.insert(papers.begin(), papers.end());
    }
    const Sides::value_type* best = nullptr;
    for (const Sides::value_type& side : sides) {
        const std::size_t papers = side.second.size();
        const bool counts = papers >= kFewestPapers && 2 * papers >= all.size() &&
                            count_hangul(text::to_utf32(side.first)) >= fewest_syllables;
        if (counts && (best == nullptr || side.first.size() > best->first.size())) {
            best = &side;
        }
    }
    return best == nullptr ? std::nullopt : std::optional{*best};
}

}  // namespace

std::vector<Gloss> glosses_in(std::string_view text) {
    const std::u32string letters = text::to_utf32(text);
    std::vector<Gloss> glosses;
    for (std::size_t open = 1; open < letters.size(); ++open) {
        if (letters[open] != U'(' || !text::is_hangul_syllable(letters[open - 1])) {
            continue;
        }
        if (const auto english = english_behind(letters, open)) {
            const auto bounds = std::count_if(english->begin(), english->end(), [](char32_t c) {
                return kWordBounds.find(static_cast<char>(c)) != std::string_view::npos;
            });
            const auto words = static_cast<std::size_t>(1 + bounds);
            std::vector<std::string> korean = korean_before(letters, open, words);
            if (words <= kMostWords && !korean.empty()) {
                glosses.push_back({text::fold(text::to_utf8(*english)), std::move(korean)});
            }
        }
    }
    return glosses;
}

std::vector<GlossPair> mine_gloss_pairs(const std::vector<SummaryText>& summaries) {
    std::map<std::string, Sides> by_english;
    for (const SummaryText& summary : summaries) {
        for (const Gloss& gloss : glosses_in(summary.text)) {
            for (const std::string& korean : gloss.korean) {
                by_english[gloss.english][korean].insert(summary.id);
            }
        }
    }
    std::map<std::string, GlossPair> by_korean;
    for (const auto& [english, sides] : by_english) {
        if (auto side = best_side(english, sides)) {
            GlossPair& kept = by_korean[side->first];
            if (side->second.size() > kept.papers.size()) {
                kept = {side->first, english, std::move(side->second)};
            }
        }
    }
    std::vector<GlossPair> pairs;
    pairs.reserve(by_korean.size());
    for (auto& [korean, pair] : by_korean) {
        pairs.push_back(std::move(pair));
    }
    std::sort(pairs.begin(), pairs.end(), [](const GlossPair& a, const GlossPair& b) { return a.english < b.english; });
    return pairs;
}

}  // namespace saegin::eval
