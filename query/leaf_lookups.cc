#include "query/leaf_lookups.h"

#include <algorithm>
#include <cmath>

#include "common/number_text.h"
#include "common/text/unicode.h"

namespace saegin::query {

using language::Field;
using language::Node;
using language::Presence;
using schema::TermField;

bool is_one_name(const Node& node) {
    const auto* const list = std::get_if<language::Clauses>(&node.value);
    return std::holds_alternative<language::Word>(node.value) || std::holds_alternative<language::Phrase>(node.value) ||
           std::holds_alternative<language::Prefix>(node.value) ||
           (list != nullptr && std::all_of(list->clauses.begin(), list->clauses.end(), [](const auto& clause) {
                return clause.presence == Presence::kMay && std::holds_alternative<language::Word>(clause.node.value);
            }));
}

namespace {

/// The lowest and the highest value of a slot, or values beyond them; nothing where no paper has one.
std::optional<std::pair<double, double>> value_bounds(const Xapian::Database& database, Xapian::valueno slot) {
    const std::string lowest = database.get_value_lower_bound(slot);
    return lowest.empty()
               ? std::nullopt
               : std::optional{std::pair{Xapian::sortable_unserialise(lowest),
                                         Xapian::sortable_unserialise(database.get_value_upper_bound(slot))}};
}

/// The free words of a tree, in their order, without what is excluded.
void collect_words(const Node& node, std::string& text) {
    if (const auto* const word = std::get_if<language::Word>(&node.value)) {
        text += (text.empty() ? "" : " ") + word->text;
    } else if (const auto* const list = std::get_if<language::Clauses>(&node.value)) {
        for (const language::Clause& clause : list->clauses) {
            if (clause.presence != Presence::kMustNot) {
                collect_words(clause.node, text);
            }
        }
    } else if (const auto* const all = std::get_if<language::And>(&node.value)) {
        std::for_each(all->children.begin(), all->children.end(),
                      [&](const Node& child) { collect_words(child, text); });
    } else if (const auto* const any = std::get_if<language::Or>(&node.value)) {
        std::for_each(any->children.begin(), any->children.end(),
                      [&](const Node& child) { collect_words(child, text); });
    }
}

}  // namespace

std::string free_words(const Node& node) {
    std::string words;
    collect_words(node, words);
    return words;
}

std::string name_in(const Node& node) {
    const auto* const phrase = std::get_if<language::Phrase>(&node.value);
    return phrase != nullptr ? phrase->text : free_words(node);
}

const BoundQuery& LeafLookups::bind(const std::string& text) {
    const auto found = bound_.find(text);
    if (found != bound_.end()) {
        return found->second;
    }
    const bool use_lexicon = use_lexicon_ && bound_.size() < kMaxBoundTexts;
    return bound_.emplace(text, bind_query(text, reader_, database_, analyzer_, parameters_, use_lexicon))
        .first->second;
}

/// Looks terms of a family up once. Each look-up walks a list, so behind kMaxLookups nothing is found any more.
template <typename LookUp>
const FoundTerms& LeafLookups::look_up(TermField family, const std::string& text, text::ByteSpan span,
                                       const LookUp& find) {
    const auto found = found_.find({family, text});
    if (found != found_.end()) {
        return found->second;
    }
    if (found_.size() == kMaxLookups) {
        diagnostics_.push_back({span, "more than " + std::to_string(kMaxLookups) +
                                          " names, sections and prefixes; this one and those behind it "
                                          "find nothing"});
    }
    return found_.emplace(std::pair{family, text}, found_.size() < kMaxLookups ? find() : FoundTerms{}).first->second;
}

const FoundTerms& LeafLookups::words_with(const language::Prefix& prefix, text::ByteSpan span, TermField family) {
    const std::size_t most = family == TermField::kAuthorName ? kMaxNames : kMaxPrefixWords;
    return look_up(family, prefix.text + "*", span, [&] {
        FoundTerms found = terms_with_prefix(database_, family, text::fold(prefix.text), most);
        if (found.all > found.terms.size()) {
            diagnostics_.push_back({span, prefix.text + "* stands for " + std::to_string(found.all) + " words; the " +
                                              std::to_string(found.terms.size()) + " most frequent are searched"});
        } else if (found.all == 0) {
            diagnostics_.push_back({span, "no word of the archive starts with '" + prefix.text + "'"});
        }
        return found;
    });
}

const FoundTerms& LeafLookups::authors(const Node& node) {
    if (const auto* const phrase = std::get_if<language::Phrase>(&node.value)) {
        return look_up(TermField::kAuthorName, '"' + phrase->text, node.span,
                       [&] { return author_quoted(database_, phrase->text, kMaxNames); });
    }
    if (const auto* const prefix = std::get_if<language::Prefix>(&node.value)) {
        return words_with(*prefix, node.span, TermField::kAuthorName);
    }
    const std::string name = name_in(node);
    return look_up(TermField::kAuthorName, name, node.span, [&] { return authors_named(database_, name, kMaxNames); });
}

const FoundTerms& LeafLookups::sections(const Node& node) {
    const std::string text = name_in(node);
    const bool quoted = std::holds_alternative<language::Phrase>(node.value);
    return look_up(TermField::kSection, (quoted ? "\"" : "") + text, node.span, [&] {
        return quoted ? section_quoted(database_, text, kMaxNames) : sections_named(database_, text, kMaxNames);
    });
}

void LeafLookups::tell_of_authors(const Node& node) {
    const FoundTerms& named = this->authors(node);
    if (named.all == 0) {
        diagnostics_.push_back({node.span, "no author of the archive has this name"});
    } else if (named.all > named.terms.size()) {
        diagnostics_.push_back({node.span, std::to_string(named.all) + " authors have this name; the " +
                                               std::to_string(named.terms.size()) + " with most papers are searched"});
    }
}

void LeafLookups::tell_of_bounds(const language::DateRange& days, text::ByteSpan span) {
    const std::optional<std::pair<double, double>> bounds = value_bounds(database_, schema::kDateSlot);
    const auto number = [](const DigestDate& day) { return static_cast<double>(to_days(day)); };
    const auto text = [](double value) { return to_string(from_days(static_cast<std::int32_t>(std::lround(value)))); };
    if (!bounds) {
        diagnostics_.push_back({span, "no paper has a date"});
    } else if (days.first && number(*days.first) > bounds->second) {
        diagnostics_.push_back({span, "no paper is later than " + text(bounds->second)});
    } else if (days.last && number(*days.last) < bounds->first) {
        diagnostics_.push_back({span, "no paper is earlier than " + text(bounds->first)});
    }
}

void LeafLookups::tell_of_bounds(const language::NumberRange& votes, text::ByteSpan span) {
    const std::optional<std::pair<double, double>> bounds = value_bounds(database_, schema::kVotesSlot);
    if (!bounds) {
        diagnostics_.push_back({span, "no paper has votes"});
    } else if (votes.first && static_cast<double>(*votes.first) > bounds->second) {
        diagnostics_.push_back({span, "no paper has more than " +
                                          counted(static_cast<std::uint64_t>(std::llround(bounds->second)), "vote")});
    } else if (votes.last && static_cast<double>(*votes.last) < bounds->first) {
        diagnostics_.push_back({span, "no paper has fewer than " +
                                          counted(static_cast<std::uint64_t>(std::llround(bounds->first)), "vote")});
    }
}

void LeafLookups::tell_of_unknown(const Node& node, const std::string& text) {
    const BoundQuery& bound = bind(text);
    if (!bound.corrections.empty()) {
        diagnostics_.push_back(
            {node.span,
             "no paper has this as typed, so it leaves none out; it may have been meant as '" + bound.text + "'"});
    }
}

void LeafLookups::note_corrections(const BoundQuery& bound) {
    for (const Correction& correction : bound.corrections) {
        const bool known = std::any_of(corrections_.begin(), corrections_.end(),
                                       [&](const Correction& other) { return other.typed == correction.typed; });
        if (!known) {
            corrections_.push_back(correction);
        }
    }
}

bool LeafLookups::says_something(const Node& node, std::optional<Field> field) {
    if (const auto* const fielded = std::get_if<language::Fielded>(&node.value)) {
        return fielded->field != Field::kTitle || says_something(*fielded->child, Field::kTitle);
    }
    if (field && field != Field::kTitle) {
        return true;
    }
    const auto* const word = std::get_if<language::Word>(&node.value);
    const auto* const phrase = std::get_if<language::Phrase>(&node.value);
    if (word == nullptr && phrase == nullptr) {
        return true;
    }
    const BoundQuery& bound = bind(word != nullptr ? word->text : phrase->text);
    if (bound.words.empty() && bound.terms.empty()) {
        diagnostics_.push_back({node.span, "there is no word in this; left out"});
        return false;
    }
    return true;
}

}  // namespace saegin::query
