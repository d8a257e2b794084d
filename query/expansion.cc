#include "query/expansion.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "common/text/hangul.h"
#include "query/compounds.h"

namespace saegin::query {

namespace {

using Words = std::vector<std::string>;

// Names that this share of the papers for the commonest one do not reach are slips of single papers.
constexpr double kLeastShare = 0.1;
// Only a name that is common enough leads on to further names, and these count a little less.
constexpr double kShareToLeadOn = 0.5;
constexpr double kShareOfFurther = 0.3;
constexpr double kFurther = 0.7;
// How much less a rarer name counts: its share to this power.
constexpr double kShareExponent = 0.25;

/// Another name with how far it can be trusted, in (0, 1].
struct Equivalent {
    std::string written;
    double share = 0;
};

using Equivalents = std::map<std::string, Equivalent>;  // by key

void add(Equivalents& to, const std::string& key, const std::string& written, double share) {
    Equivalent& entry = to[key];
    if (share > entry.share) {
        entry = {written, share};
    }
}

/// Names for `key`, and names for these: 할루시네이션 -> hallucination -> 환각.
Equivalents equivalents_of(const std::string& key, const lexicon::Lexicon& lexicon) {
    Equivalents direct;
    const std::vector<lexicon::Pair> pairs = lexicon.equivalents(key);
    for (const lexicon::Pair& pair : pairs) {
        const double share = static_cast<double>(pair.papers) / pairs.front().papers;
        if (share >= kLeastShare) {
            add(direct, pair.to.key, pair.to.written, share);
        }
    }
    Equivalents all = direct;
    for (const auto& [name, equivalent] : direct) {
        if (equivalent.share < kShareToLeadOn) {
            continue;
        }
        const std::vector<lexicon::Pair> further = lexicon.equivalents(name);
        for (const lexicon::Pair& pair : further) {
            const double share = static_cast<double>(pair.papers) / further.front().papers;
            if (share >= kShareOfFurther && pair.to.key != key && !direct.contains(pair.to.key)) {
                add(all, pair.to.key, pair.to.written, kFurther * equivalent.share * share);
            }
        }
    }
    return all;
}

class Expander {
public:
    Expander(const std::vector<QueryWord>& words, const lexicon::Lexicon& lexicon, const Vocabulary& vocabulary,
             const RankingParameters& parameters)
        : words_(words), lexicon_(lexicon), vocabulary_(vocabulary), parameters_(parameters), named_(words.size()) {}

    std::vector<Addition> run() && {
        for (std::size_t length = std::min(kMaxRun, words_.size()); length > 0; --length) {
            for (std::size_t first = 0; first + length <= words_.size(); ++first) {
                if (is_run(first, first + length)) {
                    add_run(first, first + length);
                }
            }
        }
        return std::move(additions_);
    }

private:
    [[nodiscard]] bool is_run(std::size_t first, std::size_t last) const {
        const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = words_.begin() + static_cast<std::ptrdiff_t>(last);
        return std::none_of(begin, end, [](const QueryWord& word) { return word.is_author; }) &&
               !std::all_of(begin, end, [](const QueryWord& word) { return word.is_stop; });
    }

