// Parameters by their names, and the grids that a sweep goes over.
#include "benchmarks/eval/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/grid.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Parameters, DefaultsAreThoseOfTheProgramThatSearches) {
    const auto parameters = parse_parameters({});
    ASSERT_TRUE(parameters);
    EXPECT_EQ(parameters->search.vote, query::RankingParameters{}.vote);
    EXPECT_EQ(parameters->related.vote, 0);
    EXPECT_EQ(parameters->related.k1, query::RankingParameters{}.k1);
}

TEST(Parameters, EveryOneCanBeSetForBothTasks) {
    for (const query::ParameterInfo& info : query::kParameters) {
        const auto parameters = parse_parameters({std::string{info.name} + "=1"});
        ASSERT_TRUE(parameters) << info.name;
        EXPECT_EQ(parameters->search.*info.member, 1) << info.name;
        EXPECT_EQ(parameters->related.*info.member, 1) << info.name;
    }
}

TEST(Parameters, BadAssignmentsAreRefusedWithAHint) {
    struct Case {
        std::vector<std::string> assignments;
        const char* message;
        const char* hint;
    };
    for (const Case& bad :
         {Case{{"vote"}, "--set is 'vote'", "--set vote=0"}, Case{{"=1"}, "--set is '=1'", "--set vote=0"},
          Case{{"votes=1"}, "no parameter 'votes'", "k1, b, bigram"},
          Case{{"Vote=1"}, "no parameter 'Vote'", "k1, b, bigram"}, Case{{"b=1.5"}, "b cannot be '1.5'", "from 0 to 1"},
          Case{{"b=-0.1"}, "b cannot be '-0.1'", "from 0 to 1"}, Case{{"b="}, "b cannot be ''", "from 0 to 1"},
          Case{{"b=0.5x"}, "b cannot be '0.5x'", "from 0 to 1"}, Case{{"k1=nan"}, "k1 cannot be 'nan'", "from 0 to 10"},
          Case{{"k1=inf"}, "k1 cannot be 'inf'", "from 0 to 10"},
          Case{{"related-terms=0"}, "related-terms cannot be '0'", "from 1 to 1000"},
          Case{{"b=1", "k1=1", "b=1"}, "--set b comes twice", "once"}}) {
        const auto parameters = parse_parameters(bad.assignments);
        ASSERT_FALSE(parameters) << ::testing::PrintToString(bad.assignments);
        EXPECT_EQ(parameters.error().code, Code::kUsage);
        EXPECT_THAT(parameters.error().message, HasSubstr(bad.message));
        EXPECT_THAT(parameters.error().hint, HasSubstr(bad.hint));
    }
}

std::vector<double> values_of(std::string_view axis) {
    const auto parsed = parse_axis(axis);
    EXPECT_TRUE(parsed) << axis << ": " << to_string(parsed.error());
    return parsed ? parsed->values : std::vector<double>{};
}

TEST(Axes, AreListsOrRanges) {
    EXPECT_THAT(values_of("vote=0.5"), ElementsAre(0.5));
    EXPECT_THAT(values_of("vote=2,0,1e-1"), ElementsAre(2, 0, 0.1));
    EXPECT_THAT(values_of("vote=0..2/4"), ElementsAre(0, 0.5, 1, 1.5, 2));
    EXPECT_THAT(values_of("b=.25...75/1"), ElementsAre(0.25, 0.75));
    EXPECT_THAT(values_of("b=0..1/10"), ElementsAre(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)) << "exactly";
    EXPECT_THAT(values_of("k1=0.8..2/3"), ElementsAre(0.8, 1.2, 1.6, 2)) << "exactly";
    EXPECT_EQ(values_of("vote=0..1/999").size(), kMaxPoints);
}

TEST(Axes, ThatAreBadAreRefusedWithAHint) {
    std::string many = "vote=0";
    for (std::size_t i = 1; i <= kMaxPoints; ++i) {
        many += "," + std::to_string(static_cast<double>(i) / 100);
    }
    for (const std::string& bad : {std::string{"vote"},
                                   std::string{"=1"},
                                   std::string{"x=1"},
                                   std::string{"vote="},
                                   std::string{"vote=1,"},
                                   std::string{"vote=,1"},
                                   std::string{"vote=1,2,1"},
                                   std::string{"vote=1,1.0"},
                                   std::string{"vote=-1"},
                                   std::string{"b=0,2"},
                                   std::string{"vote=0..1"},
                                   std::string{"vote=0..1/"},
                                   std::string{"vote=0..1/0"},
                                   std::string{"vote=0..1/-3"},
                                   std::string{"vote=0..1/1.5"},
                                   std::string{"vote=0..1/4/4"},
                                   std::string{"vote=0../4"},
                                   std::string{"vote=..1/4"},
                                   std::string{"vote=../4"},
                                   std::string{"vote=.."},
                                   std::string{"vote=1..1/4"},
                                   std::string{"vote=2..1/4"},
                                   std::string{"b=0..2/4"},
                                   std::string{"vote=0..1/1000"},
                                   std::string{"vote=0..1/99999999999"},
                                   many}) {
        const auto axis = parse_axis(bad);
        ASSERT_FALSE(axis) << bad;
        EXPECT_EQ(axis.error().code, Code::kUsage) << bad;
        EXPECT_FALSE(axis.error().hint.empty()) << bad;
    }
}

TEST(Grids, HaveAllCombinationsUpToALimit) {
    const auto axes = parse_axes({"vote=0,1", "b=0..1/2"});
    ASSERT_TRUE(axes);
    const std::vector<Point> points = grid_points(*axes);
    EXPECT_THAT(points, ElementsAre(Point{0, 0}, Point{0, 0.5}, Point{0, 1}, Point{1, 0}, Point{1, 0.5}, Point{1, 1}));
    query::RankingParameters base;
    base.k1 = 7;
    const query::RankingParameters at = at_point(base, *axes, points[4]);
    EXPECT_EQ(at.vote, 1);
    EXPECT_EQ(at.b, 0.5);
    EXPECT_EQ(at.k1, 7);

    EXPECT_TRUE(parse_axes({"vote=0..1/9", "b=0..1/9", "k1=0..1/9"}));
    for (const std::vector<std::string>& bad : {std::vector<std::string>{},
                                                {"vote=0", "b=0", "vote=1"},
                                                {"vote=0..1/9", "b=0..1/9", "k1=0..1/10"},
                                                {"vote=0..1/999", "b=0..1/999", "k1=0..1/999", "part=0..1/999"}}) {
        const auto refused = parse_axes(bad);
        ASSERT_FALSE(refused) << ::testing::PrintToString(bad);
        EXPECT_EQ(refused.error().code, Code::kUsage);
    }
}

}  // namespace
}  // namespace saegin::eval
