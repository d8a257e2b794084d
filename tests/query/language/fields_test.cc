// The table of fields: each row works as it says.
#include "query/language/fields.h"

#include <gtest/gtest.h>

#include "tests/query/language/query_rows.h"

namespace saegin::query::language {
namespace {

TEST(QueryFieldTable, EveryNameIsUnderstoodAndEveryExampleIsAQuery) {
    for (const FieldInfo& field : kFields) {
        EXPECT_EQ(field_named(field.name), field.id) << field.name;
        for (const std::string_view alias : field.aliases) {
            EXPECT_EQ(field_named(alias), alias.empty() ? std::nullopt : std::optional{field.id}) << field.name;
        }
        EXPECT_FALSE(field.description.empty()) << field.name;
        const Parsed parsed = parse(field.example, kToday);
        EXPECT_TRUE(parsed.diagnostics.empty()) << field.example;
        EXPECT_TRUE(print(parsed.tree).starts_with(std::string{field.name} + ":")) << field.example;
    }
}

TEST(QueryFieldTable, OtherNamesAreNone) {
    for (const char* const name :
         {"", "t", "titles", "titl", "title ", "제", "date-", "a name that is much too long"}) {
        EXPECT_EQ(field_named(name), std::nullopt) << name;
    }
    EXPECT_EQ(field_names(), "title/제목, author/저자, id/아이디, section/섹션, date/날짜, votes/추천");
}

TEST(QueryFieldTable, TellsWhatStartsLikeARange) {
    for (const char* const text : {"date:soon", "votes:x", "DATE:", "날짜:곧", "추천：많이"}) {
        EXPECT_TRUE(starts_like_range(text)) << text;
    }
    for (const char* const text : {"", "date", "title:x", "a date:soon", "dates:x", ":date"}) {
        EXPECT_FALSE(starts_like_range(text)) << text;
    }
    EXPECT_FALSE(starts_like_range(std::string(100'000, 'd') + ":"));
}

}  // namespace
}  // namespace saegin::query::language
