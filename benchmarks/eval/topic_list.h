// Topics as they are collected from a file: each id must be one that a run can name, and new.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "benchmarks/eval/topic_files.h"
#include "common/error.h"

namespace saegin::eval {

class TopicList {
public:
    explicit TopicList(const TextFile& file) : file_(file) {}

    /// Takes a topic that stands in line `line`. An error where its id is empty, holds white space, starts with '#' or
    /// was there before.
    [[nodiscard]] std::optional<Error> add(Topic topic, std::size_t line);
    /// An error at that line of the file.
    [[nodiscard]] Error error(std::size_t line, std::string message, std::string hint) const;

    [[nodiscard]] bool empty() const { return topics_.empty(); }
    /// All topics, in the order in which they came.
    [[nodiscard]] std::vector<Topic> take() && { return std::move(topics_); }

private:
    const TextFile& file_;
    std::vector<Topic> topics_;
    std::unordered_set<std::string> seen_;
};

}  // namespace saegin::eval
