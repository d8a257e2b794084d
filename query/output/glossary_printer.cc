#include "query/output/glossary_printer.h"

#include <nlohmann/json.hpp>

#include "common/number_text.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using Json = nlohmann::ordered_json;
using lexicon::Origin;

constexpr const char* kIndent = "    ";

Json to_object(const Evidence& evidence) {
    return {{"id", evidence.id.value},
            {"title", evidence.title},
            {"date", evidence.date ? Json(to_string(*evidence.date)) : Json(nullptr)},
            {"sentence", evidence.sentence}};
}

}  // namespace

std::string to_json(const Glossary& glossary) {
    Json json{
        {"version", kFormatVersion}, {"term", glossary.term}, {"total", glossary.total}, {"pairs", Json::array()}};
    for (const GlossaryPair& one : glossary.pairs) {
        Json pair{{"name", one.pair.from.written},
                  {"other", one.pair.to.written},
                  {"papers", one.pair.papers},
                  {"origin", one.pair.origin == Origin::kGloss ? "gloss" : "loanword"},
                  {"evidence", Json::array()}};
        for (const Evidence& evidence : one.evidence) {
            pair["evidence"].push_back(to_object(evidence));
        }
        json["pairs"].push_back(std::move(pair));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_text(const Glossary& glossary, const TextStyle& style) {
    if (glossary.pairs.empty()) {
        return glossary.term.empty() ? "The glossary is empty.\n"
                                     : "No other name is known for '" + text::printable(glossary.term) + "'.\n";
    }
    std::string out;
    for (const GlossaryPair& one : glossary.pairs) {
        const std::string origin = one.pair.origin == Origin::kGloss ? "" : ", loanword";
        out += wrapped({{one.pair.from.written, Look::kBold},
                        {" = "},
                        {one.pair.to.written, Look::kBold},
                        {" (" + counted(one.pair.papers, "paper") + origin + ")", Look::kDim}},
                       "", style);
        for (const Evidence& evidence : one.evidence) {
            const std::string day = evidence.date ? " · " + to_string(*evidence.date) : std::string{};
            out += wrapped({{evidence.id.value + day + " · " + evidence.title, Look::kDim}}, kIndent, style);
            out += wrapped({{evidence.sentence}}, std::string{kIndent} + kIndent, style);
        }
    }
    return out + with_commas(glossary.pairs.size()) + " of " + counted(glossary.total, "pair") + "\n";
}

}  // namespace saegin::query
