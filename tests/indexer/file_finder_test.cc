#include "indexer/file_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace saegin::indexer {
namespace {

namespace fs = std::filesystem;
using Kind = InputFile::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> keys_below(const test::TempDir& dir, const Result<std::vector<InputFile>>& found) {
    std::vector<std::string> keys;
    if (!found) {
        ADD_FAILURE() << to_string(found.error());
        return keys;
    }
    for (const InputFile& file : *found) {
        keys.push_back(fs::path(file.key).lexically_relative(dir.path()).string());
    }
    return keys;
}

TEST(FindInputs, takes_digests_and_json_lines_of_a_folder_in_order) {
    const test::TempDir dir;
    for (const char* const name : {"2024/08/28.md", "2024/08/03.md", "2023/12/31.MD", "extra/papers.jsonl", "notes.txt",
                                   "README.md", "2024/readme.md", ".hidden.md", ".git/HEAD.md", "2024/data.json"}) {
        dir.write_file(name, "x");
    }
    const auto found = find_inputs({dir.path().string()});
    EXPECT_THAT(keys_below(dir, found),
                ElementsAre("2023/12/31.MD", "2024/08/03.md", "2024/08/28.md", "extra/papers.jsonl"));
    EXPECT_EQ(found->front().kind, Kind::kDigest);
    EXPECT_EQ(found->back().kind, Kind::kJsonl);
}

TEST(FindInputs, keys_are_absolute_and_normal_and_shown_is_as_typed) {
    const test::TempDir dir;
    dir.write_file("a/b.md", "x");
    const std::string typed = dir.path().string() + "/a/../a";
    const auto found = find_inputs({typed});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->front().key, (dir.path() / "a/b.md").string());
    EXPECT_EQ(found->front().shown, typed + "/b.md");
}

TEST(FindInputs, takes_a_file_once) {
    const test::TempDir dir;
    const std::string file = dir.write_file("b.md", "x");
    dir.write_file("a.md", "x");
    EXPECT_THAT(keys_below(dir, find_inputs({file, dir.path().string() + "/./b.md", dir.path().string() + "/"})),
                ElementsAre("b.md", "a.md"));
}

TEST(FindInputs, takes_a_file_that_is_named_even_if_a_folder_would_leave_it_out) {
    const test::TempDir dir;
    const std::string file = dir.write_file(".hidden/README.md", "x");
    EXPECT_THAT(keys_below(dir, find_inputs({file})), ElementsAre(".hidden/README.md"));
}

TEST(FindInputs, takes_standard_input_once) {
    const auto found = find_inputs({"-", "-"});
    ASSERT_TRUE(found);
    EXPECT_THAT(*found, ElementsAre(InputFile{"-", "-", Kind::kStandardInput}));
}

TEST(FindInputs, ends_in_a_folder_that_links_to_itself) {
    const test::TempDir dir;
    const std::string file = dir.write_file("a.md", "x");
    fs::create_directory_symlink(dir.path(), dir.path() / "loop");
    fs::create_symlink(file, dir.path() / "linked.md");
    fs::create_symlink(dir.path() / "nowhere", dir.path() / "dangling.md");
    EXPECT_THAT(keys_below(dir, find_inputs({dir.path().string()})), ElementsAre("a.md", "linked.md"));
}

TEST(FindInputs, leaves_pipes_and_folders_that_look_like_digests) {
    const test::TempDir dir;
    dir.write_file("folder.md/a.md", "x");
    ASSERT_EQ(::mkfifo((dir.path() / "pipe.md").c_str(), 0600), 0);
    EXPECT_THAT(keys_below(dir, find_inputs({dir.path().string()})), ElementsAre("folder.md/a.md"));
    const auto named = find_inputs({(dir.path() / "pipe.md").string()});
    ASSERT_FALSE(named);
    EXPECT_EQ(named.error().code, Code::kInvalidInput);
}

