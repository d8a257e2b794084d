#include "query/language/recovery.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/unicode.h"
#include "query/language/limits.h"

namespace saegin::query::language {

namespace {

/// Takes signs and fields off the end: what they belong to is gone.
void drop_prefixes(std::vector<Token>& tokens) {
    while (!tokens.empty() && is_prefix(tokens.back().kind)) {
        tokens.pop_back();
    }
}

/// Pairs parentheses, and takes out those that hold nothing, as well as empty phrases.
class Balancer {
public:
    explicit Balancer(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    std::vector<Token> run(std::vector<Token> tokens, bool cut_short) {
        for (Token& token : tokens) {
            if (token.kind == TokenKind::kOpen) {
                open(std::move(token));
            } else if (token.kind == TokenKind::kClose) {
                close(std::move(token));
            } else if (token.kind == TokenKind::kPhrase && token.text.empty()) {
                diagnostics_.add(token.span, "the phrase is empty; left out");
                drop_prefixes(out_);
            } else {
                out_.push_back(std::move(token));
            }
        }
        close_all(cut_short);
        return std::move(out_);
    }

private:
    void open(Token token) {
        if (open_.size() == kMaxDepth) {
            if (!told_of_depth_) {
                diagnostics_.add(token.span, "more than " + std::to_string(kMaxDepth) +
                                                 " parentheses inside each other; those further in are ignored");
                told_of_depth_ = true;
            }
            ++ignored_;
            drop_prefixes(out_);
            return;
        }
        open_.push_back(out_.size());
        out_.push_back(std::move(token));
    }

    void close(Token token) {
        if (ignored_ > 0) {
            --ignored_;
        } else if (open_.empty()) {
            diagnostics_.add(token.span, "the closing parenthesis has no opening one; ignored");
        } else {
            close_last(std::move(token));
        }
    }

    void close_last(Token token) {
        const std::size_t opening = open_.back();
        open_.pop_back();
        if (opening + 1 < out_.size()) {
            out_.push_back(std::move(token));
            return;
        }
        diagnostics_.add({out_.back().span.begin, token.span.end}, "the parentheses hold nothing; left out");
        out_.pop_back();
        drop_prefixes(out_);
    }

    void close_all(bool cut_short) {
        if (!open_.empty() && !cut_short) {
            const text::ByteSpan first = out_[open_.front()].span;
            diagnostics_.add(first, open_.size() == 1
                                        ? "the parenthesis is never closed; taken as closed at the end"
                                        : std::to_string(open_.size()) +
                                              " parentheses are never closed; taken as closed at the end");
        }
        while (!open_.empty()) {
            if (open_.back() + 1 == out_.size()) {  // told of already: it is never closed
                open_.pop_back();
                out_.pop_back();
                drop_prefixes(out_);
                continue;
            }
            const std::size_t end = out_.back().span.end;
            close_last({TokenKind::kClose, {end, end}, {}, Field{}});
        }
    }

    Diagnostics& diagnostics_;
    std::vector<Token> out_;
    std::vector<std::size_t> open_;  ///< places in out_
    std::size_t ignored_ = 0;        ///< open parentheses that are too deep
    bool told_of_depth_ = false;
};

bool in_capitals(std::string_view word) {
    bool capital = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto c = static_cast<UChar32>(text::next_code_point(word, at));
        if (u_islower(c) != 0) {
            return false;
        }
        capital = capital || u_isupper(c) != 0;
    }
    return capital;
}

/// TO BE OR NOT TO BE: nothing but words in capitals, at least four, some of them side by side. Who writes operators
/// between acronyms seldom leaves some of these without one.
bool is_title_in_capitals(const std::vector<Token>& tokens) {
    constexpr std::size_t kFewestWords = 4;
    std::size_t words = 0;
    bool side_by_side = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_operator(tokens[i].kind)) {
            continue;
        }
        if (tokens[i].kind != TokenKind::kWord || !in_capitals(tokens[i].text)) {
            return false;
        }
        ++words;
        side_by_side = side_by_side || (i > 0 && tokens[i - 1].kind == TokenKind::kWord);
    }
    return words >= kFewestWords && side_by_side;
}

