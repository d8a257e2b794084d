#include "query/output/explanation_printer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kIndent = "      ";

/// "word 환각: 환각, also ..." for people.
std::string described(Part::Kind kind, const std::string& written) {
    return written.empty() ? std::string{name_of(kind)} : fmt::format("{} '{}'", name_of(kind), written);
}

/// The start of a text that is too long for a terminal.
std::string start_of(const std::string& text) {
    constexpr std::size_t kMostCharacters = 300;
    std::size_t end = 0;
    for (std::size_t count = 0; count < kMostCharacters && end < text.size(); ++count) {
        (void)text::next_code_point(text, end);
    }
    return end == text.size() ? text : text.substr(0, end) + " … (whole with --json)";
}

Json to_object(const Part& part) {
    return {{"kind", name_of(part.kind)}, {"text", part.written}, {"terms", part.terms}};
}

Json to_array(const std::vector<Part>& parts) {
    Json json = Json::array();
    for (const Part& part : parts) {
        json.push_back(to_object(part));
    }
    return json;
}

}  // namespace

std::string to_text(const Explanation& explanation, const TextStyle& style) {
    const std::string length = explanation.length == 0 ? std::string{}
                                                       : fmt::format("; {} words, on average {:.0f}",
                                                                     explanation.length, explanation.average_length);
    std::string out = wrapped({{fmt::format("score {:.4f}{}", explanation.score, length), Look::kDim}}, "    ", style);
    for (const ScorePart& part : explanation.parts) {
        std::vector<std::string> uses;
        for (const TermUse& use : part.terms) {
            uses.push_back(fmt::format("{} x{} in {} papers", text::printable(use.term), use.frequency, use.papers));
        }
        const std::string terms = uses.empty() ? std::string{} : fmt::format(" ({})", fmt::join(uses, ", "));
        out += wrapped(
            {{fmt::format("{:>9.4f}  {}{}", part.score, described(part.kind, part.written), terms), Look::kDim}},
            kIndent, style);
    }
    return out;
}

Json to_object(const Explanation& explanation) {
    Json json{{"score", explanation.score},
              {"length", explanation.length},
              {"average_length", explanation.average_length},
              {"parts", Json::array()}};
    for (const ScorePart& part : explanation.parts) {
        Json terms = Json::array();
        for (const TermUse& use : part.terms) {
            terms.push_back({{"term", use.term}, {"frequency", use.frequency}, {"papers", use.papers}});
        }
        json["parts"].push_back(
            {{"kind", name_of(part.kind)}, {"text", part.written}, {"score", part.score}, {"terms", std::move(terms)}});
    }
    return json;
}

std::string to_text(const std::vector<language::Diagnostic>& diagnostics, const std::string& query,
                    const TextStyle& style) {
    std::string out;
    for (const language::Diagnostic& diagnostic : diagnostics) {
        const std::string where =
            text::printable(query.substr(diagnostic.span.begin, diagnostic.span.end - diagnostic.span.begin));
        out += wrapped({{fmt::format("note on '{}': {}", where, diagnostic.message), Look::kDim}}, "", style);
    }
    return out;
}

Json to_array(const std::vector<language::Diagnostic>& diagnostics) {
    Json json = Json::array();
    for (const language::Diagnostic& diagnostic : diagnostics) {
        json.push_back(
            {{"begin", diagnostic.span.begin}, {"end", diagnostic.span.end}, {"message", diagnostic.message}});
    }
    return json;
}

std::string to_text(const Analysis& analysis, const TextStyle& style) {
    std::string out;
    const auto row = [&](const char* name, const std::string& value) {
        out += wrapped({{text::printable(value)}}, fmt::format("{:<14}", name), style);
    };
    row("query", analysis.query);
    row("understood as", analysis.canonical);
    out += to_text(analysis.diagnostics, analysis.query, style);
    for (const Correction& correction : analysis.corrections) {
        row("repaired", correction.typed + " -> " + correction.repaired);
    }
    row("words", fmt::format("{}", fmt::join(analysis.words, " ")));
    for (const Part& part : analysis.matching) {
        row("looked up", described(part.kind, part.written) + "  " + fmt::format("{}", fmt::join(part.terms, " ")));
    }
    row("must match", analysis.filter.empty() ? "any of these" : start_of(analysis.filter));
    for (const Part& part : analysis.lifting) {
        row("lifted by", described(part.kind, part.written));
    }
    row("votes", fmt::format("a vote prior of 1 adds {:.4f}", analysis.vote_weight));
    row("for Xapian", start_of(analysis.xapian));
    return out;
}

std::string to_json(const Analysis& analysis) {
    Json json{{"version", kFormatVersion},
              {"query", analysis.query},
              {"canonical", analysis.canonical},
              {"diagnostics", to_array(analysis.diagnostics)},
              {"corrections", Json::array()},
              {"words", analysis.words},
              {"matching", to_array(analysis.matching)},
              {"filter", analysis.filter},
              {"lifting", to_array(analysis.lifting)},
              {"vote_weight", analysis.vote_weight},
              {"xapian", analysis.xapian}};
    for (const Correction& correction : analysis.corrections) {
        json["corrections"].push_back({{"typed", correction.typed}, {"repaired", correction.repaired}});
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace saegin::query
