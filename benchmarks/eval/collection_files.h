// Which files of a collection's folder play which part.
#pragma once

#include <optional>
#include <string>

#include "benchmarks/eval/collection.h"
#include "common/result.h"

namespace saegin::eval {

/// The files of a collection. They exist, unless the user named them.
struct CollectionFiles {
    std::string documents;  ///< empty where none are there and none are needed
    std::string topics;
    std::string qrels;
    std::optional<std::string> seeds;          ///< together with related_qrels
    std::optional<std::string> related_qrels;  ///< together with seeds
    std::optional<std::string> infos;          ///< topics.jsonl
};

/// Finds them. Error kUsage where a file is neither named nor can be looked for, kNotFound where the folder or one of
/// its files is missing, and where several splits are there and none is `test`.
[[nodiscard]] Result<CollectionFiles> find_collection_files(const CollectionRequest& request);

}  // namespace saegin::eval
