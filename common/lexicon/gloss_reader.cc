#include "common/lexicon/gloss_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "common/text/hangul.h"
#include "common/text/korean_particles.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::lexicon {

namespace {

// What stands in parentheses is read up to this many bytes; the words in front of them likewise.
constexpr std::size_t kReach = 200;

constexpr std::array<std::string_view, 16> kQuotes{"'", "\"", "`",  "*",  "_",  "‘", "’", "“",
                                                   "”", "「", "」", "『", "』", "<", ">", "\xE2\x80\xB2"};

bool is_latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool ends_in_hangul(std::string_view text) {
    constexpr std::size_t kSyllableBytes = 3;
    return text.size() >= kSyllableBytes && text::has_hangul(text.substr(text.size() - kSyllableBytes));
}

/// Takes white space and quotation marks off both ends.
std::string_view bare(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')) {
            text.remove_prefix(1);
        }
        while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) {
            text.remove_suffix(1);
        }
        for (const std::string_view quote : kQuotes) {
            if (text.starts_with(quote)) {
                text.remove_prefix(quote.size());
                again = true;
            }
            if (text.ends_with(quote)) {
                text.remove_suffix(quote.size());
                again = true;
            }
        }
    }
    return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
        if (end > at) {
            words.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < words.size(); ++i) {
        text += text.empty() ? "" : " ";
        text += words[i];
    }
    return text;
}

/// What a reader takes for a name in Latin script: not a number, an address or a remark.
bool is_english_name(std::string_view text) {
    constexpr std::ptrdiff_t kFewestLetters = 2;  // 2D and 256x256 are sizes
    constexpr std::array<std::string_view, 8> kRemarks{"e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "http"};
    const std::vector<std::string_view> words = words_of(text);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return is_latin(c) || is_digit(c) || c == ' ' || c == '-' || c == '\'' || c == '+' || c == '.' || c == '/';
    });
    const bool starts_well = !text.empty() && (is_latin(text.front()) || is_digit(text.front()));
    const bool is_remark = std::any_of(kRemarks.begin(), kRemarks.end(), [&](std::string_view remark) {
        return text.starts_with(remark) && (text.size() == remark.size() || !is_latin(text[remark.size()]));
    });
    return plain && starts_well && !is_remark && text.size() >= 2 && text.size() <= kMaxNameBytes &&
           words.size() <= kMaxNameWords && std::count_if(text.begin(), text.end(), is_latin) >= kFewestLetters;
}

bool is_korean_name(std::string_view text) {
    const bool plain = text.find_first_of(".!?=%:;()[]") == std::string_view::npos;
    return plain && text::has_hangul(text) && ends_in_hangul(text) && text.size() <= kMaxNameBytes &&
           words_of(text).size() <= kMaxNameWords;
}

/// Letters of a short form: "LLMs" -> "LLM", "3DGS" -> "DGS", "LoRA" -> "LRA"; empty for what is none.
std::string acronym_letters(std::string_view name) {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kMost = 6;
    std::string letters;
    std::size_t small = 0;
    for (const char c : name) {
        if (is_upper(c)) {
            letters += c;
        } else if (is_latin(c)) {
            ++small;
        } else if (!is_digit(c) && c != '-') {
            return {};
        }
    }
    // A plural s, or links as in LoRA: mostly capitals all the same.
    return letters.size() >= kFewest && letters.size() <= kMost && small < letters.size() ? letters : std::string{};
}

/// The last English words in front of a short form whose initials it is made of: for "RAG", the last three words of
/// "we use Retrieval-Augmented Generation". Empty where the initials differ.
std::string words_behind(std::string_view letters, const std::vector<std::string_view>& words) {
    std::size_t left = letters.size();
    for (std::size_t i = words.size(); i-- > 0;) {
        const std::string_view word = words[i];
        if (word.empty() || text::has_hangul(word)) {
            return {};
        }
        // From its last to its first part: "Retrieval-Augmented" gives A, then R.
        std::size_t matched = 0;
        for (std::size_t at = word.size(); at-- > 0;) {
            const bool starts_part = at == 0 || word[at - 1] == '-';
            if (starts_part && left > 0 &&
                std::toupper(static_cast<unsigned char>(word[at])) == static_cast<unsigned char>(letters[left - 1])) {
                --left;
                ++matched;
            }
        }
        const bool is_link =
            word == "of" || word == "for" || word == "and" || word == "the" || word == "to" || word == "in";
        if (matched == 0 && !is_link) {
            return {};
        }
        if (left == 0) {
            return joined(words, i);
        }
    }
    return {};
}

/// The words in front of a parenthesis that may belong to a name, up to where a clause begins.
std::vector<std::string_view> words_before(std::string_view text, std::size_t open) {
    const std::size_t from = open > kReach ? open - kReach : 0;
    std::string_view before = text.substr(from, open - from);
    if (before.ends_with(' ')) {
        before.remove_suffix(1);
    }
    std::vector<std::string_view> words = words_of(before);
    if (from > 0 && !words.empty()) {
        words.erase(words.begin());  // it may be cut
    }
    std::vector<std::string_view> taken;
    for (std::size_t i = words.size(); i-- > 0 && taken.size() < kMaxNameWords;) {
        const std::string_view word = bare(words[i]);
        const bool is_last = taken.empty();
        // A quotation mark that opens, or a sign that closes what comes before, starts the name.
        const bool opened = word.data() != words[i].data();
        const bool closed = word.data() + word.size() != words[i].data() + words[i].size();
        if (word.empty() || (!is_last && closed) || word.find_first_of(",.;:!?()[]{}=|") != std::string_view::npos) {
            break;
        }
        taken.insert(taken.begin(), word);
        if (opened) {
            break;
        }
    }
    return taken;
}

