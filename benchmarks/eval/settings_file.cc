#include "benchmarks/eval/settings_file.h"

#include <algorithm>

#include "benchmarks/eval/json_file.h"

namespace saegin::eval {

namespace {

using nlohmann::ordered_json;

bool is_structured(const ordered_json& value) {
    return value.is_structured();
}

std::string value_of(const ordered_json& value);

/// "role topics, path topics.tsv"
std::string row_of(const ordered_json& object) {
    std::string row;
    for (const auto& [name, value] : object.items()) {
        row += (row.empty() ? "" : ", ") + name + " " + value_of(value);
    }
    return row;
}

/// A list is parted by commas, a list of flat objects by semicolons; what is nested deeper stays JSON.
std::string value_of(const ordered_json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    const bool is_plain = std::none_of(value.begin(), value.end(), is_structured);
    const bool is_table = std::all_of(value.begin(), value.end(), [](const ordered_json& element) {
        return element.is_object() && std::none_of(element.begin(), element.end(), is_structured);
    });
    if (!value.is_array() || (!is_plain && !is_table)) {
        return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    }
    std::string list;
    for (const ordered_json& element : value) {
        list += list.empty() ? "" : is_table ? "; " : ", ";
        list += is_table ? row_of(element) : value_of(element);
    }
    return list;
}

/// The parser has bounded how deep this goes.
void add_facts(const ordered_json& object, const std::string& prefix, Facts& facts) {
    for (const auto& [name, value] : object.items()) {
        if (value.is_object()) {
            add_facts(value, prefix + name + ".", facts);
        } else {
            facts.emplace_back(prefix + name, value_of(value));
        }
    }
}

}  // namespace

Facts facts_of(const ordered_json& object) {
    Facts facts;
    if (object.is_object()) {
        add_facts(object, "", facts);
    }
    return facts;
}

Result<Facts> parse_settings(const TextFile& file) {
    const Result<ordered_json> json = parse_json(file);
    if (!json) {
        return json.error();
    }
    if (!json->is_object()) {
        return Error{Code::kInvalidInput, "not a JSON object", R"(names and values: {"k1": 1.2, "b": 0.5})",
                     Where{file.path(), 1}};
    }
    const auto settings = json->find("settings");
    return facts_of(settings != json->end() && settings->is_object() ? *settings : *json);
}

}  // namespace saegin::eval
