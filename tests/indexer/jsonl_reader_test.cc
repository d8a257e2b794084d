#include "indexer/jsonl_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <istream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

namespace saegin::indexer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Read {
    std::vector<Entry> entries;
    ReadReport report;
};

Read read(const std::string& content) {
    Read result;
    std::istringstream in(content);
    const auto done = read_jsonl(
        "a.jsonl", in, [&](Entry entry) { result.entries.push_back(std::move(entry)); }, result.report);
    EXPECT_TRUE(done) << to_string(done.error());
    EXPECT_EQ(result.report.entries, result.entries.size());
    return result;
}

/// The entry of a line that has only one, without any notice.
Entry entry_of(const std::string& line) {
    Read result = read(line);
    EXPECT_THAT(result.report.skipped, IsEmpty());
    EXPECT_THAT(result.report.warnings, IsEmpty());
    if (result.entries.size() != 1) {
        ADD_FAILURE() << "not one entry but " << result.entries.size() << " in " << line;
        return {};
    }
    return result.entries.front();
}

TEST(Jsonl, reads_a_whole_record) {
    const Entry entry =
        entry_of(R"({"id":"2408.15237","title":"The Mamba","url":"https://arxiv.org/abs/2408.15237","votes":20,)"
                 R"("authors":["A","B"],"text":"짧은 요약입니다.","date":"2024-08-28","other":{"x":[1]}})");
    const Entry wanted{{"2408.15237"},
                       "The Mamba",
                       "https://arxiv.org/abs/2408.15237",
                       DigestDate{2024, 8, 28},
                       20,
                       {"A", "B"},
                       {{"", "짧은 요약입니다."}},
                       "a.jsonl",
                       1};
    EXPECT_EQ(entry, wanted);
}

TEST(Jsonl, takes_the_other_names_of_keys) {
    for (const char* const line :
         {R"({"_id":"1","body":"글","vote":3,"published_at":"2024-08-28T10:00:00Z"})",
          R"({"arxiv_id":"1","summary":"글","upvotes":3,"date":"2024-08-28"})",
          R"({"id":null,"_id":"1","text":null,"abstract":"글","votes":null,"vote":3,"date":"2024-08-28"})"}) {
        const Entry entry = entry_of(line);
        EXPECT_EQ(entry.id.value, "1") << line;
        EXPECT_THAT(entry.sections, ElementsAre(Section{"", "글"})) << line;
        EXPECT_EQ(entry.votes, 3) << line;
        EXPECT_EQ(entry.date, (DigestDate{2024, 8, 28})) << line;
    }
}

TEST(Jsonl, takes_whole_numbers_as_ids) {
    EXPECT_EQ(entry_of(R"({"id":184,"text":"a"})").id.value, "184");
    EXPECT_EQ(entry_of(R"({"id":-1,"text":"a"})").id.value, "-1");
    EXPECT_EQ(entry_of(R"({"id":"  x y ","text":"a"})").id.value, "x y");
    EXPECT_EQ(entry_of(R"({"id":")" + std::string(200, 'x') + R"(","text":"a"})").id.value.size(), 200U);
}

TEST(Jsonl, keeps_a_record_that_has_a_title_or_a_text) {
    EXPECT_EQ(entry_of(R"({"id":"1","text":"글"})").title, "");
    EXPECT_THAT(entry_of(R"({"id":"1","title":"제목"})").sections, IsEmpty());
}

TEST(Jsonl, the_last_of_equal_keys_counts) {
    EXPECT_EQ(entry_of(R"({"id":"1","title":"a","title":"b"})").title, "b");
}

TEST(Jsonl, makes_a_section_of_each_line) {
    const Entry entry = entry_of(
        R"({"id":"1","text":"- **새로운 점**: 하나\r\n\n- ***방법***: 둘\n* **결과:**셋\n  - 넷  다섯\n-\n-6도\n**굵은** 글"})");
    EXPECT_THAT(entry.sections,
                ElementsAre(Section{"새로운 점", "하나"}, Section{"방법", "둘"}, Section{"결과", "셋"},
                            Section{"", "넷 다섯"}, Section{"", "-"}, Section{"", "-6도"}, Section{"", "**굵은** 글"}));
}

TEST(Jsonl, makes_nfc_of_everything) {
    const Entry entry = entry_of("{\"id\":\"e\u0301\",\"title\":\"\u1112\u1161\u11AB\",\"text\":\"e\u0301\"}");
    EXPECT_EQ(entry.id.value, "\u00E9");
    EXPECT_EQ(entry.title, "한");
    EXPECT_THAT(entry.sections, ElementsAre(Section{"", "\u00E9"}));
}

struct VotesRow {
    std::string name;
    std::string json;
    std::optional<Votes> votes;
    bool understood;
};

