#include "common/paper_json.h"

#include <nlohmann/json.hpp>

namespace saegin {

namespace {

// Short keys: this text is stored once per paper. Absent keys stand for empty or unknown values.
nlohmann::json to_json(const Entry& entry) {
    nlohmann::json json{{"id", entry.id.value}, {"file", entry.file}, {"line", entry.line}, {"title", entry.title}};
    if (!entry.url.empty()) {
        json["url"] = entry.url;
    }
    if (entry.date) {
        json["date"] = to_string(*entry.date);
    }
    if (entry.votes) {
        json["votes"] = *entry.votes;
    }
    if (!entry.authors.empty()) {
        json["authors"] = entry.authors;
    }
    for (const Section& section : entry.sections) {
        json["sections"].push_back(nlohmann::json::array({section.heading, section.text}));
    }
    return json;
}

Entry from_json(const nlohmann::json& json) {
    Entry entry;
    entry.id.value = json.at("id").get<std::string>();
    entry.file = json.at("file").get<std::string>();
    entry.line = json.at("line").get<std::size_t>();
    entry.title = json.at("title").get<std::string>();
    entry.url = json.value("url", std::string{});
    if (json.contains("date")) {
        entry.date = parse_date(json.at("date").get_ref<const std::string&>());
    }
    if (json.contains("votes")) {
        entry.votes = json.at("votes").get<Votes>();
    }
    if (json.contains("authors")) {
        entry.authors = json.at("authors").get<std::vector<std::string>>();
    }
    if (json.contains("sections")) {
        for (const nlohmann::json& section : json.at("sections")) {
            entry.sections.push_back({section.at(0).get<std::string>(), section.at(1).get<std::string>()});
        }
    }
    return entry;
}

}  // namespace

std::string entries_to_json(const std::vector<Entry>& entries) {
    nlohmann::json json = nlohmann::json::array();
    for (const Entry& entry : entries) {
        json.push_back(to_json(entry));
    }
    return json.dump();
}

Result<std::vector<Entry>> entries_from_json(std::string_view json) {
    try {
        std::vector<Entry> entries;
        for (const nlohmann::json& entry : nlohmann::json::parse(json)) {
            entries.push_back(from_json(entry));
        }
        if (!entries.empty()) {
            return entries;
        }
    } catch (const nlohmann::json::exception&) {
        // Falls through: whatever is wrong with it, the index does not hold what it should.
    }
    return Error{Code::kCorrupt, "the index holds a paper that cannot be read", "make it anew with --rebuild"};
}

}  // namespace saegin
