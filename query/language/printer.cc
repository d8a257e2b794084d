#include "query/language/printer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include "query/language/limits.h"
#include "query/language/syntax.h"

namespace saegin::query::language {

namespace {

/// How tightly a printout holds together; what is looser than its surroundings goes into parentheses.
enum class Binding : std::uint8_t { kClauses, kOr, kAnd, kNot, kOperand };

struct Printout {
    std::string text;
    Binding binding = Binding::kOperand;
};

/// `word` from `at` on, with a backslash before everything that would mean something there.
std::string escaped_from(std::string_view word, std::size_t at) {
    std::string out;
    bool first_colon = true;
    while (at < word.size()) {
        const Character c = character_at(word, at);
        bool means_something = false;
        switch (c.meaning) {
            case U'"':
            case U'(':
            case U')':
            case U'*':
            case U'\\':
                means_something = true;
                break;
            case U':':
                means_something =
                    first_colon && colon_between(word.substr(0, at), word.substr(c.next)) != Colon::kPlain;
                first_colon = false;
                break;
            case U'?':
                means_something = is_wildcard(word.substr(0, at), word.substr(c.next));
                break;
            default:
                break;
        }
        out += means_something ? "\\" : "";
        out += word.substr(at, c.next - at);
        at = c.next;
    }
    return out;
}

/// A word so that it is read as one. Requires: not empty.
std::string escaped(std::string_view word) {
    const Character first = character_at(word, 0);
    if (first.meaning != U'+' && first.meaning != U'-') {
        return escaped_from(word, 0);
    }
    const std::string behind = escaped_from(word, first.next);
    return (sign_binds(behind) ? "\\" : "") + std::string{word.substr(0, first.next)} + behind;
}

/// Whether parentheses that only help the eye are wanted.
enum class Style : std::uint8_t { kReadable, kBare };

Printout printout(const Node& node, Style style);

/// The child, in parentheses unless it holds together at least as tightly as `needed`.
std::string inside(const Node& child, Binding needed, Style style) {
    Printout print = printout(child, style);
    return print.binding >= needed ? std::move(print.text) : "(" + print.text + ")";
}

std::string joined(const std::vector<Node>& children, std::string_view between, Binding needed, Style style) {
    std::string out;
    for (const Node& child : children) {
        out += out.empty() ? "" : between;
        out += inside(child, needed, style);
    }
    return out;
}

std::string signed_operand(std::string_view sign, const Node& node, Style style) {
    std::string operand = inside(node, Binding::kOperand, style);
    // Behind a sign these would make one word with it: "->".
    return std::string{sign} + (sign_binds(operand) ? "" : "\\") + operand;
}

std::string clause_text(const Clause& clause, Style style) {
    switch (clause.presence) {
        case Presence::kMust:
            return signed_operand("+", clause.node, style);
        case Presence::kMustNot:
            return signed_operand("-", clause.node, style);
        case Presence::kMay:
            break;
    }
    Printout print = printout(clause.node, style);
    // Parentheses are not needed around AND and OR, but easier to read; and acronyms with operators between words look
    // like a title in capitals without them.
    const bool bare =
        print.binding == Binding::kOperand ||
        (print.binding != Binding::kClauses && (style == Style::kBare || print.text.find('(') != std::string::npos));
    return bare ? std::move(print.text) : "(" + print.text + ")";
}

template <typename Range, typename Print>
std::string range_text(Field field, const Range& range, const Print& print) {
    std::string out = std::string{info(field).name} + ":";
    if (range.first && range.first == range.last) {
        return out + print(*range.first);
    }
    out += range.first ? print(*range.first) : "";
    out += "..";
    return out + (range.last ? print(*range.last) : "");
}

struct Printer {
    Style style;

    Printout operator()(const Word& word) const {
        const bool is_operator = operator_named(word.text) != Operator::kNone || !foreign_operator(word.text).empty();
        return {is_operator ? "\\" + word.text : escaped(word.text), Binding::kOperand};
    }
    Printout operator()(const Phrase& phrase) const { return {"\"" + phrase.text + "\"", Binding::kOperand}; }
    Printout operator()(const Prefix& prefix) const { return {escaped(prefix.text) + "*", Binding::kOperand}; }
    Printout operator()(const DateRange& range) const {
        return {range_text(Field::kDate, range, [](DigestDate day) { return to_string(day); }), Binding::kOperand};
    }
    Printout operator()(const NumberRange& range) const {
        return {range_text(Field::kVotes, range, [](std::int64_t n) { return std::to_string(n); }), Binding::kOperand};
    }
    Printout operator()(const Fielded& fielded) const {
        return {std::string{info(fielded.field).name} + ":" + inside(*fielded.child, Binding::kOperand, style),
                Binding::kOperand};
    }
    Printout operator()(const And& both) const {
        return {joined(both.children, " AND ", Binding::kNot, style), Binding::kAnd};
    }
    Printout operator()(const Or& either) const {
        return {joined(either.children, " OR ", Binding::kAnd, style), Binding::kOr};
    }
    Printout operator()(const Not& negated) const {
        return {"NOT " + inside(*negated.child, Binding::kOperand, style), Binding::kNot};
    }
    Printout operator()(const Clauses& list) const {
        std::string out;
        for (const Clause& clause : list.clauses) {
            out += (out.empty() ? "" : " ") + clause_text(clause, style);
        }
        return {out, Binding::kClauses};
    }
};

Printout printout(const Node& node, Style style) {
    return std::visit(Printer{style}, node.value);
}

/// How many parentheses stand inside each other at most; those that mean nothing count as well.
std::size_t depth_of(std::string_view text) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (const char c : text) {
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' && depth > 0 ? 1 : 0;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

}  // namespace

std::string print(const Node& node) {
    std::string readable = printout(node, Style::kReadable).text;
    return depth_of(readable) > kMaxDepth ? printout(node, Style::kBare).text : readable;
}

}  // namespace saegin::query::language
