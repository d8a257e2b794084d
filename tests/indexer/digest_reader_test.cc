// Structure of digests: days, entries, votes, authors, what is skipped. Their text: digest_reader_text_test.cc.
#include "indexer/digest_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/indexer/digest_reading.h"

namespace saegin::indexer {
namespace {

using test::entry_of;
using test::read_text;
using test::Reading;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Digest, reads_a_whole_entry) {
    const Entry entry = entry_of(
        "## Daily Papers (2024-08-28)\n"
        "\n"
        "### [The Mamba in the Llama](https://arxiv.org/abs/2408.15237)\n"
        "\n"
        "![](https://example.org/picture.png)\n"
        "\n"
        "Vote: 20\n"
        "\n"
        "Authors: Junxiong Wang, Daniele Paliotta\n"
        "\n"
        "- **What's New**: 새 방법을 제안합니다.\n"
        "- **Technical Details**: 증류(distillation)를 씁니다.\n");
    const Entry wanted{{"2408.15237"},
                       "The Mamba in the Llama",
                       "https://arxiv.org/abs/2408.15237",
                       DigestDate{2024, 8, 28},
                       20,
                       {"Junxiong Wang", "Daniele Paliotta"},
                       {{"What's New", "새 방법을 제안합니다."}, {"Technical Details", "증류(distillation)를 씁니다."}},
                       "2024/08/28.md",
                       3};
    EXPECT_EQ(entry, wanted);
}

TEST(Digest, reads_an_empty_file) {
    for (const char* const content : {"", "\n\n", "\xEF\xBB\xBF", "글만 있는 파일\n"}) {
        const Reading reading = read_text(content);
        EXPECT_THAT(reading.entries, IsEmpty());
        EXPECT_THAT(reading.report.skipped, IsEmpty());
        EXPECT_THAT(reading.report.warnings, IsEmpty());
    }
}

TEST(Digest, any_line_end_and_no_blank_lines_will_do) {
    const std::string text =
        "## 2024-08-28\n### [T](https://arxiv.org/abs/2408.15237)\nVote: 3\nAuthors: A, B\n- 글\n### "
        "[U](https://arxiv.org/abs/2408.15238)\n- 말";
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        std::string content;
        for (const char c : text) {
            content += c == '\n' ? end : std::string(1, c);
        }
        const Reading reading = read_text(content, "x.md");
        ASSERT_THAT(reading.entries, SizeIs(2));
        EXPECT_EQ(reading.entries[0].votes, 3);
        EXPECT_THAT(reading.entries[0].authors, ElementsAre("A", "B"));
        EXPECT_EQ(reading.entries[1].line, 6U);
        EXPECT_EQ(reading.entries[1].date, (DigestDate{2024, 8, 28}));
    }
}

TEST(Digest, hands_on_both_entries_of_one_paper) {
    const std::string entry = "### [T](https://arxiv.org/abs/2408.15237)\n\n- 글\n\n";
    EXPECT_THAT(read_text(entry + entry).entries, SizeIs(2));
}

struct DateRow {
    std::string name;
    std::string heading;
    std::string file;
    std::optional<DigestDate> date;
    std::size_t warnings;
};

class DigestDay : public testing::TestWithParam<DateRow> {};

TEST_P(DigestDay, is_that_of_the_heading_or_else_of_the_path) {
    const DateRow& row = GetParam();
    const Reading reading = read_text(row.heading +
                                          "\n\n### [T](https://arxiv.org/abs/2408.15237)\n\n- 글\n\n"
                                          "### [U](https://arxiv.org/abs/2408.15238)\n\n- 글\n",
                                      row.file);
    ASSERT_THAT(reading.entries, SizeIs(2));
    EXPECT_EQ(reading.entries[1].date, row.date);
    EXPECT_THAT(reading.report.warnings, SizeIs(row.warnings));
}

