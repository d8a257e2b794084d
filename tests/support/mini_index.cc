#include "tests/support/mini_index.h"

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/progress.h"
#include "indexer/update.h"

namespace saegin::test {

namespace {

[[noreturn]] void fail(const Error& error) {
    throw std::runtime_error("test index: " + to_string(error));
}

}  // namespace

std::string to_jsonl(const std::vector<MiniPaper>& papers) {
    std::string lines;
    for (const MiniPaper& paper : papers) {
        nlohmann::ordered_json record{{"id", paper.id}, {"title", paper.title}};
        if (!paper.text.empty()) {
            record["text"] = paper.text;
        }
        if (!paper.authors.empty()) {
            record["authors"] = paper.authors;
        }
        if (paper.votes) {
            record["votes"] = *paper.votes;
        }
        if (!paper.date.empty()) {
            record["date"] = paper.date;
        }
        lines += record.dump() + "\n";
    }
    return lines;
}

MiniIndex::MiniIndex(const std::vector<MiniPaper>& papers) {
    set(papers);
}

void MiniIndex::set(const std::vector<MiniPaper>& papers) {
    write("papers.jsonl", to_jsonl(papers));
}

void MiniIndex::write(const std::string& name, const std::string& content) {
    temp_.write_file(std::filesystem::path("files") / name, content);
    update();
}

void MiniIndex::update(bool rebuild) {
    index_inputs(folder(), {(temp_.path() / "files").string()}, rebuild);
}

query::Searcher MiniIndex::searcher() const {
    return searcher_over({folder()});
}

void index_inputs(const IndexFolder& folder, const std::vector<std::string>& inputs, bool rebuild) {
    std::istringstream no_input;
    std::ostringstream unseen;
    indexer::Progress progress{unseen, false};
    if (const auto report = indexer::update_index(folder, {inputs, rebuild, 2}, no_input, progress); !report) {
        fail(report.error());
    } else if (!report->skipped.empty()) {
        throw std::runtime_error("test index: skipped: " + report->skipped.front().reason);
    }
}

query::Searcher searcher_over(std::vector<IndexFolder> folders) {
    Result<query::IndexReader> reader = query::IndexReader::open(std::move(folders));
    if (!reader) {
        fail(reader.error());
    }
    return query::Searcher{std::move(*reader)};
}

query::Ranking pure_relevance(std::size_t limit, std::size_t offset) {
    query::Ranking ranking;
    ranking.limit = limit;
    ranking.offset = offset;
    ranking.parameters.vote = 0;
    return ranking;
}

std::vector<std::string> ids_found(query::Searcher& searcher, const std::string& query, const query::Ranking& ranking) {
    const auto answer = searcher.search(query, ranking);
    if (!answer) {
        fail(answer.error());
    }
    std::vector<std::string> ids;
    for (const query::Hit& hit : answer->hits) {
        ids.push_back(hit.paper.id.value);
    }
    return ids;
}

std::vector<std::string> ids_found(const MiniIndex& index, const std::string& query) {
    query::Searcher searcher = index.searcher();
    return ids_found(searcher, query);
}

}  // namespace saegin::test
