// Rising terms as people and programs read them.
#include "query/output/trends_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "common/text/unicode.h"

namespace saegin::query {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Trends two_terms() {
    Trends trends;
    const Month first = month_of(DigestDate{2024, 7, 1});
    trends.months = {first, first + 1, first + 2, first + 3};
    trends.papers = {100, 200, 100, 50};
    trends.now = 1;
    trends.tested = 40;
    trends.rising = {{"Whale", first, 13, {1, 2, 0, 10}, {10, 50}, {3, 400}, 1e-8, 4e-7},
                     {"고래 노래", first - 1, 6, {0, 0, 1, 5}, {5, 50}, {1, 400}, 1e-4, 2e-3}};
    return trends;
}

TEST(TrendsPrinter, BarsAreSharesOfTheHighest) {
    EXPECT_EQ(bars_of({0, 0.01, 0.04, 0.08, 0.02}, 5), "·▁▄█▂");
    EXPECT_EQ(bars_of({0.08, 0.01, 0.04}, 2), "▁▄") << "of the last ones, measured by all";
    EXPECT_EQ(bars_of({0, 0}, 9), "··");
    EXPECT_EQ(bars_of({}, 3), "");
}

TEST(TrendsPrinter, ColumnsStandBelowEachOtherInKoreanToo) {
    const std::string text = to_text(two_terms(), 20, {});
    EXPECT_THAT(text, HasSubstr("Rising terms of titles: 2024-10 (50 papers) against 2024-07 to 2024-09 (400 papers)"));
    EXPECT_THAT(text, HasSubstr("Whale      ▁▁·█      2024-07         13   20.0 %    0.8 %\n"));
    EXPECT_THAT(text, HasSubstr("고래 노래  ··▁█      2024-06          6   10.0 %    0.2 %\n"));
    EXPECT_THAT(text, HasSubstr("2 of 2 rising terms, 40 terms tested. Of what rises, 5 % at most"));
    EXPECT_THAT(text, Not(HasSubstr("\033"))) << "no colours in a pipe";
    std::istringstream lines{text};
    std::vector<std::size_t> widths;
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with(" %") || line.ends_with("before")) {
            widths.push_back(text::display_width(line));
        }
    }
    ASSERT_EQ(widths.size(), 3U);
    EXPECT_EQ(widths[0], widths[1]);
    EXPECT_EQ(widths[0], widths[2]);
}

TEST(TrendsPrinter, OfManyMonthsTheLastOnesHaveBars) {
    Trends trends = two_terms();
    trends.rising.resize(1);
    for (int i = 0; i < 60; ++i) {
        trends.months.push_back(trends.months.back() + 1);
        trends.papers.push_back(10);
        trends.rising[0].by_month.push_back(1);
    }
    std::istringstream lines{to_text(trends, 20, {false, 80})};
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(text::display_width(line), 80U) << line;
    }
}

TEST(TrendsPrinter, ALimitIsTold) {
    const std::string text = to_text(two_terms(), 1, {true, 100});
    EXPECT_THAT(text, HasSubstr("1 of 2 rising terms"));
    EXPECT_THAT(text, Not(HasSubstr("고래")));
    EXPECT_THAT(text, HasSubstr("\033[1mWhale")) << "colours at a terminal";
}

TEST(TrendsPrinter, NothingIsToldPlainly) {
    Trends trends = two_terms();
    trends.rising.clear();
    EXPECT_THAT(to_text(trends, 20, {}), HasSubstr("No term of titles is rising by more than chance: 2024-10"));
    EXPECT_EQ(to_text(Trends{}, 20, {}), "Nothing can be compared: papers of two months are needed.\n");
    EXPECT_EQ(to_json(Trends{}, 20),
              R"({"version":1,"months":[],"papers":[],"now_months":0,"tested":0,"false_rate":0.05,"total":0,)"
              R"("rising":[]})");
}

TEST(TrendsPrinter, JsonHasAllFigures) {
    EXPECT_EQ(to_json(two_terms(), 1),
              R"({"version":1,"months":["2024-07","2024-08","2024-09","2024-10"],"papers":[100,200,100,50],)"
              R"("now_months":1,"tested":40,"false_rate":0.05,"total":2,"rising":[{"text":"Whale",)"
              R"("first_seen":"2024-07","papers":13,"by_month":[1,2,0,10],"now":{"papers":10,"of":50,"share":0.2},)"
              R"("before":{"papers":3,"of":400,"share":0.0075},"p":1e-08,"q":4e-07}]})");
}

}  // namespace
}  // namespace saegin::query
