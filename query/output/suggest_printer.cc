#include "query/output/suggest_printer.h"

#include <nlohmann/json.hpp>

#include "common/number_text.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using Json = nlohmann::ordered_json;

const char* name_of(SuggestionKind kind) {
    switch (kind) {
        case SuggestionKind::kTerm:
            return "term";
        case SuggestionKind::kAuthor:
            return "author";
        case SuggestionKind::kTitle:
            return "title";
    }
    return "";
}

std::string facts_of(const Suggestion& suggestion) {
    if (suggestion.id) {
        return suggestion.id->value;
    }
    const std::string papers = with_commas(suggestion.papers) + (suggestion.papers == 1 ? " paper" : " papers");
    return suggestion.kind == SuggestionKind::kAuthor ? "author, " + papers : papers;
}

}  // namespace

std::string to_json(const Suggestions& suggestions) {
    Json json{{"version", kFormatVersion},
              {"prefix", suggestions.prefix},
              {"read_as", suggestions.read_as},
              {"suggestions", Json::array()}};
    for (const Suggestion& suggestion : suggestions.list) {
        Json one{{"kind", name_of(suggestion.kind)}, {"text", suggestion.text}, {"papers", suggestion.papers}};
        if (suggestion.id) {
            one["id"] = suggestion.id->value;
        }
        json["suggestions"].push_back(std::move(one));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_text(const Suggestions& suggestions, const TextStyle& style) {
    if (suggestions.list.empty()) {
        return "Nothing goes on from '" + text::printable(suggestions.prefix) + "'.\n";
    }
    std::string out;
    if (!suggestions.read_as.empty()) {
        out += wrapped({{"read as '" + suggestions.read_as + "', typed on the other keyboard layout", Look::kDim}}, "",
                       style);
    }
    for (const Suggestion& suggestion : suggestions.list) {
        out += wrapped({{suggestion.text}, {" (" + facts_of(suggestion) + ")", Look::kDim}}, "", style);
    }
    return out;
}

}  // namespace saegin::query
