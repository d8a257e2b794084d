#include "benchmarks/eval/topic_files.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "benchmarks/eval/topic_list.h"
#include "benchmarks/eval/trec_topics.h"

namespace saegin::eval {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

Result<std::vector<Topic>> parse_tab_separated(const TextFile& file) {
    TopicList topics{file};
    Lines lines{file.text()};
    while (const auto line = lines.next()) {
        if (line->empty()) {
            continue;
        }
        const std::size_t tab = line->find('\t');
        if (tab == std::string_view::npos || tab == 0) {
            return topics.error(lines.number(), "a topic needs an id, a tab and its text", "query-id<TAB>text");
        }
        Topic topic{std::string{line->substr(0, tab)}, std::string{line->substr(tab + 1)}};
        if (std::optional<Error> problem = topics.add(std::move(topic), lines.number())) {
            return *std::move(problem);
        }
    }
    return std::move(topics).take();
}

/// The value of the first of `keys` that is there, if it is a text or, as ids sometimes are, a whole number.
std::optional<std::string> text_at(const nlohmann::json& object, std::initializer_list<const char*> keys) {
    for (const char* const key : keys) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_string()) {
            return found->get<std::string>();
        }
        if (found != object.end() && found->is_number_integer()) {
            return found->dump();
        }
    }
    return std::nullopt;
}

Result<std::vector<Topic>> parse_json_lines(const TextFile& file) {
    TopicList topics{file};
    Lines lines{file.text()};
    while (const auto line = lines.next()) {
        if (line->find_first_not_of(kBlanks) == std::string_view::npos) {
            continue;
        }
        const nlohmann::json object = nlohmann::json::parse(line->begin(), line->end(), nullptr, false);
        const auto id = object.is_object() ? text_at(object, {"_id", "id", "qid"}) : std::nullopt;
        const auto text = object.is_object() ? text_at(object, {"text", "query"}) : std::nullopt;
        if (!id || !text) {
            return topics.error(lines.number(), "not a JSON object with an id and a text",
                                R"(one object per line: {"_id": "1", "text": "..."})");
        }
        if (std::optional<Error> problem = topics.add({*id, *text}, lines.number())) {
            return *std::move(problem);
        }
    }
    return std::move(topics).take();
}

}  // namespace

Result<std::vector<Topic>> parse_topics(const TextFile& file) {
    const std::size_t first = file.text().find_first_not_of(kBlanks);
    switch (first == std::string_view::npos ? '\0' : file.text()[first]) {
        case '{':
            return parse_json_lines(file);
        case '<':
            return parse_trec_topics(file);
        default:
            return parse_tab_separated(file);
    }
}

Result<std::vector<Topic>> read_topics(const std::string& path) {
    const Result<TextFile> file = TextFile::read(path);
    if (!file) {
        return file.error();
    }
    return parse_topics(*file);
}

}  // namespace saegin::eval
