#include "query/lowering.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/divided.h"
#include "query/filtered.h"
#include "query/fixed_weight.h"
#include "query/language/printer.h"
#include "query/leaf_lookups.h"
#include "query/value_filter.h"

namespace saegin::query {

namespace {

using language::Field;
using language::Node;
using language::Presence;
using schema::TermField;
using Xapian::Query;

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

/// Whether something in a list of clauses must match though it has no sign: see the head of lowering.h.
bool restricts(const Node& node) {
    return !std::holds_alternative<language::Word>(node.value) &&
           !std::holds_alternative<language::Clauses>(node.value) && !std::holds_alternative<language::Or>(node.value);
}

/// Whether something says what papers are about: no field and no range.
bool is_content(const Node& node) {
    return std::holds_alternative<language::Phrase>(node.value) ||
           std::holds_alternative<language::Prefix>(node.value) || std::holds_alternative<language::And>(node.value);
}

/// What stands side by side without a sign and does not restrict: any of it is enough for an order by relevance.
struct SideBySide {
    std::string words;                ///< with blanks between them
    std::vector<const Node*> others;  ///< groups
};

/// Nothing where the query is not a row of things, or a "+" in it says which of them must be there.
std::optional<SideBySide> side_by_side(const Node& rest) {
    if (std::holds_alternative<language::Word>(rest.value)) {
        return SideBySide{free_words(rest), {}};
    }
    const auto* const list = std::get_if<language::Clauses>(&rest.value);
    if (list == nullptr) {
        return std::nullopt;
    }
    SideBySide loose;
    for (const language::Clause& clause : list->clauses) {
        if (clause.presence == Presence::kMust) {
            return std::nullopt;
        }
        if (clause.presence == Presence::kMustNot || restricts(clause.node)) {
            continue;
        }
        if (std::holds_alternative<language::Word>(clause.node.value)) {
            loose.words += (loose.words.empty() ? "" : " ") + free_words(clause.node);
        } else {
            loose.others.push_back(&clause.node);
        }
    }
    return loose;
}

class Lowering {
public:
    Lowering(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer,
             const RankingParameters& parameters, bool use_lexicon, LoweredQuery& lowered)
        : database_(database),
          vocabulary_(database),
          parameters_(parameters),
          lowered_(lowered),
          leaves_(reader, database, analyzer, parameters, use_lexicon, lowered.diagnostics, lowered.corrections) {}

    /// What a paper must match; nothing where any word will do.
    std::optional<Query> filter_of(const Node& node) {
        if (std::holds_alternative<language::Word>(node.value)) {
            return std::nullopt;
        }
        if (const auto* const list = std::get_if<language::Clauses>(&node.value)) {
            const bool only_words = std::none_of(list->clauses.begin(), list->clauses.end(), [](const auto& clause) {
                return clause.presence != Presence::kMay || restricts(clause.node) ||
                       !std::holds_alternative<language::Word>(clause.node.value);
            });
            if (only_words) {
                return std::nullopt;
            }
        }
        return matching(node, std::nullopt, true);
    }

    /// Papers that have all that stands side by side, each word by any of its names, within `filter`, which is what
    /// filter_of(rest) says; nothing where that is no more than the filter or one word says.
    std::optional<Query> all_of(const Node& rest, const std::optional<Query>& filter) {
        const std::optional<SideBySide> loose = side_by_side(rest);
        if (!loose) {
            return std::nullopt;
        }
        std::vector<Query> each;
        if (!loose->words.empty()) {
            each = each_word(filter ? leaves_.bind(loose->words) : lowered_.words);
        }
        std::transform(loose->others.begin(), loose->others.end(), std::back_inserter(each),
                       [&](const Node* other) { return matching(*other, std::nullopt, true); });
        if (each.size() < (filter ? 1 : 2)) {
            return std::nullopt;
        }
        // Not OP_AND, which asks for phrases with check(), see filtered.h.
        return std::accumulate(each.begin(), each.end(), filter.value_or(Query::MatchAll), filtered);
    }

    /// What these clauses restrict, within what is restricted already.
    std::optional<Query> filter_of(const std::vector<language::Clause>& filters, std::optional<Query> filter) {
        for (const language::Clause& clause : filters) {
            const Query within = filter.value_or(Query::MatchAll);
            const Query papers = matching(clause.node, std::nullopt, clause.presence != Presence::kMustNot);
            filter =
                clause.presence == Presence::kMustNot ? without(within, papers) : Query{Query::OP_AND, within, papers};
        }
        return filter;
    }

