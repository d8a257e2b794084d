#include "indexer/index_builder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <exception>
#include <optional>
#include <string>
#include <system_error>
#include <thread>

#include "common/schema.h"
#include "common/vote_prior.h"
#include "common/xapian_guard.h"
#include "indexer/document_builder.h"
#include "indexer/learned.h"

namespace saegin::indexer {

namespace fs = std::filesystem;

namespace {

// Postings that wait in memory take some twenty times the text they came from; a shard is flushed after this much.
constexpr std::size_t kFlushBytes = 4U << 20U;

// A shard is scratch: until the merge nothing of it has to outlive a crash.
constexpr int kShardFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC;

/// Removes a folder when it goes out of scope.
class ScratchFolder {
public:
    explicit ScratchFolder(fs::path path) : path_(std::move(path)) {}
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;  // the next writer removes what could not be removed now
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::string shard(std::size_t number) const {
        return (path_ / ("shard-" + std::to_string(number))).string();
    }

private:
    fs::path path_;
};

std::vector<double> priors_of(const std::vector<std::vector<Entry>>& papers) {
    std::vector<VoteRecord> records;
    records.reserve(papers.size());
    for (const std::vector<Entry>& entries : papers) {
        const Paper paper = merge_entries(entries);
        VoteRecord record;
        if (paper.date) {
            record.day = to_days(*paper.date);
        }
        if (paper.votes) {
            record.votes = static_cast<double>(*paper.votes);
        }
        records.push_back(record);
    }
    return vote_priors(records);
}

std::size_t text_bytes(const std::vector<Entry>& entries) {
    std::size_t bytes = 0;
    for (const Entry& entry : entries) {
        bytes += entry.title.size();
        for (const Section& section : entry.sections) {
            bytes += section.text.size();
        }
    }
    return bytes;
}

/// What the threads share: papers are handed out in small lots, so that all end at about the same time.
struct Work {
    const std::vector<std::vector<Entry>>& papers;
    const std::vector<double>& priors;
    Progress& progress;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
};

/// Fills one shard with papers until there are none left. Returns the number of terms cut.
Result<std::size_t> fill_shard(const std::string& path, Work& work) {
    constexpr std::size_t kLot = 32;
    Result<std::size_t> cut = guard("writing the index", [&] {
        Xapian::WritableDatabase shard{path, kShardFlags};
        DocumentBuilder builder;
        std::size_t unflushed = 0;
        while (!work.failed) {
            const std::size_t begin = work.next.fetch_add(kLot);
            if (begin >= work.papers.size()) {
                break;
            }
            const std::size_t end = std::min(begin + kLot, work.papers.size());
            for (std::size_t i = begin; i < end; ++i) {
                shard.add_document(builder.build(work.papers[i], work.priors[i]));
                unflushed += text_bytes(work.papers[i]);
            }
            work.progress.tick(end - begin);
            if (unflushed > kFlushBytes) {
                shard.commit();
                unflushed = 0;
            }
        }
        shard.commit();
        return builder.cut_terms();
    });
    if (!cut) {
        work.failed = true;
    }
    return cut;
}

/// The same at the border of a thread: an exception that left it would end the process.
Result<std::size_t> fill_shard_in_thread(const std::string& path, Work& work) {
    try {
        return fill_shard(path, work);
    } catch (const std::exception& problem) {
        work.failed = true;
        return Error{Code::kInternal, std::string{"building the index: "} + problem.what(),
                     "run again with fewer threads or less input; the index is as it was"};
    }
}

/// Metadata goes into a shard of its own: the merge takes it over as it is.
Result<void> write_metadata(const std::string& path, const Manifest& manifest, const Learned& learned) {
    return guard("writing the index", [&] {
        Xapian::WritableDatabase shard{path, kShardFlags};
        for (const auto& [key, value] : learned) {
            shard.set_metadata(key, value);
        }
        shard.set_metadata(std::string{schema::kVersionKey}, std::to_string(schema::kVersion));
        shard.set_metadata(std::string{schema::kAnalyzerKey}, text::analyzer_fingerprint());
        for (const auto& [source, record] : manifest) {
            shard.set_metadata(manifest_key(source), to_json(source, record));
        }
        shard.commit();
    });
}

Error system_error(const std::string& doing, const fs::path& path) {
    return {Code::kIo, doing + " '" + path.string() + "': " + std::generic_category().message(errno),
            "look at disk space and permissions; the index is as it was"};
}

/// Makes sure that a file or folder has reached the disk.
bool sync(const fs::path& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0) {
        close(descriptor);
    }
    return done;
}

/// Makes generation `number` the one that counts, at once: by renaming a new stub over the old one.
Result<void> swap_in(const IndexFolder& folder, unsigned number) {
    const fs::path fresh = folder.stub().string() + ".new";
    const std::string line = "glass generation-" + std::to_string(number) + "\n";
    const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return system_error("cannot write", fresh);
    }
    const bool written =
        write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && fsync(descriptor) == 0;
    const int problem = errno;
    close(descriptor);
    errno = problem;
    if (!written || !sync(folder.generation(number)) || rename(fresh.c_str(), folder.stub().c_str()) != 0 ||
        !sync(folder.path())) {
        return system_error("cannot replace", folder.stub());
    }
    return {};
}

