// Authors of the real archive: spellings are joined, and whoever has papers is found. Only names stand here.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "common/text/unicode.h"
#include "query/author.h"
#include "query/author_names.h"
#include "tests/support/mini_index.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::vector<std::string> names_of(const std::vector<NamePapers>& list) {
    std::vector<std::string> names;
    for (const NamePapers& one : list) {
        names.push_back(one.name);
    }
    return names;
}

TEST(RealArchiveAuthor, IsFoundByEachSpelling) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    auto reader = IndexReader::open({folder});
    ASSERT_TRUE(reader);

    for (const char* const asked : {"Aleksander Madry", "Mądry, Aleksander"}) {
        const auto author = read_author(*reader, asked, 10);
        ASSERT_TRUE(author) << to_string(author.error());
        EXPECT_THAT(names_of(author->names), IsSupersetOf({"Aleksander Madry", "Aleksander Mądry"})) << asked;
        EXPECT_THAT(author->terms, Not(IsEmpty()));
    }
    const auto initial = read_author(*reader, "Andrew Ng", 10);
    ASSERT_TRUE(initial);
    EXPECT_THAT(names_of(initial->names), IsSupersetOf({"Andrew Y. Ng"}));
    const auto many = read_author(*reader, "J. Yang", 10);
    ASSERT_TRUE(many);
    EXPECT_THAT(names_of(many->names), ::testing::ElementsAre("J. Yang")) << "many full names fit";
    EXPECT_GT(many->possible.size(), 5U);

    const auto known = reader->read(
        [](const Xapian::Database& database) -> Result<std::vector<NamePapers>> { return author_names(database); });
    ASSERT_TRUE(known);
    std::size_t joined = 0;
    std::size_t asked = 0;
    for (std::size_t i = 0; i < known->size(); i += 211) {
        const NamePapers& one = (*known)[i];
        const auto author = read_author(*reader, one.name, 1);
        ASSERT_TRUE(author) << one.name;
        EXPECT_GE(author->total, one.papers) << one.name;
        const std::vector<std::string> names = names_of(author->names);
        EXPECT_TRUE(std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return text::fold(name) == one.name;
        })) << one.name;
        joined += names.size() > 1 ? 1U : 0U;
        ++asked;
    }
    std::cout << joined << " of " << asked << " names have other spellings\n";
    EXPECT_LT(joined, asked / 10) << "most people write their names in one way";
}

}  // namespace
}  // namespace saegin::query
