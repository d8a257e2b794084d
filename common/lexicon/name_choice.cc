#include "common/lexicon/name_choice.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "common/text/korean_particles.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::lexicon {

namespace {

// A compound is often shorter than its English words (자연어 처리, natural language processing).
constexpr double kEnough = 0.75;
// What says twice as much as is needed names something more special.
constexpr double kTooMuch = 2.0;
// Share of the papers that have to agree on one more word, and how many papers make a share.
constexpr double kAgree = 0.6;
constexpr std::uint32_t kFewestToAgree = 3;

/// Words that qualify a name without being part of it.
constexpr auto kQualifiers = std::to_array<std::string_view>(
    {"최근", "최신", "기존",     "기존의", "새로운",   "이러한", "다양한", "강력한", "주요",   "여러",   "가장",
     "모든", "또한", "기반",     "기반의", "효율적인", "사용한", "활용한", "이용한", "학습된", "훈련된", "제안된",
     "같은", "특정", "대표적인", "유명한", "일반적인", "라는",   "위한",   "통한",   "대한",   "위해",   "통해",
     "대해", "의해", "사용해",   "활용해", "최첨단",   "복잡한", "개선된", "향상된"});

bool is_qualifier(const Candidate& candidate) {
    const std::string first = candidate.written.substr(0, candidate.written.find(' '));
    constexpr std::size_t kSyllableBytes = 3;
    if (candidate.words.size() > 1 && first.size() == kSyllableBytes) {  // 한, 이, 각, 된
        return true;
    }
    if (std::find(kQualifiers.begin(), kQualifiers.end(), first) != kQualifiers.end()) {
        return true;
    }
    constexpr std::array<std::string_view, 8> kEndings{"는", "을", "를", "에서", "으로", "적인", "부터", "까지"};
    return candidate.words.size() > 1 && std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
               return first.ends_with(ending) && first.size() > ending.size() + 3;
           });
}

/// Words that cannot begin a name: links of English names in Hangul, and halves of words.
bool is_half(std::string_view word) {
    constexpr std::array<std::string_view, 8> kHalves{"오브", "투", "인", "앤", "포", "더", "온", "모달"};
    return std::find(kHalves.begin(), kHalves.end(), word) != kHalves.end();
}

/// Head nouns that name nothing alone: 설명 가능성, 어텐션 블록.
bool is_bare_head(const Candidate& candidate) {
    constexpr std::array<std::string_view, 11> kHeads{"가능성", "블록", "모듈", "기법", "방법", "방식",
                                                      "구조",   "과정", "작업", "과제", "기술"};
    return candidate.words.size() == 1 &&
           std::find(kHeads.begin(), kHeads.end(), candidate.words.front()) != kHeads.end();
}

/// The candidates as trees: the parent of a run is the longest one that it ends in. It starts a tree of its own where
/// it is a single word as written: what a hyphen joins offers no shorter name (텍스트-이미지).
class Trees {
public:
    explicit Trees(const std::vector<Candidate>& candidates) : candidates_(candidates) {
        std::set<std::vector<std::string>> runs;
        for (const Candidate& candidate : candidates) {
            runs.insert(candidate.words);
        }
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            std::vector<std::string> parent = candidates[i].words;
            do {
                parent.erase(parent.begin());
            } while (!parent.empty() && !runs.contains(parent));
            if (!parent.empty()) {
                children_[parent].push_back(i);
            } else if (candidates[i].written.find(' ') == std::string::npos) {
                roots_.push_back(i);
            }
        }
    }

    std::vector<std::size_t> choose(double needed) && {
        needed_ = needed;
        for (const std::size_t root : roots_) {
            walk(root);
        }
        std::sort(chosen_.begin(), chosen_.end());
        return std::move(chosen_);
    }

