// What a profile promises: what was said is kept, the last word counts, and a file that cannot be read is told with its
// line and not overwritten.
#include "query/reader_profile.h"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace saegin::query {
namespace {

using ::testing::IsEmpty;

std::vector<PaperId> ids(const std::vector<std::string>& values) {
    std::vector<PaperId> all;
    for (const std::string& value : values) {
        all.push_back(PaperId{value});
    }
    return all;
}

ReaderProfile read(const std::string& text) {
    const auto profile = ReaderProfile::from_text(text, "list");
    EXPECT_TRUE(profile) << to_string(profile.error());
    return profile ? *profile : ReaderProfile{};
}

TEST(ReaderProfile, ReadsWhatPeopleWrite) {
    const ReaderProfile profile = read(
        "# mine\r\n\n  2408.00001 \r\nlike a b\ndislike c\nseen d\nseen 2024-08-28 e\nvisit 2024-08-29\nlike  f\ng");
    EXPECT_EQ(profile.taste().liked, ids({"2408.00001", "a b", "f", "g"}));
    EXPECT_EQ(profile.taste().disliked, ids({"c"}));
    EXPECT_EQ(profile.taste().seen, ids({"d", "e"}));
    EXPECT_EQ(profile.last_visit(), (DigestDate{2024, 8, 29}));
    EXPECT_THAT(read("").taste().liked, IsEmpty());
    EXPECT_EQ(read("like").taste().liked, ids({"like"})) << "one word is an id";
}

TEST(ReaderProfile, TheLastWordCounts) {
    EXPECT_EQ(read("like a\nlike b\nlike a").taste().liked, ids({"b", "a"}));
    const ReaderProfile changed = read("like a\ndislike a");
    EXPECT_THAT(changed.taste().liked, IsEmpty());
    EXPECT_EQ(changed.taste().disliked, ids({"a"}));
    ReaderProfile back = changed;
    back.add(read("a\nseen b\nseen b"));
    EXPECT_EQ(back.taste().liked, ids({"a"}));
    EXPECT_THAT(back.taste().disliked, IsEmpty());
    EXPECT_EQ(back.taste().seen, ids({"b"}));
}

TEST(ReaderProfile, TellsTheLineThatSaysNothing) {
    for (const char* const line : {"likes a", "a b", "visit yesterday", "visit 2024-13-01"}) {
        const auto profile = ReaderProfile::from_text("like a\n" + std::string{line}, "list");
        ASSERT_FALSE(profile) << line;
        EXPECT_EQ(profile.error().code, Code::kInvalidInput);
        EXPECT_EQ(profile.error().where, (Where{"list", 2})) << line;
    }
}

TEST(ReaderProfile, IsReadAsItWasWritten) {
    const test::TempDir temp;
    const std::filesystem::path file = temp.path() / "deep" / "me";
    ReaderProfile profile = read("like a\nlike b c\ndislike d\nseen e\nseen 2024-08-28 f");
    profile.visit({2024, 8, 30});
    ASSERT_TRUE(profile.save(file));
    const auto again = ReaderProfile::load(file);
    ASSERT_TRUE(again) << to_string(again.error());
    EXPECT_EQ(again->text(), profile.text());
    EXPECT_EQ(again->taste().seen, profile.taste().seen);
    EXPECT_EQ(again->last_visit(), profile.last_visit());
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{file.parent_path()}, {}), 1) << "nothing left beside";
}

TEST(ReaderProfile, AFileThatIsNoneIsAnError) {
    const test::TempDir temp;
    EXPECT_EQ(ReaderProfile::load(temp.path() / "none").error().code, Code::kNotFound);
    EXPECT_FALSE(ReaderProfile::load(temp.path()));
    std::ofstream{temp.path() / "file"} << "x";
    const auto saved = read("a").save(temp.path() / "file" / "me");
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, Code::kIo);
}

TEST(ReaderProfile, NamesAreFileNames) {
    ASSERT_EQ(setenv("SAEGIN_PROFILES", "/profiles", 1), 0);
    EXPECT_EQ(*profile_path("음성"), "/profiles/음성");
    for (const std::string& name : {std::string{}, std::string{"../x"}, std::string{".x"}, std::string{"a/b"},
                                    std::string{"a\nb"}, std::string(101, 'a')}) {
        const auto path = profile_path(name);
        ASSERT_FALSE(path) << name;
        EXPECT_EQ(path.error().code, Code::kUsage);
    }
    unsetenv("SAEGIN_PROFILES");
}

}  // namespace
}  // namespace saegin::query
