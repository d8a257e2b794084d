#include "query/lowering.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "common/paper_url.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/divided.h"
#include "query/filtered.h"
#include "query/fixed_weight.h"
#include "query/language/printer.h"
#include "query/leaf_lookups.h"
#include "query/tree_matcher.h"

namespace saegin::query {

namespace {

using language::Field;
using language::Node;
using language::Presence;
using schema::TermField;
using Xapian::Query;

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
        if (restricts(clause.node)) {
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
          leaves_(reader, database, analyzer, parameters, use_lexicon, lowered.diagnostics, lowered.corrections),
          matcher_(database, leaves_) {}

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
        return matcher_.matching(node, std::nullopt, true);
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
                       [&](const Node* other) { return matcher_.matching(*other, std::nullopt, true); });
        if (each.size() < (filter ? 1 : 2)) {
            return std::nullopt;
        }
        // Not OP_AND, which asks for phrases with check(), see filtered.h.
        return std::accumulate(each.begin(), each.end(), filter.value_or(Query::MatchAll), filtered);
    }

    /// What these clauses restrict, within what is restricted already.
    std::optional<Query> filter_of(const std::vector<language::Clause>& filters, std::optional<Query> filter) {
        for (const language::Clause& clause : filters) {
            if (!leaves_.says_something(clause.node, std::nullopt)) {
                continue;
            }
            const Query within = filter.value_or(Query::MatchAll);
            const Query papers = matcher_.matching(clause.node, std::nullopt, clause.presence != Presence::kMustNot);
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
            add_phrase(*phrase, node.span, field);
        } else if (const auto* const prefix = std::get_if<language::Prefix>(&node.value)) {
            add_prefix(*prefix, node.span, field);
        } else if (const auto* const word = std::get_if<language::Word>(&node.value); word != nullptr && field) {
            add_title_word(word->text);
        }
    }

    /// Who types an id that might be a word as well may mean that paper.
    void add_id(const Node& node) {
        const language::Word* const word = language::only_word(node);
        const Query paper = word == nullptr ? Query{} : matcher_.by_id(word->text);
        if (!paper.empty()) {
            constexpr double kAboveAll = 1000;
            lowered_.is_only_words = false;
            lowered_.parts.push_back({Part::Kind::kId, word->text, {}, fixed_weight(paper, kAboveAll)});
        }
    }

private:
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

    void add_phrase(const language::Phrase& phrase, text::ByteSpan span, std::optional<Field> field) {
        lowered_.is_only_words = false;
        const std::string& text = phrase.text;
        const auto kind = field == Field::kTitle ? Part::Kind::kTitleWord : Part::Kind::kPhrase;
        const BoundQuery& bound = leaves_.bind(text);
        leaves_.note_corrections(bound);
        if (is_part(kind, text) || bound.words.empty()) {
            return;
        }
        tell_of_titles(bound, span, field);
        const TermField family = family_of(field);
        std::vector<std::string> terms;
        std::vector<Query> spellings;  // as typed, then with a compound in it spaced otherwise
        for (const std::vector<std::string>& words : phrases_of(bound)) {
            mark(words, 1);
            const std::vector<std::string> ranked = ranking_terms(words, family);
            spellings.emplace_back(Query::OP_SCALE_WEIGHT, any_term(ranked),
                                   spellings.empty() ? 1 : parameters_.spacing);
            terms.insert(terms.end(), ranked.begin(), ranked.end());
        }
        const Query best{Query::OP_MAX, spellings.begin(), spellings.end()};
        lowered_.parts.push_back({kind, text, std::move(terms), scored_by(matcher_.phrases(text, family, true), best)});
    }

    /// Titles are English: a Korean phrase in one is a frequent slip.
    void tell_of_titles(const BoundQuery& bound, text::ByteSpan span, std::optional<Field> field) {
        if (field != Field::kTitle) {
            return;
        }
        const std::vector<std::vector<std::string>> phrases = phrases_of(bound);
        const bool is_somewhere = std::any_of(phrases.begin(), phrases.end(), [&](const auto& words) {
            return std::all_of(words.begin(), words.end(),
                               [&](const std::string& word) { return vocabulary_.titles(word) > 0; });
        });
        if (!is_somewhere) {
            const char* const instead =
                bound.additions.empty() ? "" : "; without quotation marks other names of them are looked for";
            lowered_.diagnostics.push_back({span, std::string{"no title has these words"} + instead});
        }
    }

