#include "benchmarks/eval/suites/archive_papers.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <map>
#include <system_error>
#include <utility>

#include "indexer/index_builder.h"
#include "indexer/progress.h"
#include "indexer/write_lock.h"

namespace saegin::eval {

namespace fs = std::filesystem;

Result<std::vector<ArchivePaper>> read_archive(query::IndexReader& reader) {
    return reader.read([](const Xapian::Database& database) -> Result<std::vector<ArchivePaper>> {
        std::map<PaperId, ArchivePaper> by_id;
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            Result<std::vector<Entry>> entries = query::load_entries(database.get_document(*at));
            if (!entries) {
                return entries.error();
            }
            Paper paper = merge_entries(*entries);
            PaperId id = paper.id;
            by_id.try_emplace(std::move(id), ArchivePaper{std::move(paper), *std::move(entries)});
        }
        std::vector<ArchivePaper> papers;
        papers.reserve(by_id.size());
        for (auto& [id, paper] : by_id) {
            papers.push_back(std::move(paper));
        }
        return papers;
    });
}

Result<UntitledIndex> UntitledIndex::build(const std::vector<ArchivePaper>& papers, std::size_t threads) {
    std::error_code problem;
    const fs::path parent = fs::temp_directory_path(problem);
    std::string name = (parent / "saegin-untitled-XXXXXX").string();
    if (problem || ::mkdtemp(name.data()) == nullptr) {
        const std::string why = problem ? problem.message() : std::generic_category().message(errno);
        return Error{Code::kIo, "cannot make a temporary folder: " + why, "set TMPDIR to a folder with free space"};
    }
    UntitledIndex index{name};
    std::vector<std::vector<Entry>> untitled;
    untitled.reserve(papers.size());
    for (const ArchivePaper& paper : papers) {
        untitled.push_back(paper.entries);
        for (Entry& entry : untitled.back()) {
            entry.title.clear();
        }
    }
    const Result<indexer::WriteLock> lock = indexer::WriteLock::acquire(index.folder());
    if (!lock) {
        return lock.error();
    }
    indexer::Progress silent{std::cerr, false};
    const Result<std::size_t> built = indexer::build_index(index.folder(), untitled, {}, threads, silent);
    if (!built) {
        return built.error();
    }
    return index;
}

UntitledIndex::UntitledIndex(UntitledIndex&& other) noexcept : path_(std::exchange(other.path_, {})) {}

UntitledIndex::~UntitledIndex() {
    if (!path_.empty()) {
        std::error_code ignored;  // what stays behind lies in the folder for temporary files
        fs::remove_all(path_, ignored);
    }
}

}  // namespace saegin::eval
