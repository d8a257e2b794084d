#include "benchmarks/eval/svg_plot.h"

#include <cmath>
#include <limits>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/svg_intervals.h"

namespace saegin::eval {
namespace {

using ::testing::HasSubstr;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct AxisCase {
    std::vector<double> values;
    double least_span = 0;
    double low = 0;
    double high = 0;
    double step = 0;
};

TEST(AxisOver, EndsAtRoundNumbersAroundTheValues) {
    const std::vector<AxisCase> cases{
        {{0, 0.5, 1, 2}, 0, 0, 2, 0.5},
        {{0.1, 0.9}, 0, 0, 1, 0.2},
        {{0.6039, 0.6147}, 0.05, 0.58, 0.64, 0.01},
        {{-0.047, 0, 0.134}, 0.05, -0.05, 0.15, 0.05},
        {{3, 3}, 0, 2.85, 3.15, 0.05},
        {{0}, 0, -0.6, 0.6, 0.2},
        {{}, 0, -0.6, 0.6, 0.2},
        {{std::nan(""), kInfinity, 1, 3}, 0, 1, 3, 0.5},
    };
    for (const AxisCase& one : cases) {
        const Axis axis = axis_over("x", one.values, one.least_span);
        const std::string name = ::testing::PrintToString(one.values);
        EXPECT_NEAR(axis.low, one.low, 1e-9) << name;
        EXPECT_NEAR(axis.high, one.high, 1e-9) << name;
        EXPECT_NEAR(axis.step, one.step, 1e-9) << name;
    }
}

TEST(AxisOver, HasFewTicksForNumbersOfAnySize) {
    for (const std::vector<double>& values :
         std::vector<std::vector<double>>{{1e-300, 2e-300}, {-1e308, 1e308}, {1e12, 1e12 + 1}, {5e-324}, {-7}}) {
        const Axis axis = axis_over("x", values, 0);
        ASSERT_TRUE(std::isfinite(axis.low) && std::isfinite(axis.high)) << values.front();
        ASSERT_LT(axis.low, axis.high) << values.front();
        EXPECT_LE((axis.high - axis.low) / axis.step, 9) << values.front();
    }
}

TEST(Plot, KeepsPointsInsideTheFrame) {
    const Series wild{"s", {{-kInfinity, 0.5, "<a>"}, {7, -3, "b"}, {0.5, std::nan(""), "c"}}, true, true};
    const std::string svg = plot({"id", "t", "d"}, {"x"}, {"y"}, {wild});
    static const std::regex dot{"cx=\"([^\"]*)\" cy=\"([^\"]*)\""};
    int dots = 0;
    for (auto found = std::sregex_iterator(svg.begin(), svg.end(), dot); found != std::sregex_iterator(); ++found) {
        EXPECT_THAT(std::stod((*found)[1]), ::testing::AllOf(::testing::Ge(0), ::testing::Le(svg::kWidth)));
        EXPECT_THAT(std::stod((*found)[2]), ::testing::AllOf(::testing::Ge(0), ::testing::Le(330)));
        ++dots;
    }
    EXPECT_EQ(dots, 3);
    EXPECT_THAT(svg, HasSubstr("&lt;a&gt;"));
}

TEST(IntervalChart, ShowsZeroAndTheSideOfEachRow) {
    const std::string svg = interval_chart(
        {"id", "t", "d"}, {{"up<", "▲ p 0.01", 0.08, {0.03, 0.13}}, {"down", "p 0.4", -0.01, {-0.04, 0.02}}});
    EXPECT_THAT(svg, HasSubstr("class=\"axis\""));
    EXPECT_THAT(svg, HasSubstr("<circle class=\"gained\""));
    EXPECT_THAT(svg, HasSubstr("<circle class=\"lost\""));
    EXPECT_THAT(svg, HasSubstr("up&lt;"));
    EXPECT_THAT(svg, HasSubstr(">0</text>"));
}

}  // namespace
}  // namespace saegin::eval
