#include "benchmarks/eval/collection.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/collection_files.h"

namespace saegin::eval {

namespace {

/// Reads topics and judgements and keeps what has both.
Result<TopicSet> read_set(const std::string& name, const std::string& topics_path, const std::string& qrels_path,
                          std::vector<FileMark>& files) {
    const Result<TextFile> file = TextFile::read(topics_path);
    if (!file) {
        return file.error();
    }
    Result<std::vector<Topic>> topics = parse_topics(*file);
    if (!topics) {
        return topics.error();
    }
    Result<Qrels> qrels = Qrels::read(qrels_path);
    if (!qrels) {
        return qrels.error();
    }
    files.push_back({name, topics_path, file->fingerprint()});
    files.push_back({name + " qrels", qrels_path, qrels->file().fingerprint()});

    TopicSet set{name, {}, *std::move(qrels), 0, 0, {}};
    std::unordered_set<std::string_view> judged;
    for (const JudgedQuery& query : set.qrels.queries()) {
        judged.insert(query.qid);
    }
    std::copy_if(std::make_move_iterator(topics->begin()), std::make_move_iterator(topics->end()),
                 std::back_inserter(set.topics), [&](const Topic& topic) { return judged.contains(topic.qid); });
    if (set.topics.empty()) {
        return Error{Code::kInvalidInput, "none of these topics is judged",
                     "do they belong to the judgements in '" + qrels_path + "'?", Where{topics_path, 0}};
    }
    set.unjudged = topics->size() - set.topics.size();
    set.unasked = judged.size() - set.topics.size();
    return set;
}

std::string name_of(const CollectionRequest& request, const std::string& topics) {
    namespace fs = std::filesystem;
    if (!request.folder) {
        return fs::path{topics}.stem().string();
    }
    std::error_code problem;
    const fs::path whole = fs::weakly_canonical(*request.folder, problem);
    return problem || whole.filename().empty() ? *request.folder : whole.filename().string();
}

}  // namespace

Result<Collection> read_collection(const CollectionRequest& request) {
    Result<CollectionFiles> files = find_collection_files(request);
    if (!files) {
        return files.error();
    }
    std::vector<FileMark> marks;
    Result<TopicSet> search = read_set("topics", files->topics, files->qrels, marks);
    if (!search) {
        return search.error();
    }
    Collection collection{name_of(request, files->topics), std::move(files->documents), *std::move(search), {}, {}};
    if (files->seeds) {
        Result<TopicSet> related = read_set("related", *files->seeds, *files->related_qrels, marks);
        if (!related) {
            return related.error();
        }
        collection.related = *std::move(related);
    }
    if (files->infos) {
        const Result<TextFile> file = TextFile::read(*files->infos);
        if (!file) {
            return file.error();
        }
        Result<QueryInfos> infos = parse_query_infos(*file);
        if (!infos) {
            return infos.error();
        }
        collection.search.infos = *std::move(infos);
        marks.push_back({"categories", *files->infos, file->fingerprint()});
    }
    collection.files = std::move(marks);
    return collection;
}

}  // namespace saegin::eval
