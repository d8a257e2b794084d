#include "benchmarks/eval/collection_files.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <vector>

#include <fmt/format.h>

namespace saegin::eval {

namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

std::optional<std::string> first_of(const fs::path& folder, std::initializer_list<const char*> names) {
    for (const char* const name : names) {
        if (const fs::path path = folder / name; is_there(path)) {
            return path.string();
        }
    }
    return std::nullopt;
}

/// The file that plays a part: as named, or the first of `names` in the folder.
Result<std::string> pick(const CollectionRequest& request, const std::optional<std::string>& named,
                         const std::string& part, std::initializer_list<const char*> names) {
    if (named) {
        return *named;
    }
    if (!request.folder) {
        return Error{Code::kUsage, "no " + part + " given",
                     fmt::format("name a collection's folder, or the file: --{} PATH", part)};
    }
    const std::optional<std::string> found = first_of(*request.folder, names);
    if (!found) {
        return Error{Code::kNotFound, fmt::format("no {} in '{}'", part, *request.folder),
                     fmt::format("they are looked for as {}; or name them: --{} PATH", fmt::join(names, " or "), part)};
    }
    return *found;
}

/// The judgements of one split in BEIR's layout.
Result<std::string> pick_split(const fs::path& folder, const std::optional<std::string>& split) {
    std::vector<std::string> names;
    std::error_code problem;
    for (fs::directory_iterator entry{folder, problem}; !problem && entry != fs::directory_iterator{};
         entry.increment(problem)) {
        if (entry->path().extension() == ".tsv") {
            names.push_back(entry->path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    const std::string wanted = split.value_or(names.size() == 1 ? names.front() : "test");
    if (std::find(names.begin(), names.end(), wanted) == names.end()) {
        return Error{Code::kNotFound, fmt::format("no judgements '{}.tsv' in '{}'", wanted, folder.string()),
                     names.empty() ? "name them: --qrels FILE"
                                   : fmt::format("take one of these: --split {}", fmt::join(names, ", --split "))};
    }
    return (folder / (wanted + ".tsv")).string();
}

Result<std::string> pick_qrels(const CollectionRequest& request) {
    if (!request.qrels && request.folder) {
        const fs::path splits = fs::path{*request.folder} / "qrels";
        if (request.split || (!first_of(*request.folder, {"qrels.txt"}) && is_there(splits))) {
            return pick_split(splits, request.split);
        }
    }
    return pick(request, request.qrels, "qrels", {"qrels.txt", "qrels"});
}

/// Seeds and their judgements: both or none.
Result<void> find_seeds(const std::string& folder, CollectionFiles& files) {
    files.seeds = first_of(folder, {"seeds.tsv"});
    files.related_qrels = first_of(folder, {"qrels-related.txt"});
    if (files.seeds.has_value() != files.related_qrels.has_value()) {
        return Error{
            Code::kNotFound,
            fmt::format("'{}' has {}", folder,
                        files.seeds ? "seeds.tsv, but no qrels-related.txt" : "qrels-related.txt, but no seeds.tsv"),
            "related papers need both: query-id<TAB>paper-id, and what judges said"};
    }
    return {};
}

}  // namespace

Result<CollectionFiles> find_collection_files(const CollectionRequest& request) {
    std::error_code ignored;
    if (request.folder && !fs::is_directory(*request.folder, ignored)) {
        return Error{Code::kNotFound, fmt::format("no folder '{}'", *request.folder),
                     "give the folder of a collection: --collection DIR"};
    }
    CollectionFiles files;
    Result<std::string> documents = pick(request, request.documents, "documents", {"docs.jsonl", "corpus.jsonl"});
    if (!documents && request.needs_documents) {
        return documents.error();
    }
    files.documents = documents ? *std::move(documents) : "";
    Result<std::string> topics = pick(request, request.topics, "topics", {"topics.tsv", "queries.jsonl"});
    if (!topics) {
        return topics.error();
    }
    files.topics = *std::move(topics);
    Result<std::string> qrels = pick_qrels(request);
    if (!qrels) {
        return qrels.error();
    }
    files.qrels = *std::move(qrels);
    if (request.folder) {
        if (const Result<void> found = find_seeds(*request.folder, files); !found) {
            return found.error();
        }
        files.infos = first_of(*request.folder, {"topics.jsonl"});
    }
    return files;
}

}  // namespace saegin::eval