    /// What papers with a phrase are ranked by: its words, but for stop words if there are others.
    static std::vector<std::string> ranking_terms(const std::vector<std::string>& phrase, TermField family) {
        std::vector<std::string> terms;
        const auto add = [&](bool stop_words) {
            for (const std::string& word : phrase) {
                if (text::is_stop_word(word) == stop_words) {
                    terms.push_back(schema::term(family, word));
                }
            }
        };
        add(false);
        if (terms.empty()) {
            add(true);
        }
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        return terms;
    }

    void add_prefix(const language::Prefix& prefix, text::ByteSpan span, std::optional<Field> field) {
        lowered_.is_only_words = false;
        const FoundTerms& found = leaves_.words_with(prefix, span, family_of(field));
        if (found.terms.empty() || is_part(Part::Kind::kPrefix, prefix.text + "*")) {
            return;
        }
        for (const std::string& term : found.terms) {
            mark({term.substr(schema::prefix(family_of(field)).size())}, 1);
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
        for (Addition addition : bound.additions) {
            std::erase_if(addition.alternatives, [&](const Alternative& alternative) {
                return std::any_of(alternative.words.begin(), alternative.words.end(),
                                   [&](const std::string& word) { return vocabulary_.titles(word) == 0; });
            });
            for (const Alternative& alternative : addition.alternatives) {
                queries.emplace_back(Query::OP_SCALE_WEIGHT, phrase_query(TermField::kTitle, alternative.words),
                                     alternative.weight);
                mark(alternative.words, alternative.weight);
            }
            note_addition(std::move(addition));
        }
        if (bound.words.size() == 1) {
            terms.push_back(schema::term(TermField::kTitle, bound.words.front()));
        }
        if (!queries.empty()) {
            lowered_.parts.push_back(
                {Part::Kind::kTitleWord, text, std::move(terms), Query{Query::OP_MAX, queries.begin(), queries.end()}});
        }
    }

    /// Notes other names, each once for what was typed.
    void note_addition(Addition addition) {
        std::vector<Addition>& noted = lowered_.additions;
        const auto same = std::find_if(noted.begin(), noted.end(),
                                       [&](const Addition& other) { return other.typed == addition.typed; });
        if (same == noted.end()) {
            if (!addition.alternatives.empty()) {
                noted.push_back(std::move(addition));
            }
            return;
        }
        for (Alternative& alternative : addition.alternatives) {
            const bool is_new =
                std::none_of(same->alternatives.begin(), same->alternatives.end(),
                             [&](const Alternative& other) { return other.words == alternative.words; });
            if (is_new) {
                same->alternatives.push_back(std::move(alternative));
            }
        }
    }

    const Xapian::Database& database_;
    Vocabulary vocabulary_;
    const RankingParameters& parameters_;
    LoweredQuery& lowered_;
    LeafLookups leaves_;
    TreeMatcher matcher_;
};

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

/// Where a query beside its filters is the address of a paper, or its arXiv id, it asks for that paper and none else.
Node with_paper_named(const Node& rest, const Xapian::Database& database) {
    const language::Word* const word = language::only_word(rest);
    return word != nullptr && is_paper_address(word->text) && find_document(database, PaperId{word->text}) != 0
               ? language::make_fielded(Field::kId, rest, rest.span)
               : rest;
}

}  // namespace

LoweredQuery lower(const language::Parsed& query, IndexReader& reader, const Xapian::Database& database,
                   text::Analyzer& analyzer, const RankingParameters& parameters, bool use_lexicon, bool ranks) {
    LoweredQuery lowered;
    lowered.diagnostics = query.diagnostics;
    if (language::only_excludes(query.tree)) {
        return lowered;
    }
    Divided divided = divide(query.tree);
    divided.rest = with_paper_named(divided.rest, database);
    lowered.words = bind_query(free_words(divided.rest), reader, database, analyzer, parameters, use_lexicon);
    lowered.corrections = lowered.words.corrections;
    lowered.additions = lowered.words.additions;
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
