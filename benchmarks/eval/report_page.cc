#include "benchmarks/eval/report_page.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/report_style.h"

namespace saegin::eval {

namespace {

std::string heading(std::string_view english, std::string_view korean) {
    return fmt::format("<h2>{} <span lang=\"ko\">{}</span></h2>\n", english, korean);
}

/// A table that scrolls sideways on a narrow screen, for the keyboard too.
std::string scrolling(std::string_view label, const std::string& table) {
    return fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                       escape_html(label), table);
}

std::string header_row(const std::vector<std::string>& cells) {
    std::string out = "<thead><tr>";
    for (const std::string& cell : cells) {
        out += fmt::format("<th scope=\"col\">{}</th>", escape_html(cell));
    }
    return out + "</tr></thead>\n";
}

std::vector<std::string> run_names(const ReportData& data) {
    std::vector<std::string> names;
    std::transform(data.inputs.runs.begin(), data.inputs.runs.end(), std::back_inserter(names),
                   [](const NamedRun& run) { return run.name; });
    return names;
}

std::string figure(const std::string& caption, const std::string& content) {
    return fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n", escape_html(caption), content);
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
            table += fmt::format("<td{}>{}</td>", best ? " class=\"best\"" : "", value_text(measures[m], value));
        }
        table += "</tr>\n";
    }
    std::string out = heading("Summary", "요약");
    out += fmt::format("<p class=\"note\">Means over {} queries{}.</p>\n", data.evaluations.front().queries.size(),
                       data.evaluations.size() > 1 ? "; the highest of each column is bold" : "");
    return out + scrolling("Summary", table + "</tbody></table>\n");
}

std::string comparison_row(const std::string& name, const Comparison& one) {
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{:+.4f}</td><td>{:+.4f} to {:+.4f}</td><td>{}</td><td>{}</td><td>{}</td>"
        "<td>{}</td><td>{} / {} / {}</td></tr>\n",
        escape_html(name), one.difference, one.interval.low, one.interval.high,
        one.effect ? fmt::format("{:.2f}", *one.effect) : "–", escape_html(p_text(one.randomisation.p)),
        escape_html(p_text(one.p_holm)), one.p_t ? escape_html(p_text(*one.p_t)) : "–", one.wins, one.ties, one.losses);
}

std::string comparison_section(const ReportData& data) {
    if (data.evaluations.size() < 2) {
        return "";
    }
    std::string out = heading("Differences from the first run", "첫 번째 실행과의 차이");
    out += fmt::format(
        "<p class=\"note\">Base: {}. The difference of the means with its bootstrap interval; Cohen’s d_z; p of the "
        "paired randomisation test, the same adjusted after Holm over all runs of a measure, and p of the paired "
        "t-test; queries won, tied and lost.</p>\n",
        escape_html(data.inputs.runs.front().name));
    for (std::size_t m = 0; m < data.inputs.measures.size(); ++m) {
        std::string table =
            "<table>" +
            header_row({"Run", "Difference", "Interval", "d_z", "p", "p (Holm)", "p (t)", "Won / tied / lost"}) +
            "<tbody>\n";
        for (std::size_t r = 0; r < data.comparisons[m].size(); ++r) {
            table += comparison_row(data.inputs.runs[r + 1].name, data.comparisons[m][r]);
        }
        const std::string& name = data.inputs.measures[m].name;
        out += fmt::format("<h3>{}</h3>\n{}", escape_html(name),
                           scrolling("Differences of " + name, table + "</tbody></table>\n"));
    }
    return out;
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
    out += figure("Precision at recall, interpolated",
                  line_chart({"precision-recall", "Precision at recall, interpolated",
                              "Mean interpolated precision at the recall levels 0, 0.1 to 1, one line per run."},
                             "Recall", "Precision", data.curves));
    return out + "</div>\n";
}

std::string query_cell(const ReportData& data, std::string_view qid) {
    const auto info = data.infos.find(qid);
    const std::string text = info == data.infos.end() ? "" : info->second.text;
    return fmt::format("<th scope=\"row\">{}</th>{}", escape_html(qid),
                       data.infos.empty() ? "" : fmt::format("<td class=\"text\">{}</td>", escape_html(text)));
}

std::string moved_table(const ReportData& data, const Comparison& comparison, const std::string& label) {
    std::vector<std::string> header{"Query", "Base", "Run", "Difference"};
    if (!data.infos.empty()) {
        header.insert(header.begin() + 1, "Text");
    }
    std::string table = "<table>" + header_row(header) + "<tbody>\n";
    for (const std::vector<MovedQuery>* moved : {&comparison.gained, &comparison.lost}) {
        for (const MovedQuery& query : *moved) {
            table += fmt::format("<tr>{}<td>{:.4f}</td><td>{:.4f}</td><td>{:+.4f}</td></tr>\n",
                                 query_cell(data, query.qid), query.base, query.run, query.run - query.base);
        }
    }
    return scrolling(label, table + "</tbody></table>\n");
}

std::string query_difference_section(const ReportData& data) {
    if (data.evaluations.size() < 2) {
        return "";
    }
    const std::string& measure = data.inputs.measures.front().name;
    const std::vector<QueryValues>& base = data.evaluations.front().queries;
    std::string out = heading("Differences query by query", "질의별 차이") + "<div class=\"charts\">\n";
    for (std::size_t r = 1; r < data.evaluations.size(); ++r) {
        std::vector<Difference> differences;
        for (std::size_t q = 0; q < base.size(); ++q) {
            differences.push_back(
                {std::string{base[q].qid}, data.evaluations[r].queries[q].values.front() - base[q].values.front()});
        }
        std::stable_sort(differences.begin(), differences.end(),
                         [](const Difference& a, const Difference& b) { return a.value > b.value; });
        const std::string caption =
            fmt::format("{}: {} less {}", measure, data.inputs.runs[r].name, data.inputs.runs.front().name);
        out += "<div>\n" +
               figure(caption, difference_bars({fmt::format("differences-{}", r), caption,
                                                "One bar per query, the largest gain first; the queries that moved "
                                                "most stand in the table below."},
                                               differences));
        const Comparison& comparison = data.comparisons.front()[r - 1];
        if (!comparison.gained.empty() || !comparison.lost.empty()) {
            out += "<h3>Moved most</h3>\n" + moved_table(data, comparison, "Queries that moved most: " + caption);
        }
        out += "</div>\n";
    }
    return out + "</div>\n";
}

std::string all_queries_section(const ReportData& data) {
    std::vector<std::string> header{"Query"};
    if (!data.infos.empty()) {
        header.emplace_back("Text");
    }
    const std::vector<std::string> names = run_names(data);
    header.insert(header.end(), names.begin(), names.end());
    std::string table = "<table>" + header_row(header) + "<tbody>\n";
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
    std::string out = heading("Settings", "설정") + "<dl>\n";
    for (const auto& [name, value] : data.settings) {
        out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escape_html(name), escape_html(value));
    }
    return out + "</dl>\n";
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
    out += comparison_section(data);
    out += chart_section(data);
    out += query_difference_section(data);
    out += all_queries_section(data);
    out += settings_section(data);
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace saegin::eval
