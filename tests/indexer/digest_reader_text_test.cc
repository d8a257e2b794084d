// Text of digests: titles as they are written, sections, what is no text, and text that was made to do harm.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/digest_reader.h"
#include "tests/indexer/digest_reading.h"

namespace saegin::indexer {
namespace {

using test::entry_of;
using test::read_text;
using test::Reading;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct TitleRow {
    std::string name;
    std::string heading;
    std::string title;
};

class DigestTitle : public testing::TestWithParam<TitleRow> {};

TEST_P(DigestTitle, is_as_written) {
    const Entry entry = entry_of("### " + GetParam().heading + "\n\n- 글\n");
    EXPECT_EQ(entry.title, GetParam().title);
    EXPECT_EQ(entry.url, "https://arxiv.org/abs/2408.15237");
}

/// A heading whose link has this text.
std::string linked(const std::string& text) {
    return "[" + text + "](https://arxiv.org/abs/2408.15237)";
}

const std::vector<TitleRow> kTitleRows = {
    {"plain", linked("Only  a title "), "Only a title"},
    {"ampersand", linked("This & That &amp; Those"), "This & That & Those"},
    {"superscript", linked("M$^{2}$UGen"), "M$^{2}$UGen"},
    {"subscripts_that_look_like_emphasis", linked("On L$_{\\theta}$ and L$_{\\phi}$"),
     "On L$_{\\theta}$ and L$_{\\phi}$"},
    {"command", linked("LLM$\\times$MapReduce in $\\sim$20 Seconds"), "LLM$\\times$MapReduce in $\\sim$20 Seconds"},
    {"escapes_of_latex", linked("$\\{x\\,|\\;y\\}$"), "$\\{x\\,|\\;y\\}$"},
    {"display_mathematics", linked("$$a_1 * b_1 * c$$"), "$$a_1 * b_1 * c$$"},
    {"mathematics_with_brackets", linked("On $[0, 1)$ and $(0, 1]$"), "On $[0, 1)$ and $(0, 1]$"},
    {"command_without_mathematics", linked("With \\textsc{AIEV}"), "With \\textsc{AIEV}"},
    {"money", linked("From $5 to $10 *a day*"), "From $5 to $10 *a day*"},
    {"escaped_dollar", linked("\\$a_b\\$"), "$a_b$"},
    {"lone_dollar", linked("A $ sign"), "A $ sign"},
    {"stars", linked("Beyond A*: better than A*"), "Beyond A*: better than A*"},
    {"stars_that_look_like_emphasis", linked("f(*) and g(*)"), "f(*) and g(*)"},
    {"escaped_star_beside_them", linked("f(*) and g(*) and \\*"), "f(*) and g(*) and *"},
    {"underscores", linked("V_AI and __init__"), "V_AI and __init__"},
    {"quotes_of_latex", linked("The `Role' of ``A'' and ``B''"), "The `Role' of ``A'' and ``B''"},
    {"tag_that_is_none", linked("From List<int> to <EOS>"), "From List<int> to <EOS>"},
    {"brackets", linked("An [IDK] Token"), "An [IDK] Token"},
    {"brackets_at_the_start", linked("[Re] Something"), "[Re] Something"},
    {"bracket_too_many", linked("Learning on (0, 1]"), "Learning on (0, 1]"},
    {"bracket_too_few", linked("Learning on [0, 1)"), "Learning on [0, 1)"},
    {"number_before_it", "1. " + linked("A *b* c"), "A *b* c"},
    {"emphasis_around_it", "**" + linked("A title") + "**", "A title"},
    {"link_after_it", linked("A title") + " [code](https://example.org)", "A title"},
    {"other_link_before_it", "[#](#top) " + linked("A title"), "A title"},
    {"angle_brackets", "[A *b* c](<https://arxiv.org/abs/2408.15237>)", "A *b* c"},
    {"closing_hashes", linked("A title") + " ###", "A title"},
    {"title_of_the_link", "[A title](https://arxiv.org/abs/2408.15237 \"arXiv\")", "A title"},
    {"stand_in_of_ours", linked("a\uFDD0b\uFDEFc\uFDF0"), "a\uFFFDb\uFFFDc\uFDF0"},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestTitle, testing::ValuesIn(kTitleRows),
                         [](const auto& row) { return row.param.name; });

struct SectionsRow {
    std::string name;
    std::string text;
    std::vector<Section> sections;
};

class DigestSections : public testing::TestWithParam<SectionsRow> {};

TEST_P(DigestSections, are_read) {
    const Entry entry = entry_of("### [T](https://arxiv.org/abs/2408.15237)\n\n" + GetParam().text + "\n");
    ASSERT_THAT(entry.sections, SizeIs(GetParam().sections.size()));
    for (std::size_t i = 0; i < entry.sections.size(); ++i) {
        EXPECT_EQ(entry.sections[i].heading, GetParam().sections[i].heading) << i;
        EXPECT_EQ(entry.sections[i].text, GetParam().sections[i].text) << i;
    }
}

const std::vector<SectionsRow> kSectionsRows = {
    {"plain_bullets", "- 하나\n- 둘", {{"", "하나"}, {"", "둘"}}},
    {"other_bullets", "* 하나\n* 둘", {{"", "하나"}, {"", "둘"}}},
    {"strong_heading", "- **What's New**: 하나", {{"What's New", "하나"}}},
    {"strong_and_emphasised_heading", "- ***What's New***: 하나", {{"What's New", "하나"}}},
    {"colon_within", "- **What's New:** 하나", {{"What's New", "하나"}}},
    {"colon_within_and_no_space", "- **새로운 점:**하나", {{"새로운 점", "하나"}}},
    {"full_width_colon", "- **새로운 점**\uFF1A 하나", {{"새로운 점", "하나"}}},
    {"space_before_the_colon", "- **A** : 하나", {{"A", "하나"}}},
    {"strong_words_that_are_no_heading", "- **굵은** 글", {{"", "굵은 글"}}},
    {"emphasis_is_no_heading", "- *A*: 하나", {{"", "A: 하나"}}},
    {"heading_of_nothing", "- **A**:", {{"", "A"}}},
    {"empty_bullet", "-\n- 하나", {{"", "하나"}}},
    {"nested_list", "- **A**: 하나\n  - (1) 둘\n    - 셋\n- 넷", {{"A", "하나\n(1) 둘\n셋"}, {"", "넷"}}},
    {"nested_only", "- **A**:\n  - 하나\n  - 둘", {{"A", "하나\n둘"}}},
    {"numbers_in_a_bullet", "- 2) 하나", {{"", "2) 하나"}}},
    {"loose_items", "- 하나\n\n  이어서\n\n- 둘", {{"", "하나\n이어서"}, {"", "둘"}}},
    {"line_that_goes_on", "- 하나\n둘", {{"", "하나 둘"}}},
    {"paragraph", "한 문단\n둘째 줄\n\n다른 문단", {{"", "한 문단 둘째 줄"}, {"", "다른 문단"}}},
    {"paragraph_with_heading", "**A**: 하나", {{"A", "하나"}}},
    {"heading_paragraph", "**A:**\n\n하나\n\n둘\n\n**B:**\n\n- 셋", {{"A", "하나"}, {"A", "둘"}, {"B", "셋"}}},
    {"deeper_heading", "#### A\n\n하나\n\n- **B**: 둘\n- 셋", {{"A", "하나"}, {"B", "둘"}, {"A", "셋"}}},
    {"deeper_heading_of_nothing", "- 하나\n\n#### 끝말", {{"", "하나"}, {"", "끝말"}}},
    {"ordered_list", "1. **A**: 하나\n2. 둘", {{"A", "하나"}, {"", "둘"}}},
    {"ordered_list_that_elaborates",
     "- **A**: 하나:\n1) **B**: 둘\n2) 셋\n- 넷",
     {{"A", "하나:\n1) B: 둘\n2) 셋"}, {"", "넷"}}},
    {"quote", "> 하나\n>\n> 둘", {{"", "하나\n둘"}}},
    {"code", "```\nx = 1\ny = 2\n```", {{"", "x = 1 y = 2"}}},
    {"rule", "- 하나\n\n---\n\n- 둘", {{"", "하나"}, {"", "둘"}}},
    {"inlines", "- `코드` [글](https://example.org) *강조* ~ a<br>b <b>c</b>", {{"", "코드 글 강조 ~ a b c"}}},
    {"tags_that_are_none", "- 제안자(<proposer>)와 <EOS>", {{"", "제안자(<proposer>)와 <EOS>"}}},
    {"strong_that_commonmark_does_not_see",
     "- 큰 **데이터셋(Dataset)**의 **구조 (x)**는",
     {{"", "큰 데이터셋(Dataset)의 구조 (x)는"}}},
    {"powers_and_arguments", "- 2**3, f(**a, **b)", {{"", "2**3, f(**a, **b)"}}},
    {"mathematics",
     "- 손실 $L_{a} * x_{b} * y$ 및 \\textit{HR-ED}, 50\\%",
     {{"", "손실 $L_{a} * x_{b} * y$ 및 \\textit{HR-ED}, 50%"}}},
    {"picture_in_a_bullet", "- 하나 ![그림](https://example.org/a.png) 둘", {{"", "하나 둘"}}},
    {"text_below_labels", "Vote: 3\n**A**: 하나\nAuthors: B", {{"A", "하나"}}},
    {"text_around_labels", "하나\nVote: 3\n둘", {{"", "하나 둘"}}},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestSections, testing::ValuesIn(kSectionsRows),
                         [](const auto& row) { return row.param.name; });

TEST(DigestText, media_are_no_text) {
    for (const char* const media :
         {"![](https://example.org/a.png)", "![그림](https://example.org/a.png) ![](/b.svg)",
          "[Watch Video](https://example.org/a.mp4)\n<div><video controls "
          "src=\"https://example.org/a.mp4\"></video></div>",
          "[Watch Video]https://example.org/a.mp4", "[watch video](https://example.org/a.mp4)",
          "<video src='https://example.org/a.mp4'></video>", "<!-- 감춘 말 -->"}) {
        const Entry entry =
            entry_of("### [T](https://arxiv.org/abs/2408.15237)\n\n" + std::string(media) + "\n\nVote: 3\n\n- 글\n");
        EXPECT_THAT(entry.sections, SizeIs(1)) << media;
        EXPECT_EQ(entry.votes, 3) << media;
    }
}

/// Text around `core` that shows whether the rest of the digest is still read.
Reading read_around(const std::string& core) {
    return read_text("### [T](https://arxiv.org/abs/2408.00001)\n\n" + core +
                     "\n\n### [U](https://arxiv.org/abs/2408.00002)\n\n- 글\n");
}

std::string repeated(const std::string& unit, std::size_t count) {
    std::string out;
    out.reserve(unit.size() * count);
    for (std::size_t i = 0; i < count; ++i) {
        out += unit;
    }
    return out;
}

struct HarmRow {
    std::string name;
    std::string unit;
};

class DigestHarm : public testing::TestWithParam<HarmRow> {};

TEST_P(DigestHarm, in_a_line_costs_no_other_entry) {
    const Reading reading = read_around(repeated(GetParam().unit, 100'000) + "a");
    ASSERT_THAT(reading.entries, SizeIs(2));
    EXPECT_EQ(reading.entries[1].sections.at(0).text, "글");
}

TEST_P(DigestHarm, over_many_lines_costs_no_other_entry) {
    const Reading reading = read_around(repeated("a " + GetParam().unit + "\n", 100'000));
    ASSERT_THAT(reading.entries, SizeIs(2));
    EXPECT_EQ(reading.entries[1].sections.at(0).text, "글");
}

const std::vector<HarmRow> kHarmRows = {
    {"quotes", ">"},       {"lists", "- "},        {"numbers", "1. "}, {"brackets", "["},
    {"stars", "*"},        {"stars_open", " **a"}, {"dollars", "$"},   {"dollars_open", "$a "},
    {"links", "[a]("},     {"pictures", "![[]()"}, {"code", "`a``"},   {"tags", "<a "},
    {"comments", "a<!--"}, {"entities", "&"},      {"escapes", "\\"},  {"emphasis_of_links", "*[a*b](c)"},
};

INSTANTIATE_TEST_SUITE_P(Forms, DigestHarm, testing::ValuesIn(kHarmRows),
                         [](const auto& row) { return row.param.name; });

TEST(DigestText, cuts_a_line_that_is_too_long_between_characters) {
    const Reading reading = read_around("- " + repeated("긴", 2'000'000));
    ASSERT_THAT(reading.entries, SizeIs(2));
    ASSERT_THAT(reading.report.warnings, SizeIs(1));
    EXPECT_EQ(reading.report.warnings[0].where.line, 3U);
    EXPECT_THAT(reading.report.warnings[0].reason, HasSubstr("left out"));
    const std::string& text = reading.entries[0].sections.at(0).text;
    EXPECT_THAT(text.size(), testing::AllOf(testing::Gt(250'000U), testing::Lt(270'000U)));
    EXPECT_TRUE(text.ends_with("긴"));
}

TEST(DigestText, keeps_the_text_behind_too_many_marks) {
    const Reading reading = read_around(repeated(">", 100'000) + " 깊은 글");
    ASSERT_THAT(reading.entries, SizeIs(2));
    EXPECT_EQ(reading.entries[0].sections.at(0).text, "깊은 글");
    EXPECT_THAT(reading.report.warnings, SizeIs(1));
}

TEST(DigestText, warns_of_entries_that_something_unclosed_hides) {
    for (const char* const opening : {"<!--", "```", "~~~", "<script>"}) {
        const Reading reading = read_around(opening);
        EXPECT_THAT(reading.entries, SizeIs(1)) << opening;
        ASSERT_FALSE(reading.report.warnings.empty()) << opening;
        EXPECT_EQ(reading.report.warnings[0].where.line, 3U) << opening;
        EXPECT_THAT(reading.report.warnings[0].reason, HasSubstr("hides the entries")) << opening;
    }
}

TEST(DigestText, takes_a_rule_of_any_length) {
    const Reading reading = read_around("- 하나\n\n" + repeated("-", 1000) + "\n\n- 둘");
    EXPECT_THAT(reading.entries.at(0).sections, SizeIs(2));
    EXPECT_THAT(reading.report.warnings, IsEmpty());
}

}  // namespace
}  // namespace saegin::indexer
