#include "query/output/text_printer.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "common/number_text.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/text/unicode.h"
#include "query/output/explanation_printer.h"

namespace saegin::query {

namespace {

constexpr const char* kIndent = "    ";
constexpr std::size_t kPlainWidth = 100;
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kMostAuthors = 6;

std::vector<Span> spans_of(const std::vector<Fragment>& fragments, const TextStyle& style, Look look) {
    std::vector<Span> spans;
    for (const Fragment& fragment : fragments) {
        if (fragment.hit && !style.color) {
            spans.push_back({"[" + fragment.text + "]"});
        } else {
            spans.push_back({fragment.text, fragment.hit ? Look::kHit : look});
        }
    }
    return spans;
}

std::string facts_of(const Paper& paper) {
    std::vector<std::string> facts{paper.id.value};
    if (paper.date) {
        facts.push_back(to_string(*paper.date));
    }
    facts.push_back(paper.votes ? counted(static_cast<std::uint64_t>(std::max<Votes>(*paper.votes, 0)), "vote")
                                : "votes unknown");
    if (!paper.url.empty()) {
        facts.push_back(paper.url);
    }
    return fmt::format("{}", fmt::join(facts, " · "));
}

/// The first authors, and those that were asked for wherever they stand, which are marked.
std::vector<Span> author_spans(const Hit& hit, const TextStyle& style) {
    const std::vector<std::string>& authors = hit.paper.authors;
    std::vector<Fragment> fragments;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < authors.size(); ++i) {
        const bool matched = std::binary_search(hit.matched_authors.begin(), hit.matched_authors.end(), i);
        if (matched || i < kMostAuthors) {
            fragments.push_back({shown == 0 ? "" : ", ", false});
            fragments.push_back({authors[i], matched});
            ++shown;
        }
    }
    if (shown < authors.size()) {
        fragments.push_back({fmt::format(" and {} more", authors.size() - shown), false});
    }
    return spans_of(fragments, style, Look::kDim);
}

std::vector<std::string> texts_of(const std::vector<Reason>& why, Reason::Kind kind) {
    std::vector<std::string> texts;
    for (const Reason& reason : why) {
        if (reason.kind == kind) {
            texts.push_back(reason.text);
        }
    }
    return texts;
}

/// "because of terms: ...", or for a recommendation "because you like ...: terms: ..."; empty without reasons.
std::string reasons_text(const std::vector<Reason>& why) {
    std::vector<std::string> liked;
    for (const Reason& reason : why) {
        if (reason.kind == Reason::Kind::kLikedPaper) {
            liked.push_back(fmt::format("{} ({})", reason.text, reason.id));
        }
    }
    std::vector<std::string> shared;
    const auto tell = [&](Reason::Kind kind, const char* one, const char* several) {
        if (const std::vector<std::string> texts = texts_of(why, kind); !texts.empty()) {
            shared.push_back(fmt::format("{}: {}", texts.size() == 1 ? one : several, fmt::join(texts, ", ")));
        }
    };
    tell(Reason::Kind::kSameFamily, "family", "family");
    tell(Reason::Kind::kSharedAuthor, "author", "authors");
    tell(Reason::Kind::kSharedTerm, "terms", "terms");
    const std::string all = fmt::format("{}", fmt::join(shared, "; "));
    if (liked.empty()) {
        return all.empty() ? all : "because of " + all;
    }
    return fmt::format("because you like {}{}{}", fmt::join(liked, " and "), all.empty() ? "" : "; ", all);
}

/// What was searched instead of what was typed, and how to have it as typed.
std::string corrections_text(const std::vector<Correction>& corrections) {
    std::vector<std::string> parts;
    parts.reserve(corrections.size());
    for (const Correction& correction : corrections) {
        parts.push_back(fmt::format("{} for {}", correction.repaired, text::printable(correction.typed)));
    }
    return parts.empty() ? std::string{}
                         : fmt::format("Searched {} (--no-lexicon searches as typed)", fmt::join(parts, ", "));
}

/// What was searched beside the typed words, so that nobody wonders why a paper is in the list.
std::string additions_text(const std::vector<Addition>& additions) {
    std::vector<std::string> parts;
    for (const Addition& addition : additions) {
        std::vector<std::string> names;
        for (const Alternative& alternative : addition.alternatives) {
            names.push_back(alternative.written);
        }
        parts.push_back(fmt::format("{} = {}", addition.typed, fmt::join(names, ", ")));
    }
    return parts.empty() ? std::string{} : fmt::format("Also searched: {}", fmt::join(parts, "; "));
}

/// How a list is cut down to the papers of one of the values: the filter of the first that has one, as an example.
std::string example_of(const std::vector<FacetValue>& values) {
    const auto with_filter =
        std::find_if(values.begin(), values.end(), [](const FacetValue& value) { return !value.filter.empty(); });
    return with_filter == values.end() ? std::string{} : "to filter, add: " + with_filter->filter;
}

/// Values and their counts, one facet a line, with an example of a filter below it.
std::string facets_text(const Facets& facets, const TextStyle& style) {
    constexpr std::size_t kNameColumns = 10;
    std::string out;
    const auto lines = [&](const char* name, const std::vector<FacetValue>& values) {
        std::vector<std::string> parts;
        parts.reserve(values.size());
        for (const FacetValue& value : values) {
            parts.push_back(fmt::format("{} ({})", value.value, with_commas(value.papers)));
        }
        if (!parts.empty()) {
            out += wrapped({{fmt::format("{}", fmt::join(parts, " · "))}}, fmt::format("{:<{}}", name, kNameColumns),
                           style);
        }
        if (const std::string example = example_of(values); !example.empty()) {
            out += wrapped({{example, Look::kDim}}, std::string(kNameColumns, ' '), style);
        }
    };
    lines("Months", facets.month);
    lines("Votes", facets.votes);
    lines("Authors", facets.author);
    lines("Sections", facets.section);
    return out.empty() ? out : out + "\n";
}

/// That nothing was found, and whether it is the filters that leave nothing.
std::string nothing_found(const Answer& answer, const TextStyle& style) {
    const std::string nothing = "Nothing found for '" + text::printable(answer.query) + "'";
    if (answer.left_out == 0) {
        return nothing + ".\n";
    }
    const std::string but = answer.left_out == 1 ? "the only paper that matches the words does not pass"
                                                 : fmt::format("none of the {} papers that match the words passes",
                                                               with_commas(answer.left_out));
    return wrapped({{nothing + ": " + but + " the filter " + answer.restrictions + "."}}, "", style);
}

/// Which papers of how many are shown, and how long that took.
std::string footer(const Answer& answer) {
    const std::string total = std::string{answer.total_is_exact ? "" : "about "} + counted(answer.total, "paper");
    if (answer.hits.empty()) {
        return fmt::format("No more papers: there {} {} in all.\n", answer.total == 1 ? "is" : "are", total);
    }
    const std::size_t first = answer.hits.front().rank;
    const std::string shown = first == 1
                                  ? with_commas(answer.hits.size())
                                  : fmt::format("{}–{}", with_commas(first), with_commas(answer.hits.back().rank));
    return fmt::format("{} of {} in {:.1f} ms\n", shown, total, answer.took_ms);
}

}  // namespace

