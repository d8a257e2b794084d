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

/// Whether a clause beside others only restricts. An author without a sign also ranks: the papers of that author are
/// found, whatever else they lack.
bool is_filter(const Clause& clause) {
    if (const auto* const fielded = std::get_if<language::Fielded>(&clause.node.value)) {
        return fielded->field == Field::kSection || fielded->field == Field::kId ||
               (fielded->field == Field::kAuthor && clause.presence != Presence::kMay);
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
    Divided divided;
    std::vector<Clause> rest;
    std::partition_copy(list->clauses.begin(), list->clauses.end(), std::back_inserter(divided.filters),
                        std::back_inserter(rest), is_filter);
    divided.rest = language::make_clauses(std::move(rest), tree.span);
    return divided;
}

}  // namespace saegin::query
