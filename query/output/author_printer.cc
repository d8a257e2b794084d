#include "query/output/author_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "common/number_text.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostInText = 10;

Json to_array(const std::vector<NamePapers>& names) {
    Json json = Json::array();
    for (const NamePapers& one : names) {
        json.push_back({{"name", one.name}, {"papers", one.papers}});
    }
    return json;
}

/// "Names     Ada Example (3) · Example Ada (1)"; nothing for nothing.
std::string row(const char* name, const std::vector<std::string>& parts, std::size_t all, const TextStyle& style) {
    if (parts.empty()) {
        return "";
    }
    const std::string more = all > parts.size() ? fmt::format(" and {} more", with_commas(all - parts.size())) : "";
    return wrapped({{fmt::format("{}{}", fmt::join(parts, " · "), more)}}, fmt::format("{:<10}", name), style);
}

/// The first `most` of a list with their papers, as `text_of` names them.
template <typename List, typename TextOf>
std::vector<std::string> parts_of(const List& list, std::size_t most, const TextOf& text_of) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i) {
        parts.push_back(fmt::format("{} ({})", text_of(list[i]), with_commas(list[i].papers)));
    }
    return parts;
}

std::string unknown(const AuthorProfile& author, const TextStyle& style) {
    const std::string nobody = "No paper is by '" + text::printable(author.asked) + "'.";
    return author.suggestions.empty()
               ? nobody + "\n"
               : wrapped({{fmt::format("{} Did you mean: {}?", nobody, fmt::join(author.suggestions, ", "))}}, "",
                         style);
}

}  // namespace

std::string to_json(const AuthorProfile& author) {
    Json json{{"version", kFormatVersion},
              {"author", author.asked},
              {"total", author.total},
              {"names", to_array(author.names)},
              {"also_possible", to_array(author.possible)},
              {"suggestions", author.suggestions},
              {"years", Json::array()},
              {"coauthors_total", author.coauthors},
              {"coauthors", to_array(author.first_coauthors)},
              {"terms", Json::array()},
              {"results", Json::array()}};
    for (const YearPapers& one : author.years) {
        json["years"].push_back({{"year", one.year ? Json(*one.year) : Json(nullptr)}, {"papers", one.papers}});
    }
    for (const AuthorTerm& term : author.terms) {
        json["terms"].push_back({{"text", term.text}, {"papers", term.papers}, {"weight", term.weight}});
    }
    for (const Hit& hit : author.papers) {
        json["results"].push_back(to_object(hit));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_text(const AuthorProfile& author, const TextStyle& style) {
    if (author.names.empty()) {
        return unknown(author, style);
    }
    const auto name = [](const NamePapers& one) { return one.name; };
    const auto year = [](const YearPapers& one) { return one.year ? std::to_string(*one.year) : "unknown"; };
    const auto text = [](const AuthorTerm& one) { return one.text; };
    std::string out =
        wrapped({{author.names.front().name, Look::kBold}, {", " + counted(author.total, "paper")}}, "", style);
    if (author.names.size() > 1) {
        out += row("Written", parts_of(author.names, author.names.size(), name), author.names.size(), style);
    }
    if (!author.possible.empty()) {
        const std::vector<std::string> parts = parts_of(author.possible, kMostInText, name);
        out += row("Possibly", parts, author.possible.size(), style);
    }
    out += row("Years", parts_of(author.years, author.years.size(), year), author.years.size(), style);
    out += row("With", parts_of(author.first_coauthors, kMostInText, name), author.coauthors, style);
    out += row("About", parts_of(author.terms, kMostInText, text), 0, style);
    out += "\n";
    for (const Hit& hit : author.papers) {
        out += to_text(hit, style) + "\n";
    }
    return out + fmt::format("{} of {}\n", with_commas(author.papers.size()), counted(author.total, "paper"));
}

}  // namespace saegin::query
