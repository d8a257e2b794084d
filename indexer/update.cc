#include "indexer/update.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include "common/paper_json.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "common/vote_prior.h"
#include "common/xapian_guard.h"
#include "indexer/digest_reader.h"
#include "indexer/document_builder.h"
#include "indexer/file_finder.h"
#include "indexer/index_builder.h"
#include "indexer/index_writer.h"
#include "indexer/jsonl_reader.h"
#include "indexer/manifest.h"
#include "indexer/update_plan.h"
#include "indexer/write_lock.h"

namespace saegin::indexer {

namespace {

using Clock = std::chrono::steady_clock;

// A stream is new each time it is read: it is stored without a fingerprint, and this one is never stored.
constexpr const char* kStreamFingerprint = "stream";

/// What the inputs of this run hold.
struct Found {
    std::vector<InputFile> files;
    std::map<std::string, std::string> fingerprints;  ///< by key
    std::map<std::string, std::string> contents;      ///< of digests that are new or changed, by key
    std::vector<Notice> unreadable;  ///< files that cannot be read at all; what was known of them stays
};

/// What reading the new and changed sources gave.
struct Read {
    std::vector<Entry> entries;
    Manifest records;
};

/// Takes the fingerprint of one input. The content of a digest that `known` does not know is kept, so that it is read
/// once.
Result<void> look_at(const InputFile& file, const Manifest& known, Found& found) {
    if (file.kind == InputFile::Kind::kStandardInput) {
        found.fingerprints[file.key] = kStreamFingerprint;
        return {};
    }
    if (file.kind == InputFile::Kind::kJsonl) {
        Result<std::string> print = fingerprint_file(file.shown);
        if (!print) {
            return print.error();
        }
        found.fingerprints[file.key] = std::move(*print);
        return {};
    }
    Result<std::string> content = read_file(file.shown, kMaxDigestBytes);
    if (!content) {
        return content.error();
    }
    std::string print = fingerprint(*content);
    const auto record = known.find(file.key);
    if (record == known.end() || record->second.fingerprint != print) {
        found.contents[file.key] = std::move(*content);
    }
    found.fingerprints[file.key] = std::move(print);
    return {};
}

/// Finds the inputs and looks at each. Error where none of them can be read.
Result<Found> find(const UpdateRequest& request, const Manifest& known, Progress& progress) {
    Found found;
    Result<std::vector<InputFile>> files = find_inputs(request.inputs);
    if (!files) {
        return files.error();
    }
    progress.start("checking", "files", files->size());
    std::optional<Error> first_error;
    for (InputFile& file : *files) {
        if (const Result<void> looked = look_at(file, known, found); looked) {
            found.files.push_back(std::move(file));
        } else {
            // One bad file costs no other, and no paper that was indexed from it when it could still be read.
            const Error& error = looked.error();
            found.unreadable.push_back({{file.shown, 0}, error.message + " (" + error.hint + ")"});
            first_error = first_error.value_or(error);
            if (const auto record = known.find(file.key); record != known.end()) {
                found.fingerprints[file.key] = record->second.fingerprint;
                found.files.push_back(std::move(file));
            }
        }
        progress.tick();
    }
    if (found.unreadable.size() == files->size()) {
        return *first_error;
    }
    return found;
}

/// Runs the reader that fits the file.
Result<void> read_source(const InputFile& file, Found& found, std::istream& standard_input, const EntrySink& sink,
                         ReadReport& report) {
    switch (file.kind) {
        case InputFile::Kind::kDigest: {
            const std::string content = std::move(found.contents[file.key]);
            return read_digest(file.key, content, sink, report);
        }
        case InputFile::Kind::kJsonl: {
            std::ifstream in{file.shown, std::ios::binary};
            if (!in) {
                return Error{Code::kIo, "cannot open it", "check its permissions", {file.shown, 0}};
            }
            return read_jsonl(file.key, in, sink, report);
        }
        case InputFile::Kind::kStandardInput:
            return read_jsonl(file.key, standard_input, sink, report);
    }
    return {};
}

/// Reads all sources that are new or changed.
Result<Read> read_changed(Found& found, const SourcePlan& plan, std::istream& standard_input, Progress& progress) {
    Read read;
    progress.start("reading", "files", plan.added.size() + plan.changed.size());
    for (const InputFile& file : found.files) {
        if (plan.unchanged.contains(file.key)) {
            continue;
        }
        SourceRecord record;
        if (file.kind != InputFile::Kind::kStandardInput) {
            record.fingerprint = found.fingerprints[file.key];
        }
        const EntrySink sink = [&](Entry entry) { read.entries.push_back(std::move(entry)); };
        const Result<void> done = read_source(file, found, standard_input, sink, record.report);
        if (!done) {
            return done.error();
        }
        read.records.emplace(file.key, std::move(record));
        progress.tick();
    }
    return read;
}

/// Loads the entries of every paper that the plan may touch: those that dropped sources tell of, and those that fresh
/// entries name.
Result<PaperEntries> load_touched(Xapian::Database& database, const std::set<std::string>& dropped,
                                  const std::vector<Entry>& fresh) {
    return guard("reading the index", [&]() -> Result<PaperEntries> {
        std::set<Xapian::docid> documents;
        const auto collect = [&](const std::string& term) {
            documents.insert(database.postlist_begin(term), database.postlist_end(term));
        };
        for (const std::string& source : dropped) {
            collect(source_term(source));
        }
        for (const Entry& entry : fresh) {
            collect(schema::term(schema::TermField::kId, entry.id.value));
        }
        PaperEntries papers;
        for (const Xapian::docid document : documents) {
            Result<std::vector<Entry>> entries = entries_from_json(database.get_document(document).get_data());
            if (!entries) {
                return entries.error();
            }
            papers.emplace(entries->front().id, std::move(*entries));
        }
        return papers;
    });
}

std::size_t average_bytes(const PaperPlan& plan) {
    std::size_t bytes = 0;
    std::size_t papers = 0;
    for (const auto* list : {&plan.added, &plan.updated}) {
        for (const std::vector<Entry>& entries : *list) {
            for (const Section& section : entries.back().sections) {
                bytes += section.text.size();
            }
            ++papers;
        }
    }
    return papers == 0 ? 0 : bytes / papers;
}

/// Writes the plans into the generation that counts. Returns the number of terms cut.
Result<std::size_t> write_update(const std::filesystem::path& generation, const PaperPlan& papers,
                                 const SourcePlan& sources, const Manifest& records, Progress& progress) {
    Result<IndexWriter> writer = IndexWriter::open(generation, average_bytes(papers));
    if (!writer) {
        return writer.error();
    }
    DocumentBuilder builder;
    progress.start("indexing", "papers", papers.added.size() + papers.updated.size());
    for (const auto* list : {&papers.added, &papers.updated}) {
        for (const std::vector<Entry>& entries : *list) {
            const Result<void> done = writer->put(entries.front().id, builder.build(entries, kNeutralPrior));
            if (!done) {
                return done.error();
            }
            progress.tick();
        }
    }
    for (const PaperId& id : papers.removed) {
        if (const Result<void> done = writer->remove(id); !done) {
            return done.error();
        }
    }
    for (const std::string& source : sources.removed) {
        if (const Result<void> done = writer->set_metadata(manifest_key(source), ""); !done) {
            return done.error();
        }
    }
    for (const auto& [source, record] : records) {
        if (const Result<void> done = writer->set_metadata(manifest_key(source), to_json(source, record)); !done) {
            return done.error();
        }
    }
    progress.announce("committing");
    if (const Result<void> done = writer->refresh_priors(); !done) {
        return done.error();
    }
    if (const Result<void> done = writer->refresh_learned(); !done) {
        return done.error();
    }
    if (const Result<void> done = writer->commit(); !done) {
        return done.error();
    }
    return builder.cut_terms();
}

/// Notices of all sources of this run, with file names as the user typed them.
void collect_notices(const Found& found, const Manifest& known, const Manifest& records, UpdateReport& report) {
    for (const InputFile& file : found.files) {
        const auto fresh = records.find(file.key);
        const ReadReport& read = fresh != records.end() ? fresh->second.report : known.at(file.key).report;
        report.entries += read.entries;
        const auto take = [&](const std::vector<Notice>& from, std::vector<Notice>& to) {
            for (Notice notice : from) {
                notice.where.file = file.shown;
                to.push_back(std::move(notice));
            }
        };
        take(read.skipped, report.skipped);
        take(read.warnings, report.warnings);
        if (read.entries == 0 && read.skipped.empty()) {
            report.warnings.push_back({{file.shown, 0}, "there is no paper in this file"});
        }
    }
    report.skipped.insert(report.skipped.end(), found.unreadable.begin(), found.unreadable.end());
}

Result<void> count_index(const IndexFolder& folder, UpdateReport& report) {
    const Result<Xapian::Database> database = open_index(folder);
    if (!database) {
        return database.error();
    }
    report.index_bytes = folder.bytes();
    const Result<lexicon::Lexicon> lexicon = read_lexicon(*database);
    if (!lexicon) {
        return lexicon.error();
    }
    report.glossary_pairs = lexicon->size();
    return guard("reading the index", [&] {
        report.papers = database->get_doccount();
        report.terms = static_cast<std::uint64_t>(std::distance(database->allterms_begin(), database->allterms_end()));
    });
}

/// Folders among the inputs, as absolute paths: the scope within which a missing source counts as removed.
std::vector<std::string> folders_of(const std::vector<std::string>& inputs) {
    std::vector<std::string> folders;
    for (const std::string& input : inputs) {
        std::error_code ignored;
        if (input != "-" && std::filesystem::is_directory(input, ignored)) {
            std::string path = std::filesystem::absolute(input, ignored).lexically_normal().string();
            if (path.size() > 1 && path.ends_with('/')) {
                path.pop_back();
            }
            folders.push_back(text::repair_utf8(path).text);
        }
    }
    return folders;
}

/// The whole run, under the lock.
Result<UpdateReport> update_locked(const IndexFolder& folder, const UpdateRequest& request,
                                   std::istream& standard_input, Progress& progress) {
    const Clock::time_point began = Clock::now();
    remove_leftovers(folder);
    const Result<std::optional<unsigned>> current = folder.current();
    if (!current) {
        return current.error();
    }

    const bool whole = request.rebuild || !*current;
    Manifest known;
    Xapian::Database database;
    if (!whole) {
        Result<Xapian::Database> opened = open_index(folder);
        if (!opened) {
            return opened.error();
        }
        database = std::move(*opened);
        Result<Manifest> manifest = guard("reading the index", [&] { return read_manifest(database); });
        if (!manifest) {
            return manifest.error();
        }
        known = std::move(*manifest);
    }

    Result<Found> found = find(request, known, progress);
    if (!found) {
        return found.error();
    }
    const SourcePlan sources = plan_sources(known, found->fingerprints, folders_of(request.inputs));
    Result<Read> read = read_changed(*found, sources, standard_input, progress);
    if (!read) {
        return read.error();
    }

    UpdateReport report;
    report.files = found->fingerprints.size();
    report.files_read = read->records.size();
    collect_notices(*found, known, read->records, report);
    std::set<std::string> dropped = sources.removed;
    dropped.insert(sources.changed.begin(), sources.changed.end());

    if (whole || !read->records.empty() || !dropped.empty()) {
        Result<PaperEntries> stored =
            whole ? Result<PaperEntries>{PaperEntries{}} : load_touched(database, dropped, read->entries);
        if (!stored) {
            return stored.error();
        }
        const PaperPlan papers = plan_papers(*stored, dropped, std::move(read->entries));
        report.added = papers.added.size();
        report.updated = papers.updated.size();
        report.removed = papers.removed.size();
        const Result<std::size_t> cut =
            whole ? build_index(folder, papers.added, read->records, request.threads, progress)
                  : write_update(folder.generation(**current), papers, sources, read->records, progress);
        if (!cut) {
            return cut.error();
        }
        report.cut_terms = *cut;
    }
    if (const Result<void> counted = count_index(folder, report); !counted) {
        return counted.error();
    }
    report.unchanged = report.papers - report.added - report.updated;
    report.seconds = std::chrono::duration<double>(Clock::now() - began).count();
    progress.finish();
    return report;
}

}  // namespace

Result<UpdateReport> update_index(const IndexFolder& folder, const UpdateRequest& request, std::istream& standard_input,
                                  Progress& progress) {
    const Result<std::optional<unsigned>> before = folder.current();  // refuses what is not ours before touching it
    if (!before) {
        return before.error();
    }
    const Result<WriteLock> lock = WriteLock::acquire(folder);
    if (!lock) {
        return lock.error();
    }
    Result<UpdateReport> report = update_locked(folder, request, standard_input, progress);
    if (const auto after = folder.current(); !report && after && !*after) {
        // There was no index and there is none: a folder with nothing but a lock would only look like one.
        remove_leftovers(folder);
        lock->take_back(folder);
    }
    return report;
}

}  // namespace saegin::indexer
