#include "benchmarks/eval/run_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>
#include <vector>

#include "benchmarks/eval/bench.h"
#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/run_report.h"

namespace saegin::eval {

namespace {

Result<TaskResult> run_task(Bench& bench, const TopicSet& set, Task task, const std::vector<Measure>& measures) {
    const query::RankingParameters& parameters =
        task == Task::kRelated ? bench.parameters.related : bench.parameters.search;
    Result<Answers> answers = bench.engine.answer(set.topics, task, parameters, bench.depth);
    if (!answers) {
        return answers.error();
    }
    Evaluation evaluation = evaluate(set.qrels, answers->run, measures, bench.settings);
    return TaskResult{&set, parameters, *std::move(answers), std::move(evaluation)};
}

/// Keeps a run as DIR/NAME.run.
Result<void> keep_run(const std::filesystem::path& folder, const TaskResult& task) {
    const std::filesystem::path path = folder / (task.set->name + ".run");
    std::ofstream out{path, std::ios::binary};
    out << task.answers.run.file().text();
    out.close();
    if (!out) {
        return Error{Code::kIo, "cannot write the run", "is the disk full, or the folder not yours?",
                     Where{path.string(), 0}};
    }
    return {};
}

Result<void> keep_runs(const std::string& folder, const std::vector<TaskResult>& tasks) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        return Error{Code::kIo, "cannot make the folder '" + folder + "': " + problem.message(),
                     "give another one: --output DIR"};
    }
    for (const TaskResult& task : tasks) {
        if (const Result<void> kept = keep_run(folder, task); !kept) {
            return kept.error();
        }
    }
    return {};
}

Result<cli::Exit> run_run(const cli::Arguments& arguments) {
    const Result<std::string> format = arguments.choice("format", {"text", "tsv", "json"});
    if (!format) {
        return format.error();
    }
    RunResult result;
    Result<std::vector<Measure>> measures =
        parse_measures(arguments.has("measure") ? arguments.all("measure")
                                                : std::vector<std::string>{"nDCG@10", "AP", "RR", "P@10", "R@100"});
    if (!measures) {
        return measures.error();
    }
    result.measures = *std::move(measures);
    Result<Bench> bench = open_bench(arguments);
    if (!bench) {
        return bench.error();
    }
    result.bench = &*bench;
    Result<TaskResult> search = run_task(*bench, bench->collection.search, Task::kSearch, result.measures);
    if (!search) {
        return search.error();
    }
    result.tasks.push_back(*std::move(search));
    if (bench->collection.related) {
        Result<TaskResult> related = run_task(*bench, *bench->collection.related, Task::kRelated, result.measures);
        if (!related) {
            return related.error();
        }
        result.tasks.push_back(*std::move(related));
    }
    if (const std::optional<std::string> folder = arguments.get("output")) {
        if (const Result<void> kept = keep_runs(*folder, result.tasks); !kept) {
            return kept.error();
        }
    }
    const auto print = *format == "text" ? run_text : *format == "tsv" ? run_tsv : run_json;
    std::cout << print(result, arguments.has("per-query"));
    return cli::kDone;
}

}  // namespace

cli::Command run_command() {
    std::vector<cli::Flag> flags = bench_flags();
    flags.push_back({"measure", "NAME", "nDCG@10, AP, RR, P@5, R@100, ...; 'all' for all; may be repeated", 'm'});
    flags.push_back({"per-query", "", "also show each query", 'q'});
    flags.push_back({"output", "DIR", "keep the answers as run files in this folder", 'o'});
    flags.push_back(format_flag());
    return {"run", "--collection DIR", "index a collection, answer its topics and measure the answers, in one go",
            std::move(flags), run_run};
}

}  // namespace saegin::eval
