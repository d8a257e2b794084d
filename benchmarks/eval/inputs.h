// What all commands read: judgements, runs and measures, from the flags that they share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "benchmarks/eval/comparison.h"
#include "benchmarks/eval/evaluation.h"
#include "benchmarks/eval/measure_name.h"
#include "benchmarks/eval/query_info.h"
#include "benchmarks/eval/trec_files.h"
#include "common/cli.h"
#include "common/result.h"

namespace saegin::eval {

/// A run and the name under which it is shown.
struct NamedRun {
    std::string name;
    Run run;
};

struct Inputs {
    Qrels qrels;
    std::vector<NamedRun> runs;
    std::vector<Measure> measures;
    Settings settings;
};

/// --qrels, -m, --level and --complete, in that order; `complete_help` says what the last does in a command.
[[nodiscard]] std::vector<cli::Flag> input_flags(const std::string& complete_help);
/// --format text|tsv|json.
[[nodiscard]] cli::Flag format_flag();

/// Reads what the flags and operands name. `least` runs are needed; `default_measures` stand for a missing -m.
/// A run is shown under its file's name without folder and `.run`, or under its path where two would have one name.
/// Error kUsage for missing files or unknown measures; errors of Qrels::read and Run::read.
[[nodiscard]] Result<Inputs> read_inputs(const cli::Arguments& arguments, std::size_t least,
                                         const std::vector<std::string>& default_measures);

/// read_inputs() for commands that compare query by query: "all" leaves out the measures that have no value for a
/// single query.
[[nodiscard]] Result<Inputs> read_paired_inputs(const cli::Arguments& arguments, std::size_t least,
                                                const std::vector<std::string>& default_measures);

/// What --topics names.
struct Topics {
    QueryInfos infos;              ///< empty where it was not given
    std::optional<TextFile> file;  ///< where they came from
};

/// --topics FILE.
[[nodiscard]] cli::Flag topics_flag();

/// Reads what topics_flag() names. Errors of TextFile::read and parse_query_infos.
[[nodiscard]] Result<Topics> read_topics_flag(const cli::Arguments& arguments);

/// --draws, --bootstrap and --seed of the tests of significance.
[[nodiscard]] std::vector<cli::Flag> test_flags();

/// What test_flags() and --moved say. Error kUsage for numbers out of their range.
[[nodiscard]] Result<TestSettings> test_settings(const cli::Arguments& arguments);

/// All runs over the same queries (evaluate_together), by measures that need not be those of `inputs`.
[[nodiscard]] std::vector<Evaluation> evaluate_all(const Inputs& inputs, std::span<const Measure> measures);

/// evaluate_all() by the measures of `inputs`. Error kUsage for a measure that has no value for a single query;
/// Error kInvalidInput where no query is both judged and answered.
[[nodiscard]] Result<std::vector<Evaluation>> evaluate_inputs(const Inputs& inputs);

/// A value as tables show it: counts whole, all else with four decimals.
[[nodiscard]] std::string value_text(const Measure& measure, double value);

/// A probability with four decimals; one that is too small for them is not shown as 0.
[[nodiscard]] std::string p_text(double p);

}  // namespace saegin::eval
