#include "benchmarks/eval/report_comparison.h"

#include <algorithm>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/report_parts.h"
#include "benchmarks/eval/svg_intervals.h"

namespace saegin::eval {

namespace {

/// A value of a test that may not be defined.
std::string optional_cell(const std::optional<double>& value, std::string (*text)(double)) {
    return fmt::format("<td>{}</td>", value ? escape_html(text(*value)) : "–");
}

std::string effect_text(double effect) {
    return fmt::format("{:.2f}", effect);
}

/// What decides comes first, so that it is in sight on a narrow screen.
std::string comparison_row(const std::string& name, const Comparison& one) {
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{:+.4f}</td><td>{}</td><td>{:+.4f} to {:+.4f}</td>{}<td>{}</td>{}"
        "<td>{} / {} / {}</td></tr>\n",
        escape_html(name), one.difference, escape_html(p_text(one.p_holm)), one.interval.low, one.interval.high,
        optional_cell(one.effect, effect_text), escape_html(p_text(one.randomisation.p)),
        optional_cell(one.p_t, p_text), one.wins, one.ties, one.losses);
}

std::string moved_table(const ReportData& data, const Comparison& comparison, const std::string& label) {
    std::vector<std::string> header{"Query", "Base", "Run", "Difference"};
    if (!data.infos.empty()) {
        header.insert(header.begin() + 1, "Text");
    }
    std::string table = "<table>" + header_row(header, data.infos.empty() ? 1 : 2) + "<tbody>\n";
    for (const std::vector<MovedQuery>* moved : {&comparison.gained, &comparison.lost}) {
        for (const MovedQuery& query : *moved) {
            table += fmt::format("<tr>{}<td>{:.4f}</td><td>{:.4f}</td><td>{:+.4f}</td></tr>\n",
                                 query_cell(data, query.qid), query.base, query.run, query.run - query.base);
        }
    }
    return scrolling(label, table + "</tbody></table>\n");
}

}  // namespace

std::string_view significance_mark(const Comparison& comparison) {
    if (comparison.p_holm > kSignificant || comparison.difference == 0) {
        return "";
    }
    return comparison.difference > 0 ? kBetter : kWorse;
}

std::string interval_figure(const ReportData& data) {
    std::vector<MarkedInterval> rows;
    for (std::size_t r = 0; r < data.comparisons.front().size(); ++r) {
        const Comparison& one = data.comparisons.front()[r];
        rows.push_back({data.inputs.runs[r + 1].name,
                        fmt::format("{} p {}", significance_mark(one), p_text(one.p_holm)), one.difference,
                        one.interval});
    }
    const std::string caption = fmt::format("{}: difference from {}, with its interval",
                                            data.inputs.measures.front().name, data.inputs.runs.front().name);
    return figure(caption, interval_chart({"intervals", caption,
                                           "One row per run: the mean difference as a dot on its bootstrap interval. p "
                                           "is of the randomisation test, adjusted after Holm."},
                                          rows));
}

std::string comparison_section(const ReportData& data) {
    if (data.evaluations.size() < 2) {
        return "";
    }
    std::string out = heading("Differences from the first run", "첫 번째 실행과의 차이");
    out += fmt::format(
        "<p class=\"note\">Base: {}. The difference of the means; p of the paired randomisation test, adjusted after "
        "Holm "
        "over all runs of the measure; the bootstrap interval of the difference; Cohen’s d_z, the difference by the "
        "standard deviation of the queries’ differences; p before the adjustment, and of the paired t-test; queries "
        "won, "
        "tied and lost.</p>\n",
        escape_html(data.inputs.runs.front().name));
    for (std::size_t m = 0; m < data.inputs.measures.size(); ++m) {
        std::string table =
            "<table>" +
            header_row({"Run", "Difference", "p (Holm)", "Interval", "d_z", "p", "p (t)", "Won / tied / lost"}) +
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

std::string query_cell(const ReportData& data, std::string_view qid) {
    const auto info = data.infos.find(qid);
    const std::string text = info == data.infos.end() ? "" : info->second.text;
    return fmt::format("<th scope=\"row\">{}</th>{}", escape_html(qid),
                       data.infos.empty() ? "" : fmt::format("<td class=\"text\">{}</td>", escape_html(text)));
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

}  // namespace saegin::eval
