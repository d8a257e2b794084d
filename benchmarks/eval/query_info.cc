#include "benchmarks/eval/query_info.h"

#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace saegin::eval {

namespace {

struct Named {
    std::string qid;
    QueryInfo info;
};

/// The string under the first of two keys that has one.
std::string string_at(const nlohmann::json& object, const char* key, const char* other) {
    for (const char* name : {key, other}) {
        if (const auto found = object.find(name); found != object.end() && found->is_string()) {
            return found->get<std::string>();
        }
    }
    return "";
}

/// The topic of a line; its id is empty where it has none.
Named parse_json_line(std::string_view line) {
    const nlohmann::json object = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!object.is_object()) {
        return {};
    }
    return {string_at(object, "qid", "_id"),
            {string_at(object, "category", "category"), string_at(object, "query", "text"), 0}};
}

Named parse_tabbed_line(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
        return {};
    }
    return {std::string{line.substr(0, tab)}, {"", std::string{line.substr(tab + 1)}, 0}};
}

}  // namespace

Result<QueryInfos> parse_query_infos(const TextFile& file) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = file.text().find_first_not_of(kBlank);
    const bool is_json = first != std::string_view::npos && file.text()[first] == '{';
    QueryInfos infos;
    Lines lines{file.text()};
    while (const auto line = lines.next()) {
        if (line->find_first_not_of(kBlank) == std::string_view::npos) {
            continue;
        }
        Named topic = is_json ? parse_json_line(*line) : parse_tabbed_line(*line);
        const Where where{file.path(), lines.number()};
        if (topic.qid.empty()) {
            return is_json ? Error{Code::kInvalidInput, "not a JSON object with a \"qid\"",
                                   R"(one object per line: {"qid": "1", "category": "ko", "query": "..."})", where}
                           : Error{Code::kInvalidInput, "a topic needs an id, a tab and its text",
                                   "query-id<TAB>text, or JSON Lines with the keys qid, category and query", where};
        }
        topic.info.order = infos.size();
        if (!infos.emplace(topic.qid, std::move(topic.info)).second) {
            return Error{Code::kInvalidInput, "query '" + topic.qid + "' comes twice", "give it another id", where};
        }
    }
    return infos;
}

}  // namespace saegin::eval