private:
    void walk(std::size_t at) {
        const Candidate& candidate = candidates_[at];
        std::vector<std::size_t> longer;
        if (const auto found = children_.find(candidate.words); found != children_.end()) {
            std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(longer),
                         [&](std::size_t child) { return !is_qualifier(candidates_[child]); });
        }
        // Many papers may be believed that a short name is meant for a long one (자연어 처리); a few may be wrong.
        const bool believed = candidate.papers >= kFewestToAgree;
        const double said = believed ? words_said(candidate) : static_cast<double>(candidate.words.size());
        const bool names_something = !is_half(candidate.words.front()) && (believed || !is_bare_head(candidate));
        if (names_something && said >= (believed ? kEnough : 1) * needed_) {
            const auto agreed = [&](std::size_t child) {
                const double share = believed ? kAgree : 1;
                // A genitive tells whose it is: the backbone of the model is a backbone.
                const std::string& written = candidates_[child].written;
                const bool genitive = written.substr(0, written.find(' ')).ends_with("의");
                return candidate.papers > 1 && !genitive && candidates_[child].papers >= share * candidate.papers;
            };
            longer.erase(std::remove_if(longer.begin(), longer.end(), [&](auto child) { return !agreed(child); }),
                         longer.end());
            if (longer.empty()) {
                if (!is_open(at) && !is_qualifier(candidate) && said <= std::max(kTooMuch * needed_, kTooMuch)) {
                    chosen_.push_back(at);
                }
                return;
            }
        }
        for (const std::size_t child : longer) {
            walk(child);
        }
    }

    /// Whether one paper alone gives the name, and it may as well begin further to the left: 추론 지연 시간(inference
    /// latency) offers 지연 시간, too. The name of a single word is mostly the last one (모델 서빙, serving).
    [[nodiscard]] bool is_open(std::size_t at) const {
        const auto longer = children_.find(candidates_[at].words);
        return needed_ > 1 && candidates_[at].papers == 1 && longer != children_.end() &&
               std::any_of(longer->second.begin(), longer->second.end(),
                           [&](std::size_t child) { return !is_qualifier(candidates_[child]); });
    }

    const std::vector<Candidate>& candidates_;
    double needed_ = 1;
    std::vector<std::size_t> roots_;
    std::map<std::vector<std::string>, std::vector<std::size_t>> children_;
    std::vector<std::size_t> chosen_;
};

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

}  // namespace

double words_needed(const std::string& english) {
    constexpr std::array<std::string_view, 14> kLinks{"of",   "for", "the", "in",   "on",  "to", "and",
                                                      "with", "a",   "an",  "from", "via", "by", "at"};
    std::vector<std::string> words(1);
    for (const char c : english) {
        if (c == ' ' || c == '-' || c == '/') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase_if(words, [&](const std::string& word) {
        return word.empty() || std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
    });
    constexpr std::size_t kFewestLetters = 2;
    constexpr std::size_t kMostLetters = 6;
    const auto capitals = static_cast<std::size_t>(std::count_if(english.begin(), english.end(), is_upper));
    if (words.size() == 1 && capitals >= kFewestLetters) {
        // MoE and I2V are of three words. With more capitals what stands between them is part of a word: LoRA, NeRF.
        const auto first = std::find_if(english.begin(), english.end(), is_upper);
        const auto last = std::find_if(english.rbegin(), english.rend(), is_upper).base();
        constexpr std::ptrdiff_t kWithLink = 3;
        const std::size_t letters = capitals == kFewestLetters && last - first == kWithLink ? kWithLink : capitals;
        return static_cast<double>(std::min(letters, kMostLetters));
    }
    return static_cast<double>(std::max<std::size_t>(words.size(), 1));
}

double words_said(const Candidate& candidate) {
    constexpr double kSyllablesOfAWord = 2;
    double said = 0;
    for (const std::string& word : candidate.words) {
        const std::u32string letters = text::to_utf32(word);
        const bool hangul = !letters.empty() && text::is_hangul_syllable(letters.front());
        said += hangul ? std::max(1.0, static_cast<double>(letters.size()) / kSyllablesOfAWord) : 1;
    }
    return said;
}

std::vector<std::size_t> choose_names(const std::vector<Candidate>& candidates, double needed) {
    return Trees{candidates}.choose(needed);
}

bool says_the_same(const std::string& english, const Candidate& candidate) {
    if (candidate.papers >= kFewestToAgree) {
        return true;
    }
    const std::string folded = text::fold(english);
    // Heads that a gloss in the middle of a sentence leaves behind the name: 자연어 처리 모델(NLP).
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kHeads{
        {{"모델", "model"}, {"방법", "method"}, {"층", "layer"}, {"프레임워크", "framework"}, {"시스템", "system"}}};
    const std::string_view written = candidate.written;
    const std::string_view singular = written.ends_with("들") ? written.substr(0, written.size() - 3) : written;
    for (const auto& [korean, word] : kHeads) {
        const auto initial = static_cast<char>(word.front() - ('a' - 'A'));
        if (singular.ends_with(korean) && singular != korean && folded.find(word) == std::string::npos &&
            english.find(initial) == std::string::npos) {
            return false;
        }
    }
    constexpr std::array<std::string_view, 5> kMany{"다", "멀티", "여러", "복수", "복합"};
    return !folded.starts_with("multi") || std::any_of(kMany.begin(), kMany.end(), [&](std::string_view many) {
        return candidate.written.find(many) != std::string::npos;
    });
}

}  // namespace saegin::lexicon
