#include "benchmarks/eval/query_info.h"

#include <nlohmann/json.hpp>

namespace saegin::eval {

namespace {

std::string string_at(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

Result<QueryInfos> parse_query_infos(const TextFile& file) {
    QueryInfos infos;
    Lines lines{file.text()};
    while (const auto line = lines.next()) {
        if (line->find_first_not_of(" \t") == std::string_view::npos) {
            continue;
        }
        const nlohmann::json object = nlohmann::json::parse(line->begin(), line->end(), nullptr, false);
        const std::string qid = object.is_object() ? string_at(object, "qid") : "";
        if (qid.empty()) {
            return Error{Code::kInvalidInput, "not a JSON object with a \"qid\"",
                         R"(one object per line: {"qid": "1", "category": "ko", "query": "..."})",
                         Where{file.path(), lines.number()}};
        }
        QueryInfo info{string_at(object, "category"), string_at(object, "query"), infos.size()};
        if (!infos.emplace(qid, std::move(info)).second) {
            return Error{Code::kInvalidInput, "query '" + qid + "' comes twice", "give it another id",
                         Where{file.path(), lines.number()}};
        }
    }
    return infos;
}

}  // namespace saegin::eval