const std::vector<DateRow> kDateRows = {
    {"level_two", "## Daily Papers (2024-08-28)", "x.md", DigestDate{2024, 8, 28}, 0},
    {"level_one", "# 2024-08-28 논문", "x.md", DigestDate{2024, 8, 28}, 0},
    {"underlined", "Daily Papers (2024-08-28)\n---", "x.md", DigestDate{2024, 8, 28}, 0},
    {"heading_wins", "## 2024-08-28", "2024/08/27.md", DigestDate{2024, 8, 28}, 0},
    {"none_exists", "## 2024-02-31", "2024/02/28.md", DigestDate{2024, 2, 28}, 1},
    {"folders", "## Daily Papers", "/a/2024/08/28.md", DigestDate{2024, 8, 28}, 0},
    {"file_name", "", "a/2024-08-28.md", DigestDate{2024, 8, 28}, 0},
    {"within_the_file_name", "", "papers-2024-08-28-ko.md", DigestDate{2024, 8, 28}, 0},
    {"number_that_is_longer", "## 12024-08-281", "2024/08/28.md", DigestDate{2024, 8, 28}, 0},
    {"nowhere", "", "notes.md", {}, 1},
    {"path_without_such_a_day", "", "2024/13/28.md", {}, 1},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestDay, testing::ValuesIn(kDateRows),
                         [](const auto& row) { return row.param.name; });

TEST(Digest, may_have_several_days) {
    const Reading reading = read_text(
        "## 2024-08-28\n### [T](https://arxiv.org/abs/2408.00001)\n- 글\n"
        "## 2024-08-29\n### [U](https://arxiv.org/abs/2408.00002)\n- 글\n"
        "## 그 밖에\n### [V](https://arxiv.org/abs/2408.00003)\n- 글\n");
    ASSERT_THAT(reading.entries, SizeIs(3));
    EXPECT_EQ(reading.entries[0].date, (DigestDate{2024, 8, 28}));
    EXPECT_EQ(reading.entries[1].date, (DigestDate{2024, 8, 29}));
    EXPECT_EQ(reading.entries[2].date, (DigestDate{2024, 8, 29}));
}

struct UrlRow {
    std::string name;
    std::string url;
    std::string id;
};

class DigestUrl : public testing::TestWithParam<UrlRow> {};

TEST_P(DigestUrl, gives_the_id) {
    const Entry entry = entry_of("### [T](" + GetParam().url + ")\n\n- 글\n");
    EXPECT_EQ(entry.id.value, GetParam().id);
    EXPECT_EQ(entry.url, GetParam().url);
}

const std::vector<UrlRow> kUrlRows = {
    {"abstract", "https://arxiv.org/abs/2408.15237", "2408.15237"},
    {"version", "https://arxiv.org/abs/2408.15237v12", "2408.15237"},
    {"four_digits", "http://www.arxiv.org/abs/0704.0001", "0704.0001"},
    {"pdf", "https://arxiv.org/pdf/2408.15237v2.pdf", "2408.15237"},
    {"capitals_slash_query", "HTTPS://ArXiv.org/abs/2408.15237/?context=cs#x", "2408.15237"},
    {"old_id", "https://arxiv.org/abs/cs/0112017v1", "cs/0112017"},
    {"old_id_with_subject", "https://arxiv.org/abs/math.GT/0309136", "math.GT/0309136"},
    {"hugging_face", "https://huggingface.co/papers/2408.15237", "2408.15237"},
    {"no_arxiv_id", "https://arxiv.org/abs/later", "arxiv.org/abs/later"},
    {"page", "https://www.Example.org/Paper/", "example.org/Paper"},
    {"page_with_query", "https://openreview.net/forum?id=v1", "openreview.net/forum?id=v1"},
    {"host_only", "https://example.org/", "example.org"},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestUrl, testing::ValuesIn(kUrlRows), [](const auto& row) { return row.param.name; });

struct SkippedRow {
    std::string name;
    std::string heading;
    std::string reason;
};

class DigestSkipped : public testing::TestWithParam<SkippedRow> {};

