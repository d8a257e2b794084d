#include "query/language/lexer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/unicode.h"
#include "query/language/syntax.h"

namespace saegin::query::language {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Broken characters part words, as blanks do; they are counted, and told of once.
void report_broken(std::string_view query, Diagnostics& diagnostics) {
    std::optional<text::ByteSpan> first;
    std::size_t count = 0;
    for (std::size_t at = 0; at < query.size();) {
        const Character c = character_at(query, at);
        if (c.code == kReplacement) {
            first = first.value_or(text::ByteSpan{at, c.next});
            ++count;
        }
        at = c.next;
    }
    if (first) {
        diagnostics.add(*first, count == 1 ? "one character is broken; taken as a blank"
                                           : std::to_string(count) + " characters are broken; taken as blanks");
    }
}

/// A word that is being read: its text so far, and the marks met in it.
struct WordSoFar {
    std::string text;
    bool escaped = false;  ///< a backslash took the meaning of something
    bool has_colon = false;
    bool has_wildcard = false;  ///< a question mark that looks like one
    std::size_t stars = 0;
    bool ends_in_star = false;
};

class Lexer {
public:
    Lexer(std::string_view query, Diagnostics& diagnostics) : query_(query), diagnostics_(diagnostics) {}

    std::vector<Token> run() {
        bool at_start = true;  // signs count only here: behind a blank or an opening parenthesis
        while (at_ < query_.size()) {
            const Character c = character_at(query_, at_);
            if (is_blank(c.code)) {
                at_ = c.next;
                at_start = true;
                continue;
            }
            if (c.meaning == U'"') {
                read_quotation_mark(c);
            } else if (c.meaning == U'(' || c.meaning == U')') {
                push_mark(c.meaning == U'(' ? TokenKind::kOpen : TokenKind::kClose, c.next);
            } else if (at_start && (c.meaning == U'+' || c.meaning == U'-') && sign_binds(query_.substr(c.next))) {
                push_mark(c.meaning == U'+' ? TokenKind::kMust : TokenKind::kMustNot, c.next);
            } else {
                read_word();
            }
            at_start = c.meaning == U'(';
        }
        return std::move(tokens_);
    }

private:
    void push(TokenKind kind, std::size_t end, std::string text) {
        tokens_.push_back({kind, {at_, end}, std::move(text), Field{}});
        at_ = end;
    }

    void push_mark(TokenKind kind, std::size_t end) { push(kind, end, std::string{query_.substr(at_, end - at_)}); }

    bool follows_field() const { return !tokens_.empty() && tokens_.back().kind == TokenKind::kField; }

    /// 12" is twelve inches where nothing follows directly, or where no other mark follows at all.
    bool is_inch_mark(std::size_t behind_mark, bool closed) const {
        if (tokens_.empty() || tokens_.back().kind != TokenKind::kWord || tokens_.back().span.end != at_ ||
            u_isdigit(static_cast<UChar32>(static_cast<unsigned char>(tokens_.back().text.back()))) == 0) {
            return false;
        }
        if (!closed || behind_mark == query_.size()) {
            return true;
        }
        const Character next = character_at(query_, behind_mark);
        return is_blank(next.code) || next.meaning == U')';
    }

    void read_quotation_mark(const Character& mark) {
        std::string text;
        bool parted = false;
        std::size_t at = mark.next;
        std::size_t end = query_.size();
        bool closed = false;
        while (at < query_.size() && !closed) {
            const Character c = character_at(query_, at);
            if (c.meaning == U'"') {
                closed = true;
                end = c.next;
            } else if (is_blank(c.code)) {
                parted = true;
            } else {
                text += parted && !text.empty() ? " " : "";
                text += query_.substr(at, c.next - at);
                parted = false;
            }
            at = c.next;
        }
        if (is_inch_mark(mark.next, closed)) {
            diagnostics_.add({at_, mark.next}, "the quotation mark follows a digit; taken as inches, and left out");
            at_ = mark.next;
            return;
        }
        if (!closed && !text.empty()) {
            diagnostics_.add({at_, mark.next}, "the quotation mark is never closed; taken as closed at the end");
        }
        push(TokenKind::kPhrase, end, std::move(text));
        if (const std::size_t bytes = distance_bytes(query_.substr(at_)); closed && bytes > 0) {
            diagnostics_.add({at_, at_ + bytes},
                             "a phrase takes no distance; left out (words side by side, without quotation marks, count "
                             "more where they are near each other)");
            at_ += bytes;
        }
    }

