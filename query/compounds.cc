#include "query/compounds.h"

#include <algorithm>
#include <optional>

#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::query {

namespace {

// Rarer "words" are mostly pieces of other words.
constexpr std::uint32_t kFewestPapers = 3;
// Added for each part, so that few parts win over many.
constexpr double kCostOfAPart = 2;
constexpr std::size_t kShortestPart = 2;
constexpr std::size_t kLongestWord = 20;

/// The cheapest way to split what stands in front of a place.
struct Split {
    double cost = 0;
    std::vector<std::string> parts;
};

}  // namespace

std::vector<std::string> split_compound(const std::string& word, const Vocabulary& vocabulary) {
    const std::u32string letters = text::to_utf32(word);
    const std::size_t size = letters.size();
    if (size < 2 * kShortestPart || size > kLongestWord ||
        !std::all_of(letters.begin(), letters.end(), text::is_hangul_syllable)) {
        return {};
    }
    std::vector<std::optional<Split>> best(size + 1);
    best[0] = Split{};
    for (std::size_t end = kShortestPart; end <= size; ++end) {
        for (std::size_t begin = 0; begin + kShortestPart <= end; ++begin) {
            if (!best[begin] || end - begin == size) {
                continue;
            }
            std::string part = text::to_utf8(std::u32string_view{letters}.substr(begin, end - begin));
            const std::uint32_t papers = vocabulary.papers(part);
            if (papers < kFewestPapers) {
                continue;
            }
            const double cost = best[begin]->cost + vocabulary.idf(papers) + kCostOfAPart;
            if (!best[end] || cost < best[end]->cost) {
                best[end] = Split{cost, best[begin]->parts};
                best[end]->parts.push_back(std::move(part));
            }
        }
    }
    return best[size] ? best[size]->parts : std::vector<std::string>{};
}

}  // namespace saegin::query
