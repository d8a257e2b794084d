// saegin-index: makes and updates an index.
#include <csignal>
#include <iostream>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "common/cli.h"
#include "common/index_folder.h"
#include "common/number_text.h"
#include "common/text/analyzer.h"
#include "indexer/check.h"
#include "indexer/index_builder.h"
#include "indexer/update.h"
#include "indexer/write_lock.h"

namespace saegin::indexer {
namespace {

constexpr std::int64_t kMostThreads = 64;

nlohmann::json to_json(const std::vector<Notice>& notices) {
    nlohmann::json json = nlohmann::json::array();
    for (const Notice& notice : notices) {
        json.push_back({{"file", notice.where.file}, {"line", notice.where.line}, {"reason", notice.reason}});
    }
    return json;
}

void print_json(const UpdateReport& report) {
    const nlohmann::ordered_json json{{"files", report.files},
                                      {"entries", report.entries},
                                      {"papers", report.papers},
                                      {"added", report.added},
                                      {"updated", report.updated},
                                      {"removed", report.removed},
                                      {"unchanged", report.unchanged},
                                      {"files_read", report.files_read},
                                      {"skipped", to_json(report.skipped)},
                                      {"warnings", to_json(report.warnings)},
                                      {"cut_terms", report.cut_terms},
                                      {"terms", report.terms},
                                      {"glossary_pairs", report.glossary_pairs},
                                      {"seconds", report.seconds},
                                      {"index_bytes", report.index_bytes}};
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
}

std::string plural(std::size_t count, const std::string& one) {
    return with_commas(count) + " " + one + (count == 1 ? "" : "s");
}

void print_notices(const UpdateReport& report) {
    for (const Notice& notice : report.warnings) {
        std::cerr << to_string(notice.where) << ": warning: " << notice.reason << "\n";
    }
    for (const Notice& notice : report.skipped) {
        std::cerr << to_string(notice.where) << ": skipped: " << notice.reason << "\n";
    }
}

void print_text(const UpdateReport& report, const IndexFolder& folder) {
    std::cout << fmt::format("{} from {} in this index: {} added, {} updated, {} removed, {} unchanged.\n",
                             plural(report.papers, "paper"), plural(report.files, "file"), with_commas(report.added),
                             with_commas(report.updated), with_commas(report.removed), with_commas(report.unchanged));
    std::cout << fmt::format("{} of {} read in {:.2f} s; {}, {} at {}\n", with_commas(report.files_read),
                             plural(report.files, "file"), report.seconds, plural(report.terms, "term"),
                             byte_text(report.index_bytes), folder.path().string());
    if (!report.skipped.empty()) {
        std::cout << with_commas(report.skipped.size()) << (report.skipped.size() == 1 ? " entry" : " entries")
                  << " skipped (see above).\n";
    }
    if (report.cut_terms > 0) {
        std::cout << plural(report.cut_terms, "term") << " cut to " << text::kMaxTokenBytes << " bytes.\n";
    }
}

Result<IndexFolder> folder_of(const cli::Arguments& arguments) {
    Result<std::string> path = index_path(arguments.get("db"));
    if (!path) {
        return path.error();
    }
    return IndexFolder{std::move(*path)};
}

Result<bool> progress_visible(const cli::Arguments& arguments) {
    const Result<std::string> when = arguments.choice("progress", {"auto", "always", "never"});
    if (!when) {
        return when.error();
    }
    return *when == "always" || (*when == "auto" && !arguments.has("quiet") && isatty(STDERR_FILENO) == 1);
}

Result<cli::Exit> run_update(const cli::Arguments& arguments) {
    if (arguments.operands().empty()) {
        return Error{Code::kUsage, "no input given",
                     "give folders, digest files (.md), .jsonl files, or - for JSON lines on standard input"};
    }
    const Result<IndexFolder> folder = folder_of(arguments);
    if (!folder) {
        return folder.error();
    }
    const std::int64_t cores = std::max<std::int64_t>(1, std::thread::hardware_concurrency());
    const Result<std::int64_t> threads = arguments.integer("threads", std::min(cores, kMostThreads), 1, kMostThreads);
    if (!threads) {
        return threads.error();
    }
    const Result<bool> visible = progress_visible(arguments);
    if (!visible) {
        return visible.error();
    }
    Progress progress{std::cerr, *visible};
    const Result<UpdateReport> report =
        update_index(*folder, {arguments.operands(), arguments.has("rebuild"), static_cast<std::size_t>(*threads)},
                     std::cin, progress);
    progress.finish();
    if (!report) {
        return report.error();
    }
    print_notices(*report);
    if (arguments.has("json")) {
        print_json(*report);
    } else if (!arguments.has("quiet")) {
        print_text(*report, *folder);
    }
    return arguments.has("strict") && !report->skipped.empty() ? cli::kFailed : cli::kDone;
}

Result<cli::Exit> run_check(const cli::Arguments& arguments) {
    const Result<IndexFolder> folder = folder_of(arguments);
    if (!folder) {
        return folder.error();
    }
    const Result<std::vector<std::string>> problems = check_index(*folder);
    if (!problems) {
        return problems.error();
    }
    for (const std::string& problem : *problems) {
        std::cout << problem << "\n";
    }
    if (!problems->empty()) {
        return Error{Code::kCorrupt, "the index '" + folder->path().string() + "' is damaged",
                     "make it anew with --rebuild"};
    }
    std::cout << "The index '" << folder->path().string() << "' is sound.\n";
    return cli::kDone;
}

Result<cli::Exit> run_compact(const cli::Arguments& arguments) {
    const Result<IndexFolder> folder = folder_of(arguments);
    if (!folder) {
        return folder.error();
    }
    if (const Result<Xapian::Database> sound = open_index(*folder); !sound) {
        return sound.error();
    }
    const Result<WriteLock> lock = WriteLock::acquire(*folder);
    if (!lock) {
        return lock.error();
    }
    remove_leftovers(*folder);
    const std::uintmax_t before = folder->bytes();
    if (const Result<void> done = compact_index(*folder); !done) {
        return done.error();
    }
    std::cout << byte_text(before) << " became " << byte_text(folder->bytes()) << ".\n";
    return cli::kDone;
}

cli::Program program() {
    return {"saegin-index",
            "make and update an index of paper digests",
            {{"db", "DIR", "folder of the index (else $SAEGIN_DB, else ~/.local/share/saegin/index)"}},
            {
                {"",
                 "INPUT...",
                 "index folders, digest files (.md), .jsonl files or - ; only what changed is read",
                 {{"rebuild", "", "build the whole index anew and swap it in"},
                  {"threads", "N", "threads of a whole build (default: all cores)"},
                  {"progress", "WHEN", "auto, always or never show progress (default: auto, on a terminal)"},
                  {"quiet", "", "print errors, warnings and skipped entries only"},
                  {"strict", "", "exit with 2 if any entry had to be skipped"},
                  {"json", "", "print one JSON object about the run"}},
                 run_update},
                {"check", "", "check that the index is sound", {}, run_check},
                {"compact", "", "rewrite the index in as little space as possible", {}, run_compact},
            },
            "Examples:\n"
            "  saegin-index ~/digests                 index an archive, later: update it\n"
            "  saegin-index --db /tmp/x papers.jsonl  index papers from JSON lines\n"};
}

}  // namespace
}  // namespace saegin::indexer

int main(int argc, char** argv) {
    // A file that grows beyond its limit shall fail with an error that can be reported, not end the process.
    std::signal(SIGXFSZ, SIG_IGN);
    return saegin::cli::run(saegin::indexer::program(), argc, argv);
}
