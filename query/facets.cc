#include "query/facets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "common/paper.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/enquiry.h"
#include "query/field_terms.h"
#include "query/joined_papers.h"
#include "query/language/parser.h"
#include "query/plan.h"

namespace saegin::query {

namespace {

using language::Field;

constexpr std::array<Xapian::valueno, 4> kSlots{schema::kDateSlot, schema::kVotesSlot, schema::kAuthorsSlot,
                                                schema::kSectionsSlot};

/// Papers that have the same values in a slot. A paper of one index has one, which may be empty; copies of a paper in
/// several indexes may differ.
struct Group {
    std::vector<std::string> values;
    std::uint64_t papers = 0;
};
using Groups = std::vector<Group>;

/// The papers to count. They are counted with scores of 0: what only lifts papers need not be asked.
Xapian::Query matches_of(const Plan& plan, const Ranking& ranking) {
    Plan matching = plan;
    matching.lifting.clear();
    return {Xapian::Query::OP_SCALE_WEIGHT, within_days(to_xapian(matching), ranking), 0};
}

/// Xapian counts values while it matches, behind servers as well, in one exchange. Its count is exact where it is made
/// to look at every match. It also counts what is then left out as a copy, so this is for papers without copies.
std::array<Groups, kSlots.size()> counted_by_xapian(const Xapian::Database& database, const JoinedPapers* joined,
                                                    const Xapian::Query& query) {
    using Spy = Xapian::ValueCountMatchSpy;
    std::array<Spy, kSlots.size()> spies{Spy{kSlots[0]}, Spy{kSlots[1]}, Spy{kSlots[2]}, Spy{kSlots[3]}};
    Xapian::Enquire enquire{database};
    enquire.set_query(query);
    std::for_each(spies.begin(), spies.end(), [&](Spy& spy) { enquire.add_matchspy(&spy); });
    const Xapian::doccount all = database.get_doccount();
    (void)enquire.get_mset(0, places_for(database, joined, 0), all + 1);
    std::array<Groups, kSlots.size()> counted;
    for (std::size_t i = 0; i < kSlots.size(); ++i) {
        std::uint64_t without = spies[i].get_total();
        for (auto value = spies[i].values_begin(); value != spies[i].values_end(); ++value) {
            counted[i].push_back({{*value}, value.get_termfreq()});
            without -= value.get_termfreq();
        }
        if (without > 0) {
            counted[i].push_back({{std::string{}}, without});
        }
    }
    return counted;
}  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): Xapian counts the references to its spies

/// Where papers have copies, the values of all matching copies of each, which come as sort keys of the matches.
std::array<Groups, kSlots.size()> counted_by_paper(const Xapian::Database& database, const JoinedPapers& joined,
                                                   const Xapian::Query& query) {
    Xapian::Enquire enquire{database};
    enquire.set_query(query);
    std::array<Groups, kSlots.size()> counted;
    for (std::size_t i = 0; i < kSlots.size(); ++i) {
        enquire.set_sort_by_value(kSlots[i], false);
        const Xapian::MSet all = enquire.get_mset(0, places_for(database, &joined, database.get_doccount()));
        std::map<std::string_view, std::vector<std::string>> values;  // by id
        for (auto match = all.begin(); match != all.end(); ++match) {
            values[joined.id(*match)].push_back(match.get_sort_key());
        }
        for (auto& [id, of_copies] : values) {
            counted[i].push_back({std::move(of_copies), 1});
        }
    }
    return counted;
}

/// What a paper counts under: a key that is the same for all spellings, and one of them.
struct Label {
    std::string key;
    std::string written;

    friend auto operator<=>(const Label&, const Label&) = default;
};
using Labels = std::vector<Label>;

/// Papers by label, and how many papers write it how.
struct Tally {
    std::uint64_t papers = 0;
    std::vector<std::pair<std::string, std::uint64_t>> spellings;  // few

    void add_spelling(std::string&& written, std::uint64_t more) {
        const auto found = std::find_if(spellings.begin(), spellings.end(),
                                        [&](const auto& spelling) { return spelling.first == written; });
        if (found == spellings.end()) {
            spellings.emplace_back(std::move(written), more);
        } else {
            found->second += more;
        }
    }

    /// The spelling of most papers; of equals the first in byte order.
    [[nodiscard]] const std::string& written() const {
        return std::min_element(spellings.begin(), spellings.end(),
                                [](const auto& a, const auto& b) {
                                    return a.second != b.second ? a.second > b.second : a.first < b.first;
                                })
            ->first;
    }
};
using Tallies = std::unordered_map<std::string, Tally>;

/// Counts the papers of each label, once however often a paper has it.
template <typename LabelsOf>
Tallies tally(const Groups& groups, const LabelsOf& labels_of) {
    Tallies tallies;
    Labels labels;
    for (const Group& group : groups) {
        labels.clear();
        std::for_each(group.values.begin(), group.values.end(),
                      [&](const std::string& value) { labels_of(value, labels); });
        std::sort(labels.begin(), labels.end());
        labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
        Tally* of_key = nullptr;
        const std::string* key = nullptr;
        for (Label& label : labels) {
            if (key == nullptr || *key != label.key) {
                key = &label.key;
                of_key = &tallies[label.key];
                of_key->papers += group.papers;
            }
            of_key->add_spelling(std::move(label.written), group.papers);
        }
    }
    return tallies;
}

/// Votes from `first` to `last`.
struct Band {
    std::int64_t first = 0;
    std::optional<std::int64_t> last;

