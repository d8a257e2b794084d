// The engine under test: an index and the searcher over it, in this process.
//
//   Result<Engine> engine = Engine::build({"docs.jsonl"}, progress);
//   Result<Answers> answers = engine->answer(topics, Task::kSearch, parameters, 100);
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "benchmarks/eval/temporary_folder.h"
#include "benchmarks/eval/topic_files.h"
#include "benchmarks/eval/trec_files.h"
#include "benchmarks/eval/vote_percentiles.h"
#include "common/result.h"
#include "indexer/entry_report.h"
#include "indexer/progress.h"
#include "query/searcher.h"

namespace saegin::eval {

/// What a topic's text is.
enum class Task : std::uint8_t {
    kSearch,   ///< a query
    kRelated,  ///< the id of a paper
};

/// The index that is searched.
struct IndexFacts {
    std::string folder;             ///< as named; empty for one that was made for this run
    std::uint64_t papers = 0;       ///< in it
    std::uintmax_t bytes = 0;       ///< on disk
    std::optional<double> seconds;  ///< that making it took
    std::vector<indexer::Notice> skipped;
};

/// What came out for some topics.
struct Answers {
    Run run;
    double seconds = 0;                ///< that answering took, one topic after another
    std::size_t empty = 0;             ///< topics without a result
    std::vector<std::string> unknown;  ///< kRelated: topics whose paper is not in the index
};

class Engine {
public:
    /// Makes an index of these inputs (see indexer/file_finder.h) in a temporary folder, on all cores. Errors as of
    /// indexer::update_index.
    [[nodiscard]] static Result<Engine> build(const std::vector<std::string>& inputs, indexer::Progress& progress);

    /// Takes the index in a folder as it is. Errors as of open_index.
    [[nodiscard]] static Result<Engine> open(const std::string& folder);

    /// Answers topics with the first `depth` papers each. The run is what Run::read makes of a run file, ties and all;
    /// its text is that file's. Errors as of the searcher; kInvalidInput for ids that
    /// cannot stand in a run.
    [[nodiscard]] Result<Answers> answer(std::span<const Topic> topics, Task task,
                                         const query::RankingParameters& parameters, std::size_t depth);

    /// The searcher itself, for what is no list of topics.
    [[nodiscard]] query::Searcher& searcher() { return searcher_; }
    [[nodiscard]] const IndexFacts& facts() const { return facts_; }
    [[nodiscard]] const VotePercentiles& votes() const { return votes_; }

private:
    Engine(std::optional<TemporaryFolder> folder, query::Searcher searcher, IndexFacts facts, VotePercentiles votes)
        : folder_(std::move(folder)),
          searcher_(std::move(searcher)),
          facts_(std::move(facts)),
          votes_(std::move(votes)) {}

    static Result<Engine> over(const IndexFolder& index, std::optional<TemporaryFolder> keep, IndexFacts facts);

    std::optional<TemporaryFolder> folder_;  ///< outlives the searcher, which reads in it
    query::Searcher searcher_;
    IndexFacts facts_;
    VotePercentiles votes_;
};

}  // namespace saegin::eval
