#include "tests/support/query_tree_checks.h"

#include <cstddef>
#include <variant>
#include <vector>

#include "query/language/printer.h"

namespace saegin::test {

namespace {

using namespace query::language;

/// Walks a tree and remembers the first thing that is wrong.
class Walk {
public:
    explicit Walk(const Node& root) : root_(std::get_if<Clauses>(&root.value)) {}

    void visit(const Node& node, text::ByteSpan outer) {
        if (node.span.begin > node.span.end || node.span.begin < outer.begin || node.span.end > outer.end) {
            fail("the span " + std::to_string(node.span.begin) + "-" + std::to_string(node.span.end) + " leaves " +
                 std::to_string(outer.begin) + "-" + std::to_string(outer.end));
        }
        std::visit([&](const auto& value) { look_at(value, node.span); }, node.value);
    }

    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] std::size_t leaves() const { return leaves_; }

private:
    void fail(const std::string& problem) { problem_ = problem_.empty() ? problem : problem_; }

    void look_at_text(const std::string& text) {
        ++leaves_;
        if (text.empty()) {
            fail("a word without text");
        }
    }
    void look_at(const Word& word, text::ByteSpan /*span*/) { look_at_text(word.text); }
    void look_at(const Phrase& phrase, text::ByteSpan /*span*/) { look_at_text(phrase.text); }
    void look_at(const Prefix& prefix, text::ByteSpan /*span*/) { look_at_text(prefix.text); }
    template <typename Range>
    void look_at_range(const Range& range) {
        ++leaves_;
        if (!range.first && !range.last) {
            fail("a range without ends");
        }
        if (range.first && range.last && *range.last < *range.first) {
            fail("a range that ends before it starts");
        }
    }
    void look_at(const DateRange& range, text::ByteSpan /*span*/) { look_at_range(range); }
    void look_at(const NumberRange& range, text::ByteSpan /*span*/) { look_at_range(range); }
    void look_at(const Fielded& fielded, text::ByteSpan span) {
        if (info(fielded.field).value != FieldValue::kWords) {
            fail("words in a field of ranges");
        }
        visit(*fielded.child, span);
    }
    void look_at(const Not& negated, text::ByteSpan span) {
        if (std::holds_alternative<Not>(negated.child->value)) {
            fail("NOT in NOT");
        }
        visit(*negated.child, span);
    }
    void look_at(const And& both, text::ByteSpan span) { look_at_children(both.children, span); }
    void look_at(const Or& either, text::ByteSpan span) { look_at_children(either.children, span); }
    void look_at_children(const std::vector<Node>& children, text::ByteSpan span) {
        if (children.size() < 2) {
            fail("an operator with less than two operands");
        }
        for (const Node& child : children) {
            visit(child, span);
        }
    }
    void look_at(const Clauses& list, text::ByteSpan span) {
        const bool is_signed_word = list.clauses.size() == 1 && &list == root_ &&
                                    list.clauses.front().presence == Presence::kMust &&
                                    std::holds_alternative<Word>(list.clauses.front().node.value);
        if (list.clauses.size() == 1 && !is_signed_word) {
            fail("a list of one");
        }
        for (const Clause& clause : list.clauses) {
            if (std::holds_alternative<Not>(clause.node.value)) {
                fail("NOT in a list");
            }
            visit(clause.node, span);
        }
    }

    const Clauses* root_;  ///< the whole query, where it is a list
    std::string problem_;
    std::size_t leaves_ = 0;
};

}  // namespace

std::string problem_with(const Parsed& parsed, std::string_view query, DigestDate today) {
    Walk walk{parsed.tree};
    walk.visit(parsed.tree, {0, query.size()});
    if (!walk.problem().empty()) {
        return walk.problem();
    }
    if (walk.leaves() > kMaxClauses) {
        return "too many words";
    }
    if (parsed.diagnostics.size() > kMaxDiagnostics) {
        return "too many diagnostics";
    }
    for (const Diagnostic& diagnostic : parsed.diagnostics) {
        if (diagnostic.span.begin > diagnostic.span.end || diagnostic.span.end > query.size()) {
            return "a diagnostic beyond the query: " + diagnostic.message;
        }
    }
    const std::string printed = print(parsed.tree);
    if (printed.size() > kMaxQueryBytes) {
        return {};  // longer than the query that it was made from: it would be cut
    }
    const Parsed again = parse(printed, today);
    if (print(again.tree) != printed) {
        return "'" + printed + "' prints as '" + print(again.tree) + "'";
    }
    if (again.diagnostics.size() > (only_excludes(parsed.tree) ? 1U : 0U)) {
        return "'" + printed + "' is said to be wrong: " + again.diagnostics.front().message;
    }
    return {};
}

}  // namespace saegin::test
