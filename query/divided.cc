#include "query/divided.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace saegin::query {

namespace {

using language::Clause;
using language::Field;
using language::Presence;

bool is_author(const Clause& clause) {
    const auto* const fielded = std::get_if<language::Fielded>(&clause.node.value);
    return fielded != nullptr && fielded->field == Field::kAuthor;
}

/// Whether a clause says nothing that papers could be ranked by.
bool only_restricts(const Clause& clause) {
    if (const auto* const fielded = std::get_if<language::Fielded>(&clause.node.value)) {
        return fielded->field == Field::kSection || fielded->field == Field::kId;
    }
    return std::holds_alternative<language::DateRange>(clause.node.value) ||
           std::holds_alternative<language::NumberRange>(clause.node.value);
}

}  // namespace

Divided divide(const language::Node& tree) {
    const auto* const list = std::get_if<language::Clauses>(&tree.value);
    if (list == nullptr) {
        return {tree, {}};
    }
    // Papers of an author on a topic are those that the topic finds; alone, an author is what is looked for.
    const bool has_topic = std::any_of(list->clauses.begin(), list->clauses.end(), [](const Clause& clause) {
        return clause.presence != Presence::kMustNot && !only_restricts(clause) && !is_author(clause);
    });
    const auto is_filter = [&](const Clause& clause) {
        return only_restricts(clause) || clause.presence == Presence::kMustNot || (is_author(clause) && has_topic);
    };
    Divided divided;
    std::vector<Clause> rest;
    std::partition_copy(list->clauses.begin(), list->clauses.end(), std::back_inserter(divided.filters),
                        std::back_inserter(rest), is_filter);
    divided.rest = language::make_clauses(std::move(rest), tree.span);
    return divided;
}

}  // namespace saegin::query
