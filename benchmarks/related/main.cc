// saegin-related-formulations: answers seeds by what others mean by related papers, and by Saegin with and without its
// parts. A run file for each, for `saegin-eval compare`.
//
//   saegin-related-formulations --db papers.index --seeds seeds.tsv --output runs
#include <filesystem>
#include <functional>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "benchmarks/eval/parameters.h"
#include "benchmarks/eval/run_writer.h"
#include "benchmarks/eval/text_file.h"
#include "benchmarks/eval/topic_files.h"
#include "benchmarks/related/corpus.h"
#include "benchmarks/related/formulations.h"
#include "common/cli.h"
#include "common/index_folder.h"
#include "common/result.h"
#include "common/schema.h"
#include "query/index_reader.h"
#include "query/searcher.h"

namespace {

using namespace saegin;  // a program of one file
using eval::AnsweredQuery;
using eval::Topic;
namespace fs = std::filesystem;

constexpr std::size_t kDepth = 100;

/// What the formulas need of an index.
struct Archive {
    related::Corpus corpus;
    latent::LatentSpace space;
};

/// A formula and the name of its run.
struct Formulation {
    std::string name;
    std::function<related::Scores(const Archive& archive, std::size_t seed)> scores;
};

Formulation more_like_this(std::string name, const related::MoreLikeThis& settings) {
    return {std::move(name), [settings](const Archive& archive, std::size_t seed) {
                return related::more_like_this(archive.corpus, seed, settings);
            }};
}

Formulation poisson_topics(std::string name, const related::PoissonTopics& settings) {
    return {std::move(name), [settings](const Archive& archive, std::size_t seed) {
                return related::poisson_topics(archive.corpus, seed, settings);
            }};
}

std::vector<Formulation> formulations() {
    related::MoreLikeThis boosted;
    boosted.boost = true;
    return {
        more_like_this("mlt", {}),
        more_like_this("mlt-boost", boosted),
        poisson_topics("pmra", {}),
        {"cosine", [](const Archive& archive, std::size_t seed) { return related::cosine(archive.corpus, seed, {}); }},
        {"latent", [](const Archive& archive,
                      std::size_t seed) { return related::latent_cosine(archive.corpus, seed, archive.space); }},
    };
}

/// Saegin's own answer with some parameters set otherwise, and the name of its run.
struct Variant {
    std::string name;
    std::vector<std::string> assignments;
};

std::vector<Variant> variants() {
    return {
        {"saegin", {}},
        {"saegin-no-latent", {"related-latent=0"}},
        {"saegin-no-other-names", {"equivalent=0"}},
        {"saegin-no-authors", {"related-author=0"}},
        {"saegin-all-summaries", {"related-doubted=1"}},
    };
}

/// --poisson LAMBDA/MU, as often as it is given: more runs of that formula.
Result<std::vector<Formulation>> more_poisson_topics(const cli::Arguments& arguments) {
    std::vector<Formulation> more;
    for (const std::string& text : arguments.all("poisson")) {
        const std::size_t slash = text.find('/');
        const std::optional<double> lambda = eval::parse_score(std::string_view{text}.substr(0, slash));
        const std::optional<double> mu =
            slash == std::string::npos ? std::nullopt : eval::parse_score(std::string_view{text}.substr(slash + 1));
        constexpr double kMost = 1;
        if (!lambda || !mu || !(*lambda > 0 && *lambda <= kMost) || !(*mu > 0 && *mu <= kMost)) {
            return Error{Code::kUsage, fmt::format("--poisson is '{}'", text),
                         "give two rates above 0, at most 1: --poisson 0.022/0.013"};
        }
        related::PoissonTopics settings;
        settings.lambda = *lambda;
        settings.mu = *mu;
        more.push_back(poisson_topics(fmt::format("pmra-{}-{}", *lambda, *mu), settings));
    }
    return more;
}

Result<Archive> read_archive(query::IndexReader& reader) {
    return reader.read([&](const Xapian::Database& database) -> Result<Archive> {
        Result<latent::WordCounts> counts =
            latent::word_counts_from(database.get_metadata(std::string{schema::kWordCountsKey}));
        if (!counts) {
            return counts.error();
        }
        const auto space = reader.latent_space();
        if (!space) {
            return space.error();
        }
        return Archive{related::Corpus{*std::move(counts)}, space->get()};
    });
}

std::string run_file(const fs::path& folder, const std::string& name) {
    return (folder / (name + ".run")).string();
}

Result<void> write_formulation(const Formulation& formulation, const Archive& archive, const std::vector<Topic>& seeds,
                               const fs::path& folder) {
    std::vector<AnsweredQuery> answers;
    for (const Topic& seed : seeds) {
        const std::optional<std::size_t> place = archive.corpus.place(seed.text);
        if (!place) {
            return Error{Code::kNotFound, fmt::format("the index has no paper '{}'", seed.text),
                         "give an index of the papers that the seeds come from"};
        }
        answers.push_back(
            {seed.qid, related::best(archive.corpus, formulation.scores(archive, *place), *place, kDepth)});
    }
    return eval::write_run(run_file(folder, formulation.name), answers, formulation.name);
}

Result<void> write_variant(const Variant& variant, query::Searcher& searcher, const std::vector<Topic>& seeds,
                           const fs::path& folder) {
    const Result<eval::TaskParameters> parameters = eval::parse_parameters(variant.assignments);
    if (!parameters) {
        return parameters.error();
    }
    query::Ranking ranking;
    ranking.limit = kDepth;
    ranking.parameters = parameters->related;
    std::vector<AnsweredQuery> answers;
    for (const Topic& seed : seeds) {
        const auto found = searcher.related_ids(PaperId{seed.text}, ranking);
        if (!found) {
            return found.error();
        }
        AnsweredQuery& answer = answers.emplace_back(AnsweredQuery{seed.qid, {}});
        for (const query::ScoredId& paper : *found) {
            answer.documents.emplace_back(paper.id.value, paper.score);
        }
    }
    return eval::write_run(run_file(folder, variant.name), answers, variant.name);
}

Result<cli::Exit> run(const cli::Arguments& arguments) {
    const std::optional<std::string> db = arguments.get("db");
    const std::optional<std::string> seeds_file = arguments.get("seeds");
    const std::optional<std::string> output = arguments.get("output");
    if (!db || !seeds_file || !output || !arguments.operands().empty()) {
        return Error{Code::kUsage, "an index, seeds and a folder are needed, and nothing else",
                     "give --db DIR --seeds FILE --output DIR"};
    }
    Result<std::vector<Formulation>> more = more_poisson_topics(arguments);
    const Result<std::vector<Topic>> seeds = eval::read_topics(*seeds_file);
    Result<query::IndexReader> reader = query::IndexReader::open({IndexFolder{*db}});
    if (!more || !seeds || !reader) {
        return !more ? more.error() : !seeds ? seeds.error() : reader.error();
    }
    std::error_code problem;
    fs::create_directories(*output, problem);
    if (problem) {
        return Error{Code::kIo, fmt::format("cannot make the folder '{}': {}", *output, problem.message()),
                     "give another one: --output DIR"};
    }
    const Result<Archive> archive = read_archive(*reader);
    if (!archive) {
        return archive.error();
    }
    std::vector<Formulation> all = formulations();
    std::move(more->begin(), more->end(), std::back_inserter(all));
    for (const Formulation& formulation : all) {
        if (Result<void> written = write_formulation(formulation, *archive, *seeds, *output); !written) {
            return written.error();
        }
    }
    query::Searcher searcher{*std::move(reader)};
    const std::vector<Variant> own = variants();
    for (const Variant& variant : own) {
        if (Result<void> written = write_variant(variant, searcher, *seeds, *output); !written) {
            return written.error();
        }
    }
    std::cout << fmt::format("{} runs of {} seeds in {}\n", all.size() + own.size(), seeds->size(), *output);
    return cli::kDone;
}

}  // namespace

int main(int argc, char** argv) {
    const cli::Program program{
        "saegin-related-formulations",
        "answers seeds by several formulas of related papers, a run for each",
        {},
        {{"",
          "--db DIR --seeds FILE --output DIR",
          "writes a run of 100 papers per seed for each formula, and for Saegin with and without its parts",
          {{"db", "DIR", "the index"},
           {"seeds", "FILE", "id<TAB>paper"},
           {"output", "DIR", "where the runs go, as NAME.run"},
           {"poisson", "LAMBDA/MU", "also PubMed's formula with these rates; may be repeated"}},
          run}},
        ""};
    return cli::run(program, argc, argv);
}
