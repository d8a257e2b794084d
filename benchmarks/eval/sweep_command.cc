#include "benchmarks/eval/sweep_command.h"

#include <iostream>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/sweep_report.h"

namespace saegin::eval {

namespace {

constexpr std::int64_t kMostFolds = 1000;

/// The measure that points are compared by.
Result<Measure> read_measure(const cli::Arguments& arguments) {
    const std::vector<std::string> names = arguments.all("measure");
    if (names.size() > 1) {
        return Error{Code::kUsage, "more than one measure given", "points can be chosen by one only"};
    }
    Result<Measure> measure = parse_measure(names.empty() ? "nDCG@10" : names.front());
    if (measure && measure->summary != Summary::kMean) {
        return Error{Code::kUsage, fmt::format("'{}' is not a mean over queries", measure->name),
                     "folds need one that is, such as nDCG@10"};
    }
    return measure;
}

/// A parameter cannot be both.
Result<void> check_not_set(const std::vector<Axis>& axes, const std::vector<std::string>& assignments) {
    for (const std::string& assignment : assignments) {
        for (const Axis& axis : axes) {
            if (assignment.starts_with(fmt::format("{}=", axis.parameter->name))) {
                return Error{Code::kUsage, fmt::format("{} is both set and varied", axis.parameter->name),
                             "leave out one of --set and --vary"};
            }
        }
    }
    return {};
}

Result<SweepPlan> read_plan(const cli::Arguments& arguments) {
    Result<std::vector<Axis>> axes = parse_axes(arguments.all("vary"));
    if (!axes) {
        return axes.error();
    }
    if (const Result<void> unset = check_not_set(*axes, arguments.all("set")); !unset) {
        return unset.error();
    }
    Result<Measure> measure = read_measure(arguments);
    const Result<std::int64_t> folds = arguments.integer("folds", 5, 2, kMostFolds);
    const Result<std::int64_t> seed = arguments.integer("seed", 1, 0, std::numeric_limits<std::int64_t>::max());
    if (!measure || !folds || !seed) {
        return !measure ? measure.error() : !folds ? folds.error() : seed.error();
    }
    return SweepPlan{*std::move(axes), *std::move(measure), arguments.has("related") ? Task::kRelated : Task::kSearch,
                     static_cast<std::size_t>(*folds), static_cast<std::uint64_t>(*seed)};
}

Result<cli::Exit> run_sweep(const cli::Arguments& arguments) {
    const Result<std::string> format = arguments.choice("format", {"text", "tsv", "json"});
    if (!format) {
        return format.error();
    }
    const Result<SweepPlan> plan = read_plan(arguments);
    if (!plan) {
        return plan.error();
    }
    Result<Bench> bench = open_bench(arguments);
    if (!bench) {
        return bench.error();
    }
    indexer::Progress progress{std::cerr, isatty(STDERR_FILENO) == 1};
    const Result<SweepResult> result = sweep(*bench, *plan, progress);
    progress.finish();
    if (!result) {
        return result.error();
    }
    const auto print = *format == "text" ? sweep_text : *format == "tsv" ? sweep_tsv : sweep_json;
    std::cout << print(*bench, *plan, *result);
    return cli::kDone;
}

}  // namespace

cli::Command sweep_command() {
    std::vector<cli::Flag> flags{
        {"vary", "NAME=VALUES", "V1,V2,... or LOW..HIGH/STEPS, ends included; may be repeated: all combinations"},
        {"related", "", "measure related papers (seeds.tsv) instead of topics"},
        {"measure", "NAME", "what to choose by (nDCG@10)", 'm'},
        {"folds", "N", "folds of the cross-validation (5)"},
        {"seed", "N", "from which topics are shuffled into folds (1)"},
    };
    const std::vector<cli::Flag> bench = bench_flags();
    flags.insert(flags.end(), bench.begin(), bench.end());
    flags.push_back(format_flag());
    return {"sweep", "--collection DIR --vary NAME=VALUES",
            "measure a ranking at each point of a grid of its parameters, cross-validated", std::move(flags),
            run_sweep};
}

}  // namespace saegin::eval