TextStyle style_for_standard_output() {
    TextStyle style;
    if (isatty(STDOUT_FILENO) != 1) {
        return style;
    }
    const char* const no_color = std::getenv("NO_COLOR");
    style.color = no_color == nullptr || *no_color == '\0';
    winsize size{};
    style.width = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kPlainWidth;
    style.width = std::max(style.width, kNarrowest);
    return style;
}

std::string to_text(const Hit& hit, const TextStyle& style) {
    std::string out = wrapped(spans_of(hit.title, style, Look::kBold), fmt::format("{:>2}. ", hit.rank), style);
    out += wrapped({{facts_of(hit.paper), Look::kDim}}, kIndent, style);
    if (!hit.paper.authors.empty()) {
        out += wrapped(author_spans(hit, style), kIndent, style);
    }
    if (!hit.snippet.empty()) {
        out += wrapped(spans_of(hit.snippet, style, Look::kPlain), kIndent, style);
    }
    if (const std::string why = reasons_text(hit.why); !why.empty()) {
        out += wrapped({{why, Look::kDim}}, kIndent, style);
    }
    return out;
}

std::string to_text(const Answer& answer, const TextStyle& style) {
    std::string out;
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        out += to_text(answer.hits[i], style);
        if (i < answer.explanations.size()) {
            out += to_text(answer.explanations[i], style);
        }
        out += "\n";
    }
    if (answer.facets) {
        out += facets_text(*answer.facets, style);
    }
    if (const std::string instead = corrections_text(answer.corrections); !instead.empty()) {
        out = wrapped({{instead, Look::kDim}}, "", style) + "\n" + out;
    }
    if (const std::string also = additions_text(answer.additions); !also.empty()) {
        out += wrapped({{also, Look::kDim}}, "", style);
    }
    out += to_text(answer.diagnostics, answer.query, style);
    if (!answer.unknown.empty()) {
        out += wrapped({{"Not in the index: ", Look::kBold},
                        {text::printable(fmt::format("{}", fmt::join(answer.unknown, ", ")))}},
                       "", style);
    }
    for (const MissingShard& shard : answer.missing) {
        out += wrapped({{"Missing: ", Look::kBold}, {shard.db + ": " + shard.reason}}, "", style);
    }
    if (answer.hits.empty() && answer.total == 0) {
        return out + nothing_found(answer, style);
    }
    return out + footer(answer);
}

