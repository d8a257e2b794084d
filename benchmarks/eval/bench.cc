#include "benchmarks/eval/bench.h"

#include <iostream>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "indexer/file_finder.h"

namespace saegin::eval {

namespace {

constexpr std::int64_t kDeepest = 10'000;

/// The documents for the record: one fingerprint, however many files they are in.
Result<FileMark> mark_documents(const std::string& path) {
    const Result<std::vector<indexer::InputFile>> files = indexer::find_inputs({path});
    if (!files) {
        return files.error();
    }
    std::string prints;
    for (const indexer::InputFile& file : *files) {
        const Result<std::string> print = indexer::fingerprint_file(file.shown);
        if (!print) {
            return print.error();
        }
        prints += *print;
    }
    return FileMark{"documents", path, files->size() == 1 ? prints : indexer::fingerprint(prints)};
}

void warn(std::string_view what) {
    std::cerr << "saegin-eval: " << what << "\n";
}

void warn_about(const TopicSet& set) {
    if (set.unjudged > 0) {
        warn(fmt::format("{}: {} without judgements are left out", set.name, set.unjudged));
    }
    if (set.unasked > 0) {
        warn(fmt::format("{}: {} judged queries are not asked and count as zero", set.name, set.unasked));
    }
}

void warn_about(const IndexFacts& facts) {
    if (!facts.skipped.empty()) {
        const indexer::Notice& first = facts.skipped.front();
        warn(fmt::format("{} documents could not be read and are left out; the first: {}: {}", facts.skipped.size(),
                         to_string(first.where), first.reason));
    }
}

Result<Engine> open_engine(const std::optional<std::string>& index, Collection& collection) {
    if (index) {
        return Engine::open(*index);
    }
    // A stream can be read once only, and is read twice here: for its fingerprint and for the index.
    if (collection.documents == "-") {
        return Error{Code::kUsage, "documents cannot come from standard input", "give a file or a folder"};
    }
    Result<FileMark> mark = mark_documents(collection.documents);
    if (!mark) {
        return mark.error();
    }
    collection.files.insert(collection.files.begin(), *std::move(mark));
    indexer::Progress progress{std::cerr, isatty(STDERR_FILENO) == 1};
    return Engine::build({collection.documents}, progress);
}

}  // namespace

std::vector<cli::Flag> bench_flags() {
    return {
        {"collection", "DIR",
         "folder with documents, topics and judgements: docs.jsonl, topics.tsv, qrels.txt; or BEIR's"},
        {"documents", "PATH", "documents to take instead: a *.jsonl, or a folder of digests"},
        {"topics", "FILE", "topics to take instead: id<TAB>text, JSON Lines, or TREC's <top>"},
        {"qrels", "FILE", "judgements to take instead, in TREC's or BEIR's form"},
        {"split", "NAME", "BEIR: take qrels/NAME.tsv (test)"},
        {"db", "DIR", "search this index instead of making one of the documents"},
        {"set", "NAME=VALUE", "set a parameter of the ranking; may be repeated. There are: " + parameter_names()},
        {"depth", "N", "papers per topic (100)"},
        {"level", "N", "lowest grade that counts as relevant (1)", 'l'},
    };
}

Result<Bench> open_bench(const cli::Arguments& arguments) {
    if (!arguments.operands().empty()) {
        return Error{Code::kUsage, fmt::format("'{}' is one word too many", arguments.operands().front()),
                     "give flags only: --collection DIR"};
    }
    const Result<std::int64_t> depth = arguments.integer("depth", 100, 1, kDeepest);
    const Result<std::int64_t> level = arguments.integer("level", 1, 1, std::numeric_limits<std::int32_t>::max());
    Result<TaskParameters> parameters = parse_parameters(arguments.all("set"));
    if (!depth || !level || !parameters) {
        return !depth ? depth.error() : !level ? level.error() : parameters.error();
    }
    const std::optional<std::string> index = arguments.get("db");
    Result<Collection> collection =
        read_collection({arguments.get("collection"), arguments.get("documents"), arguments.get("topics"),
                         arguments.get("qrels"), arguments.get("split"), !index});
    if (!collection) {
        return collection.error();
    }
    Result<Engine> engine = open_engine(index, *collection);
    if (!engine) {
        return engine.error();
    }
    warn_about(engine->facts());
    warn_about(collection->search);
    if (collection->related) {
        warn_about(*collection->related);
    }
    return Bench{*std::move(collection), *std::move(engine), *std::move(parameters), static_cast<std::size_t>(*depth),
                 Settings{static_cast<int>(*level), true}};
}

}  // namespace saegin::eval
