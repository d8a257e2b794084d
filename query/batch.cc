#include "query/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "common/text/unicode.h"

namespace saegin::query {

Result<std::vector<Topic>> read_topics(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return Error{Code::kNotFound, "cannot open the topics '" + file + "'", "check the path and its permissions"};
    }
    return read_topics(in, file);
}

Result<std::vector<Topic>> read_topics(std::istream& in, const std::string& name) {
    std::vector<Topic> topics;
    std::set<std::string> seen;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        const text::Repaired repaired = text::repair_utf8(line);
        if (repaired.text.empty()) {
            continue;
        }
        const Where where{name, number};
        if (repaired.replacements > 0) {
            return Error{Code::kInvalidInput, "this topic is not valid UTF-8", "convert the file to UTF-8", where};
        }
        const std::size_t tab = repaired.text.find('\t');
        if (tab == std::string::npos || tab == 0) {
            return Error{Code::kInvalidInput, "this line is no topic", "write an id, a tab and the query", where};
        }
        Topic topic{repaired.text.substr(0, tab), repaired.text.substr(tab + 1), number};
        if (topic.id.find(' ') != std::string::npos) {
            return Error{Code::kInvalidInput, "the topic id '" + topic.id + "' holds a blank",
                         "a run file has blanks between its columns", where};
        }
        if (!seen.insert(topic.id).second) {
            return Error{Code::kInvalidInput, "the topic id '" + topic.id + "' stood before", "give each its own",
                         where};
        }
        topics.push_back(std::move(topic));
    }
    if (in.bad()) {
        return Error{Code::kIo, "reading the topics '" + name + "' failed", "is it a file?"};
    }
    return topics;
}

Result<BatchReport> run_batch(Searcher& searcher, const std::vector<Topic>& topics, const Batch& batch,
                              std::ostream& out) {
    // Tools that compare single precision must see a difference between neighbours.
    constexpr double kSmallestStep = 1e-6;
    BatchReport report;
    Ranking ranking;
    ranking.limit = batch.depth;
    ranking.plain = true;
    ranking.parameters = batch.parameters;
    ranking.use_lexicon = batch.use_lexicon;
    for (const Topic& topic : topics) {
        const Result<std::vector<ScoredId>> found = batch.related ? searcher.related_ids(PaperId{topic.text}, ranking)
                                                                  : searcher.search_ids(topic.text, ranking);
        ++report.topics;
        if (!found) {
            if (batch.related && found.error().code == Code::kNotFound) {
                report.unknown.push_back(topic.id);
                ++report.empty;
                continue;
            }
            return found.error();
        }
        report.empty += found->empty() ? 1U : 0U;
        double ceiling = found->empty() ? 0 : found->front().score;
        std::size_t rank = 0;
        for (const ScoredId& hit : *found) {
            if (hit.id.value.find_first_of(" \t\r\n") != std::string::npos) {
                return Error{Code::kInvalidInput, "the paper id '" + hit.id.value + "' holds a blank",
                             "a run file has blanks between its columns; give the paper another id"};
            }
            const double score = rank == 0 ? hit.score : std::min(hit.score, ceiling * (1 - kSmallestStep));
            ceiling = score;
            out << fmt::format("{} Q0 {} {} {:.9g} {}\n", topic.id, hit.id.value, ++rank, score, batch.tag);
        }
    }
    out.flush();
    if (!out) {
        return Error{Code::kIo, "writing the run failed", "look at disk space and permissions"};
    }
    return report;
}

}  // namespace saegin::query