    /// Notes which authors restrict; tells of those that nobody is, and of those that are too many.
    void note_authors(const std::vector<language::Clause>& filters) {
        for (const language::Clause& clause : filters) {
            const auto* const fielded = std::get_if<language::Fielded>(&clause.node.value);
            if (fielded != nullptr && fielded->field == Field::kAuthor && is_one_name(*fielded->child)) {
                leaves_.tell_of_authors(*fielded->child);
                if (clause.presence != Presence::kMustNot) {
                    const std::vector<std::string>& terms = leaves_.authors(*fielded->child).terms;
                    lowered_.restricting_authors.insert(lowered_.restricting_authors.end(), terms.begin(), terms.end());
                }
            }
        }
    }

    /// Adds what ranks beside the free words: phrases, prefixes and fields that are not excluded.
    void add_parts(const Node& node, std::optional<Field> field) {
        if (field == Field::kAuthor && is_one_name(node)) {
            add_author(node);
        } else if (const auto* const list = std::get_if<language::Clauses>(&node.value)) {
            for (const language::Clause& clause : list->clauses) {
                if (clause.presence != Presence::kMustNot) {
                    add_parts(clause.node, field);
                }
            }
        } else if (const auto* const all = std::get_if<language::And>(&node.value)) {
            std::for_each(all->children.begin(), all->children.end(),
                          [&](const Node& child) { add_parts(child, field); });
        } else if (const auto* const any = std::get_if<language::Or>(&node.value)) {
            std::for_each(any->children.begin(), any->children.end(),
                          [&](const Node& child) { add_parts(child, field); });
        } else if (const auto* const fielded = std::get_if<language::Fielded>(&node.value)) {
            if (fielded->field == Field::kAuthor || fielded->field == Field::kTitle) {
                add_parts(*fielded->child, fielded->field);
            }
        } else if (const auto* const phrase = std::get_if<language::Phrase>(&node.value)) {
            add_phrase(phrase->text, field);
        } else if (const auto* const prefix = std::get_if<language::Prefix>(&node.value)) {
            add_prefix(*prefix, node.span, field);
        } else if (const auto* const word = std::get_if<language::Word>(&node.value); word != nullptr && field) {
            add_title_word(word->text);
        }
    }

    /// Who pastes the id of a paper, or the address of its page, means that paper.
    void add_id(const Node& node) {
        const auto* const word = std::get_if<language::Word>(&node.value);
        const Query paper = word == nullptr ? Query{} : by_id(word->text);
        if (!paper.empty()) {
            constexpr double kAboveAll = 1000;
            lowered_.is_only_words = false;
            lowered_.parts.push_back({Part::Kind::kId, word->text, {}, fixed_weight(paper, kAboveAll)});
        }
    }

private:
    static TermField family(std::optional<Field> field) {
        return field == Field::kTitle ? TermField::kTitle : TermField::kText;
    }

    /// The children that say something, each once.
    std::vector<const Node*> operands(const std::vector<Node>& children, std::optional<Field> field) {
        std::vector<const Node*> operands;
        std::set<std::string> seen;
        for (const Node& child : children) {
            if (seen.insert(print(child)).second && leaves_.says_something(child, field)) {
                operands.push_back(&child);
            }
        }
        return operands;
    }

    static Query phrase_query(TermField family, const std::vector<std::string>& words) {
        std::vector<Query> terms;
        terms.reserve(words.size());
        std::transform(words.begin(), words.end(), std::back_inserter(terms),
                       [&](const std::string& word) { return Query{schema::term(family, word)}; });
        return terms.size() == 1 ? terms.front() : Query{Query::OP_PHRASE, terms.begin(), terms.end()};
    }

