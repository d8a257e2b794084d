#include "benchmarks/eval/suites/suite_search.h"

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

#include "benchmarks/eval/suites/suite_run.h"

namespace saegin::eval {

Result<query::IndexReader> open_indexes(const std::vector<std::string>& folders) {
    std::vector<IndexFolder> indexes;
    std::transform(folders.begin(), folders.end(), std::back_inserter(indexes),
                   [](const std::string& path) { return IndexFolder{path}; });
    return query::IndexReader::open(std::move(indexes));
}

SuiteSearch::SuiteSearch(query::IndexReader reader, double vote_weight) : titled_(std::move(reader)) {
    ranking_.limit = kSuiteDepth;
    ranking_.parameters.vote = vote_weight;
    ranking_.plain = true;
}

Result<SuiteSearch> SuiteSearch::open(query::IndexReader reader, const std::vector<ArchivePaper>& papers,
                                      bool hide_titles, double vote_weight) {
    SuiteSearch search{std::move(reader), vote_weight};
    if (!hide_titles) {
        return search;
    }
    Result<UntitledIndex> built = UntitledIndex::build(papers, std::max(1U, std::thread::hardware_concurrency()));
    if (!built) {
        return built.error();
    }
    Result<query::IndexReader> untitled = query::IndexReader::open({built->folder()});
    if (!untitled) {
        return untitled.error();
    }
    search.folder_.emplace(*std::move(built));
    search.untitled_.emplace(*std::move(untitled));
    return search;
}

Result<std::vector<std::string>> SuiteSearch::answer(const std::string& query, bool titles_hidden) {
    query::Searcher& searcher = titles_hidden ? untitled_.value() : titled_;
    const Result<std::vector<query::ScoredId>> found = searcher.search_ids(query, ranking_);
    if (!found) {
        return found.error();
    }
    std::vector<std::string> ids;
    std::transform(found->begin(), found->end(), std::back_inserter(ids),
                   [](const query::ScoredId& hit) { return hit.id.value; });
    return ids;
}

}  // namespace saegin::eval
