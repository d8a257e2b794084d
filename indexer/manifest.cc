#include "indexer/manifest.h"

#include <nlohmann/json.hpp>

#include "common/schema.h"
#include "indexer/file_finder.h"

namespace saegin::indexer {

namespace {

nlohmann::json notices_to_json(const std::vector<Notice>& notices) {
    nlohmann::json json = nlohmann::json::array();
    for (const Notice& notice : notices) {
        json.push_back(nlohmann::json::array({notice.where.line, notice.reason}));
    }
    return json;
}

std::vector<Notice> notices_from_json(const nlohmann::json& json, const std::string& source) {
    std::vector<Notice> notices;
    for (const nlohmann::json& notice : json) {
        notices.push_back({{source, notice.at(0).get<std::size_t>()}, notice.at(1).get<std::string>()});
    }
    return notices;
}

}  // namespace

std::string manifest_key(const std::string& source) {
    return std::string{schema::kSourceKeyPrefix} + fingerprint(source);
}

std::string source_term(const std::string& source) {
    return schema::term(schema::TermField::kSource, fingerprint(source));
}

std::string to_json(const std::string& source, const SourceRecord& record) {
    nlohmann::json json{{"file", source}, {"fingerprint", record.fingerprint}, {"entries", record.report.entries}};
    if (!record.report.skipped.empty()) {
        json["skipped"] = notices_to_json(record.report.skipped);
    }
    if (!record.report.warnings.empty()) {
        json["warnings"] = notices_to_json(record.report.warnings);
    }
    // File names are bytes: one that is no UTF-8 still has a record, found by its hash.
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Manifest> read_manifest(const Xapian::Database& database) {
    Manifest manifest;
    const std::string prefix{schema::kSourceKeyPrefix};
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
        try {
            const nlohmann::json json = nlohmann::json::parse(database.get_metadata(*key));
            const auto source = json.at("file").get<std::string>();
            SourceRecord record;
            record.fingerprint = json.at("fingerprint").get<std::string>();
            record.report.entries = json.at("entries").get<std::size_t>();
            record.report.skipped = notices_from_json(json.value("skipped", nlohmann::json::array()), source);
            record.report.warnings = notices_from_json(json.value("warnings", nlohmann::json::array()), source);
            manifest.emplace(source, std::move(record));
        } catch (const nlohmann::json::exception&) {
            return Error{Code::kCorrupt, "the index holds a source record that cannot be read",
                         "make it anew with --rebuild"};
        }
    }
    return manifest;
}

}  // namespace saegin::indexer
