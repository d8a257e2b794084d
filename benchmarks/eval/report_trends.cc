#include "benchmarks/eval/report_trends.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/report_parts.h"
#include "benchmarks/eval/svg_months.h"
#include "common/number_text.h"

namespace saegin::eval {

namespace {

using query::RisingTerm;
using query::Trends;

constexpr double kPercent = 100;

std::string percent(const query::Share& share) {
    return fmt::format("{:.1f}%", kPercent * share.value());
}

std::string lines(const Trends& trends, const std::vector<RisingTerm>& terms) {
    std::vector<std::string> months;
    std::transform(trends.months.begin(), trends.months.end(), std::back_inserter(months), query::month_text);
    std::vector<MonthLine> rows;
    for (const RisingTerm& term : terms) {
        MonthLine line{term.text, percent(term.before) + " → " + percent(term.now), {}};
        for (std::size_t month = 0; month < months.size(); ++month) {
            line.values.push_back(query::Share{term.by_month[month], trends.papers[month]}.value());
        }
        rows.push_back(std::move(line));
    }
    const std::string caption = "Share of a month's titles, each line up to its best month";
    return figure(caption, month_lines({"trends", caption,
                                        "One line per rising term over the months; the upright line parts the months "
                                        "that are compared; the figures are the shares before and now."},
                                       months, trends.now, rows));
}

std::string table(const std::vector<RisingTerm>& terms) {
    std::string out = "<table>" + header_row({"Term", "First seen", "Papers", "Before", "Now", "q"}) + "<tbody>\n";
    for (const RisingTerm& term : terms) {
        out += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{:.2g}</td></tr>\n",
            escape_html(term.text), query::month_text(term.first_seen), term.papers, percent(term.before),
            percent(term.now), term.q);
    }
    return scrolling("Rising terms", out + "</tbody></table>\n");
}

}  // namespace

std::string trend_section(const Trends& trends) {
    const std::string title = heading("Rising terms", "떠오르는 용어");
    if (trends.now == 0) {
        return title + "<p class=\"note\">Papers of fewer than two months: nothing can be compared.</p>\n";
    }
    const std::string note = fmt::format(
        "<p class=\"note\">Terms of titles, {}: {} of {} tested rise by more than chance. Fisher's exact test, "
        "one-sided; "
        "q after Benjamini and Hochberg is at most {}.</p>\n",
        query::compared_months(trends), trends.rising.size(), with_commas(trends.tested), query::kFalseRate);
    const std::vector<RisingTerm> shown{
        trends.rising.begin(),
        trends.rising.begin() + static_cast<std::ptrdiff_t>(std::min(kMostTrends, trends.rising.size()))};
    return shown.empty() ? title + note
                         : title + note + "<div class=\"charts\">\n" + lines(trends, shown) + table(shown) + "</div>\n";
}

}  // namespace saegin::eval
