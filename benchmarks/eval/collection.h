// A test collection as a folder: documents, topics, and what judges said of them.
//
//   ours   docs.jsonl    topics.tsv      qrels.txt          seeds.tsv + qrels-related.txt   topics.jsonl
//   BEIR   corpus.jsonl  queries.jsonl   qrels/test.tsv
//
// Which form a folder has, its files tell. Each of them can be named instead (CollectionRequest), so that documents may
// be a folder of digests and topics a file of TREC's. Seeds are topics whose text is the id of a paper: what is related
// to it? topics.jsonl gives topics a category.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/eval/query_info.h"
#include "benchmarks/eval/topic_files.h"
#include "benchmarks/eval/trec_files.h"
#include "common/result.h"

namespace saegin::eval {

/// Where a collection is. What is not named is looked for in the folder.
struct CollectionRequest {
    std::optional<std::string> folder;
    std::optional<std::string> documents;  ///< a folder of digests, a digest or a *.jsonl
    std::optional<std::string> topics;
    std::optional<std::string> qrels;
    std::optional<std::string> split;  ///< BEIR: "dev" for qrels/dev.tsv
    bool needs_documents = true;       ///< false where an index of them is there already
};

/// A file that was read, for the record.
struct FileMark {
    std::string role;  ///< "topics"
    std::string path;
    std::string fingerprint;
};

/// Topics that are judged together.
struct TopicSet {
    std::string name;
    std::vector<Topic> topics;  ///< those that are judged, in the order of the file
    Qrels qrels;
    std::size_t unjudged = 0;  ///< topics left out, since nobody judged anything for them
    std::size_t unasked = 0;   ///< judged queries that no topic asks; complete means count them as zero
    QueryInfos infos;          ///< categories; empty where none are given
};

struct Collection {
    std::string name;       ///< the folder's own name, or that of the topics file
    std::string documents;  ///< what to index; empty where it was not needed and is not there
    TopicSet search;
    std::optional<TopicSet> related;
    std::vector<FileMark> files;  ///< topics and judgements; the documents are not read here
};

/// Reads topics and judgements, and finds the documents. Errors: kUsage where neither folder nor files are named;
/// kNotFound, saying what there should be, for a missing file or folder; kInvalidInput where no topic is judged; errors
/// of the readers, with file and line.
[[nodiscard]] Result<Collection> read_collection(const CollectionRequest& request);

}  // namespace saegin::eval
