// saegin-query: searches an index.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "common/cli.h"
#include "common/number_text.h"
#include "common/text/unicode.h"
#include "query/author_command.h"
#include "query/batch.h"
#include "query/glossary_command.h"
#include "query/index_reader.h"
#include "query/open_reader.h"
#include "query/output/json_printer.h"
#include "query/output/text_printer.h"
#include "query/recommend_command.h"
#include "query/search_command.h"
#include "query/searcher.h"
#include "query/stats_command.h"
#include "query/suggest_command.h"

namespace saegin::query {
namespace {

/// Opens what --db names, without a word about what is missing.
Result<IndexReader> open_shards(const cli::Arguments& arguments) {
    std::vector<std::string> names = arguments.all("db");
    if (names.empty()) {
        Result<std::string> path = index_path(std::nullopt);
        if (!path) {
            return path.error();
        }
        names.push_back(std::move(*path));
    }
    std::vector<Shard> shards;
    for (const std::string& name : names) {
        const Result<std::string> path = index_path(name);  // an empty name is an error
        if (!path) {
            return path.error();
        }
        Result<std::vector<Shard>> named = shards_of(*path);
        if (!named) {
            return named.error();
        }
        std::move(named->begin(), named->end(), std::back_inserter(shards));
    }
    return IndexReader::open(std::move(shards), arguments.has("partial") ? WhenMissing::kGoOn : WhenMissing::kFail);
}

/// Opens what --db names, and tells on standard error what is missing.
Result<IndexReader> open_reader(const cli::Arguments& arguments) {
    Result<IndexReader> reader = open_shards(arguments);
    if (reader) {
        for (const MissingShard& shard : reader->missing()) {
            std::cerr << "missing: " << shard.db << ": " << shard.reason << "\n";
        }
    }
    return reader;
}

Result<cli::Exit> run_show(const cli::Arguments& arguments) {
    const Result<PaperId> id = only_paper_id(arguments, "show");
    if (!id) {
        return id.error();
    }
    Result<Searcher> searcher = open_searcher(arguments, open_reader);
    if (!searcher) {
        return searcher.error();
    }
    const Result<Searcher::Stored> stored = searcher->show(*id);
    if (!stored) {
        return stored.error();
    }
    std::cout << (arguments.has("json") ? to_json(*stored) + "\n" : to_text(*stored, style_for_standard_output()));
    return cli::kDone;
}

/// Tells how a batch went.
Result<cli::Exit> report_of(const Result<BatchReport>& report) {
    if (!report) {
        return report.error();
    }
    for (const std::string& topic : report->unknown) {
        std::cerr << "topic " << topic << ": its paper is not in the index\n";
    }
    std::cerr << counted(report->topics, "topic") << ", " << with_commas(report->empty) << " without a result\n";
    return cli::kDone;
}

Result<cli::Exit> run_topics(const cli::Arguments& arguments) {
    if (!arguments.operands().empty()) {
        return Error{Code::kUsage, "'" + arguments.operands().front() + "' is one word too many", "give flags only"};
    }
    const std::optional<std::string> file = arguments.get("topics");
    const std::optional<std::string> output = arguments.get("output");
    if (!file || !output) {
        return Error{Code::kUsage, "--topics and --output are both needed", "see 'saegin-query run --help'"};
    }
    Batch batch;
    batch.related = arguments.has("related");
    const Result<std::int64_t> depth =
        arguments.integer("depth", static_cast<std::int64_t>(batch.depth), 1, kMostResults);
    if (!depth) {
        return depth.error();
    }
    batch.depth = static_cast<std::size_t>(*depth);
    const Result<double> weight =
        arguments.number("vote-weight", batch.related ? 0 : RankingParameters{}.vote, 0, kMaxVoteWeight);
    if (!weight) {
        return weight.error();
    }
    batch.parameters.vote = *weight;
    batch.use_lexicon = !arguments.has("no-lexicon");
    const Result<std::vector<Topic>> topics = *file == "-" ? read_topics(std::cin, *file) : read_topics(*file);
    if (!topics) {
        return topics.error();
    }
    Result<Searcher> searcher = open_searcher(arguments, open_reader);
    if (!searcher) {
        return searcher.error();
    }
    if (*output == "-") {
        return report_of(run_batch(*searcher, *topics, batch, std::cout));
    }
    std::error_code ignored;  // a file that does not exist yet is not the other one
    if (std::filesystem::equivalent(*file, *output, ignored)) {
        return Error{Code::kUsage, "the run would overwrite the topics '" + *file + "'", "give --output another name"};
    }
    std::ofstream out{*output};
    if (!out) {
        return Error{Code::kIo, "cannot write '" + *output + "'", "check the folder and its permissions"};
    }
    return report_of(run_batch(*searcher, *topics, batch, out));
}

cli::Program program() {
    const cli::Flag json{"json", "", "print one JSON object (query/output/FORMAT.md)"};
    const cli::Flag no_lexicon{"no-lexicon", "", "search as typed: repair nothing, add no other names"};
    return {
        "saegin-query",
        "search an index of paper digests",
        {{"db", "DIR",
          "folder of the index (else $SAEGIN_DB, else ~/.local/share/saegin/index), tcp://HOST:PORT, or a file that "
          "lists several; all are searched as one"},
         {"partial", "", "search the others where an index cannot be opened, and tell which is missing"}},
        {
            search_command(open_shards),
            related_command(open_shards),
            recommend_command(open_shards),
            {"show", "ID", "one paper whole", {json}, run_show},
            suggest_command(open_reader),
            glossary_command(open_reader),
            author_command(open_reader),
            stats_command(open_reader),
            {"run",
             "--topics FILE --output FILE",
             "a batch of queries into a TREC run file",
             {{"topics", "FILE", "lines of: id, a tab, the query; - is standard input"},
              {"output", "FILE", "the run file to write; - is standard output"},
              {"depth", "N", "papers per topic (default: 100)"},
              {"related", "", "topics are paper ids, answered as by 'related'"},
              {"vote-weight", "W", "as of search or related"},
              no_lexicon},
             run_topics},
        },
        "Examples:\n"
        "  saegin-query search 확산 모델             Korean or English words, with or without particles\n"
        "  saegin-query search \"LLM의 환각\" -n 5     the five best papers\n"
        "  saegin-query search 'diffusion -video author:\"Song Han\" votes:>=20 date:3m..'\n"
        "                                           operators and fields; quoted for the shell\n"
        "  saegin-query related 2408.15237          what to read next\n"
        "  saegin-query suggest ㅎㅅㅁㄷ              what goes on from it: 확산 모델\n"
        "  saegin-query glossary LLM                its other names, and the papers that give them\n"
        "  saegin-query author Song Han             what somebody writes, with whom and about what\n"
        "  saegin-query stats --trends              terms that are rising\n"};
}

}  // namespace
}  // namespace saegin::query

int main(int argc, char** argv) {
    return saegin::cli::run(saegin::query::program(), argc, argv);
}