bool starts_operand(TokenKind kind) {
    return is_leaf(kind) || is_prefix(kind) || kind == TokenKind::kOpen;
}

bool ends_operand(TokenKind kind) {
    return is_leaf(kind) || kind == TokenKind::kClose;
}

/// For each token, whether it is an operator that has what it needs on both sides.
std::vector<bool> working_operators(const std::vector<Token>& tokens) {
    std::vector<bool> working(tokens.size(), false);
    bool operand_follows = false;
    for (std::size_t i = tokens.size(); i-- > 0;) {
        const TokenKind kind = tokens[i].kind;
        if (!is_operator(kind)) {
            operand_follows = starts_operand(kind);
            continue;
        }
        const bool left = kind == TokenKind::kNot || (i > 0 && ends_operand(tokens[i - 1].kind));
        working[i] = operand_follows && left;
        operand_follows = working[i] && kind == TokenKind::kNot;
    }
    return working;
}

std::string names_of(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
    constexpr std::size_t kMostNames = 4;
    std::string names;
    for (std::size_t i = from; i < std::min(to, from + kMostNames); ++i) {
        names += (i == from ? "" : " ") + tokens[i].text;
    }
    return names + (to - from > kMostNames ? " …" : "");
}

/// Operators without anything to work on become words; neighbours among them are told of together.
void settle_operators(std::vector<Token>& tokens, Diagnostics& diagnostics) {
    const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return is_operator(t.kind); });
    if (first == tokens.end()) {
        return;
    }
    std::vector<bool> working(tokens.size(), false);
    if (is_title_in_capitals(tokens)) {
        diagnostics.add(first->span, "all words are in capitals, as in a title; AND, OR and NOT taken as words");
    } else {
        working = working_operators(tokens);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            std::size_t end = i;
            while (end < tokens.size() && is_operator(tokens[end].kind) && !working[end]) {
                ++end;
            }
            if (end > i) {
                diagnostics.add({tokens[i].span.begin, tokens[end - 1].span.end},
                                names_of(tokens, i, end) +
                                    (end - i == 1 ? " needs something on " : " need something on ") +
                                    (end - i == 1 && tokens[i].kind == TokenKind::kNot ? "its right" : "both sides") +
                                    (end - i == 1 ? "; taken as a word" : "; taken as words"));
                i = end - 1;
            }
        }
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_operator(tokens[i].kind) && !working[i]) {
            tokens[i].kind = TokenKind::kWord;
        }
    }
}

}  // namespace

std::vector<Token> mended(std::vector<Token> tokens, bool cut_short, Diagnostics& diagnostics) {
    std::vector<Token> paired = Balancer{diagnostics}.run(std::move(tokens), cut_short);
    settle_operators(paired, diagnostics);
    return paired;
}

std::vector<Token> limited(std::vector<Token> tokens, Diagnostics& diagnostics) {
    std::size_t leaves = 0;
    const auto beyond = std::find_if(tokens.begin(), tokens.end(),
                                     [&](const Token& token) { return is_leaf(token.kind) && ++leaves > kMaxClauses; });
    if (beyond == tokens.end()) {
        return tokens;
    }
    diagnostics.add({beyond->span.begin, tokens.back().span.end},
                    "the query has more than " + std::to_string(kMaxClauses) + " words; the rest is left out");
    std::vector<Token> kept{std::make_move_iterator(tokens.begin()), std::make_move_iterator(beyond)};
    while (!ends_operand(kept.back().kind)) {  // operators, signs and parentheses before what is left out
        kept.pop_back();
    }
    const auto unclosed =
        std::count_if(kept.begin(), kept.end(), [](const Token& t) { return t.kind == TokenKind::kOpen; }) -
        std::count_if(kept.begin(), kept.end(), [](const Token& t) { return t.kind == TokenKind::kClose; });
    const std::size_t end = kept.back().span.end;
    kept.insert(kept.end(), static_cast<std::size_t>(unclosed), Token{TokenKind::kClose, {end, end}, {}, Field{}});
    return kept;
}

}  // namespace saegin::query::language
