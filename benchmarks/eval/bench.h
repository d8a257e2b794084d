// What `run` and `sweep` start from: a collection, and an engine that holds its documents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/eval/collection.h"
#include "benchmarks/eval/engine.h"
#include "benchmarks/eval/evaluation.h"
#include "benchmarks/eval/parameters.h"
#include "common/cli.h"
#include "common/result.h"

namespace saegin::eval {

struct Bench {
    Collection collection;  ///< with the documents among its files, where they were indexed for this
    Engine engine;
    TaskParameters parameters;
    std::size_t depth = 100;  ///< papers per topic
    Settings settings;        ///< complete: topics without results count as zero
};

/// --collection, --documents, --topics, --qrels, --split, --db, --set, --depth and --level.
[[nodiscard]] std::vector<cli::Flag> bench_flags();

/// Reads the collection, then indexes its documents, or opens --db. What is left out of either is told on standard
/// error, as is the progress of indexing, on a terminal. Error kUsage for bad flags and operands; errors of
/// read_collection and of Engine.
[[nodiscard]] Result<Bench> open_bench(const cli::Arguments& arguments);

}  // namespace saegin::eval