/// Whether a name cannot reach over this word to the left: it carries a particle of the sentence around the name.
/// "의" and adnominal endings may stand inside names: 사고의 연쇄, 사전 학습된 모델.
bool ends_a_phrase(std::string_view word) {
    constexpr std::array<std::string_view, 5> kInside{"의", "된", "한", "할", "될"};
    constexpr std::array<std::string_view, 9> kOutside{"및",   "등",   "즉",   "또한", "그리고",
                                                       "위한", "통한", "대한", "또는"};
    if (std::find(kOutside.begin(), kOutside.end(), word) != kOutside.end()) {
        return true;
    }
    if (!ends_in_hangul(word)) {
        return false;
    }
    const std::u32string letters = text::to_utf32(word);
    std::size_t first = letters.size();
    while (first > 0 && text::is_hangul_syllable(letters[first - 1])) {
        --first;
    }
    const std::u32string_view hangul = std::u32string_view{letters}.substr(first);
    if (first > 0 && text::is_particle(hangul)) {  // LLM은
        return true;
    }
    const std::size_t stem = text::stem_length(hangul);
    if (stem == hangul.size()) {
        return false;
    }
    const std::string suffix = text::to_utf8(hangul.substr(stem));
    return std::find(kInside.begin(), kInside.end(), suffix) == kInside.end();
}

/// Splits the inside of a parenthesis: "Large Language Models, LLMs" names a thing twice.
std::vector<std::string_view> items_of(std::string_view inside) {
    std::vector<std::string_view> items;
    for (std::size_t at = 0; at <= inside.size();) {
        const std::size_t end = std::min(inside.find_first_of(",;:", at), inside.size());
        items.push_back(bare(inside.substr(at, end - at)));
        at = end + 1;
    }
    return items;
}

/// Whether the items are examples of something (LLaMA, GLM and Yi) and not one name and its short form.
bool is_list(const std::vector<std::string_view>& items) {
    constexpr std::size_t kNameAndShortForm = 2;
    if (items.size() < kNameAndShortForm) {
        return false;
    }
    if (items.size() > kNameAndShortForm) {
        return true;
    }
    const auto abbreviates = [](std::string_view a, std::string_view b) {
        const std::string letters = acronym_letters(a);
        return !letters.empty() && !words_behind(letters, words_of(b)).empty();
    };
    return !text::has_hangul(items[0]) && !text::has_hangul(items[1]) && !abbreviates(items[0], items[1]) &&
           !abbreviates(items[1], items[0]);
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<Gloss> run() && {
        for (std::size_t open = text_.find('('); open != std::string_view::npos; open = text_.find('(', open + 1)) {
            const std::size_t close = text_.substr(open + 1, kReach).find_first_of("()");
            if (close != std::string_view::npos && text_[open + 1 + close] == ')') {
                gloss(words_before(text_, open), text_.substr(open + 1, close));
            }
        }
        return {found_.begin(), found_.end()};
    }

private:
    void gloss(const std::vector<std::string_view>& before, std::string_view inside) {
        if (before.empty()) {
            return;
        }
        const std::vector<std::string_view> items = items_of(inside);
        if (is_list(items)) {
            return;
        }
        for (const std::string_view item : items) {
            const std::string name = joined(words_of(item), 0);
            if (is_english_name(name)) {
                if (ends_in_hangul(before.back())) {
                    korean_before(name, before);
                }
                if (const std::string letters = acronym_letters(name); !letters.empty()) {
                    add(name, words_behind(letters, before));
                    for (const std::string_view other : items) {  // (Large Language Models, LLMs)
                        add(name, other == item ? std::string{} : words_behind(letters, words_of(other)));
                    }
                }
            } else if (is_korean_name(name)) {
                add(english_before(before), name);
            }
        }
    }

    void korean_before(const std::string& english, const std::vector<std::string_view>& before) {
        for (std::size_t from = before.size(); from-- > 0;) {
            const bool is_last = from + 1 == before.size();
            if (!is_last && ends_a_phrase(before[from])) {
                return;
            }
            add(english, joined(before, from));
        }
    }

    /// The Latin words that directly precede a Korean gloss.
    static std::string english_before(const std::vector<std::string_view>& before) {
        std::size_t from = before.size();
        while (from > 0 && !text::has_hangul(before[from - 1])) {
            --from;
        }
        return joined(before, from);
    }

    void add(std::string english, std::string other) {
        const bool sizes = !other.empty() && other.size() <= kMaxNameBytes;
        if (sizes && is_english_name(english) && english != other) {
            found_.insert({std::move(english), std::move(other)});
        }
    }

    std::string_view text_;
    std::set<Gloss> found_;
};

}  // namespace

std::vector<Gloss> read_glosses(std::string_view text) {
    return Reader{text}.run();
}

}  // namespace saegin::lexicon