    [[nodiscard]] std::string name() const {
        return last ? fmt::format("{}-{}", first, *last) : fmt::format("{}+", first);
    }
    [[nodiscard]] std::string filter() const {
        return last ? fmt::format("votes:{}..{}", first, *last) : fmt::format("votes:{}..", first);
    }
};

// Of the papers of a real archive, half have fewer than ten votes and two of a hundred have fifty or more.
constexpr std::array<Band, 5> kBands{{{0, 9}, {10, 19}, {20, 49}, {50, 99}, {100, std::nullopt}}};

const Band& band_of(const std::string& votes) {
    const double count = Xapian::sortable_unserialise(votes);
    return *std::find_if(kBands.rbegin(), kBands.rend() - 1,
                         [&](const Band& band) { return static_cast<double>(band.first) <= count; });
}

std::string month_of(const std::string& day) {
    const std::string date =
        to_string(from_days(static_cast<std::int32_t>(std::lround(Xapian::sortable_unserialise(day)))));
    return date.substr(0, date.rfind('-'));
}

std::vector<FacetValue> months(const Groups& groups) {
    const Tallies tallies = tally(groups, [](const std::string& value, Labels& labels) {
        const std::string month = value.empty() ? kUnknownFacet : month_of(value);
        labels.push_back({month, month});
    });
    std::vector<FacetValue> values;
    for (const auto& [month, of_month] : tallies) {
        values.push_back({month, of_month.papers, month == kUnknownFacet ? "NOT date:0001.." : "date:" + month});
    }
    std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
        const bool a_is_known = a.value != kUnknownFacet;
        const bool b_is_known = b.value != kUnknownFacet;
        return a_is_known != b_is_known ? a_is_known : a.value > b.value;
    });
    return values;
}

/// The `most` values of most papers, equal ones in byte order.
std::vector<FacetValue> first_by_papers(std::vector<FacetValue> values, std::size_t most) {
    const std::size_t kept = std::min(values.size(), most);
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(kept), values.end(),
                      [](const FacetValue& a, const FacetValue& b) {
                          return a.papers != b.papers ? a.papers > b.papers : a.value < b.value;
                      });
    values.resize(kept);
    return values;
}

constexpr const char* kWithoutVotes = "NOT votes:0..";

std::vector<FacetValue> vote_bands(const Groups& groups) {
    const Tallies tallies = tally(groups, [](const std::string& value, Labels& labels) {
        labels.push_back(value.empty() ? Label{kWithoutVotes, kUnknownFacet}
                                       : Label{band_of(value).filter(), band_of(value).name()});
    });
    std::vector<FacetValue> values;
    const auto add = [&](const std::string& name, const std::string& filter) {
        if (const auto found = tallies.find(filter); found != tallies.end()) {
            values.push_back({name, found->second.papers, filter});
        }
    };
    std::for_each(kBands.rbegin(), kBands.rend(), [&](const Band& band) { add(band.name(), band.filter()); });
    add(kUnknownFacet, kWithoutVotes);
    return values;
}

/// A field of names, and which terms of the index a name in quotation marks stands for there.
struct NameField {
    Field field;
    schema::TermField family;
    FoundTerms (*quoted)(const Xapian::Database&, std::string_view, std::size_t);
};

/// field:"name"; nothing where that does not say just this name: it has quotation marks, or initials that others share.
std::string filter_for(const Xapian::Database& database, const NameField& names, const std::string& name) {
    const std::string filter = fmt::format("{}:\"{}\"", language::info(names.field).name, name);
    const language::Parsed parsed = language::parse(filter, DigestDate{});
    const auto* const fielded = std::get_if<language::Fielded>(&parsed.tree.value);
    const auto* const phrase = fielded == nullptr ? nullptr : std::get_if<language::Phrase>(&fielded->child->value);
    const std::vector<std::string> itself{schema::term(names.family, text::fold(name))};
    const bool says_it = phrase != nullptr && phrase->text == name && names.quoted(database, name, 2).terms == itself;
    return says_it ? filter : std::string{};
}

/// Names are the same where they are the same folded, as in the terms that a filter looks for.
std::vector<FacetValue> names(const Groups& groups, const Xapian::Database& database, const NameField& field) {
    const Tallies tallies = tally(groups, [](const std::string& value, Labels& labels) {
        for (std::size_t begin = 0; begin < value.size();) {
            const std::size_t end = std::min(value.find(schema::kListSeparator, begin), value.size());
            std::string written = value.substr(begin, end - begin);
            std::string key = text::fold(written);
            labels.push_back({std::move(key), std::move(written)});
            begin = end + 1;
        }
    });
    std::vector<FacetValue> values;
    values.reserve(tallies.size());
    for (const auto& [key, of_name] : tallies) {
        values.push_back({of_name.written(), of_name.papers, {}});
    }
    values = first_by_papers(std::move(values), kMostFacetValues);
    for (FacetValue& value : values) {
        value.filter = filter_for(database, field, value.value);
    }
    return values;
}

}  // namespace

Facets facets_of(const Xapian::Database& database, const JoinedPapers* joined, const Plan& plan,
                 const Ranking& ranking) {
    const Xapian::Query query = matches_of(plan, ranking);
    const auto [days, votes, authors, sections] = joined != nullptr && joined->has_copies()
                                                      ? counted_by_paper(database, *joined, query)
                                                      : counted_by_xapian(database, joined, query);
    return {months(days), vote_bands(votes),
            names(authors, database, {Field::kAuthor, schema::TermField::kAuthorName, author_quoted}),
            names(sections, database, {Field::kSection, schema::TermField::kSection, section_quoted})};
}

}  // namespace saegin::query
