// What the words, phrases, prefixes and names of a query stand for, looked up once each and within limits: a query may
// repeat them, and each look-up costs time.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/binder.h"
#include "query/field_terms.h"
#include "query/index_reader.h"
#include "query/language/diagnostics.h"
#include "query/language/tree.h"

namespace saegin::query {

/// Most words that a prefix stands for, and most names that an author or section field stands for: the most frequent
/// ones are taken.
inline constexpr std::size_t kMaxPrefixWords = 50;
inline constexpr std::size_t kMaxNames = 1000;
/// Most names, sections and prefixes of one query that are looked up, and most words and phrases beside the free words
/// that are repaired and given other names.
inline constexpr std::size_t kMaxLookups = 16;
inline constexpr std::size_t kMaxBoundTexts = 32;

/// Whether an author field holds one name: a word, a phrase, a prefix, or words side by side.
[[nodiscard]] bool is_one_name(const language::Node& node);

/// The free words of a tree, in their order, without what is excluded.
[[nodiscard]] std::string free_words(const language::Node& node);
/// The name that a field with one name asks for.
[[nodiscard]] std::string name_in(const language::Node& node);

/// Looks up the leaves of one query. Diagnostics and corrections go to the lists that are given.
class LeafLookups {
public:
    LeafLookups(IndexReader& reader, const Xapian::Database& database, text::Analyzer& analyzer,
                const RankingParameters& parameters, bool use_lexicon, std::vector<language::Diagnostic>& diagnostics,
                std::vector<Correction>& corrections)
        : reader_(reader),
          database_(database),
          analyzer_(analyzer),
          parameters_(parameters),
          use_lexicon_(use_lexicon),
          diagnostics_(diagnostics),
          corrections_(corrections) {}

    /// A word or phrase, bound. Behind kMaxBoundTexts different ones they are taken as typed, which is quick.
    const BoundQuery& bind(const std::string& text);

    /// Terms of a family that start like the prefix. Tells where there are none, and where the list was cut.
    const FoundTerms& words_with(const language::Prefix& prefix, text::ByteSpan span, schema::TermField family);
    /// The authors that an author field with one name asks for.
    const FoundTerms& authors(const language::Node& node);
    /// The section headings that a word or phrase asks for.
    const FoundTerms& sections(const language::Node& node);

    /// Tells where no author has the name, or too many have.
    void tell_of_authors(const language::Node& node);
    /// Tells where all papers are of earlier or later days than these, or have fewer or more votes.
    void tell_of_bounds(const language::DateRange& days, text::ByteSpan span);
    void tell_of_bounds(const language::NumberRange& votes, text::ByteSpan span);
    /// Tells where a word or phrase that is to be excluded seems mistyped: no paper has it.
    void tell_of_unknown(const language::Node& node, const std::string& text);
    /// Notes what was searched instead of what was typed.
    void note_corrections(const BoundQuery& bound);

    /// Whether a node has anything to look up; signs alone have not, and it is told that they are left out.
    bool says_something(const language::Node& node, std::optional<language::Field> field);

private:
    template <typename LookUp>
    const FoundTerms& look_up(schema::TermField family, const std::string& text, text::ByteSpan span,
                              const LookUp& find);

    IndexReader& reader_;
    const Xapian::Database& database_;
    text::Analyzer& analyzer_;
    const RankingParameters& parameters_;
    bool use_lexicon_;
    std::vector<language::Diagnostic>& diagnostics_;
    std::vector<Correction>& corrections_;
    std::map<std::string, BoundQuery> bound_;                                ///< by text
    std::map<std::pair<schema::TermField, std::string>, FoundTerms> found_;  ///< by what was looked up
};

}  // namespace saegin::query
