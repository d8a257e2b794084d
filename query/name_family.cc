#include "query/name_family.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "common/text/unicode.h"

namespace saegin::query {

namespace {

/// Most papers, as a share of all, whose titles have the root of a family.
constexpr double kMostOfFamily = 0.02;
constexpr std::size_t kFewPapers = 5;  // of a small archive
constexpr std::size_t kShortestRoot = 3;

bool is_upper(char c) {
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// Whether a word without hyphens looks like a name: "LLaVA", "Qwen2", "SALMONN"; not "Models" nor "2024".
bool looks_like_a_name(std::string_view word) {
    return word.size() > 1 && is_letter(word.front()) &&
           std::any_of(word.begin() + 1, word.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

/// The pieces of a word that look like names, whatever plain words they are joined to: "LLaVA" of "Video-LLaVA", "Phi"
/// of "Phi-3".
std::vector<std::string_view> names_of(std::string_view word) {
    std::vector<std::string_view> names;
    for (std::size_t begin = 0; begin < word.size();) {
        const std::size_t end = std::min(word.find('-', begin), word.size());
        const std::string_view piece = word.substr(begin, end - begin);
        const bool has_version = end + 1 < word.size() && is_digit(word[end + 1]);
        if (looks_like_a_name(piece) || has_version) {
            names.push_back(piece);
        }
        begin = end + 1;
    }
    return names;
}

/// A word of the title without punctuation around it, and whether a colon follows.
struct Chunk {
    std::string_view text;
    bool colon = false;
};

std::vector<Chunk> chunks_of(std::string_view title) {
    constexpr std::string_view kAround = "\"'()[]{},.;:!?";
    std::vector<Chunk> chunks;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t begin = title.find_first_not_of(' ', at);
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = std::min(title.find(' ', begin), title.size());
        std::string_view word = title.substr(begin, end - begin);
        const bool colon = word.ends_with(':');
        while (!word.empty() && kAround.find(word.front()) != std::string_view::npos) {
            word.remove_prefix(1);
        }
        while (!word.empty() && kAround.find(word.back()) != std::string_view::npos) {
            word.remove_suffix(1);
        }
        if (!word.empty()) {
            chunks.push_back({word, colon});
        }
        at = end;
    }
    return chunks;
}

/// The words of a name that may name a family: those in front of its first digit.
void add_roots(std::string_view name, text::Analyzer& analyzer, std::vector<std::string>& roots) {
    const std::string_view head =
        name.substr(0, static_cast<std::size_t>(std::find_if(name.begin(), name.end(), is_digit) - name.begin()));
    for (const text::Token& token : analyzer.analyze(head).tokens) {
        const bool is_word = token.kind == text::TokenKind::kWord &&
                             std::none_of(token.text.begin(), token.text.end(), is_digit) &&
                             text::code_point_count(token.text) >= kShortestRoot;
        if (is_word && !text::is_stop_word(token.text)) {
            roots.push_back(token.text);
        }
    }
}

}  // namespace

std::vector<SystemName> names_in_title(std::string_view title, text::Analyzer& analyzer) {
    const std::vector<Chunk> chunks = chunks_of(title);
    const auto colon = std::find_if(chunks.begin(), chunks.end(), [](const Chunk& chunk) { return chunk.colon; });
    const auto before = colon == chunks.end() ? 0 : static_cast<std::size_t>(colon - chunks.begin()) + 1;
    std::vector<SystemName> names;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        SystemName name{std::string{chunks[i].text}, {}};
        if (i < before && before <= kWordsBeforeColon && name.written.find('-') == std::string::npos) {
            add_roots(name.written, analyzer, name.roots);
        } else {
            for (const std::string_view piece : names_of(name.written)) {
                add_roots(piece, analyzer, name.roots);
            }
        }
        if (!name.roots.empty()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::vector<SystemName> family_names(std::vector<SystemName> names, const lexicon::Lexicon& lexicon,
                                     const Vocabulary& vocabulary, std::size_t papers) {
    const double most = std::max<double>(kFewPapers, kMostOfFamily * static_cast<double>(papers));
    for (SystemName& name : names) {
        std::erase_if(name.roots, [&](const std::string& root) {
            return vocabulary.titles(root) > most || !lexicon.equivalents(root).empty();
        });
    }
    std::erase_if(names, [](const SystemName& name) { return name.roots.empty(); });
    return names;
}

std::optional<std::string> same_family(const std::vector<SystemName>& names, const std::vector<SystemName>& others) {
    for (const SystemName& name : names) {
        for (const SystemName& other : others) {
            const bool shared = std::any_of(name.roots.begin(), name.roots.end(), [&](const std::string& root) {
                return std::find(other.roots.begin(), other.roots.end(), root) != other.roots.end();
            });
            if (shared) {
                return name.written == other.written ? name.written : name.written + ", " + other.written;
            }
        }
    }
    return std::nullopt;
}

}  // namespace saegin::query