class JsonlVotes : public testing::TestWithParam<VotesRow> {};

TEST_P(JsonlVotes, are_read) {
    const Read result = read(R"({"id":"1","title":"a","votes":)" + GetParam().json + "}");
    ASSERT_THAT(result.entries, SizeIs(1));
    EXPECT_EQ(result.entries[0].votes, GetParam().votes);
    EXPECT_THAT(result.report.warnings, SizeIs(GetParam().understood ? 0 : 1));
}

const std::vector<VotesRow> kVotesRows = {
    {"zero", "0", 0, true},
    {"null", "null", {}, true},
    {"float_that_is_whole", "12.0", 12, true},
    {"exponent", "1e3", 1000, true},
    {"largest", "9223372036854775807", 9223372036854775807, true},
    {"digits", "\"12\"", 12, true},
    {"thousands", "\"1,234\"", 1234, true},
    {"empty", "\"\"", {}, true},
    {"dash", "\"-\"", {}, true},
    {"fraction", "12.5", {}, false},
    {"negative", "-3", {}, false},
    {"negative_float", "-3.0", {}, false},
    {"too_large", "9223372036854775808", {}, false},
    {"far_too_large", "1e300", {}, false},
    {"word", "\"many\"", {}, false},
    {"boolean", "true", {}, false},
    {"list", "[1]", {}, false},
};

INSTANTIATE_TEST_SUITE_P(Forms, JsonlVotes, testing::ValuesIn(kVotesRows),
                         [](const auto& row) { return row.param.name; });

TEST(Jsonl, takes_authors_apart_or_together) {
    EXPECT_THAT(entry_of(R"({"id":"1","title":"a","authors":["A","Davis, Jr.","A"," "]})").authors,
                ElementsAre("A", "Davis, Jr."));
    EXPECT_THAT(entry_of(R"({"id":"1","title":"a","authors":"A, B"})").authors, ElementsAre("A", "B"));
    EXPECT_THAT(entry_of(R"({"id":"1","title":"a","authors":null})").authors, IsEmpty());
}

TEST(Jsonl, warns_of_values_of_the_wrong_kind_and_keeps_the_record) {
    for (const char* const part : {R"("text":{"x":1})", R"("url":1)", R"("date":20240828)", R"("date":"2024-02-30")",
                                   R"("authors":5)", R"("authors":["A",{"name":"B"}])"}) {
        const Read result = read(std::string(R"({"id":"1","title":"a",)") + part + "}");
        EXPECT_THAT(result.entries, SizeIs(1)) << part;
        ASSERT_THAT(result.report.warnings, SizeIs(1)) << part;
        EXPECT_EQ(result.report.warnings[0].where, (Where{"a.jsonl", 1})) << part;
    }
}

struct SkippedRow {
    std::string name;
    std::string line;
    std::string reason;
};

class JsonlSkipped : public testing::TestWithParam<SkippedRow> {};

TEST_P(JsonlSkipped, costs_no_other_record) {
    const Read result = read("{\"id\":\"1\",\"title\":\"a\"}\n" + GetParam().line + "\n{\"id\":\"3\",\"title\":\"c\"}");
    ASSERT_THAT(result.entries, SizeIs(2));
    EXPECT_EQ(result.entries[1].line, 3U);
    ASSERT_THAT(result.report.skipped, SizeIs(1));
    EXPECT_EQ(result.report.skipped[0].where, (Where{"a.jsonl", 2}));
    EXPECT_THAT(result.report.skipped[0].reason, HasSubstr(GetParam().reason));
}

