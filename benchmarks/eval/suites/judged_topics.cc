#include "benchmarks/eval/suites/judged_topics.h"

#include <algorithm>
#include <utility>

#include "benchmarks/eval/suites/sentences.h"
#include "benchmarks/eval/trec_files.h"

namespace saegin::eval {

Result<Suite> read_judged_topics(const std::string& topics_path, const std::string& qrels_path) {
    const Result<std::vector<Topic>> topics = read_topics(topics_path);
    if (!topics) {
        return topics.error();
    }
    const Result<Qrels> qrels = Qrels::read(qrels_path);
    if (!qrels) {
        return qrels.error();
    }
    Suite suite{kJudgedSuite, "judged topics", false, 0, {}};
    for (const Topic& topic : *topics) {
        const std::vector<JudgedQuery>& judged = qrels->queries();
        const auto found =
            std::lower_bound(judged.begin(), judged.end(), topic.qid,
                             [](const JudgedQuery& query, const std::string& id) { return query.qid < id; });
        if (found == judged.end() || found->qid != topic.qid) {
            continue;
        }
        SuiteTopic one{topic.qid, one_line(topic.text), {}};
        for (const Judgement& judgement : found->judgements) {
            one.grades.emplace_back(judgement.docid, judgement.grade);
        }
        suite.topics.push_back(std::move(one));
    }
    if (suite.topics.empty()) {
        return Error{
            Code::kInvalidInput, "no topic is judged", "do topics and judgements belong together?", {topics_path, 0}};
    }
    suite.candidates = topics->size();
    std::sort(suite.topics.begin(), suite.topics.end(),
              [](const SuiteTopic& a, const SuiteTopic& b) { return a.qid < b.qid; });
    return suite;
}

}  // namespace saegin::eval