    void add_run(std::size_t first, std::size_t last) {
        Words typed;
        Addition addition{{}, {}, first, last, {}};
        for (std::size_t i = first; i < last; ++i) {
            typed.push_back(words_[i].text);
            addition.typed += (addition.typed.empty() ? "" : " ") + words_[i].written;
        }
        addition.key = lexicon::key_of_words(typed);
        const double worth = worth_of(typed);
        std::vector<Words> keys{typed};
        if (std::optional<Words> spaced = spaced_otherwise(first, last)) {
            keys.push_back(std::move(*spaced));
            offer(addition, Alternative::Kind::kSpacing, keys.back(), lexicon::key_of_words(keys.back()),
                  parameters_.spacing, worth);
        }
        const bool inside_a_name =
            std::any_of(named_.begin() + static_cast<std::ptrdiff_t>(first),
                        named_.begin() + static_cast<std::ptrdiff_t>(last), [](bool named) { return named; });
        if (!inside_a_name && add_equivalents(addition, keys, worth)) {
            std::fill(named_.begin() + static_cast<std::ptrdiff_t>(first),
                      named_.begin() + static_cast<std::ptrdiff_t>(last), true);
        }
        std::stable_sort(addition.alternatives.begin(), addition.alternatives.end(),
                         [](const Alternative& a, const Alternative& b) { return a.weight > b.weight; });
        const bool again = std::any_of(additions_.begin(), additions_.end(), [&](const Addition& other) {
            return other.key == addition.key;  // a word that is typed twice is not meant twice as much
        });
        if (!addition.alternatives.empty() && !again) {
            additions_.push_back(std::move(addition));
        }
    }

    /// The same Hangul words with other spaces: one compound in its parts, several words as one.
    [[nodiscard]] std::optional<Words> spaced_otherwise(std::size_t first, std::size_t last) const {
        if (first + 1 == last) {
            Words parts = split_compound(words_[first].text, vocabulary_);
            return parts.empty() ? std::nullopt : std::optional{std::move(parts)};
        }
        std::string joined;
        for (std::size_t i = first; i < last; ++i) {
            if (!text::starts_with_hangul(words_[i].text) || (i + 1 < last && !words_[i].is_bare)) {
                return std::nullopt;
            }
            joined += words_[i].text;
        }
        return vocabulary_.papers(joined) > 0 ? std::optional{Words{joined}} : std::nullopt;
    }

    /// Whether the lexicon knows the run by any of its keys.
    bool add_equivalents(Addition& addition, const std::vector<Words>& keys, double worth) {
        Equivalents names;
        for (const Words& key : keys) {
            for (const auto& [name, equivalent] : equivalents_of(lexicon::key_of_words(key), lexicon_)) {
                add(names, name, equivalent.written, equivalent.share);
            }
        }
        for (const Words& key : keys) {
            names.erase(lexicon::key_of_words(key));
        }
        std::vector<std::pair<std::string, Equivalent>> best(names.begin(), names.end());
        std::stable_sort(best.begin(), best.end(),
                         [](const auto& a, const auto& b) { return a.second.share > b.second.share; });
        best.resize(std::min(best.size(), kMaxEquivalents));
        for (const auto& [name, equivalent] : best) {
            offer(addition, Alternative::Kind::kEquivalent, lexicon::words_of_key(name), equivalent.written,
                  parameters_.equivalent * std::pow(equivalent.share, kShareExponent), worth);
        }
        return !best.empty();
    }

    /// Adds an alternative, unless no paper can have it. A rare name must not count more than the typed words.
    void offer(Addition& addition, Alternative::Kind kind, const Words& words, const std::string& written,
               double weight, double worth) {
        const bool known = std::all_of(words.begin(), words.end(),
                                       [&](const std::string& word) { return vocabulary_.papers(word) > 0; });
        if (known && weight > 0) {
            addition.alternatives.push_back({kind, words, written, weight * std::min(1.0, worth / worth_of(words))});
        }
    }

    [[nodiscard]] double worth_of(const Words& words) const {
        double worth = 0;
        for (const std::string& word : words) {
            worth += vocabulary_.idf(vocabulary_.papers(word));
        }
        return worth;
    }

    const std::vector<QueryWord>& words_;
    const lexicon::Lexicon& lexicon_;
    const Vocabulary& vocabulary_;
    const RankingParameters& parameters_;
    std::vector<bool> named_;  ///< words that belong to a name that was found
    std::vector<Addition> additions_;
};

}  // namespace

std::vector<Addition> expand(const std::vector<QueryWord>& words, const lexicon::Lexicon& lexicon,
                             const Vocabulary& vocabulary, const RankingParameters& parameters) {
    return Expander{words, lexicon, vocabulary, parameters}.run();
}

}  // namespace saegin::query