std::string to_text(const Searcher::Stored& stored, const TextStyle& style) {
    const Paper& paper = stored.paper;
    std::string out = wrapped({{paper.title, Look::kBold}}, "", style);
    std::vector<std::string> days;
    for (const DigestDate day : paper.days) {
        days.push_back(to_string(day));
    }
    const auto row = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) {
            out += wrapped({{name + ": ", Look::kDim}, {value}}, "", style);
        }
    };
    row("id", paper.id.value);
    row("url", paper.url);
    row(days.size() > 1 ? "days" : "date", fmt::format("{}", fmt::join(days, ", ")));
    row("votes", paper.votes ? std::to_string(*paper.votes) : "unknown");
    row("authors", fmt::format("{}", fmt::join(paper.authors, ", ")));
    for (const Section& section : paper.sections) {
        out += "\n";
        if (!section.heading.empty()) {
            out += wrapped({{section.heading, Look::kBold}}, "", style);
        }
        out += wrapped({{section.text}}, "", style);
    }
    out += "\n";
    for (const Entry& entry : stored.entries) {
        row("from", to_string(Where{entry.file, entry.line}));
    }
    return out;
}

std::string to_text(const Stats& stats, const TextStyle& style) {
    std::string out;
    const auto row = [&](const std::string& name, const std::string& value) {
        const std::string left = fmt::format("{:<18}", name);
        out += in_look(left, Look::kDim, style) + value + "\n";
    };
    row("papers", with_commas(stats.papers));
    row("files", with_commas(stats.sources));
    if (stats.first_date && stats.last_date) {
        row("dates", to_string(*stats.first_date) + " to " + to_string(*stats.last_date));
    }
    row("without a date", with_commas(stats.without_date));
    row("on several days", with_commas(stats.on_several_days));
    row("votes", with_commas(static_cast<std::uint64_t>(stats.votes)) + ", at most " +
                     with_commas(static_cast<std::uint64_t>(stats.most_votes)) + " for one paper");
    row("without votes", with_commas(stats.without_votes));
    row("authors", with_commas(stats.authors));
    row("without authors", with_commas(stats.without_authors));
    row("terms", with_commas(stats.terms) + ", of which words " + with_commas(stats.words));
    row("index", byte_text(stats.index_bytes));
    row("schema", std::to_string(schema::kVersion));
    row("analyzer", text::analyzer_fingerprint());
    return out;
}

}  // namespace saegin::query
