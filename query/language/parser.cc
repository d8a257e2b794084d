#include "query/language/parser.h"

#include <cassert>
#include <optional>
#include <string>
#include <utility>

#include "common/text/unicode.h"
#include "query/language/lexer.h"
#include "query/language/recovery.h"

namespace saegin::query::language {

namespace {

/// Recursive descent over mended tokens. Each function reads one rule of the grammar.
class Parser {
public:
    Parser(std::vector<Token> tokens, DigestDate today, Diagnostics& diagnostics)
        : tokens_(std::move(tokens)), today_(today), diagnostics_(diagnostics) {}

    Node read_query() { return tokens_.empty() ? Node{{}, Clauses{}} : read_clauses(); }

private:
    [[nodiscard]] bool at(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }

    Token take() {
        assert(at_ < tokens_.size());
        return std::move(tokens_[at_++]);
    }

    /// From a place to the end of the last token read.
    [[nodiscard]] text::ByteSpan since(std::size_t begin) const { return {begin, tokens_[at_ - 1].span.end}; }
    [[nodiscard]] std::size_t here() const { return tokens_[at_].span.begin; }

    Node read_clauses() {
        const std::size_t begin = here();
        std::vector<Clause> clauses;
        while (at_ < tokens_.size() && !at(TokenKind::kClose)) {
            clauses.push_back(read_either());
        }
        return make_clauses(std::move(clauses), since(begin));
    }

    Clause read_either() {
        return read_row(TokenKind::kOr, make_or,
                        [this] { return read_row(TokenKind::kAnd, make_and, [this] { return read_negated(); }); });
    }

    /// Operands with one kind of operator between them; a single one keeps its sign.
    template <typename Make, typename Read>
    Clause read_row(TokenKind between, const Make& make, const Read& read) {
        const std::size_t begin = here();
        Clause first = read();
        if (!at(between)) {
            return first;
        }
        std::vector<Node> operands;
        operands.push_back(without_sign(std::move(first), begin));
        while (at(between)) {
            ++at_;
            const std::size_t next = here();
            operands.push_back(without_sign(read(), next));
        }
        return {Presence::kMay, make(std::move(operands), since(begin))};
    }

    Clause read_negated() {
        const std::size_t begin = here();
        bool negated = false;
        bool any = false;
        for (; at(TokenKind::kNot); ++at_) {
            negated = !negated;
            any = true;
        }
        const std::size_t operand = here();
        Clause clause = read_signed();
        if (!any) {
            return clause;
        }
        Node node = without_sign(std::move(clause), operand);
        return {Presence::kMay, negated ? make_not(std::move(node), since(begin)) : std::move(node)};
    }

    Clause read_signed() {
        Presence presence = Presence::kMay;
        if (at(TokenKind::kMust) || at(TokenKind::kMustNot)) {
            presence = at(TokenKind::kMust) ? Presence::kMust : Presence::kMustNot;
            ++at_;
        }
        return {presence, read_operand()};
    }

    /// An operand of AND, OR or NOT that starts at `begin`, its sign included.
    Node without_sign(Clause clause, std::size_t begin) {
        if (clause.presence == Presence::kMustNot) {
            return make_not(std::move(clause.node), since(begin));
        }
        if (clause.presence == Presence::kMust) {
            diagnostics_.add({begin, clause.node.span.begin}, "the + says nothing beside AND, OR or NOT; left out");
        }
        return std::move(clause.node);
    }

    Node read_operand() {
        if (at(TokenKind::kField)) {
            return read_fielded();
        }
        if (at(TokenKind::kOpen)) {
            return read_group();
        }
        Token token = take();
        switch (token.kind) {
            case TokenKind::kPhrase:
                return {token.span, Phrase{std::move(token.text)}};
            case TokenKind::kPrefix:
                return {token.span, Prefix{std::move(token.text)}};
            default:
                assert(token.kind == TokenKind::kWord);
                return {token.span, Word{std::move(token.text)}};
        }
    }

