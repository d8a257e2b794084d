#include "query/spelling_limits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace saegin::query {

namespace {

constexpr int kTwoSlips = 2 * kMissing;
static_assert(kTwoSlips < 2 * kArbitrary);
// Two slips in two syllables are another word: 학살 is not 학습.
static_assert(2 * kCheapest > kPlausibleSlip);

// Shares of the papers. Chosen on the words of one paper of a real archive, hidden one by one: few of them have a
// neighbour that common, while nearly all mistyped words do.
constexpr double kSeldom = 0.001;
constexpr double kNow = 0.003;
constexpr double kOften = 0.015;

}  // namespace

Length length_in_syllables(std::size_t syllables) {
    constexpr std::array kBySyllables{Length::kTooShort, Length::kTooShort, Length::kShort, Length::kMiddle};
    return syllables < kBySyllables.size() ? kBySyllables.at(syllables) : Length::kLong;
}

Length length_in_letters(std::size_t letters) {
    constexpr std::size_t kShortest = 4;
    constexpr std::size_t kMiddle = 6;
    constexpr std::size_t kLong = 8;
    if (letters < kShortest) {
        return Length::kTooShort;
    }
    if (letters < kMiddle) {
        return Length::kShort;
    }
    return letters < kLong ? Length::kMiddle : Length::kLong;
}

int hangul_budget(Length length) {
    switch (length) {
        case Length::kTooShort:
            return 0;
        case Length::kShort:
            return kPlausibleSlip;
        case Length::kMiddle:
            return 2 * kAlike;
        case Length::kLong:
            break;
    }
    return kTwoSlips;
}

int english_budget(Length length) {
    switch (length) {
        case Length::kTooShort:
            return 0;
        case Length::kShort:
        case Length::kMiddle:
            return kArbitrary;
        case Length::kLong:
            break;
    }
    return kTwoSlips;
}

std::uint32_t most_papers(const WordList& words) {
    std::uint32_t most = 0;
    for (const auto* const list : {&words.hangul, &words.english}) {
        for (const KnownWord& word : *list) {
            most = std::max(most, word.papers);
        }
    }
    return most;
}

std::uint32_t papers_needed(Length length, int cost, std::uint32_t most) {
    double share = 0;
    switch (length) {
        case Length::kTooShort:
        case Length::kShort:
            share = cost <= kPlausibleSlip ? kNow : kOften;
            break;
        case Length::kMiddle:
            share = cost <= kPlausibleSlip ? kSeldom : kNow;
            break;
        case Length::kLong:
            share = cost <= kArbitrary ? 0 : kNow;  // two slips
            break;
    }
    return std::max(kFewestPapers, static_cast<std::uint32_t>(std::ceil(share * most)));
}

}  // namespace saegin::query
