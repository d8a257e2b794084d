// What a profile promises: what was said is kept, the last word counts, and a file that cannot be read is told with its
// line and not overwritten. Two runs at a time lose nothing of each other.
#include "query/reader_profile.h"

#include <cstdlib>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/profile_file.h"
#include "tests/support/temp_dir.h"

namespace saegin::query {
namespace {

using ::testing::HasSubstr;
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

TEST(ReaderProfile, APaperThatWasNamedInTwoWaysIsOne) {
    const auto verdict = [](const std::string& text) {
        const ReaderProfile profile = read(text);
        return profile.renamed(std::vector<PaperId>(profile.ids().size(), PaperId{"own"})).taste();
    };
    EXPECT_EQ(verdict("like a\ndislike b").disliked, ids({"own"}));
    EXPECT_THAT(verdict("like a\ndislike b").liked, IsEmpty());
    EXPECT_EQ(verdict("dislike a\nlike b").liked, ids({"own"})) << "the last word counts";
    EXPECT_EQ(verdict("like a\nseen b\nseen c").seen, ids({"own"}));
    const ReaderProfile same = read("like a\ndislike b\nseen c\nvisit 2024-08-28");
    EXPECT_EQ(same.renamed(same.ids()).taste().disliked, ids({"b"}));
    EXPECT_EQ(same.renamed(same.ids()).last_visit(), same.last_visit());
}

TEST(ReaderProfile, TellsTheLineThatSaysNothing) {
    for (const char* const line : {"likes a", "a b", "visit yesterday", "visit 2024-13-01"}) {
        const auto profile = ReaderProfile::from_text("like a\n" + std::string{line}, "list");
        ASSERT_FALSE(profile) << line;
        EXPECT_EQ(profile.error().code, Code::kInvalidInput);
        EXPECT_EQ(profile.error().where, (Where{"list", 2})) << line;
    }
}

TEST(ReaderProfile, AFileThatIsNoneIsAnError) {
    const test::TempDir temp;
    EXPECT_EQ(ReaderProfile::load(temp.path() / "none").error().code, Code::kNotFound);
    EXPECT_FALSE(ReaderProfile::load(temp.path()));
}

TEST(ReaderProfile, ManyLinesTakeNoLongTime) {
    std::string text;
    for (int i = 0; i < 100000; ++i) {
        const std::string id = std::to_string(i);
        text += (i % 3 == 0 ? "like " : i % 3 == 1 ? "dislike " : "seen ") + id + "\n";
    }
    const ReaderProfile profile = read(text + text);  // half a minute where each line looks through all before it
    EXPECT_EQ(profile.taste().liked.size(), 33334U);
    EXPECT_EQ(profile.taste().disliked.size(), 33333U);
    EXPECT_EQ(profile.taste().seen.size(), 33333U);
}

class ProfileFiles : public ::testing::Test {
protected:
    void SetUp() override { setenv("SAEGIN_PROFILES", folder().c_str(), 1); }
    void TearDown() override { unsetenv("SAEGIN_PROFILES"); }

    [[nodiscard]] std::filesystem::path folder() const { return temp_.path() / "deep" / "profiles"; }
    [[nodiscard]] std::string content(const std::string& name) const { return *read_profile_text(folder() / name); }

    test::TempDir temp_;
};

TEST_F(ProfileFiles, KeepWhatWasWrittenAndGoOnBehindIt) {
    {
        auto file = ProfileFile::open("me");
        ASSERT_TRUE(file) << to_string(file.error());
        EXPECT_THAT(file->profile().taste().liked, IsEmpty());
        ASSERT_TRUE(file->append("like a\nvisit 2024-08-30\n"));
    }
    EXPECT_THAT(content("me"), ::testing::StartsWith("# "));
    std::ofstream{folder() / "me", std::ios::app} << "# by hand\n\ndislike b";
    {
        auto file = ProfileFile::open("me");
        ASSERT_TRUE(file) << to_string(file.error());
        EXPECT_EQ(file->profile().last_visit(), (DigestDate{2024, 8, 30}));
        ASSERT_TRUE(file->append("like c\n"));
    }
    EXPECT_THAT(content("me"), HasSubstr("like a\nvisit 2024-08-30\n# by hand\n\ndislike b\nlike c\n"));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder()}) {
        files += entry.path().filename().string().starts_with(".") ? 0U : 1U;
    }
    EXPECT_EQ(files, 1U) << "nothing is left beside it but its lock";
}

TEST_F(ProfileFiles, ReplaceWhatALinkPointsToAndKeepPermissions) {
    std::filesystem::create_directories(folder());
    std::ofstream{temp_.path() / "mine"} << "like a\n";
    std::filesystem::permissions(temp_.path() / "mine", std::filesystem::perms::owner_all);
    std::filesystem::create_symlink(temp_.path() / "mine", folder() / "me");
    ASSERT_TRUE(ProfileFile::open("me")->append("like b\n"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder() / "me"));
    EXPECT_EQ(*read_profile_text(temp_.path() / "mine"), "like a\nlike b\n");
    EXPECT_EQ(std::filesystem::status(temp_.path() / "mine").permissions(), std::filesystem::perms::owner_all);
}

TEST_F(ProfileFiles, OneWaitsForTheOther) {
    std::vector<std::thread> readers;
    for (int i = 0; i < 8; ++i) {
        readers.emplace_back([i] {
            auto file = ProfileFile::open("me");
            if (file) {
                (void)file->append("like " + std::to_string(i) + "\n");
            }
        });
    }
    for (std::thread& reader : readers) {
        reader.join();
    }
    EXPECT_EQ(ProfileFile::open("me")->profile().taste().liked.size(), 8U) << content("me");
}

TEST_F(ProfileFiles, SayWhatCannotBeUsed) {
    std::filesystem::create_directories(folder() / "folder");
    EXPECT_EQ(ProfileFile::open("folder").error().code, Code::kIo);
    std::ofstream{folder() / "bad"} << "like a\nno line of ours\n";
    const auto bad = ProfileFile::open("bad");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().where.line, 2U);
    std::filesystem::create_symlink(folder() / "loop", folder() / "loop");
    EXPECT_EQ(ProfileFile::open("loop").error().code, Code::kIo);
    std::ofstream{temp_.path() / "file"} << "x";
    setenv("SAEGIN_PROFILES", (temp_.path() / "file").c_str(), 1);
    EXPECT_EQ(ProfileFile::open("me").error().code, Code::kIo);
    for (const std::string& name : {std::string{}, std::string{"../x"}, std::string{".x"}, std::string{"a/b"},
                                    std::string{"a\nb"}, std::string(101, 'a')}) {
        EXPECT_EQ(ProfileFile::open(name).error().code, Code::kUsage) << name;
    }
}

}  // namespace
}  // namespace saegin::query
