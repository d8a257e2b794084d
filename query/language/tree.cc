#include "query/language/tree.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>
#include <utility>

namespace saegin::query::language {

namespace {

bool all_are(const Clauses& list, Presence presence) {
    return std::all_of(list.clauses.begin(), list.clauses.end(),
                       [&](const Clause& clause) { return clause.presence == presence; });
}

/// What a "+" stands in front of, where it stands alone: inside something larger it says nothing.
Node without_sign(Node node) {
    auto* const list = std::get_if<Clauses>(&node.value);
    if (list == nullptr || list->clauses.size() != 1) {
        return node;
    }
    Node only = std::move(list->clauses.front().node);
    return only;
}

/// An operator over children that are flat: those of the same kind give their children.
template <typename Operator>
Node flat(std::vector<Node> children, text::ByteSpan span) {
    assert(!children.empty());
    std::vector<Node> all;
    for (Node& inner : children) {
        Node child = without_sign(std::move(inner));
        if (auto* const same = std::get_if<Operator>(&child.value)) {
            std::move(same->children.begin(), same->children.end(), std::back_inserter(all));
        } else {
            all.push_back(std::move(child));
        }
    }
    if (all.size() == 1) {
        return std::move(all.front());
    }
    return {span, Operator{std::move(all)}};
}

/// A list inside a list says nothing of its own where all its clauses are alike: (a b) c, -(a b), (-a -b) c. The
/// presence that each of its clauses has in the outer list, if it can be dissolved.
std::optional<Presence> presence_when_dissolved(Presence outer, const Clauses& inner) {
    if (all_are(inner, Presence::kMay) && outer != Presence::kMust) {
        return outer;
    }
    if (all_are(inner, Presence::kMustNot) && outer != Presence::kMustNot) {
        return Presence::kMustNot;
    }
    return std::nullopt;
}

void add_clause(Clause clause, std::vector<Clause>& out) {
    clause.node = without_sign(std::move(clause.node));
    if (auto* const negated = std::get_if<Not>(&clause.node.value)) {
        // "a NOT b" asks for what "a -b" asks for, not for nearly every paper.
        clause.presence = clause.presence == Presence::kMustNot ? Presence::kMust : Presence::kMustNot;
        Node child = std::move(*negated->child);
        clause.node = std::move(child);
    }
    if (auto* const inner = std::get_if<Clauses>(&clause.node.value)) {
        if (const std::optional<Presence> presence = presence_when_dissolved(clause.presence, *inner)) {
            for (Clause& part : inner->clauses) {
                part.presence = *presence;
                out.push_back(std::move(part));
            }
            return;
        }
    }
    out.push_back(std::move(clause));
}

}  // namespace

Node make_and(std::vector<Node> children, text::ByteSpan span) {
    return flat<And>(std::move(children), span);
}

Node make_or(std::vector<Node> children, text::ByteSpan span) {
    return flat<Or>(std::move(children), span);
}

Node make_not(Node inner, text::ByteSpan span) {
    Node child = without_sign(std::move(inner));
    if (auto* const negated = std::get_if<Not>(&child.value)) {
        return std::move(*negated->child);
    }
    return {span, Not{Boxed<Node>{std::move(child)}}};
}

Node make_fielded(Field field, Node inner, text::ByteSpan span) {
    Node child = without_sign(std::move(inner));
    if (std::holds_alternative<Fielded>(child.value) || std::holds_alternative<DateRange>(child.value) ||
        std::holds_alternative<NumberRange>(child.value)) {
        return child;
    }
    if (auto* const negated = std::get_if<Not>(&child.value)) {
        return make_not(make_fielded(field, std::move(*negated->child), span), span);
    }
    auto* const list = std::get_if<Clauses>(&child.value);
    if (list != nullptr && all_are(*list, Presence::kMustNot)) {
        // So that an outer list sees that this excludes.
        for (Clause& clause : list->clauses) {
            const text::ByteSpan part = clause.node.span;
            clause.node = make_fielded(field, std::move(clause.node), part);
        }
        return make_clauses(std::move(list->clauses), span);
    }
    return {span, Fielded{field, Boxed<Node>{std::move(child)}}};
}

Node make_clauses(std::vector<Clause> clauses, text::ByteSpan span) {
    if (clauses.size() == 1 && clauses.front().presence == Presence::kMay) {
        Node only = std::move(clauses.front().node);
        return only;
    }
    std::vector<Clause> all;
    for (Clause& clause : clauses) {
        add_clause(std::move(clause), all);
    }
    const bool is_sign_needed = all.size() == 1 && all.front().presence == Presence::kMust &&
                                std::holds_alternative<Word>(all.front().node.value);
    if (all.size() != 1 || is_sign_needed) {
        return {span, Clauses{std::move(all)}};
    }
    Node only = std::move(all.front().node);
    return all.front().presence == Presence::kMustNot ? make_not(std::move(only), span) : only;
}

const Word* only_word(const Node& node) {
    const auto* const list = std::get_if<Clauses>(&node.value);
    return std::get_if<Word>(list != nullptr && list->clauses.size() == 1 ? &list->clauses.front().node.value
                                                                          : &node.value);
}

bool only_excludes(const Node& node) {
    const auto excludes = [](const std::vector<Node>& nodes) {
        return std::all_of(nodes.begin(), nodes.end(), only_excludes);
    };
    if (const auto* const both = std::get_if<And>(&node.value)) {
        return excludes(both->children);
    }
    if (const auto* const either = std::get_if<Or>(&node.value)) {
        return excludes(either->children);
    }
    if (const auto* const list = std::get_if<Clauses>(&node.value)) {
        return !list->clauses.empty() &&
               std::all_of(list->clauses.begin(), list->clauses.end(), [](const Clause& clause) {
                   return clause.presence == Presence::kMustNot || only_excludes(clause.node);
               });
    }
    if (const auto* const fielded = std::get_if<Fielded>(&node.value)) {
        return only_excludes(*fielded->child);
    }
    return std::holds_alternative<Not>(node.value);
}

}  // namespace saegin::query::language
