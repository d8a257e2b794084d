#include "benchmarks/eval/report_page.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/report_comparison.h"
#include "benchmarks/eval/report_parts.h"
#include "benchmarks/eval/report_style.h"
#include "benchmarks/eval/report_sweep.h"
#include "benchmarks/eval/report_trends.h"

namespace saegin::eval {

namespace {

std::vector<std::string> run_names(const ReportData& data) {
    std::vector<std::string> names;
    std::transform(data.inputs.runs.begin(), data.inputs.runs.end(), std::back_inserter(names),
                   [](const NamedRun& run) { return run.name; });
    return names;
}

/// The mark that stands before a run's figure.
std::string mark_of(const ReportData& data, std::size_t run, std::size_t measure) {
    const std::string_view mark = run == 0 ? "" : significance_mark(data.comparisons[measure][run - 1]);
    return mark.empty() ? "" : fmt::format("<span class=\"mark {}\">{}</span>", mark == kBetter ? "up" : "down", mark);
}

std::string summary_section(const ReportData& data) {
    const std::vector<Measure>& measures = data.inputs.measures;
    std::vector<std::string> header{"Run"};
    std::transform(measures.begin(), measures.end(), std::back_inserter(header),
                   [](const Measure& measure) { return measure.name; });
    std::string table = "<table>" + header_row(header) + "<tbody>\n";
    for (std::size_t r = 0; r < data.evaluations.size(); ++r) {
        table += fmt::format("<tr><th scope=\"row\">{}</th>", escape_html(data.inputs.runs[r].name));
        for (std::size_t m = 0; m < measures.size(); ++m) {
            const double value = data.evaluations[r].summary[m];
            const bool best = data.evaluations.size() > 1 &&
                              std::all_of(data.evaluations.begin(), data.evaluations.end(),
                                          [&](const Evaluation& other) { return other.summary[m] <= value; });
            table += fmt::format("<td{}>{}{}</td>", best ? " class=\"best\"" : "", mark_of(data, r, m),
                                 value_text(measures[m], value));
        }
        table += "</tr>\n";
    }
    std::string out = heading("Summary", "요약");
    out += fmt::format("<p class=\"note\">Means over {} queries", data.evaluations.front().queries.size());
    if (data.evaluations.size() > 1) {
        out += fmt::format(
            "; the highest of each column is bold. {} higher and {} lower than {} by more than chance: p of the "
            "randomisation test, adjusted after Holm, is at most {}",
            kBetter, kWorse, escape_html(data.inputs.runs.front().name), kSignificant);
    }
    out += ".</p>\n";
    return out + scrolling("Summary", table + "</tbody></table>\n");
}

std::string chart_section(const ReportData& data) {
    const std::vector<std::string> names = run_names(data);
    const std::string& measure = data.inputs.measures.front().name;
    std::string out = heading("Pictures", "그림") + legend(names) + "<div class=\"charts\">\n";
    if (!data.categories.empty()) {
        const std::string caption = measure + " by category";
        out += figure(caption, grouped_bars({"categories", caption,
                                             "One group of bars per category, one bar per run, from 0 to 1; each bar "
                                             "bears its figure."},
                                            names, data.categories));
    }
    const std::string caption = "Precision at recall, interpolated";
    std::string others =
        figure(caption, plot({"precision-recall", caption,
                              "Mean interpolated precision at the recall levels 0, 0.1 to 1, one line per run."},
                             {"Recall"}, {"Precision"}, data.curves));
    if (data.evaluations.size() > 1) {
        others += interval_figure(data);
    }
    // The bars are as high as both others: these share a column beside them.
    out += data.categories.empty() ? others : "<div>\n" + others + "</div>\n";
    return out + "</div>\n";
}

std::string all_queries_section(const ReportData& data) {
    std::vector<std::string> header{"Query"};
    if (!data.infos.empty()) {
        header.emplace_back("Text");
    }
    const std::vector<std::string> names = run_names(data);
    header.insert(header.end(), names.begin(), names.end());
    std::string table = "<table>" + header_row(header, data.infos.empty() ? 1 : 2) + "<tbody>\n";
    const std::vector<QueryValues>& queries = data.evaluations.front().queries;
    for (std::size_t q = 0; q < queries.size(); ++q) {
        table += "<tr>" + query_cell(data, queries[q].qid);
        for (const Evaluation& evaluation : data.evaluations) {
            table += fmt::format("<td>{}</td>",
                                 value_text(data.inputs.measures.front(), evaluation.queries[q].values.front()));
        }
        table += "</tr>\n";
    }
    const std::string title = fmt::format("{} of all {} queries", data.inputs.measures.front().name, queries.size());
    return heading("All queries", "모든 질의") + fmt::format("<details><summary>{}</summary>\n{}</details>\n",
                                                             escape_html(title),
                                                             scrolling(title, table + "</tbody></table>\n"));
}

std::string settings_section(const ReportData& data) {
    std::string out = heading("Settings", "설정");
    for (const auto& [title, facts] : data.settings) {
        out += title.empty() ? "" : fmt::format("<h3>{}</h3>\n", escape_html(title));
        out += "<dl>\n";
        for (const auto& [name, value] : facts) {
            out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escape_html(name), escape_html(value));
        }
        out += "</dl>\n";
    }
    return out;
}

}  // namespace

std::string report_page(const ReportData& data) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
        "data:\">\n<link rel=\"icon\" href=\"data:,\">\n<title>Evaluation report</title>\n<style>";
    out += kReportStyle;
    out += "</style>\n</head>\n<body>\n<main>\n<h1>Evaluation report <span lang=\"ko\">평가 보고서</span></h1>\n";
    out += fmt::format("<p class=\"note\">{} {}, {} queries, {}.</p>\n", data.evaluations.size(),
                       data.evaluations.size() == 1 ? "run" : "runs", data.evaluations.front().queries.size(),
                       escape_html(data.inputs.qrels.file().path()));
    out += summary_section(data);
    out += chart_section(data);
    out += comparison_section(data);
    out += query_difference_section(data);
    out += sweep_sections(data.sweeps);
    out += data.trends ? trend_section(*data.trends) : "";
    out += all_queries_section(data);
    out += settings_section(data);
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace saegin::eval
