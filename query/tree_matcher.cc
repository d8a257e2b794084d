#include "query/tree_matcher.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "common/paper_url.h"
#include "query/index_reader.h"
#include "query/language/printer.h"
#include "query/value_filter.h"

namespace saegin::query {

using language::Field;
using language::Node;
using language::Presence;
using schema::TermField;
using Xapian::Query;

namespace {

/// Whether something says what papers are about: no field and no range.
bool is_content(const Node& node) {
    return std::holds_alternative<language::Phrase>(node.value) ||
           std::holds_alternative<language::Prefix>(node.value) || std::holds_alternative<language::And>(node.value);
}

}  // namespace

Query either(const std::vector<Query>& queries) {
    return {Query::OP_OR, queries.begin(), queries.end()};
}

Query any_term(const std::vector<std::string>& terms) {
    std::vector<Query> queries(terms.begin(), terms.end());
    return either(queries);
}

Query without(const Query& query, const Query& excluded) {
    return {Query::OP_AND_NOT, query, excluded};
}

Query phrase_query(TermField family, const std::vector<std::string>& words) {
    std::vector<Query> terms;
    terms.reserve(words.size());
    std::transform(words.begin(), words.end(), std::back_inserter(terms),
                   [&](const std::string& word) { return Query{schema::term(family, word)}; });
    return terms.size() == 1 ? terms.front() : Query{Query::OP_PHRASE, terms.begin(), terms.end()};
}

TermField family_of(std::optional<Field> field) {
    return field == Field::kTitle ? TermField::kTitle : TermField::kText;
}

bool restricts(const Node& node) {
    return !std::holds_alternative<language::Word>(node.value) &&
           !std::holds_alternative<language::Clauses>(node.value) && !std::holds_alternative<language::Or>(node.value);
}

Query TreeMatcher::phrases(const std::string& text, TermField family, bool repair) {
    std::vector<Query> queries;
    const BoundQuery& bound = leaves_.bind(text);
    if (!repair && !bound.corrections.empty()) {
        return {};  // no paper has it
    }
    for (const std::vector<std::string>& words : phrases_of(bound)) {
        queries.push_back(phrase_query(family, words));
    }
    return either(queries);
}

Query TreeMatcher::word_matching(const std::string& text, std::optional<Field> field, bool other_names) {
    BoundQuery bound = leaves_.bind(text);
    if (other_names) {
        leaves_.note_corrections(bound);
    } else {
        if (!bound.corrections.empty()) {
            return {};  // no paper has it
        }
        bound.additions.clear();
    }
    if (field != Field::kTitle) {
        return whole_words(bound);
    }
    std::vector<Query> queries;
    for (const std::vector<std::string>& words : phrases_of(bound)) {
        queries.push_back(phrase_query(TermField::kTitle, words));
    }
    for (const Addition& addition : bound.additions) {
        for (const Alternative& alternative : addition.alternatives) {
            queries.push_back(phrase_query(TermField::kTitle, alternative.words));
        }
    }
    return either(queries);
}

Query TreeMatcher::matching(const Node& node, std::optional<Field> field, bool other_names) {
    return std::visit([&](const auto& value) { return this->match(value, node, field, other_names); }, node.value);
}

Query TreeMatcher::match(const language::Word& word, const Node& node, std::optional<Field> field, bool other_names) {
    if (field == Field::kSection) {
        return any_term(leaves_.sections(node).terms);
    }
    if (field == Field::kAuthor) {
        return any_term(leaves_.authors(node).terms);
    }
    if (field == Field::kId) {
        return by_id(word.text);
    }
    if (!other_names) {
        if (Query paper = !field && is_paper_address(word.text) ? by_id(word.text) : Query{}; !paper.empty()) {
            return paper;
        }
        leaves_.tell_of_unknown(node, word.text);
    }
    return word_matching(word.text, field, other_names);
}

Query TreeMatcher::match(const language::Phrase& phrase, const Node& node, std::optional<Field> field,
                         bool other_names) {
    if (field == Field::kSection) {
        return any_term(leaves_.sections(node).terms);
    }
    if (field == Field::kAuthor) {
        return any_term(leaves_.authors(node).terms);
    }
    if (field == Field::kId) {
        return by_id(phrase.text);
    }
    if (!other_names) {
        leaves_.tell_of_unknown(node, phrase.text);
    }
    return phrases(phrase.text, family_of(field), other_names);
}

Query TreeMatcher::match(const language::Prefix& prefix, const Node& node, std::optional<Field> field, bool /*names*/) {
    return any_term(leaves_.words_with(prefix, node.span, family_of(field)).terms);
}

Query TreeMatcher::match(const language::DateRange& range, const Node& node, std::optional<Field> /*field*/,
                         bool /*names*/) {
    leaves_.tell_of_bounds(range, node.span);
    return days_between(range.first, range.last);
}

Query TreeMatcher::match(const language::NumberRange& range, const Node& node, std::optional<Field> /*field*/,
                         bool /*names*/) {
    leaves_.tell_of_bounds(range, node.span);
    return votes_between(range.first, range.last);
}

Query TreeMatcher::match(const language::Fielded& fielded, const Node& /*node*/, std::optional<Field> /*field*/,
                         bool other_names) {
    return fielded.field == Field::kAuthor && is_one_name(*fielded.child)
               ? any_term(leaves_.authors(*fielded.child).terms)
               : matching(*fielded.child, fielded.field, other_names);
}

Query TreeMatcher::match(const language::And& all, const Node& /*node*/, std::optional<Field> field, bool other_names) {
    std::vector<Query> queries;
    for (const Node* const child : operands(all.children, field)) {
        queries.push_back(matching(*child, field, other_names));
    }
    return {Query::OP_AND, queries.begin(), queries.end()};
}

Query TreeMatcher::match(const language::Or& any, const Node& /*node*/, std::optional<Field> field, bool other_names) {
    std::vector<Query> queries;
    for (const Node* const child : operands(any.children, field)) {
        queries.push_back(matching(*child, field, other_names));
    }
    return either(queries);
}

Query TreeMatcher::match(const language::Not& negated, const Node& /*node*/, std::optional<Field> field,
                         bool /*names*/) {
    return without(Query::MatchAll, matching(*negated.child, field, false));
}

Query TreeMatcher::match(const language::Clauses& list, const Node& /*node*/, std::optional<Field> field,
                         bool other_names) {
    std::vector<Query> may;
    std::vector<Query> must;
    std::vector<Query> must_not;
    bool by_field = false;    // a field that ranks restricts
    bool by_content = false;  // a sign, a phrase or a prefix does
    std::set<std::pair<Presence, std::string>> seen;
    for (const language::Clause& clause : list.clauses) {
        if (!seen.emplace(clause.presence, print(clause.node)).second || !leaves_.says_something(clause.node, field)) {
            continue;
        }
        if (clause.presence == Presence::kMustNot) {
            must_not.push_back(matching(clause.node, field, false));
        } else if (clause.presence == Presence::kMust || restricts(clause.node)) {
            must.push_back(matching(clause.node, field, other_names));
            by_field = by_field || std::holds_alternative<language::Fielded>(clause.node.value);
            by_content = by_content || clause.presence == Presence::kMust || is_content(clause.node);
        } else {
            may.push_back(matching(clause.node, field, other_names));
        }
    }
    if (may.empty() && must.empty() && must_not.empty()) {
        return {};  // there is no word in any of it
    }
    if (by_field && !by_content && !may.empty()) {
        must.push_back(either(may));  // papers of an author on a topic, not all of them
    }
    Query query = !must.empty()  ? Query{Query::OP_AND, must.begin(), must.end()}
                  : !may.empty() ? either(may)
                                 : Query{Query::MatchAll};
    return must_not.empty() ? query : without(query, either(must_not));
}

Query TreeMatcher::by_id(const std::string& text) const {
    const Xapian::docid document = find_document(database_, PaperId{text});
    return document == 0
               ? Query{}
               : Query{schema::term(TermField::kId, database_.get_document(document).get_value(schema::kIdSlot))};
}

std::vector<const Node*> TreeMatcher::operands(const std::vector<Node>& children, std::optional<Field> field) {
    std::vector<const Node*> operands;
    std::set<std::string> seen;
    for (const Node& child : children) {
        if (seen.insert(print(child)).second && leaves_.says_something(child, field)) {
            operands.push_back(&child);
        }
    }
    return operands;
}

}  // namespace saegin::query
