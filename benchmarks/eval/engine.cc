#include "benchmarks/eval/engine.h"

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>
#include <utility>

#include "benchmarks/eval/run_writer.h"
#include "common/index_folder.h"
#include "indexer/update.h"
#include "query/index_reader.h"

namespace saegin::eval {

namespace {

using Clock = std::chrono::steady_clock;

/// Last column of the runs.
constexpr const char* kTag = "saegin";

std::size_t cores() {
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace

Result<Engine> Engine::over(const IndexFolder& index, std::optional<TemporaryFolder> keep, IndexFacts facts) {
    Result<query::IndexReader> reader = query::IndexReader::open({index});
    if (!reader) {
        return reader.error();
    }
    Result<std::uint64_t> papers =
        reader->read([](const Xapian::Database& database) { return Result<std::uint64_t>{database.get_doccount()}; });
    if (!papers) {
        return papers.error();
    }
    Result<VotePercentiles> votes = VotePercentiles::read(*reader);
    if (!votes) {
        return votes.error();
    }
    facts.papers = *papers;
    facts.bytes = index.bytes();
    return Engine{std::move(keep), query::Searcher{*std::move(reader)}, std::move(facts), *std::move(votes)};
}

Result<Engine> Engine::build(const std::vector<std::string>& inputs, indexer::Progress& progress) {
    Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder) {
        return folder.error();
    }
    const IndexFolder index{folder->path() / "index"};
    std::istringstream no_standard_input;
    Result<indexer::UpdateReport> report =
        indexer::update_index(index, {inputs, true, cores()}, no_standard_input, progress);
    if (!report) {
        return report.error();
    }
    IndexFacts facts;
    facts.seconds = report->seconds;
    facts.skipped = std::move(report->skipped);
    return over(index, *std::move(folder), std::move(facts));
}

Result<Engine> Engine::open(const std::string& folder) {
    IndexFacts facts;
    facts.folder = folder;
    return over(IndexFolder{folder}, std::nullopt, std::move(facts));
}

Result<Answers> Engine::answer(std::span<const Topic> topics, Task task, const query::RankingParameters& parameters,
                               std::size_t depth) {
    query::Ranking ranking;
    ranking.limit = depth;
    ranking.parameters = parameters;
    ranking.plain = true;
    std::vector<AnsweredQuery> answered;
    std::vector<std::string> unknown;
    std::size_t empty = 0;
    const Clock::time_point began = Clock::now();
    for (const Topic& topic : topics) {
        Result<std::vector<query::ScoredId>> found = task == Task::kRelated
                                                         ? searcher_.related_ids(PaperId{topic.text}, ranking)
                                                         : searcher_.search_ids(topic.text, ranking);
        if (!found && task == Task::kRelated && found.error().code == Code::kNotFound) {
            unknown.push_back(topic.qid);
            found = std::vector<query::ScoredId>{};
        }
        if (!found) {
            return found.error();
        }
        empty += found->empty() ? 1U : 0U;
        AnsweredQuery& query = answered.emplace_back(AnsweredQuery{topic.qid, {}});
        for (query::ScoredId& hit : *found) {
            query.documents.emplace_back(std::move(hit.id.value), hit.score);
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    const Result<std::string> text = format_run(answered, kTag);
    if (!text) {
        return text.error();
    }
    Result<Run> run = Run::parse(TextFile::of("answers", *text));
    if (!run) {
        return run.error();
    }
    return Answers{*std::move(run), seconds, empty, std::move(unknown)};
}

}  // namespace saegin::eval
