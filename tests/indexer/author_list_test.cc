#include "indexer/author_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace saegin::indexer {
namespace {

struct Row {
    std::string name;
    std::string text;
    std::vector<std::string> authors;
};

class AuthorList : public testing::TestWithParam<Row> {};

TEST_P(AuthorList, is_split) {
    EXPECT_EQ(parse_author_list(GetParam().text), GetParam().authors);
}

const std::vector<Row> kRows = {
    {"empty", "", {}},
    {"only_separators", " , ,, ", {}},
    {"one", "Ada Lovelace", {"Ada Lovelace"}},
    {"commas", "Ada Lovelace, 김철수,Alan Turing", {"Ada Lovelace", "김철수", "Alan Turing"}},
    {"final_comma", "Ada Lovelace,", {"Ada Lovelace"}},
    {"stray_plus", "+, Ada Lovelace, +", {"Ada Lovelace"}},
    {"twice_stays_where_it_is_first", "Ada, Alan, Ada", {"Ada", "Alan"}},
    {"et_al_of_its_own", "Ada, Alan, et al.", {"Ada", "Alan"}},
    {"et_al_behind_a_name", "Ada Lovelace et al.", {"Ada Lovelace"}},
    {"name_that_ends_like_et_al", "Ada Pet al", {"Ada Pet al"}},
    {"spaces_within_a_name", "  Ada \t Lovelace ", {"Ada Lovelace"}},
    {"no_break_space", "Ada\u00A0Lovelace", {"Ada Lovelace"}},
    {"apostrophe", "Conan O'Brien, Ada", {"Conan O'Brien", "Ada"}},
    {"decomposed_becomes_nfc", "Jose\u0301 Garci\u0301a", {"Jos\u00E9 Garc\u00EDa"}},
    {"python_list", "['Ada Lovelace', 'Alan Turing']", {"Ada Lovelace", "Alan Turing"}},
    {"python_list_of_nobody", "[]", {}},
    {"python_empty_names", "['', 'Ada']", {"Ada"}},
    {"python_double_quotes", R"(["Tim O'Reilly", 'Ada'])", {"Tim O'Reilly", "Ada"}},
    {"python_escaped_quote", R"(['Conan O\'Brien', 'Ada'])", {"Conan O'Brien", "Ada"}},
    {"python_quote_that_lost_its_escape", "['Conan O'Brien', 'Ada']", {"Conan O'Brien", "Ada"}},
    {"python_comma_in_a_name", "['Sammy Davis, Jr.', 'Ada']", {"Sammy Davis, Jr.", "Ada"}},
    {"python_hexadecimal", R"(['Ada\xa0Lovelace', '\uae40'])", {"Ada Lovelace", "김"}},
    {"python_broken_escapes", R"(['A\x', 'B\u12', 'C\'])", {"Ax", "Bu12", "C'"}},
    {"python_no_end", "['Ada', 'Alan", {"Ada", "Alan"}},
    {"brackets_without_quotes", "[Ada, Alan]", {"Ada", "Alan"}},
};

INSTANTIATE_TEST_SUITE_P(Forms, AuthorList, testing::ValuesIn(kRows), [](const auto& row) { return row.param.name; });

TEST(CleanAuthors, keeps_commas_and_order) {
    EXPECT_THAT(clean_authors({"B", " Davis,  Jr. ", "", "B", "et al."}), testing::ElementsAre("B", "Davis, Jr."));
}

TEST(CleanAuthors, takes_many_names) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
        text += "Name " + std::to_string(i) + ", ";
    }
    EXPECT_EQ(parse_author_list(text).size(), 200'000U);
}

}  // namespace
}  // namespace saegin::indexer