    Node read_group() {
        const std::size_t begin = here();
        ++at_;
        Node inside = read_clauses();
        assert(at(TokenKind::kClose));
        ++at_;
        if (holds_several(inside)) {  // what stands alone is what it is without them, also where it is shown
            inside.span = since(begin);
        }
        return inside;
    }

    static bool holds_several(const Node& node) {
        return std::holds_alternative<Clauses>(node.value) || std::holds_alternative<And>(node.value) ||
               std::holds_alternative<Or>(node.value);
    }

    Node read_fielded() {
        const Token name = take();
        if (info(name.field).value == FieldValue::kWords) {
            Node value = read_operand();
            return make_fielded(name.field, std::move(value), since(name.span.begin));
        }
        if (at(TokenKind::kOpen)) {
            diagnostics_.add(name.span, std::string{info(name.field).name} +
                                            ": takes one value or a range, no parentheses; the field is left out");
            return read_group();
        }
        return read_range(name);
    }

    Node read_range(const Token& name) {
        const Token value = take();
        const text::ByteSpan span = since(name.span.begin);
        if (info(name.field).value == FieldValue::kDates) {
            return range_node(read_date_range(value.text, today_), name, value, span);
        }
        return range_node(read_number_range(value.text), name, value, span);
    }

    template <typename Range>
    Node range_node(const Result<ReadRange<Range>>& read, const Token& name, const Token& value, text::ByteSpan span) {
        if (read && value.kind != TokenKind::kPrefix) {
            if (read->swapped) {
                diagnostics_.add(value.span, "the range ends before it starts; its ends are swapped");
            }
            return {span, read->range};
        }
        const std::string typed = value.kind == TokenKind::kPrefix ? value.text + "*" : value.text;
        const std::string problem = value.kind == TokenKind::kPrefix ? quoted(typed) + " is no value of the field " +
                                                                           std::string{info(name.field).name}
                                                                     : read.error().message;
        if (value.kind == TokenKind::kPhrase) {
            diagnostics_.add(value.span, problem + "; the field is left out");
            return {value.span, Phrase{value.text}};
        }
        diagnostics_.add(value.span, problem + "; taken as a word");
        return {span, Word{name.text + typed}};
    }

    std::vector<Token> tokens_;
    DigestDate today_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
};

/// The part of a query that is read: whole characters.
std::string_view within_limit(std::string_view query, Diagnostics& diagnostics) {
    if (query.size() <= kMaxQueryBytes) {
        return query;
    }
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(query[at]) & 0xC0U) == 0x80U; };
    constexpr std::size_t kLongestCharacter = 4;
    std::size_t end = kMaxQueryBytes;
    while (end > kMaxQueryBytes - kLongestCharacter && continues(end)) {
        --end;
    }
    diagnostics.add({end, query.size()},
                    "the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes; the rest is left out");
    return query.substr(0, end);
}

}  // namespace

Parsed parse(std::string_view query, DigestDate today) {
    Diagnostics diagnostics;
    const std::string_view read = within_limit(query, diagnostics);
    std::vector<Token> tokens = mended(tokens_of(read, diagnostics), read.size() < query.size(), diagnostics);
    Parser parser{limited(std::move(tokens), diagnostics), today, diagnostics};
    Parsed parsed{parser.read_query(), {}};
    if (only_excludes(parsed.tree)) {
        diagnostics.add(parsed.tree.span, "the query only excludes; nothing to look for");
    }
    parsed.diagnostics = std::move(diagnostics).take();
    return parsed;
}

Parsed parse_plain(std::string_view query) {
    Diagnostics diagnostics;
    const std::string_view read = within_limit(query, diagnostics);
    std::vector<Clause> clauses;
    for (Token& word : limited(plain_words_of(read, diagnostics), diagnostics)) {
        clauses.push_back({Presence::kMay, {word.span, Word{std::move(word.text)}}});
    }
    const text::ByteSpan span = clauses.empty()
                                    ? text::ByteSpan{}
                                    : text::ByteSpan{clauses.front().node.span.begin, clauses.back().node.span.end};
    Parsed parsed{make_clauses(std::move(clauses), span), {}};
    parsed.diagnostics = std::move(diagnostics).take();
    return parsed;
}

}  // namespace saegin::query::language
