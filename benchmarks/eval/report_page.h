// The report as one self-contained HTML page: no scripts, no network, no other files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "benchmarks/eval/comparison.h"
#include "benchmarks/eval/inputs.h"
#include "benchmarks/eval/query_info.h"
#include "benchmarks/eval/settings_file.h"
#include "benchmarks/eval/svg_chart.h"
#include "benchmarks/eval/svg_plot.h"
#include "benchmarks/eval/sweep_file.h"
#include "query/trends.h"

namespace saegin::eval {

/// Settings that belong together. The title may be empty.
struct FactGroup {
    std::string title;
    Facts facts;
};

/// All that stands on the page. The first measure is the one that charts and lists of queries show; the first run is
/// the one that the others are compared with.
struct ReportData {
    const Inputs& inputs;
    const std::vector<Evaluation>& evaluations;               ///< of inputs.runs, over the same queries
    const std::vector<std::vector<Comparison>>& comparisons;  ///< [measure][run - 1]; empty lists for a single run
    std::vector<BarGroup> categories;                         ///< a value per run; empty where no categories are known
    std::vector<Series> curves;           ///< interpolated precision at recall 0, 0.1, ... 1, per run
    const QueryInfos& infos;              ///< may be empty
    std::vector<Sweep> sweeps;            ///< may be empty
    std::vector<FactGroup> settings;      ///< what makes the figures reproducible
    std::optional<query::Trends> trends;  ///< of the archive that was searched, where it is known
};

/// The page. The same data give the same bytes.
[[nodiscard]] std::string report_page(const ReportData& data);

}  // namespace saegin::eval