    /// Reads the first colon of a word; whether it made a field of the word.
    bool read_colon(const WordSoFar& word, std::size_t at, std::size_t next) {
        const text::ByteSpan span{at_, next};
        switch (colon_between(word.text, query_.substr(next))) {
            case Colon::kField: {
                const std::optional<Field> field = field_named(word.text);
                push_mark(TokenKind::kField, next);
                tokens_.back().field = field.value_or(Field{});
                return true;
            }
            case Colon::kNoValue:
                diagnostics_.add(
                    span, "no value follows " + quoted(query_.substr(at_, next - at_)) + " directly; taken as a word");
                return false;
            case Colon::kUnknownField:
                diagnostics_.add({at_, at},
                                 quoted(word.text) + " is no field (" + field_names() + "); taken as part of the word");
                return false;
            case Colon::kPlain:
                break;
        }
        return false;
    }

    void read_word() {
        WordSoFar word;
        std::size_t at = at_;
        while (at < query_.size()) {
            const Character c = character_at(query_, at);
            if (is_blank(c.code) || c.meaning == U'"' || c.meaning == U'(' || c.meaning == U')') {
                break;
            }
            word.ends_in_star = false;
            Character taken = c;
            const bool escapes =
                c.meaning == U'\\' && c.next < query_.size() && can_be_escaped(character_at(query_, c.next).code);
            if (escapes) {
                taken = character_at(query_, c.next);
                word.escaped = true;
            } else if (c.meaning == U'*') {
                ++word.stars;
                word.ends_in_star = true;
            } else if (c.meaning == U'?') {
                word.has_wildcard = word.has_wildcard || is_wildcard(word.text, query_.substr(c.next));
            } else if (c.meaning == U':' && !word.has_colon && !follows_field() && read_colon(word, at, c.next)) {
                return;
            }
            word.has_colon = word.has_colon || taken.meaning == U':';
            text::append(word.text, taken.code);
            at = taken.next;
        }
        finish_word(std::move(word), at);
    }

    void finish_word(WordSoFar word, std::size_t end) {
        const text::ByteSpan span{at_, end};
        if (word.stars == 1 && word.ends_in_star) {
            std::string stem = word.text.substr(0, word.text.size() - last_character_bytes(word.text));
            if (has_letter(stem)) {
                push(TokenKind::kPrefix, end, std::move(stem));
                return;
            }
        }
        if (word.stars > 0) {
            diagnostics_.add(span, "a star counts only at the end of a word with a letter; taken as part of the word");
        }
        if (word.has_wildcard) {
            diagnostics_.add(span,
                             "a question mark stands for no letter; taken as part of the word (write the start of "
                             "the word and a star: trans*)");
        }
        if (const std::string_view ours = foreign_operator(word.text); !word.escaped && !ours.empty()) {
            diagnostics_.add(span, word.text + " is no operator; taken as a word (write " + std::string{ours} + ")");
        }
        if (!word.escaped && word.text.starts_with('\\') &&
            operator_named(std::string_view{word.text}.substr(1)) != Operator::kNone) {
            word.text.erase(0, 1);
            push(TokenKind::kWord, end, std::move(word.text));
            return;
        }
        const bool is_value = !tokens_.empty() && is_prefix(tokens_.back().kind);
        const Operator named = word.escaped || is_value ? Operator::kNone : operator_named(word.text);
        push(kind_of(named), end, std::move(word.text));
    }

    static TokenKind kind_of(Operator named) {
        switch (named) {
            case Operator::kAnd:
                return TokenKind::kAnd;
            case Operator::kOr:
                return TokenKind::kOr;
            case Operator::kNot:
                return TokenKind::kNot;
            case Operator::kNone:
                break;
        }
        return TokenKind::kWord;
    }

    /// Bytes of the star that ends a word: a narrow or a full-width one.
    static std::size_t last_character_bytes(std::string_view word) { return word.ends_with('*') ? 1 : 3; }

    static bool has_letter(std::string_view word) {
        for (std::size_t at = 0; at < word.size();) {
            if (u_isalpha(static_cast<UChar32>(text::next_code_point(word, at))) != 0) {
                return true;
            }
        }
        return false;
    }

    std::string_view query_;
    Diagnostics& diagnostics_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;  ///< where the token that is being read starts
};

}  // namespace

std::vector<Token> tokens_of(std::string_view query, Diagnostics& diagnostics) {
    report_broken(query, diagnostics);
    return Lexer{query, diagnostics}.run();
}

std::vector<Token> plain_words_of(std::string_view query, Diagnostics& diagnostics) {
    report_broken(query, diagnostics);
    std::vector<Token> words;
    bool parted = true;
    for (std::size_t at = 0; at < query.size();) {
        const Character c = character_at(query, at);
        if (is_blank(c.code)) {
            parted = true;
        } else {
            if (parted) {
                words.push_back({TokenKind::kWord, {at, at}, {}, Field{}});
            }
            words.back().text += query.substr(at, c.next - at);
            words.back().span.end = c.next;
            parted = false;
        }
        at = c.next;
    }
    return words;
}

}  // namespace saegin::query::language
