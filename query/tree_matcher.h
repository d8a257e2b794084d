// From a tree to the papers that match it, as a Xapian query without scores of its own: what filters ask for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/schema.h"
#include "query/language/tree.h"
#include "query/leaf_lookups.h"

namespace saegin::query {

/// Papers that any of these finds; none for none.
[[nodiscard]] Xapian::Query either(const std::vector<Xapian::Query>& queries);
[[nodiscard]] Xapian::Query any_term(const std::vector<std::string>& terms);
/// Papers of `query` that `excluded` does not find.
[[nodiscard]] Xapian::Query without(const Xapian::Query& query, const Xapian::Query& excluded);
/// Words one behind the other; a word alone where it is one.
[[nodiscard]] Xapian::Query phrase_query(schema::TermField family, const std::vector<std::string>& words);

/// The family of terms that a field looks among: titles, or titles and summaries.
[[nodiscard]] schema::TermField family_of(std::optional<language::Field> field);

/// Whether something in a list of clauses must match though it has no sign: see the head of lowering.h.
[[nodiscard]] bool restricts(const language::Node& node);

/// Makes queries out of the nodes of one tree. `leaves` looks its words up and must outlive it.
class TreeMatcher {
public:
    TreeMatcher(const Xapian::Database& database, LeafLookups& leaves) : database_(database), leaves_(leaves) {}

    /// Papers that match a node, in the field that stands around it. With `other_names` words match by any of their
    /// names and are repaired; without, as under NOT, they are taken as typed.
    [[nodiscard]] Xapian::Query matching(const language::Node& node, std::optional<language::Field> field,
                                         bool other_names);
    /// The text as it stands, with its compounds spaced either way; without `repair` no paper has what is mistyped.
    [[nodiscard]] Xapian::Query phrases(const std::string& text, schema::TermField family, bool repair);
    /// The paper of this id or address; an empty query where there is none.
    [[nodiscard]] Xapian::Query by_id(const std::string& text) const;

private:
    /// The children that say something, each once.
    std::vector<const language::Node*> operands(const std::vector<language::Node>& children,
                                                std::optional<language::Field> field);
    /// Papers that a word asks for.
    Xapian::Query word_matching(const std::string& text, std::optional<language::Field> field, bool other_names);
    Xapian::Query match(const language::Word& word, const language::Node& node, std::optional<language::Field> field,
                        bool other_names);
    Xapian::Query match(const language::Phrase& phrase, const language::Node& node,
                        std::optional<language::Field> field, bool other_names);
    Xapian::Query match(const language::Prefix& prefix, const language::Node& node,
                        std::optional<language::Field> field, bool other_names);
    Xapian::Query match(const language::DateRange& range, const language::Node& node,
                        std::optional<language::Field> field, bool other_names);
    Xapian::Query match(const language::NumberRange& range, const language::Node& node,
                        std::optional<language::Field> field, bool other_names);
    Xapian::Query match(const language::Fielded& fielded, const language::Node& node,
                        std::optional<language::Field> field, bool other_names);
    Xapian::Query match(const language::And& all, const language::Node& node, std::optional<language::Field> field,
                        bool other_names);
    Xapian::Query match(const language::Or& any, const language::Node& node, std::optional<language::Field> field,
                        bool other_names);
    Xapian::Query match(const language::Not& negated, const language::Node& node, std::optional<language::Field> field,
                        bool other_names);
    Xapian::Query match(const language::Clauses& list, const language::Node& node, std::optional<language::Field> field,
                        bool other_names);

    const Xapian::Database& database_;
    LeafLookups& leaves_;
};

}  // namespace saegin::query