/// Merges databases into the next generation and swaps it in.
Result<void> merge_and_swap(const IndexFolder& folder, const Xapian::Database& parts, unsigned number) {
    const fs::path target = folder.generation(number);
    std::error_code ignored;
    fs::remove_all(target, ignored);
    Result<void> done = guard("writing the index", [&] { Xapian::Database{parts}.compact(target.string()); });
    if (done) {
        done = swap_in(folder, number);
    }
    if (!done) {
        fs::remove_all(target, ignored);
    }
    return done;
}

}  // namespace

Result<std::size_t> build_index(const IndexFolder& folder, const std::vector<std::vector<Entry>>& papers,
                                const Manifest& manifest, std::size_t threads, Progress& progress) {
    const Result<std::optional<unsigned>> current = folder.current();
    if (!current) {
        return current.error();
    }
    const unsigned number = current->value_or(0) + 1;
    const ScratchFolder scratch{folder.generation(number).string() + ".parts"};
    std::error_code problem;
    fs::create_directories(scratch.path(), problem);
    if (problem) {
        return Error{Code::kIo, "cannot make the folder '" + scratch.path().string() + "': " + problem.message(),
                     "the folder of the index must be writable for you"};
    }

    const std::vector<double> priors = priors_of(papers);
    progress.start("indexing", "papers", papers.size());
    Work work{papers, priors, progress};
    std::vector<std::optional<Result<std::size_t>>> results(threads);
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 1; i < threads; ++i) {
            workers.emplace_back([&, i] { results[i] = fill_shard_in_thread(scratch.shard(i), work); });
        }
        results[0] = fill_shard_in_thread(scratch.shard(0), work);
    }
    std::size_t cut = 0;
    for (const auto& result : results) {
        if (!*result) {
            return result->error();
        }
        cut += **result;
    }

    progress.announce("merging");
    Xapian::Database parts;
    const Result<Learned> learned = guard("reading back the parts of the index", [&] {
        for (std::size_t i = 0; i < threads; ++i) {
            parts.add_database(Xapian::Database{scratch.shard(i)});
        }
        return learn(parts);
    });
    if (!learned) {
        return learned.error();
    }
    if (Result<void> done = write_metadata(scratch.shard(threads), manifest, *learned); !done) {
        return done.error();
    }
    const Result<void> opened = guard("reading back the parts of the index",
                                      [&] { parts.add_database(Xapian::Database{scratch.shard(threads)}); });
    if (!opened) {
        return opened.error();
    }
    if (Result<void> done = merge_and_swap(folder, parts, number); !done) {
        return done.error();
    }
    progress.finish();
    return cut;
}

Result<void> compact_index(const IndexFolder& folder) {
    const Result<std::optional<unsigned>> current = folder.current();
    if (!current) {
        return current.error();
    }
    const Result<Xapian::Database> database = open_index(folder);
    if (!database) {
        return database.error();
    }
    return merge_and_swap(folder, *database, current->value_or(0) + 1);
}

void remove_leftovers(const IndexFolder& folder) {
    const Result<std::optional<unsigned>> current = folder.current();
    if (!current) {
        return;
    }
    const fs::path counts = *current ? folder.generation(**current) : fs::path{};
    std::vector<fs::path> leftovers;
    std::error_code ignored;
    for (fs::directory_iterator entry{folder.path(), ignored}; !ignored && entry != fs::directory_iterator{};
         entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        if ((name.starts_with("generation-") && entry->path() != counts) || name == "XAPIANDB.new") {
            leftovers.push_back(entry->path());
        }
    }
    for (const fs::path& leftover : leftovers) {
        fs::remove_all(leftover, ignored);
    }
}

}  // namespace saegin::indexer
