#include "benchmarks/eval/report_sweep.h"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/report_parts.h"
#include "benchmarks/eval/svg_plot.h"

namespace saegin::eval {

namespace {

/// Quality is shown over at least this much, so that differences that mean nothing look small.
constexpr double kLeastSpan = 0.05;

/// "vote 0.5, k1 1.2"
std::string setting_text(const Sweep& sweep, const std::vector<double>& values) {
    std::string out;
    for (std::size_t p = 0; p < values.size(); ++p) {
        out += fmt::format("{}{} {:g}", p == 0 ? "" : ", ", sweep.parameters[p], values[p]);
    }
    return out;
}

std::string point_name(const Sweep& sweep, const MeasuredPoint& point) {
    return fmt::format("{}: {:.4f}", setting_text(sweep, point.values), point.mean);
}

std::vector<double> means_of(const Sweep& sweep) {
    std::vector<double> means;
    std::transform(sweep.points.begin(), sweep.points.end(), std::back_inserter(means),
                   [](const MeasuredPoint& point) { return point.mean; });
    return means;
}

Series line_of(std::string label, std::vector<Point> points) {
    return {std::move(label), std::move(points), true, true};
}

/// The best quality at each value of one parameter, whatever the others are.
std::string parameter_figure(const Sweep& sweep, std::size_t parameter, const std::string& id) {
    std::map<double, const MeasuredPoint*> best;
    for (const MeasuredPoint& point : sweep.points) {
        const MeasuredPoint*& known = best.try_emplace(point.values[parameter], &point).first->second;
        known = known->mean < point.mean ? &point : known;
    }
    std::vector<Point> points;
    std::vector<double> values;
    for (const auto& [value, point] : best) {
        points.push_back({value, point->mean, point_name(sweep, *point)});
        values.push_back(value);
    }
    const std::string& name = sweep.parameters[parameter];
    const std::string caption =
        fmt::format("{} by {}{}", sweep.measure, name, sweep.parameters.size() > 1 ? ", the others at their best" : "");
    return figure(caption, plot({id, caption, "A dot per value of the parameter, joined in its order."},
                                axis_over(name, values, 0), axis_over(sweep.measure, means_of(sweep), kLeastSpan),
                                {line_of(sweep.measure, points)}));
}

/// Quality against the votes of what stands on top: what does it cost to favour popular papers? Points of one parameter
/// are joined in its order; of several, those are joined that no other surpasses in both.
std::string percentile_figure(const Sweep& sweep, const std::string& id) {
    std::vector<const MeasuredPoint*> known;
    for (const MeasuredPoint& point : sweep.points) {
        if (point.vote_percentile) {
            known.push_back(&point);
        }
    }
    if (known.empty()) {
        return "";
    }
    const bool single = sweep.parameters.size() == 1;
    std::stable_sort(known.begin(), known.end(), [&](const MeasuredPoint* a, const MeasuredPoint* b) {
        return single ? a->values < b->values : a->vote_percentile > b->vote_percentile;
    });
    Series dots{sweep.measure, {}, single, true};
    Series front{"not surpassed in both", {}, !single, false};
    std::vector<double> percentiles;
    for (const MeasuredPoint* point : known) {
        const Point place{*point->vote_percentile, point->mean, point_name(sweep, *point)};
        if (front.points.empty() || place.y > front.points.back().y) {
            front.points.push_back(place);
        }
        dots.points.push_back(place);
        percentiles.push_back(place.x);
    }
    const std::string caption = sweep.measure + " by mean vote percentile" +
                                (single ? "" : "; the line joins what no other setting surpasses in both");
    return figure(caption,
                  plot({id, caption, "A dot per setting: to the right papers with more votes stand on top."},
                       axis_over("Mean vote percentile of the first ten", percentiles, kLeastSpan),
                       axis_over(sweep.measure, means_of(sweep), kLeastSpan), {std::move(dots), std::move(front)}));
}

std::string fold_table(const Sweep& sweep) {
    std::string table =
        "<table>" + header_row({"Fold", "Best on the others", "Mean there", "Mean on this fold"}, 2) + "<tbody>\n";
    for (std::size_t f = 0; f < sweep.folds.size(); ++f) {
        const SweepFold& fold = sweep.folds[f];
        table +=
            fmt::format("<tr><th scope=\"row\">{}</th><td class=\"text\">{}</td><td>{:.4f}</td><td>{:.4f}</td></tr>\n",
                        f + 1, escape_html(setting_text(sweep, fold.values)), fold.train, fold.test);
    }
    return scrolling("Folds of the cross-validation", table + "</tbody></table>\n");
}

std::string point_table(const Sweep& sweep) {
    std::vector<std::string> header = sweep.parameters;
    header.insert(header.end(), {sweep.measure, "Vote percentile"});
    std::string table = "<table>" + header_row(header) + "<tbody>\n";
    const MeasuredPoint& best = best_point(sweep);
    for (const MeasuredPoint& point : sweep.points) {
        table += "<tr>";
        for (const double value : point.values) {
            table += fmt::format("<td>{:g}</td>", value);
        }
        table += fmt::format("<td{}>{:.4f}</td><td>{}</td></tr>\n", &point == &best ? " class=\"best\"" : "",
                             point.mean, point.vote_percentile ? fmt::format("{:.3f}", *point.vote_percentile) : "–");
    }
    const std::string title = fmt::format("All {} points", sweep.points.size());
    return fmt::format("<details><summary>{}</summary>\n{}</details>\n", title,
                       scrolling(title, table + "</tbody></table>\n"));
}

std::string summary(const Sweep& sweep) {
    const MeasuredPoint& best = best_point(sweep);
    std::string out = fmt::format("<p>Best of {} points: {} with {:.4f}.", sweep.points.size(),
                                  escape_html(setting_text(sweep, best.values)), best.mean);
    if (sweep.cross_validated) {
        out += fmt::format(
            " Cross-validated {:.4f}: what to expect of a setting that is chosen on some queries and used on others.",
            *sweep.cross_validated);
    }
    return out + "</p>\n";
}

}  // namespace

std::string sweep_sections(const std::vector<Sweep>& sweeps) {
    std::string out = sweeps.empty() ? "" : heading("Sweeps", "매개변수 탐색");
    for (std::size_t s = 0; s < sweeps.size(); ++s) {
        const Sweep& sweep = sweeps[s];
        out += fmt::format("<h3>{} by {}{}</h3>\n", escape_html(sweep.collection),
                           escape_html(fmt::format("{}", fmt::join(sweep.parameters, ", "))),
                           sweep.queries > 0 ? fmt::format(", {} queries", sweep.queries) : "");
        out += summary(sweep) + "<div class=\"charts\">\n";
        for (std::size_t p = 0; p < sweep.parameters.size(); ++p) {
            out += parameter_figure(sweep, p, fmt::format("sweep-{}-{}", s, p));
        }
        out += percentile_figure(sweep, fmt::format("sweep-{}-votes", s)) + "</div>\n";
        out += sweep.folds.empty() ? "" : fold_table(sweep);
        out += point_table(sweep);
    }
    return out;
}

}  // namespace saegin::eval
