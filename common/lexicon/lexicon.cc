#include "common/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

namespace saegin::lexicon {

namespace {

constexpr std::size_t kColumns = 6;

/// The columns of a line: key, written, other key, other written, papers, origin.
std::optional<std::array<std::string_view, kColumns>> columns_of(std::string_view line) {
    std::array<std::string_view, kColumns> columns;
    for (std::size_t i = 0; i < kColumns; ++i) {
        const std::size_t end = i + 1 < kColumns ? line.find('\t') : line.size();
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        columns[i] = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return columns;
}

std::optional<Pair> pair_of(std::string_view line) {
    const auto columns = columns_of(line);
    if (!columns) {
        return std::nullopt;
    }
    const auto& [key, written, other_key, other_written, papers, origin] = *columns;
    Pair pair{{std::string{key}, std::string{written}}, {std::string{other_key}, std::string{other_written}}, 0, {}};
    const auto [end, problem] = std::from_chars(papers.data(), papers.data() + papers.size(), pair.papers);
    if (problem != std::errc{} || end != papers.data() + papers.size() || (origin != "g" && origin != "l") ||
        key.empty() || other_key.empty()) {
        return std::nullopt;
    }
    pair.origin = origin == "g" ? Origin::kGloss : Origin::kLoanword;
    return pair;
}

std::string line_of(const Pair& pair) {
    std::string line;
    for (const std::string* column : {&pair.from.key, &pair.from.written, &pair.to.key, &pair.to.written}) {
        line += *column;
        line += '\t';
    }
    line += std::to_string(pair.papers);
    line += pair.origin == Origin::kGloss ? "\tg\n" : "\tl\n";
    return line;
}

}  // namespace

std::string key_of(std::string_view name, text::Analyzer& analyzer) {
    std::vector<std::string> words;
    for (text::Token& token : analyzer.analyze(name).tokens) {
        if (token.kind == text::TokenKind::kWord) {
            words.push_back(std::move(token.text));
        }
    }
    return words.size() <= kMaxKeyWords ? key_of_words(words) : std::string{};
}

std::vector<std::string> words_of_key(std::string_view key) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        words.emplace_back(key.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string key_of_words(const std::vector<std::string>& words) {
    std::string key;
    for (const std::string& word : words) {
        key += key.empty() ? "" : " ";
        key += word;
    }
    return key;
}

Lexicon Lexicon::from_pairs(const std::vector<Pair>& pairs) {
    std::vector<std::string> lines;
    lines.reserve(2 * pairs.size());
    for (const Pair& pair : pairs) {
        lines.push_back(line_of(pair));
        lines.push_back(line_of({pair.to, pair.from, pair.papers, pair.origin}));
    }
    std::sort(lines.begin(), lines.end());
    Lexicon lexicon;
    for (const std::string& line : lines) {
        lexicon.lines_.push_back(static_cast<std::uint32_t>(lexicon.text_.size()));
        lexicon.text_ += line;
    }
    return lexicon;
}

Result<Lexicon> Lexicon::from_text(std::string text) {
    const Error corrupt{Code::kCorrupt, "the lexicon of the index cannot be read",
                        "make the index anew: saegin-index --rebuild"};
    if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
        return corrupt;
    }
    Lexicon lexicon;
    std::string_view last;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos) {
            return corrupt;
        }
        const std::string_view line = std::string_view{text}.substr(at, end - at);
        if (line < last || !pair_of(line)) {  // out of order, lines would not be found
            return corrupt;
        }
        last = line;
        lexicon.lines_.push_back(static_cast<std::uint32_t>(at));
        at = end + 1;
    }
    lexicon.text_ = std::move(text);
    return lexicon;
}

std::string_view Lexicon::line(std::size_t number) const {
    const std::size_t begin = lines_[number];
    const std::size_t end = number + 1 < lines_.size() ? lines_[number + 1] : text_.size();
    return std::string_view{text_}.substr(begin, end - begin - 1);
}

std::size_t Lexicon::first_not_less(std::string_view start) const {
    // The lines are sorted as texts, so those of one key stand together.
    std::size_t low = 0;
    std::size_t high = lines_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (line(middle) < start) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

std::vector<Pair> Lexicon::equivalents(std::string_view key) const {
    const std::string start = std::string{key} + "\t";
    std::vector<Pair> pairs;
    for (std::size_t i = first_not_less(start); i < lines_.size() && line(i).starts_with(start); ++i) {
        pairs.push_back(*pair_of(line(i)));
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return a.papers != b.papers ? a.papers > b.papers : a.to.key < b.to.key;
    });
    return pairs;
}

std::vector<Pair> Lexicon::all() const {
    std::vector<Pair> pairs;
    pairs.reserve(lines_.size());
    visit_from("", [&](const Pair& pair) {
        pairs.push_back(pair);
        return true;
    });
    return pairs;
}

void Lexicon::visit_from(std::string_view least, const std::function<bool(const Pair&)>& visit) const {
    for (std::size_t i = first_not_less(least); i < lines_.size() && visit(*pair_of(line(i))); ++i) {
    }
}

}  // namespace saegin::lexicon
