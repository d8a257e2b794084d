#include "query/output/json_printer.h"

#include <nlohmann/json.hpp>

#include "common/schema.h"
#include "common/text/analyzer.h"
#include "query/output/explanation_printer.h"

namespace saegin::query {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::optional<DigestDate>& date) {
    return date ? Json(to_string(*date)) : Json(nullptr);
}

const char* name_of(Reason::Kind kind) {
    switch (kind) {
        case Reason::Kind::kWord:
            return "word";
        case Reason::Kind::kQueryAuthor:
            return "author";
        case Reason::Kind::kEquivalent:
            return "equivalent";
        case Reason::Kind::kSharedTerm:
            return "shared_term";
        case Reason::Kind::kSharedAuthor:
            return "shared_author";
        case Reason::Kind::kSameFamily:
            return "same_family";
        case Reason::Kind::kLikedPaper:
            return "liked_paper";
    }
    return "";
}

const char* name_of(Correction::Kind kind) {
    switch (kind) {
        case Correction::Kind::kLayout:
            return "layout";
        case Correction::Kind::kSpelling:
            return "spelling";
        case Correction::Kind::kSound:
            return "sound";
    }
    return "";
}

/// What every form of a paper has in common.
void add_paper(Json& json, const Paper& paper) {
    json["id"] = paper.id.value;
    json["title"] = paper.title;
    json["url"] = paper.url;
    json["date"] = or_null(paper.date);
    json["votes"] = or_null(paper.votes);
    json["authors"] = paper.authors;
}

Json to_array(const std::vector<Fragment>& fragments) {
    Json json = Json::array();
    for (const Fragment& fragment : fragments) {
        json.push_back({{"text", fragment.text}, {"hit", fragment.hit}});
    }
    return json;
}

Json to_object(const Addition& addition) {
    Json json{{"typed", addition.typed}, {"added", Json::array()}};
    for (const Alternative& alternative : addition.alternatives) {
        json["added"].push_back({{"text", alternative.written},
                                 {"kind", alternative.kind == Alternative::Kind::kSpacing ? "spacing" : "equivalent"},
                                 {"weight", alternative.weight}});
    }
    return json;
}

Json to_array(const std::vector<FacetValue>& values) {
    Json json = Json::array();
    for (const FacetValue& value : values) {
        json.push_back({{"value", value.value}, {"papers", value.papers}, {"filter", value.filter}});
    }
    return json;
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Json to_object(const Hit& hit) {
    Json json{{"rank", hit.rank}};
    add_paper(json, hit.paper);
    json["score"] = hit.score;
    json["snippet"] = to_array(hit.snippet);
    json["why"] = Json::array();
    for (const Reason& reason : hit.why) {
        json["why"].push_back({{"kind", name_of(reason.kind)}, {"text", reason.text}});
        if (!reason.id.empty()) {
            json["why"].back()["id"] = reason.id;
        }
    }
    return json;
}

std::string to_json(const Answer& answer) {
    Json json{{"version", kFormatVersion}, {"query", answer.query},
              {"total", answer.total},     {"total_is_exact", answer.total_is_exact},
              {"took_ms", answer.took_ms}, {"left_out", answer.left_out}};
    json["corrections"] = Json::array();
    for (const Correction& correction : answer.corrections) {
        json["corrections"].push_back(
            {{"typed", correction.typed}, {"repaired", correction.repaired}, {"kind", name_of(correction.kind)}});
    }
    json["expansions"] = Json::array();
    for (const Addition& addition : answer.additions) {
        json["expansions"].push_back(to_object(addition));
    }
    json["canonical"] = answer.canonical;
    json["diagnostics"] = to_array(answer.diagnostics);
    json["missing"] = Json::array();
    for (const MissingShard& shard : answer.missing) {
        json["missing"].push_back({{"db", shard.db}, {"reason", shard.reason}});
    }
    json["unknown"] = answer.unknown;
    json["results"] = Json::array();
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        json["results"].push_back(to_object(answer.hits[i]));
        if (i < answer.explanations.size()) {
            json["results"].back()["explanation"] = to_object(answer.explanations[i]);
        }
    }
    if (answer.facets) {
        json["facets"] = {{"month", to_array(answer.facets->month)},
                          {"votes", to_array(answer.facets->votes)},
                          {"author", to_array(answer.facets->author)},
                          {"section", to_array(answer.facets->section)}};
    }
    return dump(json);
}

std::string to_json(const Searcher::Stored& stored) {
    Json json{{"version", kFormatVersion}};
    add_paper(json, stored.paper);
    json["days"] = Json::array();
    for (const DigestDate day : stored.paper.days) {
        json["days"].push_back(to_string(day));
    }
    json["sections"] = Json::array();
    for (const Section& section : stored.paper.sections) {
        json["sections"].push_back({{"heading", section.heading}, {"text", section.text}});
    }
    json["sources"] = Json::array();
    for (const Entry& entry : stored.entries) {
        json["sources"].push_back({{"file", entry.file},
                                   {"line", entry.line},
                                   {"date", or_null(entry.date)},
                                   {"votes", or_null(entry.votes)},
                                   {"title", entry.title}});
    }
    return dump(json);
}

std::string to_json(const Stats& stats) {
    return dump({{"version", kFormatVersion},
                 {"papers", stats.papers},
                 {"files", stats.sources},
                 {"first_date", or_null(stats.first_date)},
                 {"last_date", or_null(stats.last_date)},
                 {"without_date", stats.without_date},
                 {"without_votes", stats.without_votes},
                 {"without_authors", stats.without_authors},
                 {"on_several_days", stats.on_several_days},
                 {"votes", stats.votes},
                 {"most_votes", stats.most_votes},
                 {"authors", stats.authors},
                 {"terms", stats.terms},
                 {"words", stats.words},
                 {"average_length", stats.average_length},
                 {"index_bytes", stats.index_bytes},
                 {"schema", schema::kVersion},
                 {"analyzer", text::analyzer_fingerprint()}});
}

}  // namespace saegin::query