TEST(FindInputs, takes_names_in_any_script_and_encoding) {
    const test::TempDir dir;
    dir.write_file("요약 모음.md", "x");
    dir.write_file("\xFF\xFE.md", "x");
    EXPECT_THAT(keys_below(dir, find_inputs({dir.path().string()})), ElementsAre("요약 모음.md", "\uFFFD\uFFFD.md"));
}

TEST(FindInputs, names_a_path_that_does_not_exist) {
    const auto found = find_inputs({"/no/such/archive"});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Code::kNotFound);
    EXPECT_THAT(found.error().message, HasSubstr("/no/such/archive"));
}

TEST(FindInputs, refuses_another_ending) {
    const test::TempDir dir;
    const auto found = find_inputs({dir.write_file("papers.csv", "x")});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Code::kUsage);
    EXPECT_THAT(found.error().message, HasSubstr("papers.csv"));
    EXPECT_THAT(found.error().hint, HasSubstr("*.jsonl"));
}

TEST(FindInputs, says_what_it_looked_for_where_there_is_nothing) {
    const test::TempDir dir;
    dir.write_file("notes.txt", "x");
    for (const std::vector<std::string>& inputs : {std::vector<std::string>{dir.path().string()}, {}}) {
        const auto found = find_inputs(inputs);
        ASSERT_FALSE(found);
        EXPECT_EQ(found.error().code, Code::kNotFound);
        EXPECT_THAT(found.error().hint, HasSubstr("*.md"));
    }
}

TEST(FindInputs, reports_a_folder_that_cannot_be_read) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "permissions do not bind the superuser";
    }
    const test::TempDir dir;
    dir.write_file("closed/a.md", "x");
    fs::permissions(dir.path() / "closed", fs::perms::none);
    const auto found = find_inputs({dir.path().string()});
    fs::permissions(dir.path() / "closed", fs::perms::owner_all);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Code::kIo);
}

TEST(ReadFile, gives_the_bytes) {
    const test::TempDir dir;
    const std::string content("a\r\n\0\xFF", 5);
    const auto read = read_file(dir.write_file("a.md", content), 5);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, content);
    EXPECT_EQ(*read_file(dir.write_file("empty.md", ""), 0), "");
    const std::string large(300'000, 'x');
    EXPECT_EQ(*read_file(dir.write_file("large.md", large), 1 << 20), large);
}

TEST(ReadFile, refuses_what_is_too_large_or_no_file) {
    const test::TempDir dir;
    const auto large = read_file(dir.write_file("a.md", "123456"), 5);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, Code::kInvalidInput);
    EXPECT_THAT(large.error().message, HasSubstr("5 bytes"));
    EXPECT_EQ(read_file(dir.path().string(), 5).error().code, Code::kInvalidInput);
    EXPECT_EQ(read_file((dir.path() / "none").string(), 5).error().code, Code::kNotFound);
    const std::string pipe = (dir.path() / "pipe").string();
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(read_file(pipe, 5).error().code, Code::kInvalidInput);
}

TEST(Fingerprint, is_xxh3_in_hexadecimal) {
    EXPECT_EQ(fingerprint(""), "99aa06d3014798d86001c324468d497f");
    EXPECT_NE(fingerprint("a"), fingerprint("b"));
}

TEST(Fingerprint, of_a_file_equals_that_of_its_content) {
    const test::TempDir dir;
    for (const std::size_t size : {0U, 1U, 65'536U, 300'001U}) {
        const std::string content(size, 'x');
        const auto print = fingerprint_file(dir.write_file("a.md", content));
        ASSERT_TRUE(print);
        EXPECT_EQ(*print, fingerprint(content)) << size;
    }
    EXPECT_EQ(fingerprint_file(dir.path().string()).error().code, Code::kInvalidInput);
    EXPECT_EQ(fingerprint_file((dir.path() / "none").string()).error().code, Code::kNotFound);
}

}  // namespace
}  // namespace saegin::indexer
