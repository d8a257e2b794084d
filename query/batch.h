// A batch of queries into a TREC run file, the form that evaluation tools read.
#pragma once

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/result.h"
#include "query/searcher.h"

namespace saegin::query {

/// One line of a topics file: "qid<TAB>query", or "qid<TAB>paper id".
struct Topic {
    std::string id;
    std::string text;
    std::size_t line = 0;
};

/// Reads topics. Empty lines are left out. Errors: kNotFound or kIo for the file; kInvalidInput, with the line, for one
/// without a tab, without an id or with a blank in it, with an id that stood before, or with malformed UTF-8.
[[nodiscard]] Result<std::vector<Topic>> read_topics(const std::string& file);
/// The same from a stream; `name` stands for it in errors.
[[nodiscard]] Result<std::vector<Topic>> read_topics(std::istream& in, const std::string& name);

/// How a batch is run.
struct Batch {
    std::size_t depth = 100;  ///< papers per topic
    bool related = false;     ///< topics are paper ids
    RankingParameters parameters;
    bool use_lexicon = true;     ///< see Ranking
    std::string tag = "saegin";  ///< last column of the run
};

/// What a batch gave.
struct BatchReport {
    std::size_t topics = 0;
    std::size_t empty = 0;             ///< topics without a result
    std::vector<std::string> unknown;  ///< topics whose paper no index has (`related` only)
};

/// Runs all topics and writes "qid Q0 id rank score tag" lines. Scores strictly fall with the rank, so that a tool that
/// sorts by score keeps the order. Errors as of the searcher; kIo where writing fails.
[[nodiscard]] Result<BatchReport> run_batch(Searcher& searcher, const std::vector<Topic>& topics, const Batch& batch,
                                            std::ostream& out);

}  // namespace saegin::query
