// The table of fields: each row works as it says.
#include "query/language/fields.h"

#include <gtest/gtest.h>

#include "tests/query/language/query_rows.h"

namespace saegin::query::language {
namespace {

TEST(QueryFieldTable, EveryNameIsUnderstoodAndEveryExampleIsAQuery) {
    for (const FieldInfo& field : kFields) {
        EXPECT_EQ(field_named(field.name), field.id) << field.name;
        EXPECT_EQ(field_named(field.alias), field.id) << field.name;
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
    EXPECT_EQ(field_names(), "title, author, id, section, date, votes");
}

}  // namespace
}  // namespace saegin::query::language