    /// The text as it stands, with its compounds spaced either way; under NOT nothing is repaired.
    Query phrases(const std::string& text, TermField family, bool repair) {
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

    /// Papers that a word asks for. Taken literally under NOT, else by its other names, too.
    Query word_matching(const std::string& text, std::optional<Field> field, bool other_names) {
        BoundQuery bound = leaves_.bind(text);
        leaves_.note_corrections(bound);
        if (!other_names) {
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

    Query matching(const Node& node, std::optional<Field> field, bool other_names) {
        return std::visit([&](const auto& value) { return this->match(value, node, field, other_names); }, node.value);
    }

    Query match(const language::Word& word, const Node& node, std::optional<Field> field, bool other_names) {
        if (field == Field::kSection) {
            return any_term(leaves_.sections(node).terms);
        }
        if (field == Field::kAuthor) {
            return any_term(leaves_.authors(node).terms);
        }
        return field == Field::kId ? by_id(word.text) : word_matching(word.text, field, other_names);
    }
    Query match(const language::Phrase& phrase, const Node& node, std::optional<Field> field, bool other_names) {
        if (field == Field::kSection) {
            return any_term(leaves_.sections(node).terms);
        }
        if (field == Field::kAuthor) {
            return any_term(leaves_.authors(node).terms);
        }
        return field == Field::kId ? by_id(phrase.text) : phrases(phrase.text, family(field), other_names);
    }
    Query match(const language::Prefix& prefix, const Node& node, std::optional<Field> field, bool /*names*/) {
        return any_term(leaves_.words_with(prefix, node.span, family(field)).terms);
    }
    static Query match(const language::DateRange& range, const Node& /*node*/, std::optional<Field> /*field*/,
                       bool /*names*/) {
        return days_between(range.first, range.last);
    }
    static Query match(const language::NumberRange& range, const Node& /*node*/, std::optional<Field> /*field*/,
                       bool /*names*/) {
        return votes_between(range.first, range.last);
    }
    Query match(const language::Fielded& fielded, const Node& /*node*/, std::optional<Field> /*field*/,
                bool other_names) {
        return fielded.field == Field::kAuthor && is_one_name(*fielded.child)
                   ? any_term(leaves_.authors(*fielded.child).terms)
                   : matching(*fielded.child, fielded.field, other_names);
    }
    Query match(const language::And& all, const Node& /*node*/, std::optional<Field> field, bool other_names) {
        std::vector<Query> queries;
        for (const Node* const child : operands(all.children, field)) {
            queries.push_back(matching(*child, field, other_names));
        }
        return {Query::OP_AND, queries.begin(), queries.end()};
    }
    Query match(const language::Or& any, const Node& /*node*/, std::optional<Field> field, bool other_names) {
        std::vector<Query> queries;
        for (const Node* const child : operands(any.children, field)) {
            queries.push_back(matching(*child, field, other_names));
        }
        return either(queries);
    }
    Query match(const language::Not& negated, const Node& /*node*/, std::optional<Field> field, bool /*names*/) {
        return without(Query::MatchAll, matching(*negated.child, field, false));
    }
    Query match(const language::Clauses& list, const Node& /*node*/, std::optional<Field> field, bool other_names) {
        std::vector<Query> may;
        std::vector<Query> must;
        std::vector<Query> must_not;
        bool by_field = false;    // a field that ranks restricts
        bool by_content = false;  // a sign, a phrase or a prefix does
        std::set<std::pair<Presence, std::string>> seen;
        for (const language::Clause& clause : list.clauses) {
            if (!seen.emplace(clause.presence, print(clause.node)).second ||
                !leaves_.says_something(clause.node, field)) {
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
        if (by_field && !by_content && !may.empty()) {
            must.push_back(either(may));  // papers of an author on a topic, not all of them
        }
        Query query = !must.empty()  ? Query{Query::OP_AND, must.begin(), must.end()}
                      : !may.empty() ? either(may)
                                     : Query{Query::MatchAll};
        return must_not.empty() ? query : without(query, either(must_not));
    }

    Query by_id(const std::string& text) {
        const Xapian::docid document = find_document(database_, PaperId{text});
        return document == 0
                   ? Query{}
                   : Query{schema::term(TermField::kId, database_.get_document(document).get_value(schema::kIdSlot))};
    }

    void mark(const std::vector<std::string>& words, double weight) {
        if (words.size() > 1) {
            lowered_.marked_phrases.push_back({words, weight});
        } else if (!words.empty()) {
            QueryTerm term;
            term.token.text = words.front();
            term.weight = weight;
            lowered_.marked_terms.push_back(std::move(term));
        }
    }

    void add_author(const Node& node) {
        lowered_.is_only_words = false;
        const FoundTerms& authors = leaves_.authors(node);
        leaves_.tell_of_authors(node);
        if (authors.terms.empty() || is_part(Part::Kind::kAuthor, name_in(node))) {
            return;
        }
        std::uint32_t papers = 0;
        for (const std::string& author : authors.terms) {
            papers += database_.get_termfreq(author);
        }
        const double weight = parameters_.name * vocabulary_.idf(papers);
        lowered_.parts.push_back(
            {Part::Kind::kAuthor, name_in(node), authors.terms, fixed_weight(any_term(authors.terms), weight)});
    }

    /// Whether something is a part already: typed twice it is not meant twice as much.
    [[nodiscard]] bool is_part(Part::Kind kind, const std::string& written) const {
        return std::any_of(lowered_.parts.begin(), lowered_.parts.end(),
                           [&](const Part& part) { return part.kind == kind && part.written == written; });
    }

    void add_phrase(const std::string& text, std::optional<Field> field) {
        lowered_.is_only_words = false;
        const auto kind = field == Field::kTitle ? Part::Kind::kTitleWord : Part::Kind::kPhrase;
        const BoundQuery& bound = leaves_.bind(text);
        leaves_.note_corrections(bound);
        if (is_part(kind, text) || bound.words.empty()) {
            return;
        }
        double weight = 0;
        for (const std::string& word : bound.words) {
            weight += text::is_stop_word(word) ? 0 : vocabulary_.idf(vocabulary_.papers(word));
        }
        for (const std::vector<std::string>& words : phrases_of(bound)) {
            mark(words, 1);
        }
        lowered_.parts.push_back({kind, text, {}, fixed_weight_of_places(phrases(text, family(field), true), weight)});
    }

    void add_prefix(const language::Prefix& prefix, text::ByteSpan span, std::optional<Field> field) {
        lowered_.is_only_words = false;
        const FoundTerms& found = leaves_.words_with(prefix, span, family(field));
        if (found.terms.empty() || is_part(Part::Kind::kPrefix, prefix.text + "*")) {
            return;
        }
        for (const std::string& term : found.terms) {
            mark({term.substr(schema::prefix(family(field)).size())}, 1);
        }
        // A paper counts the word that says most: the words are one thing that was asked for.
        std::vector<Query> words(found.terms.begin(), found.terms.end());
        lowered_.parts.push_back(
            {Part::Kind::kPrefix, prefix.text + "*", found.terms, Query{Query::OP_MAX, words.begin(), words.end()}});
    }

    void add_title_word(const std::string& text) {
        lowered_.is_only_words = false;
        const BoundQuery& bound = leaves_.bind(text);
        leaves_.note_corrections(bound);
        if (is_part(Part::Kind::kTitleWord, text)) {
            return;
        }
        std::vector<Query> queries;
        std::vector<std::string> terms;
        for (const std::vector<std::string>& words : phrases_of(bound)) {
            queries.push_back(phrase_query(TermField::kTitle, words));
            mark(words, 1);
        }
        for (const Addition& addition : bound.additions) {
            for (const Alternative& alternative : addition.alternatives) {
                queries.emplace_back(Query::OP_SCALE_WEIGHT, phrase_query(TermField::kTitle, alternative.words),
                                     alternative.weight);
                mark(alternative.words, alternative.weight);
            }
        }
        if (bound.words.size() == 1) {
            terms.push_back(schema::term(TermField::kTitle, bound.words.front()));
        }
        if (!queries.empty()) {
            lowered_.parts.push_back(
                {Part::Kind::kTitleWord, text, std::move(terms), Query{Query::OP_MAX, queries.begin(), queries.end()}});
        }
    }

    const Xapian::Database& database_;
    Vocabulary vocabulary_;
    const RankingParameters& parameters_;
    LoweredQuery& lowered_;
    LeafLookups leaves_;
};

}  // namespace

namespace {

/// Leaves out what was said before: a leaf that is asked about twice is told of twice.
void say_once(std::vector<language::Diagnostic>& diagnostics) {
    std::vector<language::Diagnostic> once;
    for (language::Diagnostic& diagnostic : diagnostics) {
        if (std::find(once.begin(), once.end(), diagnostic) == once.end()) {
            once.push_back(std::move(diagnostic));
        }
    }
    diagnostics = std::move(once);
}

}  // namespace

LoweredQuery lower(const language::Parsed& query, IndexReader& reader, const Xapian::Database& database,
                   text::Analyzer& analyzer, const RankingParameters& parameters, bool use_lexicon, bool ranks) {
    LoweredQuery lowered;
    lowered.diagnostics = query.diagnostics;
    if (language::only_excludes(query.tree)) {
        return lowered;
    }
    const Divided divided = divide(query.tree);
    lowered.words = bind_query(free_words(divided.rest), reader, database, analyzer, parameters, use_lexicon);
    lowered.corrections = lowered.words.corrections;
    lowered.parts = parts_of(lowered.words, parameters);
    lowered.marked_terms = highlights(lowered.words);
    lowered.marked_phrases = highlighted_phrases(lowered.words);
    Lowering lowering{reader, database, analyzer, parameters, use_lexicon, lowered};
    lowering.add_id(divided.rest);
    lowering.add_parts(divided.rest, std::nullopt);
    lowering.note_authors(divided.filters);
    const std::optional<Query> filter = lowering.filter_of(divided.rest);
    lowered.any_word_will_do = !filter;
    if (!ranks) {
        if (std::optional<Query> all = lowering.all_of(divided.rest, filter)) {
            lowered.every_word = EveryWord{*std::move(all), divided.rest.span};
        }
    }
    lowered.own_filter = filter;
    lowered.filter = lowering.filter_of(divided.filters, filter);
    lowered.restrictions = divided.filters.empty() ? "" : print(language::make_clauses(divided.filters, {}));
    say_once(lowered.diagnostics);
    return lowered;
}

}  // namespace saegin::query