const std::vector<SkippedRow> kSkippedRows = {
    {"no_json", "nonsense", "not a JSON object"},
    {"cut_off", R"({"id":"1","tit)", "not a JSON object"},
    {"two_in_a_line", R"({"id":"1","title":"a"} {"id":"2","title":"b"})", "not a JSON object"},
    {"array", R"(["id"])", "not a JSON object"},
    {"null", "null", "not a JSON object"},
    {"lone_surrogate", R"({"id":"1","title":"\ud800"})", "not a JSON object"},
    {"no_id", R"({"title":"a"})", "no id"},
    {"empty_id", R"({"id":" ","title":"a"})", "no id"},
    {"id_that_is_no_text", R"({"id":[1],"title":"a"})", "no id"},
    {"id_that_is_a_fraction", R"({"id":1.5,"title":"a"})", "no id"},
    {"long_id", R"({"id":")" + std::string(201, 'x') + R"(","title":"a"})", "201 bytes"},
    {"neither_title_nor_text", R"({"id":"1","title":" ","text":"\n"})", "neither"},
    {"deep_array", std::string(1'000'000, '['), "not a JSON object"},
    {"deep_array_that_is_closed", std::string(500'000, '[') + std::string(500'000, ']'), "not a JSON object"},
};

INSTANTIATE_TEST_SUITE_P(Forms, JsonlSkipped, testing::ValuesIn(kSkippedRows),
                         [](const auto& row) { return row.param.name; });

TEST(Jsonl, ignores_what_is_nested_deep_under_an_unknown_key) {
    const std::string deep = std::string(500'000, '[') + std::string(500'000, ']');
    EXPECT_EQ(entry_of(R"({"id":"1","x":)" + deep + R"(,"title":"a"})").title, "a");
    std::string objects = "1";
    for (int i = 0; i < 1000; ++i) {
        objects = "{\"x\":" + objects + "}";
    }
    EXPECT_EQ(entry_of(R"({"id":"1","x":)" + objects + R"(,"title":"a"})").title, "a");
}

TEST(Jsonl, skips_a_line_that_is_too_long) {
    const std::string small = R"({"id":"1","title":"a"})";
    const std::string large = R"({"id":"2","title":")" + std::string(kMaxJsonLineBytes, 'x') + R"("})";
    const Read result = read(large + "\n" + small + "\n" + large);
    EXPECT_THAT(result.entries, SizeIs(1));
    ASSERT_THAT(result.report.skipped, SizeIs(2));
    EXPECT_EQ(result.report.skipped[0].where.line, 1U);
    EXPECT_EQ(result.report.skipped[1].where.line, 3U);
    EXPECT_THAT(result.report.skipped[0].reason, HasSubstr("longer than"));
}

TEST(Jsonl, takes_lines_of_any_length_to_the_limit) {
    // Around the size of the buffer that lines are read with.
    for (std::size_t length = 16'370; length < 16'400; ++length) {
        const std::string record = R"({"id":"1","title":")" + std::string(length - 21, 'x') + R"("})";
        ASSERT_EQ(record.size(), length);
        EXPECT_THAT(read(record + "\n" + record + "\n").entries, SizeIs(2)) << length;
        EXPECT_THAT(read(record + "\n" + record).entries, SizeIs(2)) << length;
    }
}

TEST(Jsonl, ignores_empty_lines_and_counts_them) {
    const Read result = read("\xEF\xBB\xBF\n \t\r\n\n{\"id\":\"1\",\"title\":\"a\"}\r\n\n");
    EXPECT_THAT(result.report.skipped, IsEmpty());
    ASSERT_THAT(result.entries, SizeIs(1));
    EXPECT_EQ(result.entries[0].line, 4U);
    EXPECT_THAT(read("").entries, IsEmpty());
}

TEST(Jsonl, repairs_malformed_text) {
    using namespace std::string_literals;
    for (const std::string& title : {"a\xFF"s, "a\0"s, "a\\u0000"s}) {
        const Read result = read("{\"id\":\"1\",\"title\":\"" + title + "\"}");
        ASSERT_THAT(result.entries, SizeIs(1));
        EXPECT_EQ(result.entries[0].title, "a\uFFFD");
        ASSERT_THAT(result.report.warnings, SizeIs(1));
        EXPECT_THAT(result.report.warnings[0].reason, HasSubstr("UTF-8"));
    }
}

TEST(Jsonl, counts_the_notices_that_there_is_no_room_for) {
    std::string lines;
    for (std::size_t i = 0; i < kMaxJsonlNotices + 7; ++i) {
        lines += "nonsense\n";
    }
    const Read result = read(lines + "{\"id\":\"1\",\"title\":\"a\"}\n");
    EXPECT_THAT(result.entries, SizeIs(1));
    ASSERT_THAT(result.report.skipped, SizeIs(kMaxJsonlNotices + 1));
    EXPECT_THAT(result.report.skipped.back().reason, HasSubstr("7 more lines"));
}

/// Gives one record and then fails, like a disk that breaks.
class BrokenBuffer : public std::streambuf {
    int_type underflow() override {
        if (given_) {
            throw std::runtime_error("broken");
        }
        given_ = true;
        setg(text_.data(), text_.data(), text_.data() + text_.size());
        return traits_type::to_int_type(text_.front());
    }

    std::string text_ = "{\"id\":\"1\",\"title\":\"a\"}\n{\"id\"";
    bool given_ = false;
};

TEST(Jsonl, reports_a_stream_that_fails) {
    BrokenBuffer buffer;
    std::istream in(&buffer);
    ReadReport report;
    const auto done = read_jsonl(
        "a.jsonl", in, [](const Entry&) {}, report);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::kIo);
    EXPECT_EQ(done.error().where, (Where{"a.jsonl", 1}));
    EXPECT_EQ(report.entries, 1U);
}

}  // namespace
}  // namespace saegin::indexer
