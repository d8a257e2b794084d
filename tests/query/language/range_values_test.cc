// Days and numbers as flags take them; how a query holds them is in query_fields_test.cc.
#include "query/language/range_values.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace saegin::query::language {
namespace {

struct DaysCase {
    DigestDate today;
    const char* value;
    DigestDate first;
    DigestDate last;
};

TEST(RangeValues, OneValueNamesAStretchOfDays) {
    const std::vector<DaysCase> cases{
        {{2024, 8, 28}, "2024", {2024, 1, 1}, {2024, 12, 31}},
        {{2024, 8, 28}, "2024-02", {2024, 2, 1}, {2024, 2, 29}},
        {{2024, 8, 28}, "2024-08-28", {2024, 8, 28}, {2024, 8, 28}},
        {{2024, 8, 28}, "2024/08/28", {2024, 8, 28}, {2024, 8, 28}},
        {{2024, 8, 28}, "2024.8.28.", {2024, 8, 28}, {2024, 8, 28}},
        {{2024, 8, 28}, "2024.2", {2024, 2, 1}, {2024, 2, 29}},
        {{2024, 8, 28}, "0001-01-01", {1, 1, 1}, {1, 1, 1}},
        {{2024, 8, 28}, "9999", {9999, 1, 1}, {9999, 12, 31}},
        {{2024, 8, 28}, "today", {2024, 8, 28}, {2024, 8, 28}},
        {{2024, 3, 1}, "yesterday", {2024, 2, 29}, {2024, 2, 29}},
        {{2024, 1, 3}, "7d", {2023, 12, 27}, {2023, 12, 27}},
        {{2024, 1, 3}, "0d", {2024, 1, 3}, {2024, 1, 3}},
        {{2024, 1, 3}, "1W", {2023, 12, 27}, {2023, 12, 27}},
        {{2024, 1, 31}, "2m", {2023, 11, 30}, {2023, 11, 30}},
        {{2024, 3, 31}, "1m", {2024, 2, 29}, {2024, 2, 29}},
        {{2024, 1, 15}, "13m", {2022, 12, 15}, {2022, 12, 15}},
        {{2024, 2, 29}, "1y", {2023, 2, 28}, {2023, 2, 28}},
        {{2024, 8, 28}, "１년", {2023, 8, 28}, {2023, 8, 28}},
        {{2024, 8, 28}, "2023y", {1, 8, 28}, {1, 8, 28}},
    };
    for (const DaysCase& row : cases) {
        const Result<DateRange> days = read_days(row.value, row.today);
        ASSERT_TRUE(days) << row.value;
        EXPECT_EQ(days->first, row.first) << row.value;
        EXPECT_EQ(days->last, row.last) << row.value;
    }
}

TEST(RangeValues, WhatIsNoDayIsAnErrorThatSaysWhatIsOne) {
    for (const std::string& value :
         {std::string{""},           std::string{"soon"},       std::string{"7"},          std::string{"d"},
          std::string{"-7d"},        std::string{"7 d"},        std::string{"2024-"},      std::string{"-08"},
          std::string{"2024--08"},   std::string{"2024-00"},    std::string{"2024-08-32"}, std::string{"24-08"},
          std::string{"02024"},      std::string{"2024y"},      std::string{"4000001d"},   std::string{"999999m"},
          std::string{"2024-08/28"}, std::string{"2024.08-01"}, std::string{"7d.."},       std::string(100'000, '9')}) {
        const Result<DateRange> days = read_days(value, {2024, 8, 28});
        ASSERT_FALSE(days) << value;
        EXPECT_EQ(days.error().code, Code::kUsage);
        EXPECT_LT(days.error().message.size(), 100U);
        EXPECT_FALSE(days.error().hint.empty());
    }
}

TEST(RangeValues, RangesSayWhetherTheirEndsWereSwapped) {
    const Result<ReadRange<DateRange>> dates = read_date_range("today..3d", {2024, 8, 28});
    ASSERT_TRUE(dates);
    EXPECT_TRUE(dates->swapped);
    EXPECT_EQ(dates->range, (DateRange{DigestDate{2024, 8, 25}, DigestDate{2024, 8, 28}}));
    const Result<ReadRange<NumberRange>> numbers = read_number_range("3..9");
    ASSERT_TRUE(numbers);
    EXPECT_FALSE(numbers->swapped);
    EXPECT_EQ(numbers->range, (NumberRange{3, 9}));
}

}  // namespace
}  // namespace saegin::query::language
