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

constexpr const char* kBold = "\033[1m";
constexpr const char* kHit = "\033[1;33m";
constexpr const char* kDim = "\033[2m";
constexpr const char* kReset = "\033[0m";

std::vector<Span> spans_of(const std::vector<Fragment>& fragments, const TextStyle& style, const char* look) {
    std::vector<Span> spans;
    for (const Fragment& fragment : fragments) {
        if (fragment.hit && !style.color) {
            spans.push_back({"[" + fragment.text + "]"});
        } else {
            spans.push_back({fragment.text, fragment.hit ? kHit : look});
        }
    }
    return spans;
}

std::string authors_text(const std::vector<std::string>& authors) {
    const std::size_t shown = std::min(authors.size(), kMostAuthors);
    std::string text =
        fmt::format("{}", fmt::join(authors.begin(), authors.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (authors.size() > shown) {
        text += fmt::format(" and {} more", authors.size() - shown);
    }
    return text;
}

std::string facts_of(const Paper& paper) {
    std::vector<std::string> facts{paper.id.value};
    if (paper.date) {
        facts.push_back(to_string(*paper.date));
    }
    facts.push_back(paper.votes ? counted(static_cast<std::uint64_t>(std::max<Votes>(*paper.votes, 0)), "vote")
                                : "votes unknown");
    if (!paper.authors.empty()) {
        facts.push_back(authors_text(paper.authors));
    }
    return fmt::format("{}", fmt::join(facts, " · "));
}

std::string reasons_text(const std::vector<Reason>& why) {
    std::vector<std::string> authors;
    std::vector<std::string> terms;
    for (const Reason& reason : why) {
        if (reason.kind == Reason::Kind::kSharedAuthor) {
            authors.push_back(reason.text);
        } else if (reason.kind == Reason::Kind::kSharedTerm) {
            terms.push_back(reason.text);
        }
    }
    std::vector<std::string> parts;
    if (!authors.empty()) {
        parts.push_back(fmt::format("{}: {}", authors.size() == 1 ? "author" : "authors", fmt::join(authors, ", ")));
    }
    if (!terms.empty()) {
        parts.push_back(fmt::format("terms: {}", fmt::join(terms, ", ")));
    }
    return fmt::format("{}", fmt::join(parts, "; "));
}

/// What was searched instead of what was typed, and how to have it as typed.
std::string corrections_text(const std::vector<Correction>& corrections) {
    std::vector<std::string> parts;
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

/// Values and their counts, one facet a line.
std::string facets_text(const Facets& facets, const TextStyle& style) {
    std::string out;
    const auto line = [&](const char* name, const std::vector<FacetValue>& values) {
        std::vector<std::string> parts;
        for (const FacetValue& value : values) {
            parts.push_back(fmt::format("{} ({})", value.value, with_commas(value.papers)));
        }
        if (!parts.empty()) {
            out += wrapped({{fmt::format("{}", fmt::join(parts, " · "))}}, fmt::format("{:<10}", name), style);
        }
    };
    line("Months", facets.month);
    line("Votes", facets.votes);
    line("Authors", facets.author);
    line("Sections", facets.section);
    return out.empty() ? out : out + "\n";
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
    std::string out = wrapped(spans_of(hit.title, style, kBold), fmt::format("{:>2}. ", hit.rank), style);
    out += wrapped({{facts_of(hit.paper), kDim}}, kIndent, style);
    if (!hit.snippet.empty()) {
        out += wrapped(spans_of(hit.snippet, style, ""), kIndent, style);
    }
    if (const std::string why = reasons_text(hit.why); !why.empty()) {
        out += wrapped({{"because of " + why, kDim}}, kIndent, style);
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
        out = wrapped({{instead, kDim}}, "", style) + "\n" + out;
    }
    if (const std::string also = additions_text(answer.additions); !also.empty()) {
        out += wrapped({{also, kDim}}, "", style);
    }
    out += to_text(answer.diagnostics, answer.query, style);
    for (const MissingShard& shard : answer.missing) {
        out += wrapped({{"Missing: ", kBold}, {shard.db + ": " + shard.reason}}, "", style);
    }
    if (answer.hits.empty() && answer.total == 0) {
        return out + "Nothing found for '" + text::printable(answer.query) + "'.\n";
    }
    return out + fmt::format("{} of {}{} in {:.1f} ms\n", answer.hits.size(), answer.total_is_exact ? "" : "about ",
                             counted(answer.total, "paper"), answer.took_ms);
}

std::string to_text(const Searcher::Stored& stored, const TextStyle& style) {
    const Paper& paper = stored.paper;
    std::string out = wrapped({{paper.title, kBold}}, "", style);
    std::vector<std::string> days;
    for (const DigestDate day : paper.days) {
        days.push_back(to_string(day));
    }
    const auto row = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) {
            out += wrapped({{name + ": ", kDim}, {value}}, "", style);
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
            out += wrapped({{section.heading, kBold}}, "", style);
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
        out += (style.color ? kDim + left + kReset : left) + value + "\n";
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
