#include "query/output/trends_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "common/number_text.h"
#include "common/text/unicode.h"

namespace saegin::query {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kPercent = 100;

Json to_object(const Share& share) {
    return {{"papers", share.papers}, {"of", share.of}, {"share", share.value()}};
}

std::vector<double> shares_of(const RisingTerm& term, const Trends& trends) {
    std::vector<double> shares;
    for (std::size_t month = 0; month < trends.months.size(); ++month) {
        shares.push_back(Share{term.by_month[month], trends.papers[month]}.value());
    }
    return shares;
}

/// Text in a column of this width, as a terminal counts it.
std::string padded(const std::string& text, std::size_t width) {
    const std::size_t own = text::display_width(text);
    return text + std::string(width > own ? width - own : 0, ' ');
}

std::string table(const Trends& trends, std::size_t limit, const TextStyle& style) {
    constexpr std::size_t kFigures = 43;  // columns behind the bars
    constexpr std::size_t kFewestBars = 12;
    const std::size_t shown = std::min(limit, trends.rising.size());
    std::vector<std::string> names;
    std::size_t width = text::display_width("term");
    for (std::size_t i = 0; i < shown; ++i) {
        names.push_back(text::printable(trends.rising[i].text));
        width = std::max(width, text::display_width(names.back()));
    }
    const std::size_t room = style.width > width + kFigures ? style.width - width - kFigures : 0;
    const std::size_t bars = std::min(trends.months.size(), std::max(room, kFewestBars));
    const std::string first = month_text(trends.months[trends.months.size() - bars]);
    const std::size_t bar_width = std::max(bars, first.size() + 1);
    std::string out = in_look(fmt::format("{}  {}  first seen  papers      now   before", padded("term", width),
                                          padded(first + (bars > first.size() ? "…" : ""), bar_width)),
                              Look::kDim, style) +
                      "\n";
    for (std::size_t i = 0; i < shown; ++i) {
        const RisingTerm& term = trends.rising[i];
        out += fmt::format("{}  {}  {:<10}  {:>6}  {:>5.1f} %  {:>5.1f} %\n",
                           in_look(padded(names[i], width), Look::kBold, style),
                           padded(bars_of(shares_of(term, trends), bars), bar_width), month_text(term.first_seen),
                           with_commas(term.papers), kPercent * term.now.value(), kPercent * term.before.value());
    }
    return out;
}

}  // namespace

std::string bars_of(const std::vector<double>& shares, std::size_t count) {
    constexpr std::array<const char*, 9> kBlocks{"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const double highest = shares.empty() ? 0 : *std::max_element(shares.begin(), shares.end());
    std::string out;
    for (std::size_t i = shares.size() - std::min(count, shares.size()); i < shares.size(); ++i) {
        const double eighths = highest > 0 ? std::ceil(shares[i] / highest * (kBlocks.size() - 1)) : 0;
        out += kBlocks[std::min(static_cast<std::size_t>(eighths), kBlocks.size() - 1)];
    }
    return out;
}

std::string to_json(const Trends& trends, std::size_t limit) {
    Json json{{"version", kFormatVersion},     {"months", Json::array()}, {"papers", trends.papers},
              {"now_months", trends.now},      {"tested", trends.tested}, {"false_rate", kFalseRate},
              {"total", trends.rising.size()}, {"rising", Json::array()}};
    for (const Month month : trends.months) {
        json["months"].push_back(month_text(month));
    }
    for (std::size_t i = 0; i < std::min(limit, trends.rising.size()); ++i) {
        const RisingTerm& term = trends.rising[i];
        json["rising"].push_back({{"text", term.text},
                                  {"first_seen", month_text(term.first_seen)},
                                  {"papers", term.papers},
                                  {"by_month", term.by_month},
                                  {"now", to_object(term.now)},
                                  {"before", to_object(term.before)},
                                  {"p", term.p},
                                  {"q", term.q}});
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_text(const Trends& trends, std::size_t limit, const TextStyle& style) {
    if (trends.now == 0) {
        return "Nothing can be compared: papers of two months are needed.\n";
    }
    const std::string compared = compared_months(trends);
    const std::string tested = counted(trends.tested, "term") + " tested";
    if (trends.rising.empty()) {
        return wrapped({{fmt::format("No term of titles is rising by more than chance: {}, {}.", compared, tested)}},
                       "", style);
    }
    const std::size_t shown = std::min(limit, trends.rising.size());
    return wrapped({{"Rising terms of titles: " + compared}}, "", style) + "\n" + table(trends, limit, style) + "\n" +
           wrapped({{fmt::format("{} of {}, {}. Of what rises, {:.0f} % at most is expected to be chance.", shown,
                                 counted(trends.rising.size(), "rising term"), tested, kPercent * kFalseRate)}},
                   "", style);
}

}  // namespace saegin::query
