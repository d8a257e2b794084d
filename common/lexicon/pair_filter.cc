#include "common/lexicon/pair_filter.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "common/text/hangul.h"

namespace saegin::lexicon {

namespace {

constexpr std::uint32_t kEstablished = 4;  // papers that make one name a thing's name
constexpr std::uint32_t kFew = 2;
constexpr std::uint32_t kFewestElsewhere = 3;
constexpr std::uint32_t kTimesElsewhere = 3;
constexpr std::size_t kAlike = 3;  // letters that words of one thing begin with

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

class Filter {
public:
    explicit Filter(const std::vector<Pair>& pairs) {
        for (const Pair& pair : pairs) {
            by_english_[pair.from.key].push_back(&pair);
            by_korean_[pair.to.key].push_back(&pair);
        }
    }

    [[nodiscard]] bool is_doubtful(const Pair& pair) const {
        return pair.origin == Origin::kGloss && text::has_hangul(pair.to.key) &&
               (is_part(pair) || is_looser_word(pair) || is_for_another(pair));
    }

private:
    [[nodiscard]] bool is_part(const Pair& pair) const {
        const std::vector<const Pair*>& same = by_korean_.at(pair.to.key);
        return std::any_of(same.begin(), same.end(), [&](const Pair* other) {
            return other->papers >= pair.papers && pair.from.key.ends_with(" " + other->from.key);
        });
    }

    [[nodiscard]] bool is_looser_word(const Pair& pair) const {
        const std::vector<const Pair*>& same = by_english_.at(pair.from.key);
        const std::string joined = without_blanks(pair.to.key);
        const bool spelled_otherwise = std::any_of(same.begin(), same.end(), [&](const Pair* other) {
            return other->papers > pair.papers && without_blanks(other->to.key) == joined;
        });
        return pair.papers == 1 && !spelled_otherwise && std::any_of(same.begin(), same.end(), [](const Pair* other) {
                   return other->papers >= kEstablished && text::has_hangul(other->to.key);
               });
    }

    [[nodiscard]] bool is_for_another(const Pair& pair) const {
        const std::vector<const Pair*>& same = by_korean_.at(pair.to.key);
        return pair.papers <= kFew && std::any_of(same.begin(), same.end(), [&](const Pair* other) {
                   return other->papers >= kFewestElsewhere && other->papers >= kTimesElsewhere * pair.papers &&
                          other->from.key.compare(0, kAlike, pair.from.key, 0, kAlike) != 0 &&
                          !are_one(other->from.key, pair.from.key) && !are_one(pair.from.key, other->from.key);
               });
    }

    /// Whether the lexicon pairs a short form with these words.
    [[nodiscard]] bool are_one(const std::string& short_form, const std::string& words) const {
        const auto found = by_english_.find(short_form);
        return found != by_english_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                         [&](const Pair* pair) { return pair->to.key == words; });
    }

    std::map<std::string, std::vector<const Pair*>> by_english_;
    std::map<std::string, std::vector<const Pair*>> by_korean_;
};

}  // namespace

std::vector<Pair> without_doubtful(const std::vector<Pair>& pairs) {
    const Filter filter{pairs};
    std::vector<Pair> kept;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(kept),
                 [&](const Pair& pair) { return !filter.is_doubtful(pair); });
    return kept;
}

}  // namespace saegin::lexicon