TEST_P(DigestSkipped, costs_no_other_entry) {
    const Reading reading =
        read_text("### [T](https://arxiv.org/abs/2408.00001)\n\n- 글\n\n" + GetParam().heading +
                  "\n\nVote: 5\n\n- 잃는 글\n\n### [U](https://arxiv.org/abs/2408.00002)\n\n- 글\n");
    ASSERT_THAT(reading.entries, SizeIs(2));
    EXPECT_EQ(reading.entries[0].votes, std::nullopt);
    EXPECT_THAT(reading.entries[0].sections, SizeIs(1));
    ASSERT_THAT(reading.report.skipped, SizeIs(1));
    EXPECT_EQ(reading.report.skipped[0].where, (Where{"2024/08/28.md", 5}));
    EXPECT_THAT(reading.report.skipped[0].reason, HasSubstr(GetParam().reason));
    EXPECT_THAT(reading.report.skipped[0].reason, HasSubstr("### [Title](https://"));
}

const std::vector<SkippedRow> kSkippedRows = {
    {"no_link", "### 제목만", "no link"},
    {"nothing", "###", "no link"},
    {"picture_only", "### ![a](https://example.org/a.png)", "no link"},
    {"no_title", "### [](https://arxiv.org/abs/2408.15237)", "without a title"},
    {"picture_for_a_title", "### [![a](https://example.org/a.png)](https://arxiv.org/abs/2408.15237)",
     "without a title"},
    {"no_address", "### [제목]()", "no address"},
    {"mail", "### [제목](mailto:a@example.org)", "no web address"},
    {"script", "### [제목](javascript:alert(1))", "no web address"},
    {"path", "### [제목](/abs/2408.15237)", "no web address"},
    {"no_host", "### [제목](https://)", "no web address"},
    {"long_address", "### [제목](https://example.org/" + std::string(200, 'x') + ")", "200 bytes"},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestSkipped, testing::ValuesIn(kSkippedRows),
                         [](const auto& row) { return row.param.name; });

struct VoteRow {
    std::string name;
    std::string line;
    std::optional<Votes> votes;
    std::size_t warnings;
};

class DigestVote : public testing::TestWithParam<VoteRow> {};

TEST_P(DigestVote, is_read) {
    const Reading reading = read_text("### [T](https://arxiv.org/abs/2408.15237)\n\n" + GetParam().line + "\n\n- 글\n");
    ASSERT_THAT(reading.entries, SizeIs(1));
    EXPECT_EQ(reading.entries[0].votes, GetParam().votes);
    EXPECT_THAT(reading.entries[0].sections, SizeIs(1));
    ASSERT_THAT(reading.report.warnings, SizeIs(GetParam().warnings));
    if (GetParam().warnings > 0) {
        EXPECT_EQ(reading.report.warnings[0].where, (Where{"2024/08/28.md", 3}));
    }
}

const std::vector<VoteRow> kVoteRows = {
    {"number", "Vote: 20", 20, 0},
    {"zero", "Vote: 0", 0, 0},
    {"no_space", "vote:7", 7, 0},
    {"plural", "VOTES: 7", 7, 0},
    {"upvotes", "Upvotes : 7", 7, 0},
    {"strong", "**Vote:** 7", 7, 0},
    {"thousands", "Vote: 1,234,567", 1234567, 0},
    {"dash", "Vote: -", {}, 0},
    {"long_dash", "Vote: \u2014", {}, 0},
    {"empty", "Vote:", {}, 0},
    {"negative", "Vote: -3", {}, 1},
    {"word", "Vote: many", {}, 1},
    {"fraction", "Vote: 1.5", {}, 1},
    {"thousands_out_of_place", "Vote: 1,23", {}, 1},
    {"leading_comma", "Vote: ,123", {}, 1},
    {"too_large", "Vote: 99999999999999999999", {}, 1},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestVote, testing::ValuesIn(kVoteRows),
                         [](const auto& row) { return row.param.name; });

struct AuthorsRow {
    std::string name;
    std::string lines;
    std::vector<std::string> authors;
};

class DigestAuthors : public testing::TestWithParam<AuthorsRow> {};

TEST_P(DigestAuthors, are_read) {
    const Entry entry = entry_of("### [T](https://arxiv.org/abs/2408.15237)\n\n" + GetParam().lines + "\n\n- 글\n");
    EXPECT_EQ(entry.authors, GetParam().authors);
    EXPECT_THAT(entry.sections, SizeIs(1));
}

