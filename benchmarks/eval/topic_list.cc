#include "benchmarks/eval/topic_list.h"

#include <utility>

#include <fmt/format.h>

namespace saegin::eval {

std::optional<Error> TopicList::add(Topic topic, std::size_t line) {
    std::string_view rest = topic.qid;
    if (topic.qid.empty() || topic.qid.front() == '#' || take_field(rest) != topic.qid) {
        return error(line, fmt::format("'{}' cannot be the id of a topic", topic.qid),
                     "runs have ids in a column: give one without white space and '#' at its start");
    }
    if (!seen_.insert(topic.qid).second) {
        return error(line, fmt::format("topic '{}' comes twice", topic.qid), "give it another id");
    }
    topics_.push_back(std::move(topic));
    return std::nullopt;
}

Error TopicList::error(std::size_t line, std::string message, std::string hint) const {
    return {Code::kInvalidInput, std::move(message), std::move(hint), Where{file_.path(), line}};
}

}  // namespace saegin::eval