const std::vector<AuthorsRow> kAuthorsRows = {
    {"commas", "Authors: A, B", {"A", "B"}},
    {"singular", "author: A", {"A"}},
    {"strong", "**Authors**: A, B", {"A", "B"}},
    {"stray_plus", "Authors: +, A", {"A"}},
    {"python_list", R"(Authors: ['A', "Tim O'Reilly", 'Conan O\'Brien'])", {"A", "Tim O'Reilly", "Conan O'Brien"}},
    {"same_paragraph_as_votes", "Vote: 3\nAuthors: A, B", {"A", "B"}},
    {"before_votes", "Authors: A, B\nVote: 3", {"A", "B"}},
    {"over_several_lines", "Authors: A,\n  B,\n  C\nVote: 3", {"A", "B", "C"}},
    {"python_list_over_lines", "Authors: ['A',\n'B']", {"A", "B"}},
    {"stars_of_equal_merit", "Authors: A*, B*, C", {"A*", "B*", "C"}},
    {"nobody", "Authors:", {}},
    {"rule_below", "Authors: A, B\n---", {"A", "B"}},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestAuthors, testing::ValuesIn(kAuthorsRows),
                         [](const auto& row) { return row.param.name; });

TEST(Digest, only_the_first_votes_and_authors_count) {
    const Entry entry = entry_of(
        "### [T](https://arxiv.org/abs/2408.15237)\n\nVote: 3\n\nAuthors: A\n\n"
        "Authors: 이 논문의 저자들은 여럿입니다.\n\nVote: 9\n");
    EXPECT_EQ(entry.votes, 3);
    EXPECT_THAT(entry.authors, ElementsAre("A"));
    EXPECT_THAT(entry.sections, SizeIs(2));
}

TEST(Digest, keeps_an_entry_without_a_summary) {
    const Reading reading = read_text("### [T](https://arxiv.org/abs/2408.15237)\n\nVote: 3\n");
    EXPECT_THAT(reading.entries, SizeIs(1));
    ASSERT_THAT(reading.report.warnings, SizeIs(1));
    EXPECT_THAT(reading.report.warnings[0].reason, HasSubstr("no summary"));
}

TEST(Digest, repairs_malformed_text) {
    using namespace std::string_literals;
    const Reading reading =
        read_text("\xEF\xBB\xBF## 2024-08-28\n### [T\xFF](https://arxiv.org/abs/2408.15237)\n\n- 글\0\n"s);
    ASSERT_THAT(reading.entries, SizeIs(1));
    EXPECT_EQ(reading.entries[0].title, "T\uFFFD");
    EXPECT_EQ(reading.entries[0].sections[0].text, "글\uFFFD");
    ASSERT_THAT(reading.report.warnings, SizeIs(1));
    EXPECT_EQ(reading.report.warnings[0].where, (Where{"2024/08/28.md", 2}));
    EXPECT_THAT(reading.report.warnings[0].reason, HasSubstr("2 malformed"));
}

TEST(Digest, makes_nfc_of_everything) {
    const Entry entry =
        entry_of("### [\u1112\u1161\u11AB](https://arxiv.org/abs/2408.15237)\n\nAuthors: Jose\u0301\n\n- e\u0301\n");
    EXPECT_EQ(entry.title, "한");
    EXPECT_THAT(entry.authors, ElementsAre("Jos\u00E9"));
    EXPECT_EQ(entry.sections[0].text, "\u00E9");
}

TEST(Digest, makes_nfc_of_what_marks_and_entities_had_kept_apart) {
    const Entry entry = entry_of(
        "### [e&#x301;](https://arxiv.org/abs/2408.15237)\n\nAuthors: e&#x301;\n\n- *e*\u0301: e<b>\u0301</b>\n");
    EXPECT_EQ(entry.title, "\u00E9");
    EXPECT_THAT(entry.authors, ElementsAre("\u00E9"));
    EXPECT_EQ(entry.sections[0].text, "\u00E9: \u00E9");
}

TEST(Digest, refuses_a_digest_that_is_too_large) {
    ReadReport report;
    const auto done = read_digest(
        "a.md", std::string(kMaxDigestBytes + 1, '\n'), [](const Entry&) {}, report);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::kInvalidInput);
    EXPECT_EQ(done.error().where.file, "a.md");
}

}  // namespace
}  // namespace saegin::indexer
